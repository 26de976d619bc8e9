import type { EventOf } from '../event.ts'
import { cutKey, deliveryKey, scoreKey } from '../keys.ts'
import type { ProductionState, Shots } from '../state.ts'
import { changed, type Folded, unchanged } from './folded.ts'

type MakingEvent = 'titled' | 'scored' | 'wrapped' | 'assembled' | 'picture-locked' | 'delivered'

/** After the shots: titles, score, the cut, the lock, the delivery. */
export function foldMaking(state: ProductionState, event: EventOf<MakingEvent>, shots: Shots): Folded {
  switch (event.kind) {
    case 'titled':
      return event.for === state.asks?.titles ? changed({ ...state, titles: { ...event.result, for: event.for } }) : unchanged(state)
    case 'scored':
      return event.for === scoreKey(state, shots) ? changed({ ...state, score: { ...event.result, for: event.for } }) : unchanged(state)
    case 'wrapped':
      return state.phase === 'shooting' && state.tally.shots > 0 && state.tally.circled === state.tally.shots
        ? changed({ ...state, phase: 'cut' })
        : unchanged(state)
    case 'assembled':
      return state.phase === 'cut' && event.for === cutKey(state, shots)
        ? changed({ ...state, cut: { ...event.result, for: event.for } })
        : unchanged(state)
    case 'picture-locked':
      if (state.phase !== 'cut') return unchanged(state, ['locked', 'delivered'].includes(state.phase) ? 'already-locked' : 'not-yet')
      return state.cut !== null && event.cut === state.cut.for && event.cut === cutKey(state, shots)
        ? changed({ ...state, phase: 'locked' })
        : unchanged(state, 'stale')
    case 'delivered':
      return state.phase === 'locked' && event.for === deliveryKey(state)
        ? changed({ ...state, delivery: { ...event.result, for: event.for }, phase: 'delivered' })
        : unchanged(state)
  }
}
