import { z } from 'zod'
import { Order } from '../lab/order.ts'
import { Card } from './card.ts'

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
