import type { Order } from './order.ts'
import { hashJson, toJsonb } from '../store/json.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'
import { doneBody, failedBody, mailAnswer } from './answer.ts'
import type { Assets } from './assets.ts'
import { type Crafts, poolOf, priceOf } from './craft.ts'
import { type Account, accountOf, limitsOf, lockAccount, rulesFor } from './money/account.ts'
import { admit } from './money/caps.ts'
import { holdOrders, warnOnce } from './money/hold.ts'
import { tellProgress } from './progress.ts'

export const generationKey = ({ craft, request, take }: Pick<Order, 'craft' | 'request' | 'take'>) => hashJson({ craft, request, take })

export type Placing = { store: Pick<Store, 'boss'>; crafts: Crafts; assets: Assets }

/** Orders in the transaction of the event that wants them. The same order twice is one generation, with both waiting. */
export async function placeOrders(placing: Placing, client: Queryable, production: string, orders: readonly Order[]) {
  if (orders.length === 0) return
  const account = await accountOf(client, production)
  // In the order of their keys, so that two productions that want the same things never wait for each other crosswise.
  const keyed = (await Promise.all(orders.map(async (order) => ({ order, key: generationKey(order), price: await priceOf(placing, order) })))).sort((a, b) => a.key < b.key ? -1 : 1)
  const refused = await overCaps(placing, client, account, keyed)
  const waiting: string[] = []
  for (const each of keyed) {
    if (!refused.has(each.key) && await placeOrder(placing, client, account, each)) waiting.push(each.key)
  }
  if (!waiting.length) return
  await tellProgress(client, ...waiting)
  await client.query(`select pg_notify('redcliff_lab', '')`)
}

type Keyed = { order: Order; key: string; price: number | null }

/**
 * Which of them there is no money for. Whoever sets money aside in a server does so alone until the end of the transaction, so that
 * two that order at the same moment cannot both have the last dollar. What is ordered already needs no more money.
 */
async function overCaps({ store }: Placing, client: Queryable, account: Account, keyed: readonly Keyed[]): Promise<Set<string>> {
  const costly = keyed.filter(({ price }) => price !== 0)
  if (costly.length === 0 || rulesFor(account, new Date()).length === 0) return new Set()
  await lockAccount(client, account)
  const { rows } = await client.query(`select key from redcliff.generations where key = any($1) and status <> 'cancelled'`, [costly.map(({ key }) => key)])
  const known = new Set(rows.map(({ key }) => key))
  const limits = await limitsOf(client, account, new Date())
  const wanted = [...new Map(costly.filter(({ key }) => !known.has(key)).map((each) => [each.key, each])).values()]
    .sort((a, b) => a.order.rank - b.order.rank || (a.key < b.key ? -1 : 1))
  const { refused, spoken } = admit(wanted, limits)
  await warnOnce(store, client, account, limits, spoken)
  await holdOrders(store, client, account, refused.flatMap(({ key, limit }) => wanted.filter((each) => each.key === key).map((each) => ({ ...each, limit }))), spoken)
  return new Set(refused.map(({ key }) => key))
}

async function placeOrder({ store, crafts }: Placing, client: Queryable, account: Account, { order, key, price }: Keyed) {
  const { craft, label, request, take, rank } = order
  const { production, guild, person } = account
  // The conflicting update changes nothing but the rank; it locks the row, so that a generation that is being
  // finished at this moment either sees us among the waiting, or is seen by us as done.
  const { rows: [row] } = await client.query(
    `insert into redcliff.generations as g (key, craft, label, request, take, rank, reserved_cost, pool, production, guild, person) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (key) do update set rank = least(g.rank, excluded.rank) returning status, result, error`,
    [key, craft, label, toJsonb(request), take, rank, price, poolOf(crafts, craft, request), production, guild, person])
  const answer = { production, hash: hashJson(order.answer) }
  if (row.status === 'done') {
    await mailAnswer(store, client, key, 'done', { ...answer, body: doneBody(order.answer, key, row.result) })
    return false
  }
  await client.query(
    `insert into redcliff.awaiting (generation, production, answer, answer_hash) values ($1, $2, $3, $4)
      on conflict (generation, production, answer_hash) do update set cancelled = false`, [key, production, toJsonb(order.answer), answer.hash])
  if (row.status === 'failed' || row.status === 'unknown') {
    await mailAnswer(store, client, key, 'failed', { ...answer, body: failedBody(order.answer, key, label, row.error ?? {}) })
    return false
  }
  // whoever wants again what nobody waited for any more pays for it
  if (row.status === 'cancelled') await client.query(`${again}, reserved_cost = $2, production = $3, guild = $4, person = $5, ordered_at = clock_timestamp() where key = $1`, [key, price, production, guild, person])
  return true
}

/** A new attempt of the same row, asked for by a person. False where a cap does not allow it: the production is told. */
export async function retryGeneration(placing: Placing, client: Queryable, production: string, key: string): Promise<boolean> {
  const { rows: [row] } = await client.query(
    `select g.craft, g.request, g.take, g.label, g.rank, g.status, a.answer from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
      where g.key = $1 and a.production = $2 and g.status in ('failed', 'unknown') limit 1`, [key, production])
  if (row) {
    const account = await accountOf(client, production)
    const price = await priceOf(placing, row)
    if (price !== 0 && rulesFor(account, new Date()).length > 0) {
      await lockAccount(client, account)
      const limits = await limitsOf(client, account, new Date())
      // an unknown outcome stays counted as bought, and is bought anew
      const { refused: [refused], spoken } = admit([{ key, price }], limits)
      if (refused) {
        await holdOrders(placing.store, client, account, [{ order: { craft: row.craft, request: row.request, take: row.take, label: row.label, rank: row.rank, answer: row.answer }, key, price, limit: refused.limit }])
        return false
      }
      await warnOnce(placing.store, client, account, limits, spoken)
    }
    // a person has decided: what may have been bought is counted, and bought anew
    await client.query(`update redcliff.purchases set status = 'given up', cost = coalesce(cost, reserved), ended_at = now() where generation = $1 and status = 'unknown'`, [key])
    await client.query(`${again}, reserved_cost = $2, production = $3, guild = $4, person = $5, ordered_at = clock_timestamp() where key = $1 and status in ('failed', 'unknown')`,
      [key, price, production, account.guild, account.person])
    await client.query(`select pg_notify('redcliff_lab', '')`)
  }
  await client.query('update redcliff.awaiting set cancelled = false where generation = $1 and production = $2', [key, production])
  return true
}

const again = `update redcliff.generations set status = 'intent', attempts = 0, crashes = 0, error = null,
  progress = 0, doing = null, finished_at = null, wake_at = now()`
