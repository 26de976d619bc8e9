import type { Store } from '../store/open-store.ts'
import { toJsonb } from '../store/json.ts'
import { transaction, type Queryable } from '../store/transaction.ts'
import { doneBody, type Failure, failedBody, mailAnswer } from './answer.ts'
import { spentOf } from './money/account.ts'
import { tellProgress } from './progress.ts'

type Hands = Pick<Store, 'pool' | 'boss' | 'owner'>

/** The row done, the cost settled and the answers mailed, together. False when the order was taken from us meanwhile. */
export const settleDone = (store: Hands, key: string, result: unknown): Promise<boolean> =>
  transaction(store.pool, async (client) => {
    const { rowCount } = await client.query(
      `update redcliff.generations set status = 'done', owner = null, result = $3, progress = 1,
          cost = ${spent}, doing = null, error = null,
          finished_at = clock_timestamp(), seconds = extract(epoch from clock_timestamp() - started_at)
        where key = $1 and owner = $2`, [key, store.owner, toJsonb(result ?? null)])
    if (!rowCount) return false
    await tellProgress(client, key)
    const { rows } = await client.query('delete from redcliff.awaiting where generation = $1 returning production, answer, answer_hash, cancelled', [key])
    for (const { production, answer, answer_hash: hash, cancelled } of rows) {
      if (!cancelled) await mailAnswer(store, client, key, 'done', { production, hash, body: doneBody(answer, key, result) })
    }
    return true
  })

/** Failed for good. Those who wait go on waiting, for a retry would answer them too. */
export const settleFailed = (store: Hands, key: string, { message, zh, refused }: Failure): Promise<void> =>
  transaction(store.pool, async (client) => {
    const { rows: [row] } = await client.query(
      `update redcliff.generations set status = 'failed', owner = null, error = $3, cost = ${spent}, doing = null, finished_at = clock_timestamp()
        where key = $1 and owner = $2 and status = 'intent' returning label`, [key, store.owner, toJsonb({ message, retryable: false })])
    if (!row) return release(store, client, key)
    await tellProgress(client, key)
    await tellFailed(store, client, key, row.label, { ...(message === undefined ? {} : { message }), zh, refused })
  })

/** What was really paid for it: nothing, where nothing was bought. */
const spent = `(select coalesce(sum(${spentOf('u')}), 0) from redcliff.purchases u where u.generation = $1)`

/** Whether it was bought cannot be known: it waits for a person, and what was reserved stays reserved. */
export const settleUnknown = (store: Hands, key: string, failure: Failure): Promise<void> =>
  transaction(store.pool, async (client) => {
    const { rows: [row] } = await client.query(
      `update redcliff.generations set status = 'unknown', owner = null, error = $3, doing = null
        where key = $1 and owner = $2 and status = 'intent' returning label`, [key, store.owner, toJsonb({ ...failure, retryable: false })])
    if (!row) return release(store, client, key)
    await tellProgress(client, key)
    await tellFailed(store, client, key, row.label, failure)
  })

async function tellFailed(store: Hands, client: Queryable, key: string, label: string, failure: Failure) {
  const { rows } = await client.query('select production, answer, answer_hash from redcliff.awaiting where generation = $1 and not cancelled', [key])
  for (const { production, answer, answer_hash: hash } of rows) {
    await mailAnswer(store, client, key, 'failed', { production, hash, body: failedBody(answer, key, label, failure) })
  }
}

/** To be tried again in a while. */
export const settleLater = (store: Hands, key: string, message: string, seconds: number) =>
  store.pool.query(
    `update redcliff.generations set owner = null, error = $3, doing = null, wake_at = clock_timestamp() + make_interval(secs => $4)
      where key = $1 and owner = $2`, [key, store.owner, toJsonb({ message, retryable: true }), seconds])

/** We no longer hold it; what it is now (cancelled, or ordered again) is left as it is. Being stopped is no attempt. */
export const release = async ({ owner }: Pick<Store, 'owner'>, client: Queryable, key: string) => {
  await client.query(`update redcliff.generations set owner = null, attempts = greatest(attempts - 1, 0), cost = case when status = 'cancelled' then ${spent} else cost end where key = $1 and owner = $2`, [key, owner])
}
