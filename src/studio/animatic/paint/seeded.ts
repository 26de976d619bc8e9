/** Chance that is the same on every machine: mulberry32 over a hash of what it is for. */
export const seeded = (...parts: (string | number)[]): Random => {
  let state = hash(parts.join('|'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    range: (from, to) => from + (to - from) * next(),
    int: (below) => Math.floor(next() * below),
    // A list is never empty here: they are all literals of ours.
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    chance: (of) => next() < of,
    sign: () => (next() < 0.5 ? -1 : 1),
  }
}

export type Random = {
  next(): number
  range(from: number, to: number): number
  int(below: number): number
  pick<T>(list: readonly T[]): T
  chance(of: number): boolean
  sign(): 1 | -1
}

export const hash = (text: string): number => {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}
