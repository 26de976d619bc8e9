import { z } from 'zod'
import type { Card } from './card.ts'
import { Effects } from './effects.ts'
import type { Queryable } from '../store/transaction.ts'

/** Events that the mailbox handles itself: what a person answers to a trouble card. */
export const TroubleAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retry-event'), id: z.coerce.number() }),
  z.object({ kind: z.literal('skip-event'), id: z.coerce.number() }),
  z.object({ kind: z.literal('retry-generation'), generation: z.string() }),
])
export type TroubleAnswer = z.infer<typeof TroubleAnswer>

export type TroubledEvent = { id: number; key: string; body: Record<string, unknown> }

/** An event that failed for good. The production goes on without it until a person decides. */
export const troubleCard = ({ id, body }: TroubledEvent, message: string): Card => ({
  slot: `trouble:${id}`,
  title: `Something went wrong with «${String(body['kind'] ?? 'an event')}»`,
  text: message,
  media: [],
  choices: [
    { label: 'Try again', event: { kind: 'retry-event', id }, standard: false },
    { label: 'Go on without it', event: { kind: 'skip-event', id }, standard: true },
  ],
  asks: true,
  trouble: 'event',
})

/** The trouble with a generation or an event is being seen to: its card asks no more. */
export const tryingAgain = (subject: string | number): Card =>
  ({ slot: `trouble:${subject}`, title: 'Trying again', text: '', media: [], choices: [], asks: false, trouble: 'again' })

/** A dead event that is tried again is the oldest waiting one: it is next. */
export async function answerTrouble(client: Queryable, production: string, answer: Exclude<TroubleAnswer, { kind: 'retry-generation' }>): Promise<Effects> {
  const again = answer.kind === 'retry-event'
  const { rowCount } = await client.query(
    again
      ? `update redcliff.events set dead_at = null, tries = 0, wake_at = now() - interval '5 seconds' where id = $1 and production = $2 and dead_at is not null`
      : 'update redcliff.events set handled_at = now() where id = $1 and production = $2 and dead_at is not null and handled_at is null',
    [answer.id, production])
  if (!rowCount) return nothing
  const card = tryingAgain(answer.id)
  return { ...nothing, cards: [again ? card : { ...card, title: 'Went on without it', trouble: 'without' }] }
}

export const nothing: Effects = { orders: [], cards: [], cancels: [], mails: [] }
