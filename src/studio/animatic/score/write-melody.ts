import type { Dice } from '../../../dice.ts'

/** A tone of the melody in beats from the motif's start; `step` counts scale steps from the tonic. */
export type Tone = { at: number; beats: number; step: number }

const rhythms: [number[], ...number[][]] = [
  [1.5, 0.5, 1, 1, 2, 2], [2, 1, 1, 1.5, 0.5, 2], [1, 1, 2, 1, 1, 2], [3, 1, 1.5, 0.5, 2], [0.5, 0.5, 1, 2, 1, 1, 2], [2, 2, 1, 1, 2],
]

/** Two bars of four that one could hum: mostly by step, one leap, then back the other way. */
export function writeMotif(dice: Dice, steps: number): Tone[] {
  const rhythm = dice.pick(rhythms)
  const leapAt = 1 + Math.floor(dice.next() * (rhythm.length - 2))
  let step = dice.pick([0, 2, steps - 1])
  let direction = dice.next() < 0.6 ? 1 : -1
  let at = 0
  return rhythm.map((beats, index) => {
    const tone = { at, beats, step }
    at += beats
    step += direction * (index + 1 === leapAt ? 2 + Math.floor(dice.next() * 2) : 1)
    if (index + 1 === leapAt || step > steps + 3 || step < -2) direction = -direction
    return tone
  })
}

/** The motif again, not the same: higher, turned over, answered, ornamented. */
export const variations: Record<string, (motif: Tone[], dice: Dice) => Tone[]> = {
  plain: (motif) => motif,
  answer: (motif) => motif.map((tone, index) => (index >= motif.length - 2 ? { ...tone, step: index === motif.length - 1 ? 0 : 1 } : tone)),
  higher: (motif) => motif.map((tone) => ({ ...tone, step: tone.step + 2 })),
  turned: (motif) => motif.map((tone) => ({ ...tone, step: (motif[0]?.step ?? 0) * 2 - tone.step + 3 })),
  ornamented: (motif, dice) => motif.flatMap((tone) => (tone.beats >= 1.5 && dice.next() < 0.7
    ? [{ ...tone, beats: tone.beats - 0.5 }, { at: tone.at + tone.beats - 0.5, beats: 0.25, step: tone.step + 1 }, { at: tone.at + tone.beats - 0.25, beats: 0.25, step: tone.step }]
    : [tone])),
  thinned: (motif) => motif.filter((_, index) => index % 2 === 0).map((tone) => ({ ...tone, beats: tone.beats + 0.5 })),
}
