import { mail, type EventBody } from '../store/mail.ts'
import { toJsonb } from '../store/json.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'

export type NewProduction = {
  id: string
  kind: 'film' | 'single'
  title: string
  /** What was asked for: a brief's asset, or a single shot's request. */
  brief: unknown
  /** Where it was asked: `terminal`, `discord`. */
  surface: string
  owner?: string
  opened: EventBody
}

/** Opens a production in the transaction that `client` is in. False where this id is already one: nothing is changed then. */
export async function openProduction(store: Pick<Store, 'boss'>, client: Queryable, { id, kind, title, brief, surface, owner, opened }: NewProduction): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into redcliff.productions (id, kind, title, brief, surface, owner) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [id, kind, title.toWellFormed().replaceAll('\0', ''), toJsonb(brief), surface, owner ?? null])
  if (!rowCount) return false
  return mail(store, client, id, 'opened', opened)
}
