import type { EventOf, ProductionEvent } from '../event.ts'
import type { ProductionState, Shots } from '../state.ts'
import { foldCast } from './fold-cast.ts'
import { foldDirected } from './fold-directed.ts'
import { foldMaking } from './fold-making.ts'
import type { ShotRecord } from '../shot-record.ts'
import { foldShot, type ShotEvent } from './fold-shot.ts'
import { foldWriting } from './fold-writing.ts'
import { asksFirst, type House, trusting } from '../prices.ts'
import { type Folded, unchanged, withShots } from './folded.ts'
import { going } from './propose.ts'

/** Total and pure: an event that is old, foreign, doubled or not allowed now changes nothing. */
export function fold(production: ProductionState, event: ProductionEvent, shots: Shots, house: House = trusting): Folded {
  if (production.phase === 'cancelled') return unchanged(production, quiet.has(event.kind) ? null : 'cancelled')
  switch (event.kind) {
    case 'opened': case 'pitched': case 'pitch-more': case 'chose': case 'written': case 'script-locked': case 'boarded': case 'greenlit':
      return foldWriting(production, event)
    case 'drawn': case 'spoken': case 'picked': case 'brought': case 'animated': case 'circled': case 'retake': case 'redraw': case 'fix': case 'fixed': case 'take-chosen':
      return foldOneShot(production, event, shots, house)
    case 'sheet-drawn': case 'sheet-redraw': case 'sheet-brought': case 'sheet-waived': case 'cast-approved': case 'continued':
      return foldCast(production, event, shots)
    case 'titled': case 'scored': case 'wrapped': case 'assembled': case 'picture-locked': case 'delivered':
      return foldMaking(production, event, shots)
    case 'directed':
      return foldDirected(production, event, shots, fold, house)
    case 'cancelled':
      return { production: { ...production, phase: 'cancelled' }, patch: {}, said: null }
    case 'go':
      if (!production.proposed || production.proposed.id !== event.id) return unchanged(production, production.proposed ? 'stale' : 'already-going')
      if (event.by && !event.by.rights.includes('greenlight')) return unchanged(production, 'needs-greenlight')
      return { ...going(unchanged(production), shots), gone: production.proposed }
    case 'timed': case 'mixed': case 'nearing': case 'joined': case 'storyboard-drawn': case 'noted': case 'failed': case 'export-asked': case 'exported': case 'capped': case 'resumed': case 'accounted':
      return unchanged(production)
  }
}

/** What a film that was given up still hears without saying that it was. */
const quiet = new Set<ProductionEvent['kind']>(['export-asked', 'exported', 'capped', 'resumed', 'accounted'])

function foldOneShot(production: ProductionState, event: EventOf<ShotEvent>, shots: Shots, house: House): Folded {
  const shot = shots[event.shot]
  if (!shot) return unchanged(production, 'no-such-shot')
  if (!mayPay(shot, event, house)) return unchanged(production, 'needs-greenlight')
  const after = foldShot(shot, event)
  return typeof after === 'string' ? unchanged(production, after) : withShots(production, { [event.shot]: after }, shots)
}

/** A press is a word about its price; above what the server lets pass it must be the word of somebody who may greenlight. */
function mayPay({ told }: ShotRecord, event: EventOf<ShotEvent>, house: House): boolean {
  if (!('by' in event) || !event.by || event.by.rights.includes('greenlight')) return true
  if (event.kind === 'picked' && (event.hold || event.approve)) return true
  return !asksFirst(event.kind === 'redraw' ? told?.price?.draw : told?.price?.animate, house)
}
