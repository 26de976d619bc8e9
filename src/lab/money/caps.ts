import { z } from 'zod'

const Dollars = z.number().min(0).max(1_000_000)

/** What may be spent, in US dollars, as a server sets it. Null: no cap. */
export const Caps = z.object({
  /** For one film, where its producer sets no budget; no budget is above it. */
  capFilm: Dollars.nullable().default(null),
  capPersonDay: Dollars.nullable().default(null),
  capPersonMonth: Dollars.nullable().default(null),
  capServerDay: Dollars.nullable().default(null),
  capServerMonth: Dollars.nullable().default(null),
  /** Each person with the role may spend so much, whatever `capPerson…` says; of several roles the most generous holds. */
  capRoles: z.array(z.object({ role: z.string(), day: Dollars.nullable(), month: Dollars.nullable() })).default([]),
  /** What costs more than this is not begun before somebody who may says so; null: everything is. */
  confirmAbove: Dollars.nullable().default(1),
  /** The part of a cap at which it is warned of. */
  warnAt: z.number().min(0.1).max(1).default(0.8),
})
export type Caps = z.infer<typeof Caps>

export const CapKind = z.enum(['film', 'person-day', 'person-month', 'role-day', 'role-month', 'server-day', 'server-month'])
export type CapKind = z.infer<typeof CapKind>

/** One cap as it stands for one order: what it allows, and what is spent and set aside under it. */
export type Limit = {
  kind: CapKind
  /** Whose: a production, a person in a server, a server. */
  account: string
  dollars: number
  /** Spent in its period, and set aside for what is being made. */
  spoken: number
  /** When its day or month began, and when the next begins; null for a film. */
  from: Date | null
  until: Date | null
}

/** What is set aside for an order whose price is not known, and stays counted where the provider never says. */
export const assumed = 0.5

export type Priced = { key: string; price: number | null }

/** Which orders there is money for, in the order given, and which cap each of the others meets. Pure. */
export function admit(orders: readonly Priced[], limits: readonly Limit[]): { admitted: string[]; refused: { key: string; price: number; limit: Limit }[]; spoken: number } {
  let spoken = 0
  const admitted: string[] = []
  const refused: { key: string; price: number; limit: Limit }[] = []
  for (const order of orders) {
    const price = order.price ?? assumed
    const limit = limits.find((each) => price > 0 && each.spoken + spoken + price > each.dollars + tolerance)
    if (limit) { refused.push({ key: order.key, price, limit }); continue }
    spoken += price
    admitted.push(order.key)
  }
  return { admitted, refused, spoken }
}

/** Sums of cents are not exact. */
const tolerance = 1e-9

/** The next whole amount that lets all of it through, and is more than it was: what a button offers. */
export function raiseTo({ spoken, dollars }: Pick<Limit, 'spoken' | 'dollars'>, asked: number): number {
  const needed = Math.max(spoken + asked, dollars + 0.01)
  const step = needed < 10 ? 1 : needed < 100 ? 5 : 50
  return Math.ceil((needed - tolerance) / step) * step
}

/** Days and months are counted in UTC: the same for everybody in a server. */
export const dayOf = (now: Date) => ({ from: midnight(now, 0), until: midnight(now, 1) })
export const monthOf = (now: Date) => ({ from: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)), until: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)) })
const midnight = (now: Date, days: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days))
