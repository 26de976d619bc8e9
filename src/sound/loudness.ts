import type { Sound } from './wav.ts'

/** Integrated loudness in LUFS after ITU-R BS.1770-4, gated. −Infinity for silence. The sound must be at 48 kHz. */
export function loudness({ channels }: Sound): number {
  const energy = blockEnergy(channels)
  const blocks = Array.from({ length: Math.max(0, energy.length - 3) }, (_, at) => (energy[at]! + energy[at + 1]! + energy[at + 2]! + energy[at + 3]!) / 4)
  const loud = blocks.filter((block) => lufs(block) > -70)
  if (loud.length === 0) return -Infinity
  const gate = lufs(mean(loud)) - 10
  return lufs(mean(loud.filter((block) => lufs(block) > gate)))
}

/** The highest level between the samples too (four times oversampled), linear. Only loud places are looked at closely. */
export function truePeak({ channels }: Sound): number {
  let highest = 0
  for (const channel of channels) for (const value of channel) if (Math.abs(value) > highest) highest = Math.abs(value)
  // Between two samples the curve of real sound rises above them by less than this.
  const near = highest * 0.6
  let peak = highest
  for (const channel of channels) {
    for (let at = 0; at < channel.length; at++) {
      if (Math.abs(channel[at]!) >= near) peak = Math.max(peak, interSamplePeak(channel, at))
    }
  }
  return peak
}

/** The highest level at this sample and on the way to the next. */
export function interSamplePeak(channel: Float32Array, at: number): number {
  let peak = Math.abs(channel[at]!)
  for (const phase of phases) peak = Math.max(peak, Math.abs(between(channel, at, phase)))
  return peak
}

export const decibels = (linear: number) => 20 * Math.log10(linear)
export const linear = (decibels: number) => 10 ** (decibels / 20)

/** Mean energy of each tenth of a second, all channels together. */
function blockEnergy(channels: Float32Array[]) {
  const step = 4800
  const energy = new Float64Array(Math.floor((channels[0]?.length ?? 0) / step))
  for (const channel of channels) addEnergy(energy, channel, step)
  return energy
}

/** Both filters of one sample after the other, in the shape of applyFilter: nothing is kept but the sum of each block. */
function addEnergy(energy: Float64Array, channel: Float32Array, step: number) {
  // By their own names: read from the object, each costs a look-up in every sample.
  const { b0, b1, b2, a1, a2 } = shelf
  const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = rumble
  let s1 = 0
  let s2 = 0
  let r1 = 0
  let r2 = 0
  for (let block = 0; block < energy.length; block++) {
    let sum = 0
    for (let at = block * step, end = at + step; at < end; at++) {
      // Something very small, or in silence the filters would run down to numbers that a processor takes a hundred times as long for.
      const value = channel[at]! + 1e-20
      const bright = b0 * value + s1
      s1 = b1 * value - a1 * bright + s2
      s2 = b2 * value - a2 * bright
      const out = c0 * bright + r1
      r1 = c1 * bright - d1 * out + r2
      r2 = c2 * bright - d2 * out
      sum += out * out
    }
    energy[block] = energy[block]! + sum / step
  }
}

const lufs = (energy: number) => -0.691 + 10 * Math.log10(energy)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

// The two filters of BS.1770 at 48 kHz.
const shelf = { b0: 1.53512485958697, b1: -2.69169618940638, b2: 1.19839281085285, a1: -1.69065929318241, a2: 0.73248077421585 }
const rumble = { b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621 }

const reach = 12
const phases = [0.25, 0.5, 0.75].map((fraction) => Float32Array.from({ length: reach * 2 }, (_, tap) => {
  const x = tap - reach + 1 - fraction
  return (Math.sin(Math.PI * x) / (Math.PI * x)) * Math.cos((Math.PI * x) / (2 * reach)) ** 2
}))

function between(channel: Float32Array, at: number, phase: Float32Array) {
  const first = at - reach + 1
  let sum = 0
  if (first >= 0 && first + phase.length <= channel.length) for (let tap = 0; tap < phase.length; tap++) sum += phase[tap]! * channel[first + tap]!
  else for (let tap = 0; tap < phase.length; tap++) sum += phase[tap]! * (channel[first + tap] ?? 0)
  return sum
}
