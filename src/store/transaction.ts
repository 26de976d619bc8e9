import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool, PoolClient } from 'pg'

/** What can run statements: a client inside a transaction, or the pool outside of one. */
export type Queryable = Pick<PoolClient, 'query'>

export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const fail = (error: Error) => { broken = error }
  // The pool takes its own listener off a client that is handed out, and an unheard error ends the process.
  client.on('error', fail)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(fail)
    throw error
  } finally {
    client.removeListener('error', fail)
    client.release(broken)
  }
}

const current = new AsyncLocalStorage<PoolClient>()

/** Inside `work`, the saver of `openSaver` reads and writes on this client: its checkpoints come and go with the transaction. */
export const inTransaction = <T>(client: PoolClient, work: () => Promise<T>): Promise<T> => current.run(client, work)

export const currentClient = () => current.getStore()
