import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from './store/open-store.ts'

export type Metrics = {
  registry: Registry
  /** Seconds from an interaction's birth at Discord to our answer having been taken. */
  acknowledged(kind: string, seconds: number): void
  interaction(kind: string, outcome: 'done' | 'refused' | 'failed'): void
  /** A message sent, edited, or made again; by the kind of its slot. */
  posted(slot: string, how: 'sent' | 'edited' | 'followed' | 'failed'): void
  rateLimited(scope: string): void
}

/** Everything that is counted, in Prometheus' form. What stands in the database is asked when somebody looks. */
export function openMetrics(store: Pick<Store, 'pool'>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'redcliff_' })
  const registers = [registry]
  const acknowledged = new Histogram({
    name: 'redcliff_interaction_acknowledged_seconds', help: 'From an interaction’s birth to its acknowledgement.', labelNames: ['kind'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3], registers,
  })
  const interactions = new Counter({ name: 'redcliff_interactions_total', help: 'Interactions, by kind and outcome.', labelNames: ['kind', 'outcome'], registers })
  const posts = new Counter({ name: 'redcliff_posts_total', help: 'Messages of productions, by kind of card and what was done.', labelNames: ['slot', 'how'], registers })
  const limited = new Counter({ name: 'redcliff_rate_limited_total', help: 'Times that Discord asked us to wait.', labelNames: ['scope'], registers })
  new Gauge({
    name: 'redcliff_generations', help: 'Orders of the lab, by craft and status, of the last day or unfinished.', labelNames: ['craft', 'status'], registers,
    async collect() {
      const { rows } = await store.pool.query(
        `select craft, status, count(*)::int as count from redcliff.generations where finished_at is null or finished_at > now() - interval '1 day' group by 1, 2`)
      this.reset()
      for (const { craft, status, count } of rows) this.set({ craft, status }, count)
    },
  })
  new Gauge({
    name: 'redcliff_productions', help: 'Productions, by phase.', labelNames: ['phase'], registers,
    async collect() {
      const { rows } = await store.pool.query('select phase, count(*)::int as count from redcliff.productions group by 1')
      this.reset()
      for (const { phase, count } of rows) this.set({ phase }, count)
    },
  })
  new Gauge({
    name: 'redcliff_events_waiting', help: 'Events that no worker has handled yet.', registers,
    async collect() {
      const { rows: [row] } = await store.pool.query('select count(*)::int as count from redcliff.events where handled_at is null and dead_at is null')
      this.set(row?.count ?? 0)
    },
  })
  return {
    registry,
    acknowledged: (kind, seconds) => acknowledged.observe({ kind }, seconds),
    interaction: (kind, outcome) => interactions.inc({ kind, outcome }),
    posted: (slot, how) => posts.inc({ slot: slot.replace(/:.*/, ''), how }),
    rateLimited: (scope) => limited.inc({ scope }),
  }
}
