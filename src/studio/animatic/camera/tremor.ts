/** Smooth noise about 0, within ±1: what a hand does to a camera. Sines that never meet, each begun where the seed says. */
export function tremor(seed: number, seconds: number): number {
  return 0.58 * wave(seed, 0.37, seconds) + 0.3 * wave(seed + 101, 0.83, seconds) + 0.12 * wave(seed + 211, 1.49, seconds)
}

const wave = (seed: number, hertz: number, seconds: number) => Math.sin(2 * Math.PI * (hertz * seconds + phase(seed)))

function phase(seed: number) {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
