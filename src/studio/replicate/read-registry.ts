import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Model } from '../model.ts'
import { Entry, idOf, type EntryData } from './entry.ts'
import { animateModels } from './models/animate.ts'
import { drawModels } from './models/draw.ts'
import { fixModels } from './models/fixes.ts'
import { composeModels, speakModels } from './models/sound.ts'

/** What comes with us, the first of each capability being the one chosen where nobody chooses. */
export const shipped: readonly EntryData[] = [...drawModels, ...animateModels, ...speakModels, ...composeModels, ...fixModels]

/** What an operator writes: entries that replace ours of the same name and capability, or come to them; `null` takes one away. */
const Override = z.record(z.string(), z.union([z.record(z.string(), z.unknown()), z.null()]))
export type RegistryOverride = Record<string, Record<string, unknown> | null>

/**
 * The models, with an operator's changes: an object, or a JSON file, of `owner/name` → what differs. What is given first comes first
 * with `"first": true`.
 */
export async function readRegistry(given?: string | RegistryOverride): Promise<Entry[]> {
  if (given === undefined) return shipped.map((entry) => Entry.parse(entry))
  const from = typeof given === 'string' ? given : 'The registry of models'
  const changes = check(Override, typeof given === 'string' ? parse(await readFile(given, 'utf8'), given) : given, from)
  const entries = shipped.map((entry) => Entry.parse(entry))
  const first: Entry[] = []
  for (const [id, change] of Object.entries(changes)) {
    const at = entries.findIndex((entry) => entry.id === id)
    if (change === null) {
      if (at < 0) throw new Error(`${from}: there is no model ${id} to take away. There are ${entries.map((entry) => entry.id).join(', ')}.`)
      entries.splice(at, 1)
      continue
    }
    const { first: leads = false, ...rest } = change
    const entry = check(Entry, { ...entries[at], source: 'O', ...rest, id }, `${from}: ${id}`)
    if (at >= 0) entries.splice(at, 1, ...leads ? [] : [entry])
    else if (!leads) entries.push(entry)
    if (leads) first.push(entry)
  }
  return [...first, ...entries]
}

function parse(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${from} is not JSON: ${(cause as Error).message}.`, { cause })
  }
}

function check<T extends z.ZodType>(schema: T, value: unknown, from: string): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`${from}: ${parsed.error.issues.map(({ path, message }) => `${path.length > 0 ? `«${path.join('.')}» ` : ''}${message}`).join('; ')}.`)
}

export const asModel = (entry: Entry): Model => ({ id: idOf(entry), capability: entry.capability, label: entry.label, limits: entry.limits, price: entry.price })
