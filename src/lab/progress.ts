import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'

export type Progress = {
  generation: string
  craft: string
  label: string
  status: 'intent' | 'submitted' | 'done' | 'failed' | 'unknown' | 'cancelled'
  /** Somebody is at it. */
  working: boolean
  progress: number
  doing: string | null
}

export const progressColumns = `g.key as generation, g.craft, g.label, g.status, g.owner is not null as working, g.progress, g.doing`

/** Tells those who watch a production that waits for this generation. PostgreSQL carries up to 8,000 bytes. */
export const tellProgress = (client: Queryable, ...keys: string[]) => client.query(
  `select pg_notify('redcliff_progress', json_build_object('productions',
      (select json_agg(distinct production) from (select production from redcliff.awaiting where generation = p.generation and not cancelled limit 50) a),
      'progress', to_json(p))::text)
    from (select g.key as generation, g.craft, left(g.label, 200) as label, g.status, g.owner is not null as working, g.progress, left(g.doing, 200) as doing
      from redcliff.generations g where g.key = any($1)) p`, [keys])

/** At most twice a second into the database, the last word always. `stop` before the generation is settled. */
export function progressWriter({ pool, owner }: Pick<Store, 'pool' | 'owner'>, key: string, onError: (error: unknown) => void) {
  let newest: { fraction: number; doing: string | null } | undefined
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()
  const write = () => {
    timer = undefined
    if (!newest) return
    const { fraction, doing } = newest
    newest = undefined
    writing = pool.query('update redcliff.generations set progress = $3, doing = $4 where key = $1 and owner = $2', [key, owner, fraction, doing])
      .then(() => tellProgress(pool, key)).catch(onError)
    timer = setTimeout(write, 500)
  }
  return {
    progress(fraction: number, doing?: string) {
      newest = { fraction: Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)), doing: doing ?? null }
      timer ??= setTimeout(write, 0)
    },
    async stop() {
      clearTimeout(timer)
      newest = undefined
      await writing
    },
  }
}
