import type { Effects } from '../mailbox/effects.ts'
import type { Step } from '../mailbox/handle-next.ts'
import { toJsonb } from '../store/json.ts'
import type { Queryable } from '../store/transaction.ts'
import { accountOf } from '../lab/money/account.ts'
import { takeHeld } from '../lab/money/hold.ts'
import { type EventOf, ProductionEvent } from './event.ts'
import type { ProductionGraph } from './graph.ts'
import { shotsNeeded } from './next.ts'
import { noEffects } from './nodes/desk.ts'
import { ShotRecord } from './shot-record.ts'
import type { ShotPatch, Shots } from './state.ts'

/** One event through the graph, in the event's transaction: the shots it needs are read, those it changed are written. */
export const productionStep = (graph: ProductionGraph): Step => async (client, production, { body }) => {
  const event = ProductionEvent.parse(body)
  const shots = await readShots(client, production, shotsNeeded(event))
  // one checkpoint a step: the transaction makes it whole
  const house = { confirmAbove: pays.has(event.kind) ? (await accountOf(client, production)).caps.confirmAbove : null }
  const after = await graph.invoke({ event, shots, house }, { configurable: { thread_id: production }, durability: 'exit' })
  await writeShots(client, production, after.patch ?? {})
  await client.query(
    `update redcliff.productions set phase = $2, finished_at = case when $2 in ('delivered', 'cancelled') then coalesce(finished_at, now()) end
      where id = $1 and phase <> $2`, [production, after.production.phase])
  const effects = addressed(after.effects ?? noEffects, body)
  if (event.kind === 'directed') return { ...effects, mails: [...effects.mails, ...await keepBudget(client, production, event)] }
  // what the state remembers it orders anew; a note it does not
  if (event.kind === 'resumed') return { ...effects, orders: [...effects.orders, ...(await takeHeld(client, production)).filter(({ answer }) => answer['kind'] === 'directed')] }
  return effects
}

/** Events that may make paid work which wants somebody's word. */
const pays = new Set<ProductionEvent['kind']>(['directed', 'picked', 'retake', 'redraw', 'go'])

/** «Budget 20 dollars», said by somebody who may: the lab holds the production to it from now on. */
async function keepBudget(client: Queryable, production: string, { by, base, result }: EventOf<'directed'>) {
  const dollars = result.understood.directions.flatMap((direction) => direction.kind === 'budget' ? [direction.dollars] : []).at(-1)
  if (dollars === undefined || (by && !by.rights.includes('crew'))) return []
  await client.query('update redcliff.productions set budget = $2 where id = $1', [production, dollars])
  const { rows: [held] } = await client.query('select array_agg(distinct cap) as caps from redcliff.held where production = $1', [production])
  return held?.caps ? [{ key: `budget:${base ?? ''}`, body: { kind: 'resumed', caps: held.caps } }] : []
}


/** An answer to one person goes to where that person pressed, not up for all to see; to a message it is an answer under it. */
function addressed(effects: Effects, { from, to }: Record<string, unknown>): Effects {
  if (typeof to === 'string') return { ...effects, cards: effects.cards.map((card) => card.slot === 'said' ? { ...card, slot: `reply:${to}`, title: '', text: card.title } : card) }
  if (typeof from !== 'string') return effects
  return { ...effects, cards: effects.cards.map((card) => card.slot === 'said' ? { ...card, slot: `said:${from}` } : card) }
}

async function readShots(client: Queryable, production: string, needed: 'all' | string[]): Promise<Shots> {
  if (needed.length === 0) return {}
  const { rows } = needed === 'all'
    ? await client.query('select number, body from redcliff.shots where production = $1', [production])
    : await client.query('select number, body from redcliff.shots where production = $1 and number = any($2)', [production, needed])
  return Object.fromEntries(rows.map(({ number, body }) => [number, ShotRecord.parse(body)]))
}

async function writeShots(client: Queryable, production: string, patch: ShotPatch) {
  const kept = Object.values(patch).filter((shot) => shot !== null)
  const dropped = Object.entries(patch).flatMap(([number, shot]) => shot === null ? [number] : [])
  if (kept.length > 0) {
    await client.query(
      `insert into redcliff.shots (production, number, body)
        select $1, shot->>'number', shot from jsonb_array_elements($2::jsonb) shot
        on conflict (production, number) do update set body = excluded.body where redcliff.shots.body is distinct from excluded.body`,
      [production, toJsonb(kept)])
  }
  if (dropped.length > 0) await client.query('delete from redcliff.shots where production = $1 and number = any($2)', [production, dropped])
}
