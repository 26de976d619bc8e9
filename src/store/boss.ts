import type { Pool, PoolClient } from 'pg'
import { PgBoss, type Db } from 'pg-boss'
import type { Listener } from './listener.ts'
import type { Queryable } from './transaction.ts'

export const bossSchema = 'redcliff_boss'

/** pg-boss on our pool and our listener: no connections of its own. */
export async function startBoss(pool: Pool, listener: Listener, onError: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    db: bossDatabase(pool, listener), schema: bossSchema, useListenNotify: true, schedule: false,
    registerInstance: false, monitorVacuum: false, reindex: false, superviseIntervalSeconds: 60,
  })
  boss.on('error', onError)
  await oneAtATime(pool, async () => {
    await boss.start()
    // A wake-up that failed would block its production for good; the mailbox never lets one fail.
    if (!await boss.getQueue('mail')) {
      await boss.createQueue('mail', { policy: 'key_strict_fifo', notify: true, retryLimit: 1000, retryDelay: 0, deleteAfterSeconds: 60 })
    }
  })
  return boss
}

/** Two commands on an empty database at the same moment: pg-boss's own lock does not keep its CREATE SCHEMA from failing in the second. */
async function oneAtATime(pool: Pool, work: () => Promise<void>) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(7324865132)')
    await work()
    await client.query('select pg_advisory_unlock(7324865132)')
    client.release()
  } catch (error) {
    // the lock goes with its connection
    client.release(true)
    throw error
  }
}

/** Statements of pg-boss inside a transaction of ours. */
export const within = (client: Queryable): Db => ({ executeSql: (text, values) => client.query(text, values) })

/** What a transactional worker is handed: `client` is the connection that the transaction is on. */
export type BossTransaction = Db & { client: PoolClient }

function bossDatabase(pool: Pool, listener: Listener): Db {
  return {
    executeSql: (text, values) => pool.query(text, values),
    async listen(channel, onNotification, onReconnect) {
      const close = await listener.listen(channel, onNotification, onReconnect)
      onReconnect()
      return { close }
    },
    beginTransaction: () => begin(pool),
  }
}

async function begin(pool: Pool) {
  const client = await pool.connect()
  let settled = false
  const release = (error?: Error) => {
    if (settled) return
    settled = true
    client.removeListener('error', release)
    client.release(error)
  }
  client.on('error', release)
  try { await client.query('begin') } catch (error) { release(error as Error); throw error }
  const executeSql = (text: string, values?: unknown[]) =>
    settled ? Promise.reject(new Error('This transaction is over.')) : client.query(text, values)
  const db: BossTransaction = { client, executeSql }
  return {
    db,
    async commit() {
      if (settled) throw new Error('This transaction is over: its connection was lost.')
      try { await client.query('commit'); release() } catch (error) { release(error as Error); throw error }
    },
    async rollback() {
      if (settled) return
      // Never rejects, and never waits for long: a statement in flight would hold the rollback up.
      const late = setTimeout(() => release(new Error('rollback took too long')), 5000)
      await client.query('rollback').then(() => release(), (error: Error) => release(error))
      clearTimeout(late)
    },
  }
}
