import type { Capability, Model } from '../model.ts'
import { ProviderError } from '../provider-error.ts'
import { knownModels } from './models.ts'

/** Any part of a model, said by the operator. A model that we do not know has no price until one is said. */
export type ModelOverride = Pick<Model, 'id' | 'capability'> & Partial<Model>

/** What is offered, the operator's choice first for each capability. */
export function chooseModels({ provider, offers, overrides = [], use: chosen = {} }: {
  provider: string; offers: readonly Capability[]; overrides?: readonly ModelOverride[]; use?: Partial<Record<Capability, string>>
}): Model[] {
  const known = knownModels(provider)
  const use = { ...chosen, review: chosen.review ?? chosen.write, inpaint: chosen.inpaint ?? chosen.draw }
  const full = (id: string) => id.startsWith(`${provider}/`) ? id : `${provider}/${id}`
  const wanted: ModelOverride[] = [...overrides, ...Object.entries(use).flatMap(([capability, id]) => id ? [{ id, capability: capability as Capability }] : [])]
  const all = wanted.reduce((models, { id, ...said }) => {
    const at = models.findIndex((model) => model.id === full(id) && model.capability === said.capability)
    if (at >= 0) return models.with(at, { ...models[at] as Model, ...said })
    // what is said of a model that writes holds when it reviews, too
    const same = models.find((model) => model.id === full(id))
    const like = same ?? known.find((model) => model.capability === said.capability)
    return [...models, { label: same?.label ?? id.replace(/^.*\//, ''), limits: like?.limits ?? {}, price: same?.price ?? null, ...said, id: full(id) }]
  }, known)
  const first = (model: Model) => use[model.capability] !== undefined && model.id === full(use[model.capability] ?? '') ? 0 : 1
  return all.filter(({ capability }) => offers.includes(capability)).toSorted((a, b) => first(a) - first(b))
}

/** The model of a request: by its id, with or without the provider's name, or the first for the capability. */
export function modelFor(models: readonly Model[], capability: Capability, id: string | undefined): Model {
  const able = models.filter((model) => model.capability === capability)
  const found = id === undefined ? able[0] : able.find((model) => model.id === id || nameOf(model) === id)
  if (found) return found
  throw new ProviderError(`There is no model ${id ?? ''} here for that. There are: ${able.map((model) => model.id).join(', ') || 'none'}.`, { provider: 'openai', retryable: false, bought: false })
}

/** What the provider itself calls it. */
export const nameOf = (model: Pick<Model, 'id'>) => model.id.slice(model.id.indexOf('/') + 1)
