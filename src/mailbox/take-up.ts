import { randomUUID } from 'node:crypto'
import type { Store } from '../store/open-store.ts'
import { transaction } from '../store/transaction.ts'
import { mail } from '../store/mail.ts'

/**
 * What failed before somebody gave the command again is tried again: that is what the command was given for.
 * Resolves when the production has heard of it, so that no old trouble is shown as new.
 */
export async function takeUp(store: Pick<Store, 'pool' | 'boss'>, production: string, signal?: AbortSignal) {
  const last = await transaction(store.pool, async (client) => {
    const { rows: failed } = await client.query(
      `select distinct g.key from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
        where a.production = $1 and not a.cancelled and g.status = 'failed'`, [production])
    const { rows: dead } = await client.query('select id from redcliff.events where production = $1 and dead_at is not null and handled_at is null', [production])
    const again = randomUUID()
    for (const { key } of failed) await mail(store, client, production, `again:${key}:${again}`, { kind: 'retry-generation', generation: key })
    for (const { id } of dead) await mail(store, client, production, `again:${id}:${again}`, { kind: 'retry-event', id: Number(id) })
    const { rows: [{ id }] } = await client.query('select max(id) as id from redcliff.events where production = $1', [production])
    return failed.length + dead.length > 0 ? id : null
  })
  while (last !== null) {
    signal?.throwIfAborted()
    const { rows } = await store.pool.query('select 1 from redcliff.events where production = $1 and id <= $2 and handled_at is null and dead_at is null limit 1', [production, last])
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
