import type { EventOf } from '../event.ts'
import { animateKey, drawKey, isCircled, type ShotRecord, takeOf } from '../shot-record.ts'

export type ShotEvent = 'drawn' | 'spoken' | 'picked' | 'animated' | 'circled' | 'retake' | 'redraw'

/** The shot after the event, or the reason why it stays as it is. */
export function foldShot(shot: ShotRecord, event: EventOf<ShotEvent>): ShotRecord | string {
  switch (event.kind) {
    case 'drawn':
      return event.for === drawKey(shot) ? { ...shot, drawn: { ...event.result, for: event.for } } : 'stale'
    case 'spoken':
      return event.for === shot.speak ? { ...shot, spoken: { ...event.result, for: event.for } } : 'stale'
    case 'animated':
      return event.for === animateKey(shot)
        ? { ...shot, take: { ...event.result, for: event.for, number: (shot.take?.number ?? 0) + Number(shot.take?.for !== event.for) } }
        : 'stale'
    case 'picked': {
      const drawn = shot.drawn
      if (event.for !== drawKey(shot) || drawn?.for !== event.for) return 'stale'
      if (event.frame >= drawn.pictures.length) return 'no-such-frame'
      return shot.picked?.for === event.for && shot.picked.frame === event.frame
        ? 'already-picked'
        : { ...shot, picked: { for: event.for, frame: event.frame } }
    }
    case 'circled':
      if (!takeOf(shot) || event.for !== animateKey(shot)) return 'stale'
      return isCircled(shot) ? 'already-circled' : { ...shot, circled: event.for }
    case 'retake':
      return takeOf(shot) ? { ...shot, retakes: shot.retakes + 1 } : 'not-yet'
    case 'redraw':
      return shot.drawn?.for === drawKey(shot) ? { ...shot, redraws: shot.redraws + 1 } : 'not-yet'
  }
}
