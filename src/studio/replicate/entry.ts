import { z } from 'zod'
import { MediaKind } from '../fixes.ts'
import { Limits, Price } from '../model.ts'

/** What we may have to say to a model, in our words. */
export const Field = z.enum([
  'prompt', 'negative', 'seed', 'count', 'width', 'height', 'size', 'aspect', 'references', 'picture', 'lastFrame', 'seconds', 'camera', 'fps',
  'text', 'voice', 'language', 'factor', 'clip', 'sound',
])
export type Field = z.infer<typeof Field>

/** Their field, or their field and what our value becomes on the way. */
export const Mapping = z.union([
  z.string().min(1),
  z.strictObject({
    to: z.string().min(1),
    /** `integer` rounds up, `frames` counts at `fps`, `list` makes a list of one, `url` is uploaded: the model takes no data. */
    as: z.enum(['integer', 'text', 'frames', 'list', 'url']).optional(),
    fps: z.number().positive().optional(),
    /** Our value by theirs. */
    values: z.record(z.string(), z.json()).optional(),
  }),
])
export type Mapping = z.infer<typeof Mapping>

/** A model as data. An operator may change any of it, or add one. */
export const Entry = z.strictObject({
  id: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'is not «owner/name»'),
  /** The version to stay with. Without one: the model by its name where it is official, else its latest version. */
  pin: z.string().regex(/^[0-9a-f]{64}$/, 'is not a version (64 hexadecimal digits)').optional(),
  capability: z.enum(['draw', 'animate', 'speak', 'compose', 'upscale', 'restoreFaces', 'replaceBackground', 'syncLips']),
  /** What a model that mends works on. */
  works: MediaKind.default('image'),
  label: z.string().min(1),
  fields: z.partialRecord(Field, Mapping),
  /** Sent every time. */
  always: z.record(z.string(), z.json()).default({}),
  /** Sent where the model's live schema has the field. */
  ifKnown: z.record(z.string(), z.json()).default({}),
  limits: Limits.default({}),
  /** US dollars; null: not known. */
  price: Price.nullable().default(null),
  /** US dollars for a second of the machine, for models that are charged by time. */
  machineSecond: z.number().nonnegative().nullable().default(null),
  /** Where in the answer the file's address is; left out where the answer is the address, or a list of them. */
  at: z.string().optional(),
  voices: z.array(z.string()).optional(),
  /** How this is known: V a schema page, P an example page, S another client's source, M from memory, O the operator. All is checked against the live schema. */
  source: z.enum(['V', 'P', 'S', 'M', 'O']).default('O'),
  note: z.string().optional(),
})
export type Entry = z.infer<typeof Entry>
/** As it is written down: what has a default may be left out. */
export type EntryData = z.input<typeof Entry>

export const idOf = (entry: Pick<Entry, 'id'>) => `replicate/${entry.id}`
