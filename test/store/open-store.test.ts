import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ConfigError } from '../../src/config-error.ts'
import { stopServer } from '../../src/store/embedded-server.ts'
import { openStore } from '../../src/store/open-store.ts'
import { readPidFile, serverLives } from '../../src/store/pid-file.ts'
import { findPlace } from '../../src/store/server-place.ts'
import { addProduction, scratchDatabase } from './scratch-store.ts'

let home: string
let data: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'redcliff-store-'))
  await chmod(home, 0o755)
  data = (await findPlace(home)).data
})
afterAll(async () => {
  await stopServer(await findPlace(home))
  await rm(home, { recursive: true, force: true })
})

const running = async () => {
  const file = await readPidFile(data)
  return file && await serverLives(file.pid, data) ? file.pid : null
}
const start = async () => {
  const child = fork(join(import.meta.dirname, 'open-and-wait.ts'), [home], { execArgv: [] })
  await once(child, 'message')
  return child
}
const leave = async (child: ChildProcess) => { child.send('leave'); await once(child, 'exit') }
const kill = async (child: ChildProcess) => { child.kill('SIGKILL'); await once(child, 'exit') }

test('two commands at the very same moment on an empty folder share one server, and the last one stops it', async () => {
  const [one, two] = await Promise.all([start(), start()])
  const pid = await running()
  expect(pid).not.toBeNull()
  await leave(one)
  expect(await running()).toBe(pid)
  await leave(two)
  expect(await running()).toBeNull()
})

test('what was written is there the next time, and the password is nobody else\'s to read', async () => {
  const first = await openStore({ home })
  await addProduction(first, 'kept')
  await first.close()
  const second = await openStore({ home })
  expect((await second.pool.query('select id from redcliff.productions')).rows).toEqual([{ id: 'kept' }])
  await second.close()
  const { password } = await findPlace(home)
  expect((await stat(password)).mode & 0o777).toBe(0o600)
  expect(await readFile(password, 'utf8')).toMatch(/^[0-9a-f]{48}$/)
})

test('a server whose starter was killed is found, used and stopped', async () => {
  await kill(await start())
  const pid = await running()
  expect(pid).not.toBeNull()
  const store = await openStore({ home })
  expect(await running()).toBe(pid)
  await store.close()
  expect(await running()).toBeNull()
})

test('after a power cut the old pid file does not matter, even if its number is now another program\'s', async () => {
  const before = await openStore({ home })
  const pid = await running()
  const file = await readFile(join(data, 'postmaster.pid'), 'utf8')
  process.kill(pid ?? 0, 'SIGKILL')
  while (await running()) await new Promise((resolve) => setTimeout(resolve, 10))
  await before.close()
  await writeFile(join(data, 'postmaster.pid'), file.replace(/^\d+/, String(process.pid)))
  const store = await openStore({ home })
  expect((await store.pool.query('select id from redcliff.productions')).rows).toEqual([{ id: 'kept' }])
  await store.close()
})

test('opening and leaving over and over at once never leaves anybody with a dying server', async () => {
  await Promise.all([1, 2, 3].map(async () => {
    for (let turn = 0; turn < 4; turn++) {
      const store = await openStore({ home })
      expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      await store.close()
    }
  }))
  expect(await running()).toBeNull()
})

test('a folder of another PostgreSQL major is refused in a sentence', async () => {
  const version = join(data, 'PG_VERSION')
  const before = await readFile(version, 'utf8')
  await writeFile(version, '16\n')
  await expect(openStore({ home })).rejects.toThrow(/was made by PostgreSQL 16, and this Redcliff brings PostgreSQL 18/)
  await writeFile(version, before)
})

test('a wrong password file is named', async () => {
  const { password } = await findPlace(home)
  const keeper = await start()
  await rename(password, `${password}.kept`)
  await writeFile(password, 'wrong')
  await expect(openStore({ home })).rejects.toThrow(/password in .* is not that of the database/)
  await rename(`${password}.kept`, password)
  await leave(keeper)
})

test.skipIf(process.getuid?.() !== 0)('root may work in a folder that only root can enter', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'redcliff-closed-'))
  const inside = join(closed, 'project', '.redcliff')
  const store = await openStore({ home: inside })
  await addProduction(store, 'hidden')
  const { folder } = await findPlace(inside)
  expect(folder.startsWith(closed)).toBe(false)
  await store.close()
  await access(join(folder, 'data', 'PG_VERSION'))
  await rm(folder, { recursive: true })
  await rm(closed, { recursive: true })
})

test('a database of a newer Redcliff is refused, and nothing is touched', async () => {
  const { url, drop } = await scratchDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('insert into redcliff.schema_version (version) values (999); drop schema redcliff_boss cascade')
  const opening = openStore({ databaseUrl: url, home: inject('scratchHome') })
  await expect(opening).rejects.toThrow(/made by a newer Redcliff .*999.* Nothing was changed/)
  await expect(opening).rejects.toBeInstanceOf(ConfigError)
  expect((await client.query(`select to_regnamespace('redcliff_boss') as boss`)).rows).toEqual([{ boss: null }])
  await client.end()
  await drop()
})

test('only our two schemas are made in a shared database', async () => {
  const { url, drop } = await scratchDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`select distinct table_schema as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(['redcliff', 'redcliff_boss'])
  await client.end()
  await drop()
})

test('an address that leads nowhere, or is none, is said without its password', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' ? address?.port : 0
  probe.close()
  const refused = await openStore({ databaseUrl: `postgresql://me:secret@127.0.0.1:${port}/film`, home }).catch((error: Error) => error)
  expect(refused).toBeInstanceOf(ConfigError)
  expect(String(refused)).toMatch(/127\.0\.0\.1:\d+\/film cannot be reached/)
  expect(String(refused)).not.toContain('secret')
  await expect(openStore({ databaseUrl: 'mysql://x', home })).rejects.toThrow(/looks like postgresql:/)
})
