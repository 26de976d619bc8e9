import type { Progress } from '../../lab/progress.ts'
import type { Desk } from './desk.ts'

/** About how long these take: the usual time of each craft of late, with what stands before them. Null when nothing like it was ever made here. */
export async function secondsLeft(desk: Pick<Desk, 'store' | 'places'>, items: readonly Progress[]): Promise<number | null> {
  const crafts = [...new Set(items.map(({ craft }) => craft))]
  const { rows } = await desk.store.pool.query<{ craft: string; usual: number; before: string }>(
    `select c.craft, (select percentile_cont(0.5) within group (order by seconds) from (
        select seconds from redcliff.generations where status = 'done' and craft = c.craft order by finished_at desc limit 50) late) as usual,
      (select count(*) from redcliff.generations g where g.status = 'intent' and g.owner is null and g.craft = c.craft
        and (g.rank, g.created_at) < (select o.rank, o.created_at from redcliff.generations o where o.key = any($2) order by o.rank, o.created_at limit 1)) as before
      from unnest($1::text[]) c(craft)`, [crafts, items.map(({ generation }) => generation)])
  return sumOf(items, Object.fromEntries(rows.map(({ craft, usual, before }) => [craft, { usual: usual === null ? null : Number(usual), before: Number(before) }])), desk.places)
}

type Usual = Record<string, { usual: number | null; before: number }>

/** The crafts follow one another (a clip waits for its panel), so their times add up; inside one, as many are done at once as there are places. */
export function sumOf(items: readonly Progress[], crafts: Usual, places: (craft: string) => number): number | null {
  let sum: number | null = null
  for (const [craft, { usual, before }] of Object.entries(crafts)) {
    if (usual === null) continue
    const ours = items.filter((item) => item.craft === craft).map(({ progress }) => 1 - progress)
    const hands = Math.max(1, places(craft))
    // What is nearly done no other hand can help with.
    sum = (sum ?? 0) + usual * Math.max(Math.max(0, ...ours), (ours.reduce((all, left) => all + left, 0) + before) / hands)
  }
  return sum
}
