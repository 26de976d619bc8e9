import { randomInt } from 'node:crypto'
import { Pool, type Client } from 'pg'
import type { PgBoss } from 'pg-boss'
import { ConfigError } from '../config-error.ts'
import { startBoss } from './boss.ts'
import { explainRefusal } from './explain-refusal.ts'
import { joinServer } from './join-server.ts'
import { openListener, type Listener } from './listener.ts'
import { migrate } from './migrate.ts'

export type Store = {
  pool: Pool
  boss: PgBoss
  listener: Listener
  url: string
  /** This opening's number: while it is open, its advisory lock (`ownerLock`, owner) is held. */
  owner: number
  close(): Promise<void>
}

export type StoreOptions = {
  /** Anybody's PostgreSQL. Without it, a server of our own keeps its data in `<home>/postgres`. */
  databaseUrl?: string | undefined
  home: string
  signal?: AbortSignal | undefined
  /** Errors of the background (a lost connection that will be made again). */
  onError?: ((error: unknown) => void) | undefined
}

/** The first half of the advisory lock by which the living know who is dead. */
export const ownerLock = 732_486

/** PostgreSQL with our tables and pg-boss in it, ready. */
export async function openStore({ databaseUrl, home, signal, onError = () => undefined }: StoreOptions): Promise<Store> {
  const owner = randomInt(1, 2 ** 31 - 1)
  const application = `redcliff ${owner}`
  const connect = async (url: string) => {
    const listener = await openListener(url, application, (client) => becomeOwner(client, owner))
    return { url, listener }
  }
  const { value: { url, listener }, leave } = databaseUrl === undefined
    ? await joinServer(home, application, connect, signal)
    : { value: await outside(databaseUrl, connect), leave: (close: () => Promise<void>) => close() }
  const pool = new Pool({ connectionString: url, application_name: application, max: 12, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 15_000 })
  pool.on('error', onError)
  const disconnect = async () => { await pool.end(); await listener.close() }
  try {
    await migrate(pool)
    const boss = await startBoss(pool, listener, onError)
    const close = async () => {
      await boss.stop({ graceful: true, timeout: 5000 })
      await leave(disconnect)
    }
    let closing: Promise<void> | undefined
    return { pool, boss, listener, url, owner, close: () => closing ??= close() }
  } catch (error) {
    await leave(disconnect)
    throw explainRefusal(error, url)
  }
}

const becomeOwner = (client: Client, owner: number) => client.query('select pg_advisory_lock($1, $2)', [ownerLock, owner])

async function outside<T>(url: string, connect: (url: string) => Promise<T>) {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ConfigError('DATABASE_URL is not a PostgreSQL address. It looks like postgresql://user:password@host:5432/database.')
  }
  try { return await connect(url) } catch (error) { throw explainRefusal(error, url) }
}
