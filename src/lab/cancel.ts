import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'
import { mailAccount } from './money/settled.ts'

/** This production no longer waits for a shot's orders, or for any ('*'). What nobody else waits for is stopped. */
export async function cancelOrders(store: Pick<Store, 'boss'>, client: Queryable, production: string, shot: string) {
  // Generations first and in the order of their keys, as everywhere, so that nobody waits crosswise.
  const { rows } = await client.query(
    `select key from redcliff.generations where status = 'intent' and key in (
        select generation from redcliff.awaiting where production = $1 and not cancelled and ($2 = '*' or answer->>'shot' = $2)
      ) order by key for update`, [production, shot])
  await client.query(`delete from redcliff.held where production = $1 and ($2 = '*' or ord->'answer'->>'shot' = $2)`, [production, shot])
  if (!rows.length) return shot === '*' ? mailAccount(store, client, production) : undefined
  const keys = rows.map((row) => row.key)
  await client.query(
    `update redcliff.awaiting set cancelled = true
      where production = $1 and generation = any($3) and ($2 = '*' or answer->>'shot' = $2)`, [production, shot, keys])
  await client.query(
    `with stopped as (
      update redcliff.generations g set status = 'cancelled', finished_at = now()
        where key = any($1) and not exists (select 1 from redcliff.awaiting a where a.generation = g.key and not a.cancelled)
        returning key
    ) select pg_notify('redcliff_cancel', key) from stopped`, [keys])
  if (shot === '*') await mailAccount(store, client, production)
}
