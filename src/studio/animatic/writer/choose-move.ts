import type { CameraMove } from '../../../film/camera-move.ts'
import type { Mood } from '../../../film/look.ts'
import { chance } from './chance.ts'
import type { Framing } from './choose-size.ts'
import type { Setup } from './plan-shots.ts'

/** Moves with reasons. At most half the shots move, no move comes twice running, and a journey keeps its direction. */
export function chooseMoves(setups: readonly Setup[], framings: readonly Framing[], mood: Mood, seed: number, given: readonly (CameraMove | null)[] = []): CameraMove[] {
  const chosen: CameraMove[] = []
  let moving = given.filter((move) => move && move.name !== 'static').length
  const most = Math.max(1, Math.floor(setups.length / 2))
  setups.forEach((setup, index) => {
    const fixed = given[index]
    if (fixed) { chosen.push(fixed); return }
    const before = chosen.at(-1)
    const reasons = reasonsFor(setup, framings[index] ?? { size: 'medium', angle: 'eye' }, mood, seed)
    const need = chosen.slice(-2).length === 2 && chosen.slice(-2).every((move) => move.name === 'static') ? 0.25 : 0
    // The last shot of an act may move even where the shots before it already have.
    const paced = moving + 1 <= (setup.last ? most : Math.min(most, Math.ceil((index + 2) / 2)))
    const option = reasons.find(({ move, strength }) => strength + need >= 0.5 && move.name !== before?.name && move.name !== given[index + 1]?.name)
    if (option && paced) { moving++; chosen.push(option.move) } else chosen.push(still)
  })
  return chosen
}

export const still: CameraMove = { name: 'static', direction: null, speed: 'normal' }

type Reason = { move: CameraMove; strength: number }

function reasonsFor(setup: Setup, { size, angle }: Framing, mood: Mood, seed: number): Reason[] {
  const { features, purpose } = setup
  const way = chance(seed, `way ${setup.act}`) < 0.7 ? 'right' : 'left'
  const lyrical = mood !== 'tense' && mood !== 'epic'
  const speed = lyrical ? 'slow' : 'normal'
  const wide = size === 'extreme-wide' || size === 'wide' || size === 'full'
  const close = size === 'close-up' || size === 'extreme-close' || size === 'medium-close'
  const move = (name: CameraMove['name'], direction: CameraMove['direction'] = null, pace: CameraMove['speed'] = speed): CameraMove => ({ name, direction, speed: pace })
  const reasons: (Reason | false)[] = [
    features.chaos && mood === 'tense' && !wide && { move: move('handheld', null, 'fast'), strength: 0.8 },
    setup.last && wide && { move: setup.act % 2 === 0 ? move('pull-out', null, 'slow') : move('crane', 'up', 'slow'), strength: 0.85 },
    purpose === 'establish' && { move: features.rising ? move('tilt', 'up', 'slow') : chance(seed, `open ${setup.act}`) < 0.6 ? move('pan', way, 'slow') : move('crane', 'down', 'slow'), strength: 0.75 },
    features.rising && size !== 'insert' && angle !== 'over-shoulder' && purpose !== 'speak' && { move: wide ? move('tilt', 'up', 'slow') : move('crane', 'up', 'slow'), strength: 0.7 },
    features.travel && purpose !== 'speak' && size !== 'insert' && { move: setup.cast.length || /船|舟|车|马|\b(?:boat|bicycle|bike|car|train|horse|ship)\b/iu.test(setup.text) ? move('follow', way) : move('track', way), strength: 0.72 },
    features.reveal && { move: move('pull-out'), strength: 0.65 },
    features.proud && !wide && { move: move('push-in'), strength: 0.6 },
    features.feeling && close && { move: move('push-in', null, 'slow'), strength: purpose === 'speak' ? (setup.through > 0.5 ? 0.55 : 0.3) : 0.62 },
    features.approach && { move: move('push-in', null, 'slow'), strength: 0.52 },
    features.vast && wide && { move: lyrical ? move('pan', way, 'slow') : move('crane', 'up'), strength: features.still ? 0.35 : 0.55 },
    wide && purpose !== 'speak' && { move: move('push-in', null, 'slow'), strength: features.still ? 0.25 : 0.4 },
    purpose === 'speak' && { move: move('push-in', null, 'slow'), strength: 0.28 },
    close && { move: move('push-in', null, 'slow'), strength: features.still ? 0.2 : 0.32 },
    purpose !== 'speak' && size !== 'insert' && { move: move('track', way, 'slow'), strength: features.still ? 0.1 : 0.3 },
  ]
  return reasons.filter((reason) => reason !== false).sort((a, b) => b.strength - a.strength)
}
