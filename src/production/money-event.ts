import { z } from 'zod'
import { CapKind } from '../lab/money/caps.ts'

/** An order went out, its answer was lost, and nobody can be asked whether it was bought. */
export const Lost = z.object({ provider: z.string(), price: z.number().nullable() })

/** What the lab tells a production about money. None of it changes the film. */
export const Capped = z.object({
  kind: z.literal('capped'),
  /** `near`: four fifths of it are spoken for; `stopped`: orders wait, and nothing of them was placed. */
  level: z.enum(['near', 'stopped']),
  cap: CapKind,
  /** It is the budget that the film's own producer set. */
  own: z.boolean(),
  /** What the cap allows, and what is spent and set aside under it. */
  dollars: z.number(),
  spoken: z.number(),
  /** The orders that wait: how many, what those of known price cost, how many have none. */
  orders: z.int(),
  asked: z.number(),
  unknown: z.int(),
  /** What it would have to be raised to. */
  raise: z.number().nullable(),
  until: z.iso.datetime().nullable(),
})
export type Capped = z.infer<typeof Capped>

/** There may be money again: what is owed is ordered anew. `caps`: those that had stopped something. */
export const Resumed = z.object({ kind: z.literal('resumed'), caps: z.array(CapKind) })
export type Resumed = z.infer<typeof Resumed>

/** What a production that was given up has cost: all of it, what was stopped half-way, orders still open, and those of unknown price. */
export const Accounted = z.object({ kind: z.literal('accounted'), dollars: z.number(), stopped: z.number(), open: z.int(), unknown: z.int() })
export type Accounted = z.infer<typeof Accounted>

export const MoneyEvents = [Capped, Resumed, Accounted] as const
