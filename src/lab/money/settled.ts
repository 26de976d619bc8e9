import { randomUUID } from 'node:crypto'
import { mail } from '../../store/mail.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction, type Queryable } from '../../store/transaction.ts'
import { spentOf } from './account.ts'
import { resumeWhatFits } from './hold.ts'

/** It cost less than was set aside, or nothing: what waits for money may have some now. */
export async function settledMoney(store: Pick<Store, 'pool' | 'boss'>, key: string): Promise<void> {
  const { rows: [row] } = await store.pool.query(
    `select g.guild, g.production from redcliff.generations g where g.key = $1 and g.reserved_cost is distinct from 0
      and exists (select from redcliff.held h where h.production = g.production or h.guild = g.guild)`, [key])
  if (row) await resumeWhatFits(store, row)
}

/** What was being made when its production was given up has stopped: what it has cost is known only now. */
export async function tellAccount(store: Pick<Store, 'pool' | 'boss'>, key: string): Promise<void> {
  await transaction(store.pool, async (client) => {
    const { rows: [row] } = await client.query(
      `select g.production from redcliff.generations g join redcliff.productions p on p.id = g.production where g.key = $1 and p.phase = 'cancelled'`, [key])
    if (row) await mailAccount(store, client, row.production)
  })
}

/** To a production that was given up: what it has cost all the same. Nothing is said where nothing was bought. */
export async function mailAccount(store: Pick<Store, 'boss'>, client: Queryable, production: string): Promise<void> {
  const { rows: [sum] } = await client.query(
    `select count(*)::int as purchases, coalesce(sum(${spentOf('p')}), 0)::float as dollars,
        count(*) filter (where status not in ('done', 'failed', 'given up'))::int as open,
        coalesce(sum(${spentOf('p')}) filter (where status = 'given up'), 0)::float as stopped,
        count(*) filter (where cost is null and reserved is null and status <> 'failed')::int as unknown
      from redcliff.purchases p where production = $1`, [production])
  if (sum.purchases === 0) return
  await mail(store, client, production, `accounted:${randomUUID()}`, { kind: 'accounted', dollars: sum.dollars, stopped: sum.stopped, open: sum.open, unknown: sum.unknown })
}
