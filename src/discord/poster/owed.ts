import type { Queryable } from '../../store/transaction.ts'

/** Productions with something to post; what is lost only when it is due to be tried again. */
export async function owedProductions(client: Queryable, lostAfter: number): Promise<string[]> {
  const { rows } = await client.query(
    `select production from (
        select production from redcliff.cards where posted is distinct from revision
        union select production from redcliff.posts p where message is null and exists (select from redcliff.cards c where c.production = p.production and c.slot = p.slot)
        union select production from redcliff.posts where slot = 'progress'
      ) owed join redcliff.threads t using (production) where t.lost is null
      union select production from redcliff.threads where lost is not null
        and lost_at + make_interval(secs => least(3600, $1 * 2 ^ least(lost_tries, 10))) <= clock_timestamp()`, [lostAfter / 1000])
  return rows.map(({ production }) => production)
}

export type Owed = { slot: string; posted: boolean }

/** The slots of a production that do not stand in Discord as they should, in the order in which they are to be posted. */
export async function owedSlots(client: Queryable, production: string): Promise<Owed[]> {
  const { rows } = await client.query<Owed>(
    `select c.slot, p.slot is not null as posted
      from redcliff.cards c left join redcliff.posts p on p.production = c.production and p.slot = c.slot and p.part = 1
      where c.production = $1 and (c.posted is distinct from c.revision or p.message is null and p.slot is not null)
      order by c.change`, [production])
  const said = rows.filter(({ slot }) => slot.startsWith('said:'))
  return [...said, ...inStoryboardOrder(rows.filter(({ slot }) => !slot.startsWith('said:')))]
}

/** Shots that are shown for the first time stand as they stand in the storyboard, in the places that they have among the rest. */
export function inStoryboardOrder<Each extends Pick<Owed, 'slot' | 'posted'>>(owed: readonly Each[]): Each[] {
  const isNew = ({ slot, posted }: Each) => slot.startsWith('shot:') && !posted
  const shots = owed.filter(isNew).sort((a, b) => byNumber(a.slot, b.slot))
  return owed.map((each) => (isNew(each) ? shots.shift() ?? each : each))
}

/** `shot:1.10` comes after `shot:1.9`. */
export function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((slot) => slot.slice('shot:'.length).split('.').map(Number))
  for (let index = 0; index < Math.max(one?.length ?? 0, other?.length ?? 0); index++) {
    const difference = (one?.[index] ?? -1) - (other?.[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Milliseconds until a shot need no longer wait for earlier ones that are being drawn; 0 when it need not at all. */
export async function waitsForOrder(client: Queryable, production: string, slot: string, patience: number): Promise<number> {
  const { rows } = await client.query<{ slot: string; wait: string }>(
    `select c.slot, extract(epoch from c.updated_at - clock_timestamp()) * 1000 + $2 as wait from redcliff.cards c
      where c.production = $1 and c.body->'shot'->>'stage' = 'drawing' and c.updated_at > clock_timestamp() - make_interval(secs => $2 / 1000.0)
        and not exists (select from redcliff.posts p where p.production = c.production and p.slot = c.slot)`, [production, patience])
  return Math.max(0, ...rows.filter((earlier) => byNumber(earlier.slot, slot) < 0).map(({ wait }) => Number(wait)))
}
