import type Replicate from 'replicate'
import { ProviderError } from '../provider-error.ts'
import { InputSchema } from './check-input.ts'
import type { Entry } from './entry.ts'
import { provider, toProviderError } from './to-provider-error.ts'

/** A model as it is today: how it is called, and what it takes. */
export type LiveModel = { call: { model: string } | { version: string }; schema: InputSchema | null }

/** Asks for each model once. Models change their fields without notice, also popular ones. */
export function openLiveModels(client: Replicate, token: string, say: (words: string) => void) {
  const known = new Map<string, Promise<LiveModel>>()
  return (entry: Entry): Promise<LiveModel> => {
    const key = `${entry.id}:${entry.pin ?? ''}`
    const asked = known.get(key) ?? ask(client, token, entry, say)
    known.set(key, asked)
    // what failed is asked again the next time
    asked.catch(() => known.delete(key))
    return asked
  }
}

async function ask(client: Replicate, token: string, { id, pin }: Entry, say: (words: string) => void): Promise<LiveModel> {
  const [owner = '', name = ''] = id.split('/')
  try {
    if (pin !== undefined) {
      const version = await client.models.versions.get(owner, name, pin)
      return { call: { version: pin }, schema: schemaOf(version.openapi_schema, id, say) }
    }
    const model = await client.models.get(owner, name)
    const latest = model.latest_version
    if (!model.is_official && !latest) throw new ProviderError(`${id} has no version at Replicate that could be asked. Choose another model.`, { provider, retryable: false, bought: false })
    // only official models are called by their name
    return { call: model.is_official || !latest ? { model: id } : { version: latest.id }, schema: schemaOf(latest?.openapi_schema ?? null, id, say) }
  } catch (error) {
    const told = toProviderError(error, { asked: `the question about ${id}`, token })
    // nothing has been ordered yet, whatever happened
    throw new ProviderError(told.message, { provider, retryable: told.retryable, bought: false, cause: error, zh: told.zh, ...told.status !== undefined && { status: told.status }, ...told.retryAfter !== undefined && { retryAfter: told.retryAfter } })
  }
}

function schemaOf(found: unknown, id: string, say: (words: string) => void): InputSchema | null {
  const schema = found === null || found === undefined ? null : InputSchema.safeParse(found).data ?? null
  if (schema === null) say(`Replicate does not say what ${id} takes; what we know of it could not be checked.`)
  return schema
}
