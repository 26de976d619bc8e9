import type { Limits } from './model.ts'

/** One clip to buy: how long it is made, and how much of its beginning is used. */
export type ClipPlan = { seconds: number; used: number }

/** Too short to be worth a clip of its own: the last frame is held for so long. */
const held = 0.25

/**
 * The clips that fill so many seconds: one, of the shortest length that is long enough, or, where none is, as few as can be,
 * each beginning on the last frame of the one before. What is bought too long is trimmed at the end.
 */
export function fitSeconds(seconds: number, limits: Limits['seconds']): ClipPlan[] {
  const lengths = limits === undefined ? null : Array.isArray(limits) ? [...new Set(limits)].sort((a, b) => b - a) : limits
  if (lengths === null || (Array.isArray(lengths) && lengths.length === 0)) return [{ seconds, used: seconds }]
  const longest = Array.isArray(lengths) ? lengths[0] ?? seconds : lengths.max
  const count = Math.max(1, Math.ceil((seconds - held) / longest))
  const bought = Array.isArray(lengths) ? least(lengths, count, seconds) : new Array<number>(count).fill(Math.min(lengths.max, Math.max(lengths.min, seconds / count)))
  let left = seconds
  return bought.map((length) => {
    const used = Math.min(length, left)
    left -= used
    return { seconds: length, used }
  })
}

/** Of so many lengths, longest first, those that are enough and the least together; all the longest where nothing is enough. */
function least(lengths: readonly number[], count: number, seconds: number): number[] {
  let best = new Array<number>(count).fill(lengths[0] ?? seconds)
  let sum = total(best)
  const choose = (chosen: number[], from: number) => {
    if (chosen.length === count) {
      const together = total(chosen)
      if (together >= seconds - held && together < sum) { best = chosen; sum = together }
      return
    }
    for (let index = from; index < lengths.length; index++) choose([...chosen, lengths[index] ?? 0], index)
  }
  // a scene of minutes in clips of seconds has too many ways to look at: nearly all of it is made of the longest
  const sure = Math.max(0, count - 4)
  choose(best.slice(0, sure), 0)
  return best
}

const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0)
