import type { Pool } from 'pg'
import { ConfigError } from '../config-error.ts'
import { migrations } from './migrations.ts'
import { inTransaction, transaction } from './transaction.ts'

/** Brings the schema `redcliff` to our version, or refuses one that is ahead of us. */
export async function migrate(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`select to_regclass('redcliff.schema_version') is not null as made`)
  if (rows[0].made && refuseNewer(await version(pool)) === migrations.length) return
  await transaction(pool, async (client) => {
    // Two commands on an empty database at the same moment: the second waits, then finds nothing to do.
    await client.query('select pg_advisory_xact_lock(7324865131)')
    await client.query(`create schema if not exists redcliff;
      create table if not exists redcliff.schema_version (version int primary key, at timestamptz not null default now())`)
    const from = refuseNewer(await version(client))
    for (const [index, sql] of migrations.entries()) {
      if (index < from) continue
      await client.query(sql)
      await client.query('insert into redcliff.schema_version (version) values ($1)', [index + 1])
    }
    // Loaded only here: LangChain takes half a second, and nearly every start finds the tables made.
    const { openSaver } = await import('./saver.ts')
    await inTransaction(client, () => openSaver({ pool }).setup())
  })
}

const version = async (db: Pick<Pool, 'query'>): Promise<number> =>
  (await db.query('select coalesce(max(version), 0) as version from redcliff.schema_version')).rows[0].version

function refuseNewer(found: number) {
  if (found <= migrations.length) return found
  throw new ConfigError(`The database was made by a newer Redcliff (its schema is version ${found}, this program knows ${migrations.length}). `
    + 'Update Redcliff, or name another database. Nothing was changed.')
}
