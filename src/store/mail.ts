import { within } from './boss.ts'
import { toJsonb } from './json.ts'
import type { Store } from './open-store.ts'
import type { Queryable } from './transaction.ts'

export type EventBody = Record<string, unknown>

/** A job's data. */
export type WakeUp = { production: string }

/**
 * Puts an event before a production, in the transaction that `client` is in. The same key is the same event, for ever.
 * The job beside it is only a wake-up: whoever takes it handles the production's oldest waiting event.
 */
export async function mail({ boss }: Pick<Store, 'boss'>, client: Queryable, production: string, key: string, body: EventBody): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into redcliff.events (production, key, body) values ($1, $2, $3) on conflict (production, key) do nothing',
    [production, key, toJsonb(body)])
  if (!rowCount) return false
  await boss.send('mail', { production } satisfies WakeUp, { singletonKey: production, db: within(client) })
  return true
}
