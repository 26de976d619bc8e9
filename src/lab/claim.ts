import { ownerLock, type Store } from '../store/open-store.ts'

export type Claimed = { key: string; craft: string; label: string; request: unknown; attempts: number }

/** The next orders of these crafts, held in our name. */
export async function claim({ pool, owner }: Pick<Store, 'pool' | 'owner'>, crafts: string[], places: number): Promise<Claimed[]> {
  const { rows } = await pool.query<Claimed>(
    `with head as (
      select key from redcliff.generations
        where status = 'intent' and owner is null and craft = any($1) and wake_at <= clock_timestamp()
        order by rank, created_at limit $2 for update skip locked
    ) update redcliff.generations g set owner = $3, attempts = attempts + 1, progress = 0, doing = null, started_at = clock_timestamp()
      from head where g.key = head.key returning g.key, g.craft, g.label, g.request, g.attempts`, [crafts, places, owner])
  return rows
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
