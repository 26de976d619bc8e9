import { scoreKey } from '../keys.ts'
import { asksFirst, costs, type Dollars, type House, type Proposal, total } from '../prices.ts'
import { animateKey, drawKey, moveTally, pictureOf, type ShotRecord, takeOf, voiceOf } from '../shot-record.ts'
import type { ProductionState, ShotPatch, Shots } from '../state.ts'
import type { Folded } from './folded.ts'

type Asked = { id: string; note: string; films: boolean }

/**
 * What a note makes stale and somebody is paid for. Up to what the server lets pass it is made at once; above, the shots wait, in the
 * state as it is after the note, until somebody says «Go» or takes the note back.
 */
export function propose(folded: Folded, before: Shots, earlier: ProductionState, asked: Asked, house: House): Folded {
  const { production } = folded
  if (!isShooting(earlier) || !isShooting(production)) return folded
  const shots = merged(before, folded.patch)
  const films = asked.films || (earlier.proposed?.film ?? 0) > 0
  const owed = Object.values(shots).map((shot) => ({ shot, ...newlyOwed(shot, before[shot.number], films) }))
  const score = costs(production.prices?.score) && scoreKey(production, shots) !== 'off' && production.score?.for !== scoreKey(production, shots)
    && (earlier.proposed?.score === true || earlier.score?.for === scoreKey(earlier, before))
  const prices: Dollars[] = [
    ...owed.flatMap(({ shot: { told }, draw, speak, animate, film }) => told?.price ? [...draw ? [told.price.draw] : [], ...speak ? [told.price.speak] : [], ...animate || film ? [told.price.animate] : []] : []),
    ...score ? [production.prices?.score ?? null] : [],
  ]
  const count = (which: 'draw' | 'speak' | 'animate' | 'film') => owed.filter((each) => each[which]).length
  const price = total(prices)
  if (prices.length === 0) return settled(folded, shots, null)
  const proposal: Proposal = {
    id: asked.id, note: asked.note.slice(0, 80), redraw: count('draw'), speak: count('speak'), animate: count('animate'), film: count('film'), score,
    price, known: prices.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  }
  if (!asksFirst(price, house)) return { ...going(folded, shots), stale: { ...proposal, waits: false } }
  const waiting = new Set(owed.filter(({ draw, speak, animate }) => draw || speak || animate).map(({ shot }) => shot.number))
  const patch: ShotPatch = { ...folded.patch }
  for (const shot of Object.values(shots)) if ((shot.waits ?? false) !== waiting.has(shot.number)) patch[shot.number] = waitingOr(shot, waiting.has(shot.number))
  return { ...folded, production: { ...production, proposed: proposal }, patch, stale: { ...proposal, waits: true } }
}

/** Somebody said «Go»: nothing waits any more, and what was approved is filmed. */
export const going = (folded: Folded, shots: Shots): Folded => settled(folded, shots, (shot) => films(shot) ? { ...shot, picked: shot.picked && { for: shot.picked.for, frame: shot.picked.frame } } : shot)

function settled({ production, patch, ...rest }: Folded, shots: Shots, change: ((shot: ShotRecord) => ShotRecord) | null): Folded {
  const after: ShotPatch = { ...patch }
  let tally = production.tally
  for (const shot of Object.values(shots)) {
    const next = change ? change(waitingOr(shot, false)) : waitingOr(shot, false)
    if (JSON.stringify(next) === JSON.stringify(shot)) continue
    tally = moveTally(tally, shot, next)
    after[shot.number] = next
  }
  return { ...rest, production: { ...production, tally, ...(production.proposed ? { proposed: null } : {}) }, patch: after }
}

/** A frame that was approved, and costs something to be filmed. */
const films = (shot: ShotRecord) => pictureOf(shot) !== undefined && shot.picked?.approve === true && shot.picked.hold === true && costs(shot.told?.price?.animate)

const waitingOr = ({ waits: _waits, ...shot }: ShotRecord, waits: boolean): ShotRecord => waits ? { ...shot, waits } : shot

/** What this note asks to be paid for, and not what is being made already. */
function newlyOwed(shot: ShotRecord, before: ShotRecord | undefined, filming: boolean) {
  const price = shot.told?.price
  if (!price) return { draw: false, speak: false, animate: false, film: false }
  const waited = before?.waits ?? false
  const moved = animateKey(shot) !== undefined && animateKey(shot) !== (before && animateKey(before))
  return {
    draw: costs(price.draw) && shot.drawn?.for !== drawKey(shot) && (!before || waited || drawKey(before) !== drawKey(shot)),
    speak: costs(price.speak) && voiceOf(shot) === undefined && (!before || waited || before.speak !== shot.speak),
    animate: costs(price.animate) && before !== undefined && takeOf(shot) === undefined
      && ((shot.take !== null && (waited || takeOf(before) !== undefined)) || (moved && animateKey(before) !== undefined) || (waited && animateKey(shot) !== undefined)),
    film: filming && films(shot) && takeOf(shot) === undefined,
  }
}

const isShooting = ({ phase }: ProductionState) => ['shooting', 'cut', 'locked', 'delivered'].includes(phase)

const merged = (shots: Shots, patch: ShotPatch): Shots =>
  Object.fromEntries(Object.entries({ ...shots, ...patch }).filter((entry): entry is [string, ShotRecord] => entry[1] !== null))
