import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ConfigError } from '../config-error.ts'
import { dataExists, pidFilePath, readPidFile, serverLives } from './pid-file.ts'
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts'
import { reachable, type ServerPlace } from './server-place.ts'

/** Makes the data folder where there is none, and starts the server. The caller holds the place's lock. */
export async function startServer(place: ServerPlace, signal?: AbortSignal): Promise<void> {
  const binaries = await findPostgres(place.user, reachable)
  if (!await dataExists(place.data)) await initialise(place, binaries, signal)
  await refuseOtherMajor(place.data, binaries.major)
  for (let attempt = 1; ; attempt++) {
    const complaint = await launch(place, binaries, await freePort(), signal)
    if (complaint === null) return
    // Between our look and its bind, somebody else may have taken the port.
    if (attempt < 5 && /address already in use/i.test(complaint)) continue
    throw new ConfigError(`PostgreSQL does not start on ${place.data}: ${explain(complaint)}`)
  }
}

/** Waits until the server is gone. */
export async function stopServer(place: ServerPlace): Promise<void> {
  const running = await readPidFile(place.data)
  if (!running || !await serverLives(running.pid, place.data)) return
  process.kill(running.pid, 'SIGINT')
  for (let turns = 0; turns < 1500 && await serverLives(running.pid, place.data); turns++) await wait(10)
}

async function initialise({ folder, data, password, user }: ServerPlace, { initdb }: PostgresBinaries, signal?: AbortSignal) {
  const part = join(folder, 'data.part')
  await rm(part, { recursive: true, force: true })
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) await chown(password, user.ids.uid, user.ids.gid)
  const complaint = await run(initdb, [`--pgdata=${part}`, '--username=redcliff', `--pwfile=${password}`,
    '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : [])], user, signal)
  if (complaint !== null) {
    await rm(part, { recursive: true, force: true })
    throw new ConfigError(`No database can be made in ${folder}: ${explain(complaint)}`)
  }
  await rename(part, data)
}

async function run(file: string, args: string[], user: ServerPlace['user'], signal?: AbortSignal) {
  const child = spawn(file, args, { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'], signal, ...user?.ids })
  let complaint = ''
  child.stderr.on('data', (text) => { complaint = (complaint + text).slice(-4000) })
  const [code] = await once(child, 'close')
  return code === 0 ? null : complaint
}

/** Its own session, so that a Ctrl-C meant for us does not reach it: others may be using it. */
async function launch({ data, log, user }: ServerPlace, { postgres }: PostgresBinaries, port: number, signal?: AbortSignal) {
  const output = await open(log, 'w', 0o600)
  try {
    if (user) await output.chown(user.ids.uid, user.ids.gid)
    const server = spawn(postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, detached: true, stdio: ['ignore', output.fd, output.fd], ...user?.ids })
    let ended = false
    server.once('exit', () => { ended = true }).once('error', () => { ended = true })
    server.unref()
    for (;;) {
      if (ended) return await readFile(log, 'utf8')
      const file = await readPidFile(data)
      if (file && file.pid === server.pid && file.ready) return null
      await wait(5, undefined, { signal })
    }
  } finally { await output.close() }
}

/** A small server for one machine: no socket files, no replication, no jit; every commit on disk. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'shared_buffers=32MB',
  'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=256MB', 'io_method=sync', 'jit=off', 'autovacuum_naptime=30s',
  'log_min_messages=fatal', 'log_line_prefix=%t ']

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function refuseOtherMajor(data: string, major: string) {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  if (found === major) return
  throw new ConfigError(`The database in ${data} was made by PostgreSQL ${found}, and this Redcliff brings PostgreSQL ${major}. `
    + 'Use the Redcliff that made it, or move the folder away to begin with an empty database.')
}

function explain(complaint: string) {
  if (/no space left/i.test(complaint)) return 'the disk is full. Free some space, then try again.'
  if (/could not look up effective user/i.test(complaint)) return 'your user has no entry in /etc/passwd, which PostgreSQL needs. Add one, or set DATABASE_URL.'
  // Its log is on the same disk.
  if (!complaint.trim()) return 'it ended without a word, as it does when the disk is full. Free some space, then try again.'
  const lines = complaint.trim().split('\n')
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '').trim()
}

export async function removeStalePidFile(data: string) {
  await rm(pidFilePath(data), { force: true })
}
