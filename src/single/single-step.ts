import { z } from 'zod'
import { takeHeld } from '../lab/money/hold.ts'
import type { Effects } from '../mailbox/effects.ts'
import type { Step } from '../mailbox/handle-next.ts'
import { capCard, resumedCards } from '../production/cards/money-cards.ts'
import { MoneyEvents } from '../production/money-event.ts'
import { toJsonb } from '../store/json.ts'
import type { Queryable } from '../store/transaction.ts'
import { foldSingle } from './fold-single.ts'
import { singleCard, singleSaid, singleTrouble } from './single-card.ts'
import { singleOrders } from './single-orders.ts'
import { SingleEvent, SingleState, type SingleStage, stageOf } from './single-state.ts'

/** One event of a single shot, in the event's transaction: its state is one column of its production. */
export const singleStep: Step = async (client, production, { body }) => {
  const about = await hearMoney(client, production, body)
  if (about) return about
  const { rows: [row] } = await client.query('select state from redcliff.productions where id = $1', [production])
  const before = row?.state == null ? null : SingleState.parse(row.state)
  const from = typeof body['from'] === 'string' ? body['from'] : null
  const { state, effects, said } = hearSingle(before, body)
  if (state !== null && state !== before) {
    await client.query(
      `update redcliff.productions set state = $2, phase = $3, finished_at = case when $3 in ('delivered', 'cancelled') then coalesce(finished_at, now()) end where id = $1`,
      [production, toJsonb(state), phases[stageOf(state)]])
  }
  return said !== null && from !== null ? { ...effects, cards: [...effects.cards, singleSaid(said, state?.request.language ?? 'en', from)] } : effects
}

/** What the lab says about money changes nothing of a single; what it waits for is ordered again as it was. */
async function hearMoney(client: Queryable, production: string, body: Record<string, unknown>): Promise<Effects | null> {
  const { data: event } = MoneyEvent.safeParse(body)
  if (!event) return null
  const { rows: [row] } = await client.query(`select state->'request'->>'language' as language from redcliff.productions where id = $1`, [production])
  const language = row?.language === 'zh' ? 'zh' : 'en'
  if (event.kind === 'capped') return { ...nothing, cards: [capCard(event, language)] }
  if (event.kind === 'resumed') return { ...nothing, orders: await takeHeld(client, production), cards: resumedCards(event.caps, language) }
  return nothing
}

const MoneyEvent = z.discriminatedUnion('kind', MoneyEvents)

/** In the words that a film's phase has, so that one list shows both. */
const phases: Record<SingleStage, string> = { drawing: 'shooting', choosing: 'shooting', filming: 'shooting', done: 'delivered', discarded: 'cancelled' }

/** Pure: what one event makes of a single, and what it wants done. An event of another kind is answered, and changes nothing. */
export function hearSingle(before: SingleState | null, body: Record<string, unknown>): { state: SingleState | null; effects: Effects; said: string | null } {
  const read = SingleEvent.safeParse(body)
  const event = read.data
  if (!event && ours(body['kind'])) throw read.error
  const folded = event ? foldSingle(before, event) : null
  if (!event || !folded) return { state: before, effects: nothing, said: 'not-here' }
  const { state, said } = folded
  if (event.kind === 'failed') return { state, effects: { ...nothing, cards: state.discarded ? [] : [singleTrouble(state, event)] }, said }
  if (state === before) return { state, effects: nothing, said }
  return { state, effects: { ...nothing, orders: singleOrders(state), cancels: event.kind === 'cancelled' ? ['*'] : [], cards: [singleCard(state)] }, said }
}

const ours = (kind: unknown) => SingleEvent.options.some((option) => option.shape.kind.value === kind)

const nothing: Effects = { orders: [], cards: [], cancels: [], mails: [] }
