import type { Order } from './order.ts'
import { hashJson, toJsonb } from '../store/json.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'
import { doneBody, failedBody, mailAnswer } from './answer.ts'
import type { Crafts } from './craft.ts'
import { tellProgress } from './progress.ts'

export const generationKey = ({ craft, request, take }: Pick<Order, 'craft' | 'request' | 'take'>) => hashJson({ craft, request, take })

/** Orders in the transaction of the event that wants them. The same order twice is one generation, with both waiting. */
export async function placeOrders(store: Pick<Store, 'boss'>, crafts: Crafts, client: Queryable, production: string, orders: readonly Order[]) {
  // In the order of their keys, so that two productions that want the same things never wait for each other crosswise.
  const keyed = orders.map((order) => ({ order, key: generationKey(order) })).sort((a, b) => a.key < b.key ? -1 : 1)
  const waiting: string[] = []
  for (const { order, key } of keyed) {
    if (await placeOrder(store, crafts, client, production, key, order)) waiting.push(key)
  }
  if (!waiting.length) return
  await tellProgress(client, ...waiting)
  await client.query(`select pg_notify('redcliff_lab', '')`)
}

async function placeOrder(store: Pick<Store, 'boss'>, crafts: Crafts, client: Queryable, production: string, key: string, order: Order) {
  const { craft, label, request, take, rank } = order
  // The conflicting update changes nothing but the rank; it locks the row, so that a generation that is being
  // finished at this moment either sees us among the waiting, or is seen by us as done.
  const { rows: [row] } = await client.query(
    `insert into redcliff.generations as g (key, craft, label, request, take, rank, reserved_cost) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (key) do update set rank = least(g.rank, excluded.rank) returning status, result, error`,
    [key, craft, label, toJsonb(request), take, rank, crafts[craft]?.price?.(request) ?? 0])
  const answer = { production, hash: hashJson(order.answer) }
  if (row.status === 'done') {
    await mailAnswer(store, client, key, 'done', { ...answer, body: doneBody(order.answer, key, row.result) })
    return false
  }
  await client.query(
    `insert into redcliff.awaiting (generation, production, answer, answer_hash) values ($1, $2, $3, $4)
      on conflict (generation, production, answer_hash) do update set cancelled = false`, [key, production, toJsonb(order.answer), answer.hash])
  if (row.status === 'failed' || row.status === 'unknown') {
    await mailAnswer(store, client, key, 'failed', { ...answer, body: failedBody(order.answer, key, label, row.error?.message ?? '') })
    return false
  }
  if (row.status === 'cancelled') await client.query(again, [key])
  return true
}

/** A new attempt of the same row, asked for by a person. */
export async function retryGeneration(client: Queryable, production: string, key: string) {
  // a person has decided: what may have been bought is counted, and bought anew
  await client.query(`update redcliff.purchases set status = 'given up', cost = coalesce(cost, reserved), ended_at = now() where generation = $1 and status = 'unknown'`, [key])
  const { rowCount } = await client.query(`${again} and status in ('failed', 'unknown')`, [key])
  await client.query('update redcliff.awaiting set cancelled = false where generation = $1 and production = $2', [key, production])
  if (rowCount) await client.query(`select pg_notify('redcliff_lab', '')`)
}

const again = `update redcliff.generations set status = 'intent', attempts = 0, crashes = 0, error = null,
  progress = 0, doing = null, finished_at = null, wake_at = now() where key = $1`
