/** A number 0…1 from a seed and a name: the same on every machine, and one choice never shifts another. */
export function chance(seed: number, name: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x100000000
}

export const pick = <T>(items: readonly [T, ...T[]], seed: number, name: string): T => items[Math.floor(chance(seed, name) * items.length)] ?? items[0]

export const seedFor = (seed: number, name: string): number => Math.floor(chance(seed, name) * 0x7fffffff)
