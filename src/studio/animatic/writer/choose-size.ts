import type { CameraAngle, ShotSize } from '../../../film/shot-size.ts'
import { chance } from './chance.ts'
import type { Setup } from './plan-shots.ts'

export type Framing = { size: ShotSize; angle: CameraAngle }

const ladder: readonly ShotSize[] = ['extreme-wide', 'wide', 'full', 'medium-full', 'medium', 'medium-close', 'close-up', 'extreme-close']

/**
 * Sizes and angles for a run of shots. Each takes the framing that costs least: far from what it asks for, like the shot before,
 * or too small a step from it (a cut of one rung on the same people looks like a mistake) all cost. What `given` holds is kept.
 */
export function chooseFramings(setups: readonly Setup[], seed: number, given: readonly Partial<Framing>[] = []): Framing[] {
  const chosen: Framing[] = []
  let turns = 0
  setups.forEach((setup, index) => {
    turns = setup.purpose === 'speak' ? turns + 1 : setup.purpose === 'tell' || setup.purpose === 'do' ? Math.max(0, turns - 1) : turns
    const wanted = want(setup, turns, setups[index - 1], index === setups.length - 1)
    const fixed = given[index] ?? {}
    const next = given[index + 1]
    const before = chosen.at(-1)
    const earlier = chosen.at(-2)
    const sizes: readonly ShotSize[] = fixed.size ? [fixed.size] : wanted.insert ? ['insert', 'close-up', 'extreme-close'] : ladder
    const angles: readonly CameraAngle[] = fixed.angle ? [fixed.angle] : wanted.angles
    const cost = (size: ShotSize, rank: number): number => {
      const rung = ladder.indexOf(size)
      const here = rung < 0 ? 6.5 : rung
      let sum = wanted.insert ? (size === 'insert' ? 0 : 2) : Math.abs(here - wanted.rung) * 1.1
      sum += rank * 0.7 + chance(seed, `framing ${index} ${size} ${rank}`) * 0.35
      if (before) {
        const step = Math.abs(here - rungOf(before.size))
        if (before.size === size) sum += 2.2
        else if (step === 1 && sharesPeople(setup, setups[index - 1])) sum += 0.9
        if (step > 5) sum += 0.6
        if (before.angle === angles[rank] && angles[rank] !== 'eye') sum += angles[rank] === 'over-shoulder' ? 0 : 1.5
      }
      if (earlier?.size === size && !(setup.purpose === 'speak' && setups[index - 2]?.speaker === setup.speaker)) sum += 0.8
      return sum
    }
    const options = sizes.flatMap((size) => angles.map((angle, rank) => ({ size, angle, cost: cost(size, rank) })))
    const same = (one: Partial<Framing> | undefined, two: Framing) => one?.size === two.size && (one.angle ?? two.angle) === two.angle
    const allowed = options.filter((option) => !same(before, option) && !(next?.size && next.angle && same(next, option)))
    const best = (allowed.length ? allowed : options).reduce((top, option) => (option.cost < top.cost ? option : top))
    // Size written, angle ours: two of the same size are told apart by where the camera stands.
    const angle = !fixed.angle && same(before, best) ? (best.angle === 'eye' ? 'high' : 'eye') : best.angle
    chosen.push({ size: best.size, angle })
  })
  return chosen
}

const rungOf = (size: ShotSize) => { const rung = ladder.indexOf(size); return rung < 0 ? 6.5 : rung }

const sharesPeople = (one: Setup, two: Setup | undefined) => one.cast.some((name) => two?.cast.includes(name))

/** The rung this shot asks for, the angles in the order it would like them, and whether a thing should fill the frame. */
function want(setup: Setup, turns: number, before: Setup | undefined, end: boolean): { rung: number; angles: CameraAngle[]; insert: boolean } {
  const { features, purpose, through } = setup
  const closer = through > 0.45 && through < 0.9 ? 0.8 : 0
  if (purpose === 'establish') return { rung: features.vast || !setup.cast.length ? 0.3 : 1, angles: ['eye', 'high'], insert: false }
  if (purpose === 'breathe') return { rung: 0.6, angles: ['high', 'eye'], insert: false }
  if (purpose === 'detail') return { rung: 6, angles: ['eye', 'high'], insert: true }
  if (purpose === 'react') return { rung: 5.6 + closer, angles: ['eye', 'low'], insert: false }
  if (purpose === 'speak') {
    const rung = Math.min(6.2, 4.2 + Math.min(turns - 1, 4) * 0.45 + (features.feeling ? 0.7 : 0))
    return { rung, angles: setup.listener ? ['over-shoulder', 'eye'] : ['eye', 'low'], insert: false }
  }
  // An act may end on a face; a film ends wide.
  if (setup.last && purpose === 'tell' && (end || !(features.feeling && setup.cast.length))) return { rung: setup.cast.length ? 1.2 : 0.6, angles: ['eye', 'high'], insert: false }
  const people = setup.cast.length > 0
  const angles: CameraAngle[] = features.proud || (features.rising && !features.vast) ? ['low', 'eye'] : features.uncanny ? ['dutch', 'eye', 'high']
    : features.looking && !people ? ['pov', 'eye'] : features.vast ? ['eye', 'high'] : ['eye', 'high', 'low']
  if (features.feeling && people) return { rung: 5.5 + closer, angles, insert: false }
  // A thing fills the frame once we have seen whose it is.
  const known = !people || setup.cast.every((name) => before?.cast.includes(name))
  if (features.thing && known && !features.vast && !features.travel) return { rung: 6, angles: ['eye', 'high'], insert: true }
  if (features.vast && !people) return { rung: 0.8, angles, insert: false }
  if (features.vast || features.travel) return { rung: people ? 2.6 + closer : 1.4, angles, insert: false }
  return { rung: people ? 4 + closer : features.visible ? 2.8 + closer : 3.4, angles, insert: false }
}
