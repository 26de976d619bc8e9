import type { PoolClient } from 'pg'
import type { Lab } from '../lab/lab.ts'
import type { Effects } from './effects.ts'
import { pruneCheckpoints } from '../store/prune-checkpoints.ts'
import type { Store } from '../store/open-store.ts'
import { inTransaction } from '../store/transaction.ts'
import { applyEffects, showCards } from './apply-effects.ts'
import { RaisedCap, raiseCap } from './raise-cap.ts'
import { answerTrouble, nothing, TroubleAnswer, troubleCard, tryingAgain, type TroubledEvent } from './trouble.ts'

/** What an event does to a production. Runs inside the event's transaction: what it throws, it never did. */
export type Step = (client: PoolClient, production: string, event: TroubledEvent) => Promise<Effects>

export type Handling = {
  store: Pick<Store, 'boss'>
  lab: Pick<Lab, 'order' | 'cancel' | 'retry'>
  step: Step
  /** Seconds to wait before the second, third … try; after the last one the event is dead. */
  backoff: readonly number[]
  onError: (error: unknown) => void
}

/** Handles the production's oldest waiting event, if there is one and it is due, in the transaction that `client` is in. */
export async function handleNext(client: PoolClient, production: string, handling: Handling): Promise<{ retryIn: number } | null> {
  const row = await takeOldest(client, production)
  if (!row?.due) return null
  const event: TroubledEvent = { id: Number(row.id), key: row.key, body: row.body }
  try {
    const effects = await inTransaction(client, () => react(client, production, event, handling))
    await applyEffects(client, handling, production, event, effects)
    await client.query(closeEvent, [production, event.id])
    return null
  } catch (error) {
    await client.query('rollback to savepoint step')
    return record(client, production, event, row.tries, error, handling)
  }
}

/** Three statements in one message. The select is a statement of its own: it must see what the lock's last holder committed. */
async function takeOldest(client: PoolClient, production: string) {
  const name = client.escapeLiteral(production)
  const answers = await client.query(
    `select pg_advisory_xact_lock(hashtextextended(${name}, 0));
    select id, key, body, tries, wake_at <= clock_timestamp() as due from redcliff.events
      where production = ${name} and handled_at is null and dead_at is null order by id limit 1;
    savepoint step`)
  // Several statements are answered by a list, which the types of pg do not know.
  return (answers as unknown as { rows: { id: string; key: string; body: Record<string, unknown>; tries: number; due: boolean }[] }[])[1]?.rows[0]
}

const closeEvent = `with handled as (update redcliff.events set handled_at = clock_timestamp() where id = $2), ${pruneCheckpoints}`

async function react(client: PoolClient, production: string, event: TroubledEvent, { step, lab, store }: Handling) {
  const { data: raised } = RaisedCap.safeParse(event.body)
  if (raised) {
    await raiseCap(store, client, production, raised)
    return nothing
  }
  const { data: answer } = TroubleAnswer.safeParse(event.body)
  if (!answer) return step(client, production, event)
  if (answer.kind !== 'retry-generation') return answerTrouble(client, production, answer)
  // over a cap it waits as it is: the production has been told
  if (!await lab.retry(client, production, answer.generation)) return nothing
  return { ...nothing, cards: [tryingAgain(answer.generation)] }
}

/** The event's job is done whatever happens here: a failed one would block its production silently. */
async function record(client: PoolClient, production: string, event: TroubledEvent, tries: number, error: unknown, { backoff, onError }: Handling) {
  onError(error)
  const message = error instanceof Error ? error.message : String(error)
  const retryIn = backoff[tries]
  await client.query(
    `update redcliff.events set tries = tries + 1, error = $2,
        wake_at = clock_timestamp() + make_interval(secs => $3),
        dead_at = case when $4 then now() end where id = $1`,
    [event.id, message.replaceAll('\0', ''), retryIn ?? 0, retryIn === undefined])
  if (retryIn !== undefined) return { retryIn }
  await showCards(client, production, [troubleCard(event, message)])
  return { retryIn: 0 }
}
