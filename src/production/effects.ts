import { z } from 'zod'
import { Card } from './card.ts'

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

/** What one event makes happen beside the new state. Applied in the same transaction as the checkpoint. */
export const Effects = z.object({
  orders: z.array(Order),
  cards: z.array(Card),
  /** Answers' `shot` (or all with '*') whose unfinished orders this production no longer waits for. */
  cancels: z.array(z.string()),
  /** Events the production sends itself, after this one: what must read all shots is its own event. Keys are made unique by this event's id. */
  mails: z.array(z.object({ key: z.string(), body: z.record(z.string(), z.json()) })),
})
export type Effects = z.infer<typeof Effects>
