import { ProviderError } from '../provider-error.ts'
import { checkInput, knows } from './check-input.ts'
import type { Entry, Field } from './entry.ts'
import type { LiveModel } from './live-model.ts'
import { provider } from './to-provider-error.ts'

/** A file to be sent, by its asset. */
export class Media {
  readonly asset: string
  /** By an address only: the model takes no data. */
  readonly byUrl: boolean
  constructor(asset: string, byUrl = false) { this.asset = asset; this.byUrl = byUrl }
}

/** What we want of a model, in our words; what the model has no field for is left out. */
export type Wants = Partial<Record<Field, string | number | Media | Media[] | undefined>>
export type Input = Record<string, unknown>

/** Our words in theirs, checked against what the model takes today. Nothing is bought with an input that does not fit. */
export function mapInput(entry: Entry, { schema }: Pick<LiveModel, 'schema'>, wants: Wants): Input {
  const input: Input = { ...entry.always }
  for (const [name, value] of Object.entries(entry.ifKnown)) if (schema && knows(schema, name)) input[name] = value
  for (const [field, mapping] of Object.entries(entry.fields) as [Field, NonNullable<Entry['fields'][Field]>][]) {
    const value = wants[field]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    const { to, as, fps, values } = typeof mapping === 'string' ? { to: mapping } : mapping
    if (values) {
      const theirs = values[String(value)]
      if (theirs === undefined) throw new ProviderError(`${entry.label} has no «${to}» for ${field} ${String(value)}; it knows ${Object.keys(values).join(', ')}.`, { provider, retryable: false, bought: false })
      input[to] = theirs
    } else input[to] = convert(value, as, fps)
  }
  const wrong = schema ? checkInput(schema, plain(input)) : []
  if (wrong.length > 0) {
    throw new ProviderError(`${entry.id} has changed at Replicate, or is described wrongly here: ${wrong.join('; ')}. Nothing was ordered. Correct its entry in the registry of models, or choose another model.`,
      { provider, retryable: false, bought: false })
  }
  return input
}

export const mediaIn = (input: Input): Media[] => Object.values(input).flat().filter((value) => value instanceof Media)

function convert(value: NonNullable<Wants[Field]>, as: string | undefined, fps = 24): unknown {
  if (as === 'integer') return Math.ceil(Number(value) - 1e-6)
  if (as === 'frames') return Math.round(Number(value) * fps)
  if (as === 'text') return String(value)
  if (as === 'list') return [value]
  if (as === 'url' && value instanceof Media) return new Media(value.asset, true)
  return value
}

/** As the model will see it, for the check: a file is an address. */
const plain = (input: Input) => Object.fromEntries(Object.entries(input).map(([name, value]) =>
  [name, value instanceof Media ? '' : Array.isArray(value) ? value.map((each) => each instanceof Media ? '' : each) : value]))
