import type { Effects } from '../mailbox/effects.ts'
import type { Step } from '../mailbox/handle-next.ts'
import { toJsonb } from '../store/json.ts'
import type { Queryable } from '../store/transaction.ts'
import { ProductionEvent } from './event.ts'
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
  const after = await graph.invoke({ event, shots }, { configurable: { thread_id: production }, durability: 'exit' })
  await writeShots(client, production, after.patch ?? {})
  await client.query(
    `update redcliff.productions set phase = $2, finished_at = case when $2 in ('delivered', 'cancelled') then coalesce(finished_at, now()) end
      where id = $1 and phase <> $2`, [production, after.production.phase])
  return addressed(after.effects ?? noEffects, body)
}

/** An answer to one person goes to where that person pressed, not up for all to see. */
function addressed(effects: Effects, { from }: Record<string, unknown>): Effects {
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
