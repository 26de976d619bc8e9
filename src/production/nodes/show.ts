import type { Card } from '../../mailbox/card.ts'
import { castCard } from '../cards/cast-card.ts'
import { cancelledCard, cutCard, exportCards, filmCard, goneCard, replyCard, saidCard, troubleCard } from '../cards/finishing-cards.ts'
import { accountLine, capCard, resumedCards } from '../cards/money-cards.ts'
import { droppedCard, shotCard } from '../cards/shot-card.ts'
import { type Words, words } from '../cards/words.ts'
import { boardCard, pitchCard, scriptCard } from '../cards/writing-cards.ts'
import type { ProductionEvent } from '../event.ts'
import { cutKey, inOrder } from '../keys.ts'
import type { Desk, Seat } from './desk.ts'
import { type Node, readBrief, showing } from './desk.ts'

/** Puts up the cards that the event changed; every other card stands as it was. */
export const show: Node = (desk) => async (seat) => {
  if (seat.production.brief === null) return showing()
  const { language } = await readBrief(desk, seat.production)
  const say = words[language]
  const cards = await changedCards(desk, seat, say)
  const reply = seat.said !== null && seat.event.kind !== 'directed' ? [saidCard(seat.said, say)] : []
  return showing(...[...cards, ...reply].map((card) => ({ ...card, language })))
}

async function changedCards(desk: Desk, { production, event, shots, patch, said, stale, gone }: Seat, say: Words): Promise<Card[]> {
  const touched = Object.values(patch).filter((shot) => shot !== null)
  if (event.kind === 'exported') return exportCards(event, say)
  if (event.kind === 'export-asked') return []
  if (event.kind === 'capped') return [capCard(event, say.language)]
  if (event.kind === 'accounted') return production.phase === 'cancelled' ? [cancelledCard(say, accountLine(event, say.language))] : []
  if (production.phase === 'cancelled') return said === null ? [cancelledCard(say)] : []
  switch (event.kind) {
    case 'directed': {
      const gates = await gateCards(desk, production, say, cutKey(production, shots))
      const dropped = Object.keys(patch).filter((number) => patch[number] === null).map((number) => droppedCard(number, say))
      return [replyCard(event, said, production, say, stale), ...gates, ...castCard(production, say.language), ...(isShooting(production.phase) ? [...touched.map((shot) => shotCard(shot, say)), ...dropped] : [])]
    }
    case 'greenlit':
      return said === null ? [...await boardCard(desk, production, say), ...castCard(production, say.language), ...inOrder(shots).map((shot) => shotCard(shot, say))] : []
    case 'go':
      return said === null ? [...(gone ? [goneCard(gone, say)] : []), ...touched.map((shot) => shotCard(shot, say))] : []
    case 'resumed':
      return resumedCards(event.caps, say.language)
    case 'failed':
      return [troubleCard(event, say)]
    default:
      return [...await (cardsOf[event.kind]?.(desk, production, say) ?? []), ...(isShooting(production.phase) ? touched.map((shot) => shotCard(shot, say)) : [])]
  }
}

const isShooting = (phase: string) => !['opening', 'pitch', 'script', 'board'].includes(phase)

const cast = (_: Desk, production: Seat['production'], say: Words) => castCard(production, say.language)

const cardsOf: Partial<Record<ProductionEvent['kind'], (desk: Desk, production: Seat['production'], say: Words) => Promise<Card[]> | Card[]>> = {
  'pitched': pitchCard,
  'chose': pitchCard,
  'written': scriptCard,
  'script-locked': scriptCard,
  'boarded': boardCard,
  'sheet-drawn': cast, 'sheet-redraw': cast, 'sheet-brought': cast, 'sheet-waived': cast, 'cast-approved': cast,
  'assembled': cutCard,
  'picture-locked': cutCard,
  'delivered': filmCard,
}

/** After a note, whichever gate stands open or has just been passed. */
async function gateCards(desk: Desk, production: Seat['production'], say: Words, wanted: string): Promise<Card[]> {
  const all = await Promise.all([pitchCard(desk, production, say), scriptCard(desk, production, say), boardCard(desk, production, say)])
  return [...all.flat(), ...await cutCard(desk, production, say, wanted)]
}
