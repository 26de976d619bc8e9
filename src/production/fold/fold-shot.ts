import type { EventOf } from '../event.ts'
import { animateKey, drawKey, isCircled, isFor, type ShotRecord, takeOf } from '../shot-record.ts'

export type ShotEvent = 'drawn' | 'spoken' | 'picked' | 'brought' | 'animated' | 'circled' | 'retake' | 'redraw'

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
      if (!isFor(event.for, drawKey(shot)) || drawn?.for !== drawKey(shot)) return 'stale'
      if (event.frame >= drawn.pictures.length) return 'no-such-frame'
      const { frame, hold = false, approve = false } = event
      const before = shot.picked?.for === drawn.for && shot.picked.frame === frame ? shot.picked : null
      // to look closer at what is already being filmed, or settled, takes nothing back
      if (before && (before.hold ?? false) === hold && (before.approve ?? false) === approve) return 'already-picked'
      if (before && !before.hold && (hold || approve)) return 'already-picked'
      return { ...shot, picked: { for: drawn.for, frame, ...(hold || approve ? { hold: true } : {}), ...(approve ? { approve } : {}) } }
    }
    case 'brought': {
      const { picture, width, height } = event
      const others = shot.drawn?.for === drawKey(shot) ? shot.drawn.pictures.filter((each) => each.picture !== picture) : []
      const pictures = [{ picture, width, height, seed: 0 }, ...others].slice(0, 4)
      return { ...shot, brought: { picture, width, height }, drawn: { for: drawKey(shot), pictures, missed: [] }, picked: { for: drawKey(shot), frame: 0, hold: true } }
    }
    case 'circled':
      if (!takeOf(shot) || !isFor(event.for, animateKey(shot))) return 'stale'
      return isCircled(shot) ? 'already-circled' : { ...shot, circled: animateKey(shot) ?? null }
    case 'retake':
      if (event.for !== undefined && !isFor(event.for, animateKey(shot))) return 'already-retaken'
      return takeOf(shot) ? { ...shot, retakes: shot.retakes + 1 } : 'not-yet'
    case 'redraw':
      if (event.for !== undefined && !isFor(event.for, drawKey(shot))) return 'already-redrawn'
      return shot.drawn?.for === drawKey(shot) ? { ...shot, redraws: shot.redraws + 1 } : 'not-yet'
  }
}
