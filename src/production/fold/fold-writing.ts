import type { EventOf } from '../event.ts'
import { boardKey, pitchKey, scriptKey } from '../keys.ts'
import { newRecord } from '../shot-record.ts'
import type { Phase, ProductionState } from '../state.ts'
import { changed, type Folded, unchanged, withShots } from './folded.ts'

type WritingEvent = 'opened' | 'pitched' | 'pitch-more' | 'chose' | 'written' | 'script-locked' | 'boarded' | 'greenlit'

/** A finished text skips the pitch, a finished table also the script: neither is ever rewritten. */
const firstPhase: Record<EventOf<'opened'>['source'], Phase> = { wish: 'pitch', text: 'script', script: 'script', table: 'board', board: 'board' }

export function foldWriting(state: ProductionState, event: EventOf<WritingEvent>): Folded {
  switch (event.kind) {
    case 'opened':
      return state.phase === 'opening'
        ? changed({ ...state, brief: event.brief, phase: firstPhase[event.source], ...(event.models ? { terms: { ...state.terms, models: event.models } } : {}) })
        : unchanged(state, 'already-open')
    case 'pitched':
      return state.phase === 'pitch' && state.pitch === null && event.for === pitchKey(state)
        ? changed({ ...state, pitch: event.result.pitch })
        : unchanged(state)
    case 'pitch-more':
      if (state.phase === 'pitch' && event.pitch !== undefined && event.pitch !== state.pitch) return unchanged(state, 'stale')
      return state.phase === 'pitch' && state.pitch !== null
        ? changed({ ...state, pitch: null, round: state.round + 1 })
        : unchanged(state, state.phase === 'pitch' ? null : 'already-chosen')
    case 'chose':
      if (state.phase !== 'pitch') return unchanged(state, 'already-chosen')
      return event.pitch === state.pitch ? changed({ ...state, idea: event.idea, phase: 'script' }) : unchanged(state, 'stale')
    case 'written':
      return state.phase === 'script' && event.for === scriptKey(state)
        ? changed({ ...state, script: event.result.script, ...(event.result.board === undefined ? {} : { prices: { ...state.prices, board: event.result.board } }) })
        : unchanged(state)
    case 'script-locked':
      if (state.phase !== 'script') return unchanged(state, 'already-locked')
      return event.script === state.script ? changed({ ...state, phase: 'board' }) : unchanged(state, 'stale')
    case 'boarded': {
      if (state.phase !== 'board' || state.board !== null || event.for !== boardKey(state)) return unchanged(state)
      const { board, calls, titles, mood, prices, cast } = event.result
      const patch = Object.fromEntries(calls.map((call) => [call.number, newRecord(call)]))
      return withShots({ ...state, board, asks: { titles, mood }, ...(cast ? { cast: { ...cast, made: [], redraws: {}, waived: [] } } : {}), ...(prices ? { prices: { ...state.prices, ...prices } } : {}) }, patch, {})
    }
    case 'greenlit':
      if (state.phase !== 'board') return unchanged(state, state.board === null ? 'not-yet' : 'already-greenlit')
      return event.board === state.board ? changed({ ...state, phase: 'shooting' }) : unchanged(state, 'stale')
  }
}
