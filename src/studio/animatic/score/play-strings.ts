import type { Dice } from '../../../dice.ts'
import { rate, type Play } from './play.ts'

/** A plucked string (Karplus and Strong): a burst of noise goes round a delay line and loses its brightness. */
export function pluckedString({ bright, decay, bend }: { bright: number; decay: number; bend: number }): Play {
  return ({ hertz, seconds, loud, throws }) => {
    const length = Math.round(Math.min(seconds + 1.2, 7) * rate)
    const out = new Float32Array(length)
    const period = rate / hertz - 0.5
    const size = Math.floor(period)
    const line = burst(size, bright * (0.5 + 0.5 * loud), throws)
    // All-pass for the fraction of a sample, or the high notes are out of tune.
    const fraction = period - size
    const pass = (1 - fraction) / (1 + fraction)
    const keep = 10 ** (-3 / (hertz * decay * Math.max(0.35, Math.min(1, 300 / hertz))))
    let at = 0
    let before = 0
    let entered = 0
    let passed = 0
    for (let index = 0; index < length; index++) {
      const value = line[at]!
      const mean = keep * (0.5 * value + 0.5 * before)
      before = value
      passed = pass * (mean - passed) + entered
      entered = mean
      line[at] = passed
      out[index] = value
      at = at + 1 >= size ? 0 : at + 1
    }
    const bent = bend > 0 && seconds > 1 ? vibrato(out, bend, throws.between(4.2, 5.4)) : out
    return release(bent, seconds)
  }
}

function burst(size: number, bright: number, throws: Dice) {
  const line = new Float32Array(size)
  let low = 0
  for (let at = 0; at < size; at++) line[at] = low += (throws.between(-1, 1) - low) * Math.min(1, 0.12 + 0.7 * bright)
  // Plucked at a seventh of its length: that overtone is missing, as on a real string.
  const place = Math.max(1, Math.round(size / 7))
  const plucked = line.map((value, at) => value - line[(at + size - place) % size]!)
  const mean = plucked.reduce((sum, value) => sum + value, 0) / size
  const level = Math.sqrt(plucked.reduce((sum, value) => sum + value * value, 0) / size)
  return plucked.map((value) => ((value - mean) / level) * 0.3)
}

/** 吟: the left hand rocks on the string after the pluck. The hand is slow: its place is worked out every 32 samples. */
function vibrato(samples: Float32Array, depth: number, speed: number) {
  const place = (at: number) => {
    const seconds = at / rate
    return at - depth * Math.min(1, Math.max(0, (seconds - 0.35) / 0.5)) * (1 + Math.sin(2 * Math.PI * speed * seconds)) * 6
  }
  const out = new Float32Array(samples.length)
  for (let block = 0; block < out.length; block += 32) {
    const stride = (place(block + 32) - place(block)) / 32
    let position = place(block)
    for (let at = block; at < Math.min(block + 32, out.length); at++) {
      const low = position > 0 ? Math.floor(position) : 0
      const value = samples[low]!
      out[at] = value + ((low + 1 < samples.length ? samples[low + 1]! : 0) - value) * (position - low)
      position += stride
    }
  }
  return out
}

function release(samples: Float32Array, seconds: number) {
  const from = Math.round(seconds * rate)
  const keep = Math.exp(-1 / (rate * 0.35))
  let level = 1
  for (let at = from; at < samples.length; at++) samples[at] = samples[at]! * (level *= keep)
  const tail = Math.min(2400, samples.length)
  for (let at = 0; at < tail; at++) samples[samples.length - 1 - at] = samples[samples.length - 1 - at]! * (at / tail)
  return samples
}
