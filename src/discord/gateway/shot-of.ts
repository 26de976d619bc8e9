import type { Office } from '../office.ts'

/** The shot whose message was answered, if it was one. */
export async function shotOf(office: Pick<Office, 'productionOf'>, production: string, message: string | undefined): Promise<string | null> {
  const found = message ? await office.productionOf(message) : null
  return found?.production.id === production && found.slot.startsWith('shot:') ? found.slot.slice('shot:'.length) : null
}
