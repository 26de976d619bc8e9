import { z } from 'zod'

/** Work for the lab. The key is the hash of craft, request and take: the same order twice is one row. */
export const Order = z.object({
  /** write room, draw, animate, speak, compose, conform, sheet, assemble … */
  craft: z.string(),
  request: z.json(),
  /** 1, or more when the same thing is wanted again. */
  take: z.int().min(1),
  /** The event mailed when it is done: these fields, `result` (what the craft returned) and `generation` (its key) beside them. */
  answer: z.record(z.string(), z.json()),
  /** For progress and trouble cards: «1.2.1 · drawing». */
  label: z.string(),
  /** Lower runs first among waiting orders. */
  rank: z.int(),
})
export type Order = z.infer<typeof Order>
