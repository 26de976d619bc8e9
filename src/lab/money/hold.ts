import { randomUUID } from 'node:crypto'
import { toJsonb } from '../../store/json.ts'
import { mail } from '../../store/mail.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction, type Queryable } from '../../store/transaction.ts'
import { Order } from '../order.ts'
import { type Account, accountOf, limitsOf } from './account.ts'
import { admit, assumed, type Limit, raiseTo } from './caps.ts'

type Refused = { order: Order; key: string; price: number | null; limit: Limit }

/** Orders that a cap stops are kept, and the production is told: what, how much, which cap. `admitted`: dollars of what was let through just before them. */
export async function holdOrders(store: Pick<Store, 'boss'>, client: Queryable, account: Account, refused: readonly Refused[], admitted = 0) {
  const { production, guild } = account
  let fresh = false
  for (const { order, key, price, limit } of refused) {
    const { rowCount } = await client.query(
      `insert into redcliff.held as h (production, generation, ord, price, guild, cap, until) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (production, generation) do update set ord = excluded.ord, price = excluded.price, cap = excluded.cap, until = excluded.until
        where h.cap <> excluded.cap or h.until is distinct from excluded.until`,
      [production, key, toJsonb(order), price, guild, limit.kind, limit.until])
    fresh ||= rowCount === 1
  }
  if (!fresh) return
  for (const met of new Map(refused.map((each) => [each.limit.kind, each.limit])).values()) {
    const limit = { ...met, spoken: met.spoken + admitted }
    const { rows: [sum] } = await client.query(
      `select count(*)::int as orders, coalesce(sum(price), 0)::float as dollars, (count(*) filter (where price is null))::int as unknown from redcliff.held where production = $1 and cap = $2`,
      [production, limit.kind])
    await mailCap(store, client, account, limit, { level: 'stopped', orders: sum.orders, asked: sum.dollars, unknown: sum.unknown, raise: raiseTo(limit, sum.dollars + sum.unknown * assumed) })
  }
}

/** Four fifths of a cap are spoken for: said once for each cap, period and amount, where it was passed. */
export async function warnOnce(store: Pick<Store, 'boss'>, client: Queryable, account: Account, limits: readonly Limit[], more: number) {
  for (const limit of limits) {
    const spoken = limit.spoken + more
    if (more === 0 || limit.dollars === 0 || spoken < limit.dollars * account.caps.warnAt) continue
    const { rowCount } = await client.query('insert into redcliff.cap_warnings (account, period, dollars) values ($1, $2, $3) on conflict do nothing',
      [`${limit.kind} ${limit.account}`, limit.from ?? new Date(0), limit.dollars])
    if (rowCount) await mailCap(store, client, account, { ...limit, spoken }, { level: 'near', orders: 0, asked: 0, unknown: 0, raise: null })
  }
}

const mailCap = (store: Pick<Store, 'boss'>, client: Queryable, { production, budget, caps }: Account, { kind, dollars, spoken, until }: Limit, more: object) =>
  mail(store, client, production, `capped:${randomUUID()}`, { kind: 'capped', cap: kind, own: kind === 'film' && budget !== null && budget <= (caps.capFilm ?? Infinity), dollars, spoken, until: until?.toISOString() ?? null, ...more })

/** A production's held orders, let go of: it orders anew what it still wants, and these are given back for what no state remembers. */
export async function takeHeld(client: Queryable, production: string): Promise<Order[]> {
  const { rows } = await client.query('delete from redcliff.held where production = $1 returning ord', [production])
  return rows.map(({ ord }) => Order.parse(ord))
}

/** Money may be there again: each production that waits for some is told to order what it owes, unless it was told already. */
export async function resume(store: Pick<Store, 'boss'>, client: Queryable, productions: readonly string[]) {
  const { rows } = await client.query(
    `select h.production, array_agg(distinct h.cap) as caps from redcliff.held h where h.production = any($1) and not exists (
        select from redcliff.events e where e.production = h.production and e.handled_at is null and e.dead_at is null and e.body->>'kind' = 'resumed') group by 1`, [productions])
  for (const { production, caps } of rows) await mail(store, client, production, `resumed:${randomUUID()}`, { kind: 'resumed', caps })
}

/** Looks whether what waits for money has some now: a day is over, a cap was raised, something cost less or was given up. */
export async function resumeWhatFits(store: Pick<Store, 'pool' | 'boss'>, { guild, production }: { guild?: string | null; production?: string | null } = {}): Promise<void> {
  const { rows } = await store.pool.query(
    `select production, min(price)::float as price, bool_or(price is null) as unknown from redcliff.held
      where ($1::text is null and $2::text is null) or guild = $1 or production = $2 group by production`, [guild ?? null, production ?? null])
  if (rows.length === 0) return
  await transaction(store.pool, async (client) => {
    for (const row of rows) {
      const limits = await limitsOf(client, await accountOf(client, row.production), new Date())
      const cheapest = [row.price, row.unknown ? null : undefined].filter((price) => price !== undefined).map((price) => ({ key: row.production, price }))
      if (cheapest.some((order) => admit([order], limits).admitted.length > 0)) await resume(store, client, [row.production])
    }
  })
}
