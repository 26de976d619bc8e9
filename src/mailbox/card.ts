import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'

/** What a choice does when it is taken: an event's body for the production. */
export const Choice = z.object({
  label: z.string(),
  event: z.record(z.string(), z.json()),
  /** What `--yes`, or nobody at the terminal, takes. */
  standard: z.boolean(),
})
export type Choice = z.infer<typeof Choice>

/** What the graph says, as plain data; a surface renders it. One card a slot, rewritten: the newest revision holds. */
export const Card = z.object({
  /** `pitch`, `script`, `board`, `shot:1.2`, `cut`, `film`, `reply:<event>`, `trouble:<event or generation>`. */
  slot: z.string(),
  title: z.string(),
  text: z.string(),
  media: z.array(z.object({ hash: AssetHash, kind: z.enum(['image', 'video', 'sound', 'json', 'text']), name: z.string() })),
  choices: z.array(Choice),
  /** Someone is asked, and the production will not go on without an answer. */
  asks: z.boolean(),
})
export type Card = z.infer<typeof Card>
