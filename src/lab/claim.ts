import { ownerLock, type Store } from '../store/open-store.ts'

export type Claimed = { key: string; craft: string; label: string; request: unknown; attempts: number; guild: string | null }

/**
 * The next orders of a pool, held in our name. People take turns: whoever had one longest ago is next, with the order of his that
 * comes first. However many films somebody has, nobody waits for more than one order of his.
 */
export async function claim(store: Pick<Store, 'pool' | 'owner'>, pool: string, crafts: string[], places: number): Promise<Claimed[]> {
  const claimed: Claimed[] = []
  // what another process takes at the same moment is skipped: then we look again
  for (let look = 0; look < 3 && claimed.length < places; look++) {
    const { wanted, rows } = await claimOnce(store, pool, crafts, places - claimed.length)
    claimed.push(...rows)
    if (rows.length === wanted) break
  }
  return claimed
}

async function claimOnce({ pool: database, owner }: Pick<Store, 'pool' | 'owner'>, pool: string, crafts: string[], places: number) {
  const { rows } = await database.query<Claimed & { wanted: number }>(
    `with recursive people as (
      (select person from redcliff.generations where ${waiting} order by person limit 1)
      union all
      select (select g.person from redcliff.generations g where ${waiting} and g.person > people.person order by g.person limit 1) from people where people.person is not null
    ), head as (
      select next.key, people.person from people left join redcliff.turns t on t.pool = $1 and t.person = people.person,
        lateral (select key, row_number() over (order by rank, created_at) as turn from (
          select key, rank, created_at from redcliff.generations g where ${waiting} and g.person = people.person and g.craft = any($2) and g.wake_at <= clock_timestamp()
            order by rank, created_at limit $3) first) next
        where people.person is not null order by next.turn, t.at nulls first, people.person limit $3
    ), free as (
      select key, person from redcliff.generations where key in (select key from head) and status = 'intent' and owner is null for update skip locked
    ), served as (
      insert into redcliff.turns (pool, person, at) select $1, person, clock_timestamp() from (select distinct person from free) each
        on conflict (pool, person) do update set at = excluded.at
    ) update redcliff.generations g set owner = $4, attempts = attempts + 1, progress = 0, doing = null, started_at = clock_timestamp()
      from free where g.key = free.key returning g.key, g.craft, g.label, g.request, g.attempts, g.guild, (select count(*)::int from head) as wanted`, [pool, crafts, places, owner])
  return { rows, wanted: rows[0]?.wanted ?? 0 }
}

const waiting = `pool = $1 and status = 'intent' and owner is null`

/** The pools that something waits in. */
export async function waitingPools({ pool }: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await pool.query(
    `with recursive pools as (
      (select pool from redcliff.generations where status = 'intent' and owner is null and pool is not null order by pool limit 1)
      union all
      select (select g.pool from redcliff.generations g where g.status = 'intent' and g.owner is null and g.pool > pools.pool order by g.pool limit 1) from pools where pools.pool is not null
    ) select pool from pools where pool is not null`)
  return rows.map((row) => row.pool)
}

/** Orders of before there were pools and people have them from now on. */
export async function assignPools({ pool }: Pick<Store, 'pool'>, poolOf: (craft: string, request: unknown) => string): Promise<void> {
  const { rows } = await pool.query(`select key, craft, request from redcliff.generations where pool is null and status in ('intent', 'failed', 'unknown', 'cancelled')`)
  for (const { key, craft, request } of rows) {
    await pool.query(`update redcliff.generations set pool = $2, person = coalesce(person, production, '') where key = $1`, [key, poolOf(craft, request)])
  }
}

/** Orders whose holder is gone are free again: its advisory lock went with its connection, however it died. */
export async function freeTheDead({ pool, owner }: Pick<Store, 'pool' | 'owner'>): Promise<void> {
  await pool.query(
    `update redcliff.generations set owner = null, attempts = greatest(attempts - 1, 0), crashes = crashes + 1
      where owner is not null and owner <> $1 and owner not in (
        select objid::bigint from pg_locks where locktype = 'advisory' and classid = $2 and objsubid = 2
          and database = (select oid from pg_database where datname = current_database()))`, [owner, ownerLock])
}

/** What we held and did not finish, when we leave. */
export async function letGo({ pool, owner }: Pick<Store, 'pool' | 'owner'>): Promise<void> {
  await pool.query('update redcliff.generations set owner = null, attempts = greatest(attempts - 1, 0) where owner = $1', [owner])
  await pool.query(`select pg_notify('redcliff_lab', '')`)
}
