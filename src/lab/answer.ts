import type { Refused } from '../safety/refused.ts'
import { mail } from '../store/mail.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'

export type Answer = { production: string; hash: string; body: Record<string, unknown> }

/**
 * Mails what became of a generation. An answer that still waits to be handled is not mailed a second time; one that
 * was handled is, because the production asked again.
 */
export async function mailAnswer(store: Pick<Store, 'boss'>, client: Queryable, generation: string, outcome: 'done' | 'failed', { production, hash, body }: Answer) {
  const key = `${generation}:${outcome}:${hash}`
  const { rows: [handled] } = await client.query(
    `select count(*)::int as times from redcliff.events
      where production = $1 and key >= $2 and key < $2 || ';' and (key = $2 or key like $2 || ':%') and handled_at is not null`, [production, key])
  await mail(store, client, production, handled.times ? `${key}:${handled.times}` : key, body)
}

export const doneBody = (answer: object, generation: string, result: unknown) => ({ ...answer, result, generation })

/** `lost`: an order went out, and nobody knows whether it was bought. */
export type Failure = { message?: string; /** The same in Chinese, where somebody wrote it. */ zh?: string | undefined; /** For what it would show, or showed. */ refused?: Refused | undefined; lost?: { provider: string; price: number | null } }

export const failedBody = (answer: object, generation: string, label: string, { message = '', zh, lost, refused }: Failure) =>
  ({ kind: 'failed', answer, generation, label, message, ...(zh ? { zh } : {}), ...(lost ? { lost } : {}), ...(refused ? { refused } : {}) })
