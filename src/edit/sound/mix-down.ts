import { linear, loudness } from '../../sound/loudness.ts'
import type { Sound } from '../../sound/wav.ts'
import { duckingCurve } from './ducking-curve.ts'
import { limit } from './limit.ts'

export type MixDown = {
  seconds: number
  fadeOut: number
  voices: { sound: Sound; at: number }[]
  score: Sound | null
  /** LUFS and dBTP. */
  target: number
  ceiling: number
}

const rate = 48_000
/** Music alone lies this far under the voice; ducked it goes as far again, and a little more. */
const musicUnderVoice = -5
const ducking = -10

/** The whole film's sound at 48 kHz, stereo, to the sample as long as the picture. */
export function mixDown({ seconds, fadeOut, voices, score, target, ceiling }: MixDown): Sound {
  const length = Math.round(seconds * rate)
  const bus = { rate, channels: [new Float32Array(length), new Float32Array(length)] }
  const spans = voices.map(({ sound, at }) => ({ from: Math.round(at * rate), to: Math.round(at * rate) + (sound.channels[0]?.length ?? 0) }))
  voices.forEach(({ sound }, index) => add(bus, sound, spans[index]?.from ?? 0, () => 1))
  if (score) {
    const spoken = loudness(bus)
    const played = loudness(score)
    const level = Number.isFinite(played) && Number.isFinite(spoken) ? linear(spoken + musicUnderVoice - played) : 1
    const curve = duckingCurve(spans, { length, rate, decibels: ducking })
    const ending = Math.min(length, 2 * rate)
    // A score longer than the film is led out; one made for it has its own end.
    const lead = (score.channels[0]?.length ?? 0) > length + rate / 10 ? ending : 0
    add(bus, score, 0, (at) => level * curve(at) * (at > length - lead ? (length - at) / lead : 1))
  }
  fade(bus, Math.round(fadeOut * rate))
  return toLoudness(bus, target, ceiling)
}

function add(bus: Sound, { channels }: Sound, from: number, gain: (at: number) => number) {
  bus.channels.forEach((out, index) => {
    const source = channels[index] ?? channels[0]
    if (!source) return
    const to = Math.min(out.length, from + source.length)
    for (let at = Math.max(0, from); at < to; at++) out[at] = out[at]! + source[at - from]! * gain(at)
  })
}

/** Down with the picture, and a few milliseconds at both ends so that nothing clicks. */
function fade({ channels }: Sound, frames: number) {
  for (const channel of channels) {
    const tail = Math.min(channel.length, Math.max(frames, 480))
    for (let at = 0; at < tail; at++) {
      const index = channel.length - 1 - at
      channel[index] = channel[index]! * (0.5 - 0.5 * Math.cos((Math.PI * at) / tail))
    }
    for (let at = 0; at < Math.min(96, channel.length); at++) channel[at] = channel[at]! * (at / 96)
  }
}

/** Limiting takes some loudness away: how much of a decibel is left of it is seen from one round to the next. */
function toLoudness(bus: Sound, target: number, ceiling: number): Sound {
  const measured = loudness(bus)
  if (!Number.isFinite(measured)) return bus
  let gain = Math.min(50, target - measured)
  let limited = limit(bus, linear(gain), linear(ceiling))
  let before: { gain: number; missing: number } | null = null
  for (let round = 0; round < 4; round++) {
    const missing = target - loudness(limited)
    if (Math.abs(missing) < 0.15) break
    const left: number = before ? (before.missing - missing) / (gain - before.gain) : missing > 0 ? 0.77 : 1
    before = { gain, missing }
    gain = Math.min(60, gain + missing / Math.max(0.25, Math.min(1, left)))
    if (gain === before.gain) break
    limited = limit(bus, linear(gain), linear(ceiling))
  }
  return limited
}
