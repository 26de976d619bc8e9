import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { ConfigError } from '../config-error.ts'
import { removeStalePidFile, startServer, stopServer } from './embedded-server.ts'
import { exclusive } from './exclusive.ts'
import { readPidFile, serverLives } from './pid-file.ts'
import { findPlace, type ServerPlace } from './server-place.ts'

/** `leave` runs `close`, which ends every connection of ours, and stops the server if nobody else is left. */
export type Joined<T> = { value: T; leave(close: () => Promise<void>): Promise<void> }

/**
 * The server on `<home>/postgres`: the one that runs there, or a new one. `connect` is called under the lock, and a
 * connection that it opens and keeps is our presence: the last to leave is the one who sees no other connection.
 */
export async function joinServer<T>(home: string, application: string, connect: (url: string) => Promise<T>, signal?: AbortSignal): Promise<Joined<T>> {
  const place = await findPlace(home)
  const url = async () => serverUrl((await readPidFile(place.data))?.port ?? 0, (await readFile(place.password, 'utf8')).trim())
  const leave = (close: () => Promise<void>) => exclusive(place.lock, async () => {
    await close()
    if (await alone(await url(), application)) await stopServer(place)
  })
  const value = await exclusive(place.lock, async () => {
    await ensureRunning(place, url, signal)
    return connect(await url())
  }, signal)
  return { value, leave }
}

const serverUrl = (port: number, password: string) => `postgresql://redcliff:${password}@127.0.0.1:${port}/postgres`

async function ensureRunning(place: ServerPlace, url: () => Promise<string>, signal?: AbortSignal) {
  for (const started = Date.now(); ;) {
    const running = await readPidFile(place.data)
    if (!running) return startServer(place, signal)
    if (!await serverLives(running.pid, place.data)) {
      await removeStalePidFile(place.data)
      continue
    }
    const refusal = await answers(await url())
    if (refusal === null) return
    if (refusal.code === '28P01') throw new ConfigError(`The password in ${place.password} is not that of the database beside it. Restore the file, or move the folder away.`)
    if (Date.now() - started > 60_000) {
      throw new ConfigError(`The database server in ${place.folder} (process ${running.pid}) runs but does not answer: ${refusal.message}. Stop it, then try again.`)
    }
    // Its starter was killed while it was still getting up, or somebody is stopping it.
    await wait(20, undefined, { signal })
  }
}

async function answers(url: string): Promise<{ code?: string; message: string } | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try { await client.connect(); return null } catch (error) { return error as Error } finally { await client.end().catch(() => undefined) }
}

async function alone(url: string, application: string) {
  const client = new Client({ connectionString: url, application_name: application, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`, [application])
    return rows[0].others === 0
  } catch {
    return false
  } finally { await client.end().catch(() => undefined) }
}
