import { spentOf } from '../../lab/money/account.ts'
import type { Store } from '../../store/open-store.ts'

/** What one thing that was made for a film has cost. `shared`: another film asked for the very same, and it was made once. */
export type Cost = {
  craft: string; shot: string | null; person: string | null; status: string
  /** US dollars that were spent, and that are set aside for what is still being made. */
  dollars: number; reserved: number
  /** Something in it has a price that nobody knows: what stands here is then the least. */
  unknown: boolean
  /** Who was paid, as provider and model; null where this machine did it. */
  model: string | null
  seconds: number; shared: boolean
  /** Pays for it here: false where another film that asked first does. */
  ours: boolean
  at: Date
}

/**
 * Every generation of a production, each once. It is put to the account of whoever last said or pressed something before it
 * was ordered; before anybody did, of the owner (null).
 */
export async function costsOf({ pool }: Pick<Store, 'pool'>, production: string): Promise<Cost[]> {
  const { rows } = await pool.query(
    `select distinct on (g.key) g.craft, coalesce(a.answer->>'shot', substring(g.label from '^[0-9.]+(?= )')) as shot, g.status, g.created_at as at,
        coalesce(bought.dollars, g.cost, 0) as dollars, bought.models as model,
        case when g.status in ('intent', 'submitted', 'unknown') then greatest(0, coalesce(g.reserved_cost, 0) - coalesce(bought.dollars, 0)) else 0 end as reserved,
        coalesce(bought.unknown, 0) > 0 or (g.status in ('intent', 'submitted') and g.reserved_cost is null) as unknown, coalesce(g.seconds, 0) as seconds,
        exists (select from redcliff.awaiting o where o.generation = g.key and o.production <> $1) or g.production <> $1 as shared, coalesce(g.production = $1, true) as ours,
        (select e.body->'by'->>'id' from redcliff.events e where e.production = $1 and e.body->'by'->>'id' is not null and e.at <= g.created_at order by e.id desc limit 1) as person
      from redcliff.generations g left join redcliff.awaiting a on a.generation = g.key and a.production = $1
        left join lateral (select sum(case when u.cost is null and u.reserved is null then 0 else ${spentOf('u')} end) as dollars, string_agg(distinct u.provider || ' · ' || regexp_replace(u.model, '^' || u.provider || '/', ''), ', ') as models,
          count(*) filter (where u.cost is null and u.reserved is null and u.status <> 'failed') as unknown from redcliff.purchases u where u.generation = g.key) bought on bought.models is not null
      where g.key in (select generation from redcliff.awaiting where production = $1 union select body->>'generation' from redcliff.events where production = $1 and body->>'generation' is not null)
      order by g.key`, [production])
  return rows.map(({ dollars, reserved, seconds, ...row }) => ({ ...row, dollars: Number(dollars), reserved: Number(reserved), seconds: Number(seconds) }))
}

export type Sum = { name: string; dollars: number; reserved: number; seconds: number; count: number; unknown: number }

/** The dearest first, then what took longest. */
export function sumBy(costs: readonly Cost[], nameOf: (cost: Cost) => string | null): Sum[] {
  const sums = new Map<string, Sum>()
  for (const cost of costs) {
    const name = nameOf(cost)
    if (name === null) continue
    const { dollars, reserved, seconds, count, unknown } = sums.get(name) ?? { dollars: 0, reserved: 0, seconds: 0, count: 0, unknown: 0 }
    sums.set(name, { name, dollars: dollars + cost.dollars, reserved: reserved + cost.reserved, seconds: seconds + cost.seconds, count: count + 1, unknown: unknown + Number(cost.unknown) })
  }
  return [...sums.values()].toSorted((a, b) => b.dollars - a.dollars || b.seconds - a.seconds)
}

/** All of it, a row for each thing made, for whoever keeps the books. */
export function costsCsv(costs: readonly Cost[]): string {
  const rows = costs.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ at, craft, shot, person, model, status, dollars, reserved, unknown, seconds, shared, ours }) =>
    [at.toISOString(), craft, shot ?? '', person ?? '', model ?? '', status, dollars.toFixed(6), reserved.toFixed(6), unknown ? 'yes' : '', seconds.toFixed(1), shared ? 'yes' : '', ours ? 'yes' : 'no'])
  return [['at', 'step', 'shot', 'person', 'model', 'status', 'spent_usd', 'set_aside_usd', 'price_not_known', 'seconds', 'shared', 'paid_by_this_film'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** A spreadsheet would take a cell that begins so for a formula. */
const cell = (value: string) => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
