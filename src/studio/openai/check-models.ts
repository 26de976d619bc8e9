import { NotFoundError } from 'openai'
import type { Capability } from '../model.ts'
import { nameOf } from './choose-models.ts'
import type { Shop } from './shop.ts'
import { toProviderError } from './to-provider-error.ts'

/** Asks for the models that will be used first, and says which are gone or going. Nothing here stops a start. */
export async function checkModels(shop: Shop, signal?: AbortSignal, now = new Date()): Promise<string[]> {
  const first = new Map<string, Capability[]>()
  for (const { id, capability } of shop.models.filter((model, index) => shop.models.findIndex((other) => other.capability === model.capability) === index)) first.set(id, [...first.get(id) ?? [], capability])
  const said = await Promise.all([...first].map(async ([id, capabilities]): Promise<string | null> => {
    const name = nameOf({ id })
    try {
      const { shutdown_date: ends } = await shop.client.models.retrieve(name, { maxRetries: 1, timeout: 10_000, ...(signal && { signal }) })
      if (!ends) return null
      const days = Math.floor((Date.parse(ends) - now.getTime()) / 86_400_000)
      return days < 0 ? `${name} (${capabilities.join(', ')}) was shut down on ${ends}. Choose another model.` : `${name} (${capabilities.join(', ')}) shuts down on ${ends}, in ${days} days. Choose another model before.`
    } catch (error) {
      if (signal?.aborted) return null
      if (error instanceof NotFoundError) return `${shop.label} does not know ${name} (${capabilities.join(', ')}) for the key in ${shop.keyName}.`
      return `${name} (${capabilities.join(', ')}) could not be checked: ${toProviderError(error, shop, { model: name }).message}`
    }
  }))
  return [...new Set(said.filter((each) => each !== null))]
}
