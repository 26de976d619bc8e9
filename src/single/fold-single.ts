import { pictureKey, pictureOf, type SingleEvent, type SingleState } from './single-state.ts'

/** `said` tells why an event changed nothing. */
export type SingleFolded = { state: SingleState; said: string | null }

/** Total and pure: an event that is old, doubled or not for this single changes nothing. */
export function foldSingle(before: SingleState | null, event: SingleEvent): SingleFolded | null {
  if (before === null) return event.kind === 'opened' ? { state: opened(event.request), said: null } : null
  const same = (said: string | null = null): SingleFolded => ({ state: before, said })
  if (before.discarded) return same(event.kind === 'picked' || event.kind === 'cancelled' ? 'discarded' : null)
  switch (event.kind) {
    case 'opened': return same('already-open')
    case 'drawn': return before.drawn !== null || before.request.picture ? same() : { state: { ...before, drawn: event.result, frame: before.request.animate ? 0 : null }, said: null }
    case 'picked': {
      if (before.drawn === null || event.for !== pictureKey(before)) return same('stale')
      if (event.frame >= before.drawn.pictures.length) return same('no-such-frame')
      return event.frame === before.frame ? same('already-picked') : { state: { ...before, frame: event.frame }, said: null }
    }
    case 'animated': return event.of === pictureOf(before) ? { state: { ...before, clip: { ...event.result, of: event.of } }, said: null } : same()
    case 'cancelled': return { state: { ...before, discarded: true }, said: null }
    case 'failed': return same()
  }
}

const opened = (request: SingleState['request']): SingleState => ({ version: 1, request, drawn: null, frame: null, clip: null, discarded: false })
