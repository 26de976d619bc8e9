import type { EventOf, ProductionEvent } from '../event.ts'
import type { ProductionState, Shots } from '../state.ts'
import { foldDirected } from './fold-directed.ts'
import { foldMaking } from './fold-making.ts'
import { foldShot, type ShotEvent } from './fold-shot.ts'
import { foldWriting } from './fold-writing.ts'
import { type Folded, unchanged, withShots } from './folded.ts'

/** Total and pure: an event that is old, foreign, doubled or not allowed now changes nothing. */
export function fold(production: ProductionState, event: ProductionEvent, shots: Shots): Folded {
  if (production.phase === 'cancelled') return unchanged(production, event.kind.startsWith('export') ? null : 'cancelled')
  switch (event.kind) {
    case 'opened': case 'pitched': case 'pitch-more': case 'chose': case 'written': case 'script-locked': case 'boarded': case 'greenlit':
      return foldWriting(production, event)
    case 'drawn': case 'spoken': case 'picked': case 'brought': case 'animated': case 'circled': case 'retake': case 'redraw': case 'fix': case 'fixed': case 'take-chosen':
      return foldOneShot(production, event, shots)
    case 'titled': case 'scored': case 'wrapped': case 'assembled': case 'picture-locked': case 'delivered':
      return foldMaking(production, event, shots)
    case 'directed':
      return foldDirected(production, event, shots, fold)
    case 'cancelled':
      return { production: { ...production, phase: 'cancelled' }, patch: {}, said: null }
    case 'timed': case 'mixed': case 'noted': case 'failed': case 'export-asked': case 'exported':
      return unchanged(production)
  }
}

function foldOneShot(production: ProductionState, event: EventOf<ShotEvent>, shots: Shots): Folded {
  const shot = shots[event.shot]
  if (!shot) return unchanged(production, 'no-such-shot')
  const after = foldShot(shot, event)
  return typeof after === 'string' ? unchanged(production, after) : withShots(production, { [event.shot]: after }, shots)
}
