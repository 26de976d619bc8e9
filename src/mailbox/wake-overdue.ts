import { bossSchema, within } from '../store/boss.ts'
import type { Store } from '../store/open-store.ts'
import { transaction } from '../store/transaction.ts'
import type { WakeUp } from '../store/mail.ts'

/** Seconds after which a waiting event, or a job that nobody holds, is worth a look. */
const patience = 1

/**
 * Sees to it that a waiting event has a job that can run. After a kill -9 the dead worker's job still blocks its
 * production until pg-boss misses its heartbeat (11 s); here its death is known at once, because the advisory lock on
 * the production is free. Returns whether there was anything to wake for.
 */
export async function wakeOverdue({ pool, boss }: Pick<Store, 'pool' | 'boss'>, { atOnce = false } = {}): Promise<boolean> {
  const { rows } = await pool.query(
    `select e.production from (
        select production, min(id) as id from redcliff.events where handled_at is null and dead_at is null group by production
      ) head join redcliff.events e using (id)
      where e.wake_at <= clock_timestamp() - make_interval(secs => case when $1 or e.tries > 0 then 0 else $2 end)
        -- who has a job that can run only waits for a free hand: looking after all of them is what would keep the hands from it
        and (not exists (select from ${bossSchema}.job where name = 'mail' and singleton_key = e.production and state < 'active')
          or exists (select from ${bossSchema}.job where name = 'mail' and singleton_key = e.production
            and (state = 'failed' or state = 'active' and started_on < clock_timestamp() - make_interval(secs => $2))))
      limit 200`, [atOnce, patience])
  for (const { production } of rows) {
    await transaction(pool, async (client) => {
      const { rows: [lock] } = await client.query('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [production])
      if (!lock.free) return
      await client.query(
        `delete from ${bossSchema}.job where name = 'mail' and singleton_key = $1
          and (state = 'failed' or state = 'active' and started_on < clock_timestamp() - make_interval(secs => $2))`, [production, patience])
      // A job for each event, as when they were mailed: a job handles one.
      const { rows: [{ missing }] } = await client.query(
        `select (select count(*) from redcliff.events where production = $1 and handled_at is null and dead_at is null)
          - (select count(*) from ${bossSchema}.job where name = 'mail' and singleton_key = $1 and state <= 'active') as missing`, [production])
      const jobs = Array.from({ length: Math.max(0, Number(missing)) }, () => ({ data: { production } satisfies WakeUp, singletonKey: production }))
      if (jobs.length) await boss.insert('mail', jobs, { db: within(client) })
    })
  }
  return rows.length > 0
}
