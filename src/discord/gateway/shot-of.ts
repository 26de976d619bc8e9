import type { Office } from '../office.ts'

/** The card of this film whose message was answered. */
export async function slotOf(office: Pick<Office, 'productionOf'>, production: string, message: string | undefined): Promise<string | null> {
  const found = message ? await office.productionOf(message) : null
  return found?.production.id === production ? found.slot : null
}

/** The shot whose message was answered, if it was one. */
export async function shotOf(office: Pick<Office, 'productionOf'>, production: string, message: string | undefined): Promise<string | null> {
  return shotIn(await slotOf(office, production, message))
}

/** The number of the shot that a slot is of. */
export const shotIn = (slot: string | null) => slot?.startsWith('shot:') ? slot.slice('shot:'.length) : null
