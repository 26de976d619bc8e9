import type { Effects } from './effects.ts'
import { toJsonb } from '../store/json.ts'
import type { Card } from './card.ts'
import type { Lab } from '../lab/lab.ts'
import type { Store } from '../store/open-store.ts'
import { mail } from '../store/mail.ts'
import type { Queryable } from '../store/transaction.ts'

/** What the step wants to happen, in its own transaction. */
export async function applyEffects(client: Queryable, { store, lab }: Hands, production: string, event: { id: number }, effects: Effects) {
  for (const shot of effects.cancels) await lab.cancel(client, production, shot)
  await lab.order(client, production, effects.orders)
  await showCards(client, production, effects.cards)
  for (const { key, body } of effects.mails) await mail(store, client, production, `${event.id}:${key}`, body)
}

type Hands = { store: Pick<Store, 'boss'>; lab: Pick<Lab, 'order' | 'cancel'> }

/** A card that says the same as before keeps its revision, and nobody is told. */
export async function showCards(client: Queryable, production: string, cards: readonly Card[]) {
  if (!cards.length) return
  const newest = new Map(cards.map((card) => [card.slot, card]))
  await client.query(
    `with shown as (insert into redcliff.cards as old (production, slot, body)
      select $1, card->>'slot', card from jsonb_array_elements($2::jsonb) card
      on conflict (production, slot) do update
        set body = excluded.body, revision = old.revision + 1, change = nextval('redcliff.card_change'), updated_at = now()
        where old.body is distinct from excluded.body
      returning 1) select pg_notify('redcliff_card', $1) where exists (select from shown)`,
    [production, toJsonb([...newest.values()])])
}
