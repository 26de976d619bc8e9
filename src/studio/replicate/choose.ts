import type { MediaKind } from '../fixes.ts'
import { ProviderError } from '../provider-error.ts'
import type { Desk } from './desk.ts'
import { idOf, type Entry } from './entry.ts'
import { provider } from './to-provider-error.ts'

/** The model that was named, or the first that can. A model for pictures that is named for a clip is passed over, and said. */
export function choose({ entries }: Pick<Desk, 'entries'>, capability: Entry['capability'], model: string | undefined, works?: MediaKind): { entry: Entry; remarks: string[] } {
  const able = entries.filter((entry) => entry.capability === capability)
  const named = model === undefined ? undefined : able.find((entry) => idOf(entry) === model || entry.id === model)
  if (model !== undefined && !named) throw refusal(`There is no model ${model} for this at Replicate. There are ${able.map(idOf).join(', ')}.`)
  if (named && fits(named, works)) return { entry: named, remarks: [] }
  const found = able.find((entry) => fits(entry, works))
  if (!found) throw refusal(works === 'video' && able.length > 0 ? 'The models here do this to pictures only, not to clips.' : 'No model of Replicate is set up for this.')
  return { entry: found, remarks: named ? [`${named.label} works on ${named.works === 'image' ? 'pictures' : 'clips'} only; ${found.label} was taken.`] : [] }
}

const fits = (entry: Entry, works: MediaKind | undefined) => works === undefined || entry.works === works

export const refusal = (message: string) => new ProviderError(message, { provider, retryable: false, bought: false })
