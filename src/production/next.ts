import type { ProductionEvent } from './event.ts'
import type { ProductionState } from './state.ts'

export type Room = 'pitch' | 'write' | 'board' | 'direct' | 'shoot' | 'assemble' | 'deliver' | 'export' | 'wrap' | 'show'

/** Where the production goes on. Pure: the same answer after any crash, edit or reordering. */
export function next(state: ProductionState, event: ProductionEvent): Room {
  // what there is can be had in every phase, also of a film that was given up
  if (event.kind === 'export-asked') return 'export'
  if (event.kind === 'exported' || event.kind === 'capped' || event.kind === 'accounted') return 'show'
  if (state.phase === 'cancelled') return event.kind === 'cancelled' || event.kind === 'directed' ? 'wrap' : 'show'
  if (event.kind === 'noted') return 'direct'
  // a take may be fixed when the film is long cut
  if (event.kind === 'fix') return 'shoot'
  if (isForAnotherBoard(state, event)) return 'direct'
  switch (state.phase) {
    case 'pitch': return state.pitch === null ? 'pitch' : 'show'
    case 'script': return state.script === null ? 'write' : 'show'
    case 'board': return state.board === null ? 'board' : 'show'
    case 'shooting': return 'shoot'
    // what failed, or came late, reads no shots: a score for a film without them would be bought
    case 'cut': return wholeFilm.has(event.kind) ? 'assemble' : 'show'
    case 'locked': return wholeFilm.has(event.kind) ? 'deliver' : 'show'
    case 'opening': case 'delivered': return 'show'
  }
}

/** A note read against a storyboard that has changed since is read again, not lost. */
export const isForAnotherBoard = (state: ProductionState, event: ProductionEvent) =>
  event.kind === 'directed' && state.board !== (event.result.boarded?.board ?? event.base)

/** Most events concern one shot and read one; these read them all. */
const wholeFilm = new Set<ProductionEvent['kind']>([
  'boarded', 'greenlit', 'directed', 'titled', 'timed', 'nearing', 'scored', 'wrapped', 'assembled', 'picture-locked', 'cancelled', 'export-asked', 'cast-approved', 'sheet-waived', 'go', 'resumed',
])

export const shotsNeeded = (event: ProductionEvent): 'all' | string[] =>
  wholeFilm.has(event.kind) ? 'all' : 'shot' in event ? [event.shot] : []
