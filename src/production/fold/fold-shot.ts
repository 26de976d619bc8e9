import type { EventOf, TakeMade } from '../event.ts'
import { animateKey, drawKey, isCircled, isFor, pictureOf, type ShotRecord, takeOf } from '../shot-record.ts'

export type ShotEvent = 'drawn' | 'spoken' | 'picked' | 'brought' | 'animated' | 'circled' | 'retake' | 'redraw' | 'fix' | 'fixed' | 'take-chosen'

/** The shot after the event, or the reason why it stays as it is. */
export function foldShot(before: ShotRecord, event: EventOf<ShotEvent>): ShotRecord | string {
  // who says what is to be made of a shot has said «Go» for it
  const { waits, ...rest } = before
  const shot: ShotRecord = waits && (event.kind === 'redraw' || event.kind === 'retake' || (event.kind === 'picked' && !event.hold && !event.approve)) ? rest : before
  switch (event.kind) {
    case 'drawn':
      return event.for === drawKey(shot) ? { ...shot, drawn: { ...event.result, for: event.for } } : 'stale'
    case 'spoken':
      return event.for === shot.speak ? { ...shot, spoken: { ...event.result, for: event.for } } : 'stale'
    case 'animated':
      if (event.for !== animateKey(shot)) return 'stale'
      return shot.take?.for === event.for ? { ...shot, take: { ...event.result, for: event.for, number: shot.take.number } } : newTake(shot, event.result, event.for)
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
    case 'fix': {
      const frame = pictureOf(shot) !== undefined && isFor(event.for, drawKey(shot))
      if (!frame && !(takeOf(shot) && isFor(event.for, animateKey(shot)))) return 'stale'
      // it is ordered by its room; what it makes comes back as an event
      return shot
    }
    case 'fixed': {
      const { result } = event
      if (result.medium === 'take') {
        const take = takeOf(shot)
        return take && event.for === animateKey(shot) ? newTake(shot, { ...result.take, ...also(take.by, result.take.by) }, event.for) : 'stale'
      }
      const drawn = shot.drawn
      if (drawn?.for !== drawKey(shot) || event.for !== drawKey(shot)) return 'stale'
      const { picture, width, height } = result
      const frame = pictureOf(shot)
      const pictures = [{ picture, width, height, seed: frame?.seed ?? 0, ...also(frame?.by, result.by) }, ...drawn.pictures.filter((each) => each.picture !== picture)].slice(0, 4)
      return { ...shot, drawn: { ...drawn, pictures }, picked: { for: drawn.for, frame: 0, hold: true } }
    }
    case 'take-chosen': {
      const chosen = shot.earlier?.find(({ number }) => number === event.take)
      const key = animateKey(shot)
      if (!chosen || key === undefined) return shot.take?.number === event.take ? 'already-taken' : 'no-such-take'
      return { ...shot, take: { ...chosen, for: key }, earlier: kept(shot, chosen.number), circled: null }
    }
  }
}

/** Whoever made the one before has a part in what was made of it. */
const also = (before: readonly string[] = [], after: readonly string[] = []) => {
  const by = [...new Set([...before, ...after])]
  return by.length > 0 ? { by } : {}
}

/** The newest is looked at; those before it stay, and none is circled until somebody says so. */
function newTake(shot: ShotRecord, take: TakeMade, key: string): ShotRecord {
  const last = Math.max(0, shot.take?.number ?? 0, ...(shot.earlier ?? []).map(({ number }) => number))
  return { ...shot, take: { ...take, for: key, number: last + 1 }, earlier: kept(shot), circled: null }
}

function kept({ take, earlier = [] }: ShotRecord, without?: number) {
  const { for: _for, ...before } = take ?? { for: '' }
  return [...earlier, ...('number' in before ? [before] : [])].filter(({ number }) => number !== without).sort((a, b) => a.number - b.number).slice(-9)
}
