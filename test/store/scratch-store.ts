import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { joinServer } from '../../src/store/join-server.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'

export type ScratchStore = Store & { reopen(): Promise<Store> }

/** A store in an empty database of its own, gone when closed. On DATABASE_URL when that is set, else on the run's own server. */
export async function scratchStore(): Promise<ScratchStore> {
  const { url, drop } = await scratchDatabase()
  const open = () => openStore({ databaseUrl: url, home: inject('scratchHome') })
  const store = await open()
  return { ...store, reopen: open, close: async () => { await store.close(); await drop() } }
}

/** An empty database with our tables, copied from a template that is made once a run. */
export async function scratchDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { admin, leave } = await connect()
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const template = `template_${inject('scratchHome').replace(/\W/g, '_').slice(-20).toLowerCase()}`
  // Databases are copied one at a time, and not while anybody is connected to the template.
  await admin.query('select pg_advisory_lock(1)')
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template])
  if (!rowCount) {
    await admin.query(`create database ${template}`)
    await (await openStore({ databaseUrl: at(template), home: inject('scratchHome') })).close()
  }
  await admin.query(`create database ${name} template ${template}`)
  await admin.query('select pg_advisory_unlock(1)')
  function at(database: string) {
    const url = new URL(admin.url)
    url.pathname = `/${database}`
    return url.href
  }
  return {
    url: at(name),
    async drop() {
      await admin.query(`drop database ${name} with (force)`)
      await leave(() => admin.end())
    },
  }
}

async function connect() {
  const open = async (url: string) => {
    const client = new Client({ connectionString: url, application_name: 'scratch' })
    client.on('error', () => undefined)
    await client.connect()
    return Object.assign(client, { url })
  }
  const outside = process.env['DATABASE_URL']
  if (outside) return { admin: await open(outside), leave: (close: () => Promise<void>) => close() }
  const { value, leave } = await joinServer(inject('scratchHome'), `scratch ${randomBytes(4).toString('hex')}`, open)
  return { admin: value, leave }
}

export async function addProduction({ pool }: Pick<Store, 'pool'>, id: string) {
  await pool.query(`insert into redcliff.productions (id, title, brief, surface) values ($1, $1, '{}', 'test')`, [id])
  return id
}

/** Waits for something that the database will come to say; the test's own time-out is the end of patience. Who waits long looks more seldom: a film's time goes to the film. */
export async function until<T>(look: () => Promise<T | undefined | null | false>): Promise<T> {
  for (let pause = 5; ; pause = Math.min(100, pause * 1.3)) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
