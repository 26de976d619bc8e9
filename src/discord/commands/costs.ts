import type { Store } from '../../store/open-store.ts'

/** What one thing that was made for a film has cost. `shared`: another film asked for the very same, and it was made once. */
export type Cost = { craft: string; shot: string | null; person: string | null; status: string; dollars: number; reserved: number; seconds: number; shared: boolean }

/**
 * Every generation of a production, each once. It is put to the account of whoever last said or pressed something before it
 * was ordered; before anybody did, of the owner (null).
 */
export async function costsOf({ pool }: Pick<Store, 'pool'>, production: string): Promise<Cost[]> {
  const { rows } = await pool.query(
    `select distinct on (g.key) g.craft, coalesce(a.answer->>'shot', substring(g.label from '^[0-9.]+(?= )')) as shot, g.status,
        coalesce(g.cost, 0) as dollars, case when g.status in ('intent', 'submitted') then g.reserved_cost else 0 end as reserved, coalesce(g.seconds, 0) as seconds,
        exists (select from redcliff.awaiting o where o.generation = g.key and o.production <> $1) as shared,
        (select e.body->'by'->>'id' from redcliff.events e where e.production = $1 and e.body->'by'->>'id' is not null and e.at <= g.created_at order by e.id desc limit 1) as person
      from redcliff.generations g left join redcliff.awaiting a on a.generation = g.key and a.production = $1
      where g.key in (select generation from redcliff.awaiting where production = $1 union select body->>'generation' from redcliff.events where production = $1 and body->>'generation' is not null)
      order by g.key`, [production])
  return rows.map(({ dollars, reserved, seconds, ...row }) => ({ ...row, dollars: Number(dollars), reserved: Number(reserved), seconds: Number(seconds) }))
}

export type Sum = { name: string; dollars: number; seconds: number; count: number }

/** The dearest first, then what took longest. */
export function sumBy(costs: readonly Cost[], nameOf: (cost: Cost) => string | null): Sum[] {
  const sums = new Map<string, Sum>()
  for (const cost of costs) {
    const name = nameOf(cost)
    if (name === null) continue
    const { dollars, seconds, count } = sums.get(name) ?? { dollars: 0, seconds: 0, count: 0 }
    sums.set(name, { name, dollars: dollars + cost.dollars, seconds: seconds + cost.seconds, count: count + 1 })
  }
  return [...sums.values()].toSorted((a, b) => b.dollars - a.dollars || b.seconds - a.seconds)
}
