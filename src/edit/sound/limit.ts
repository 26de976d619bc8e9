import { interSamplePeak } from '../../sound/loudness.ts'
import type { Sound } from '../../sound/wav.ts'

/** The sound times `gain`, its true peaks held under the ceiling by a limiter that sees 5 ms ahead. Channels move together. */
export function limit({ rate, channels }: Sound, gain: number, ceiling: number): Sound {
  const length = channels[0]?.length ?? 0
  const ahead = Math.round(rate * 0.005)
  const needed = new Float32Array(length).fill(1)
  let any = false
  for (const channel of channels) {
    for (let at = 0; at < length; at++) {
      if (Math.abs(channel[at]!) * gain < ceiling * 0.7) continue
      const high = interSamplePeak(channel, at) * gain
      if (high <= ceiling) continue
      any = true
      needed[at] = Math.min(needed[at]!, ceiling / high)
    }
  }
  const held = any ? averaged(released(lowestAhead(needed, ahead), rate), ahead) : needed
  const limited = channels.map((channel) => {
    const out = new Float32Array(length)
    for (let at = 0; at < length; at++) out[at] = channel[at]! * gain * held[at]!
    return out
  })
  return { rate, channels: limited }
}

/** For each sample the lowest of it and the next `ahead`: a falling queue, once through. */
function lowestAhead(values: Float32Array, ahead: number) {
  const out = new Float32Array(values.length)
  const queue = new Int32Array(values.length)
  let head = 0
  let tail = 0
  for (let at = values.length - 1; at >= 0; at--) {
    while (tail > head && values[queue[tail - 1]!]! >= values[at]!) tail--
    queue[tail++] = at
    if (queue[head]! > at + ahead) head++
    out[at] = values[queue[head]!]!
  }
  return out
}

function released(values: Float32Array, rate: number) {
  const back = 1 - Math.exp(-1 / (rate * 0.09))
  const out = new Float32Array(values.length)
  let level = 1
  for (let at = 0; at < values.length; at++) out[at] = level = Math.min(values[at]!, level + (1 - level) * back)
  return out
}

/** The mean of the last `ahead` values: a slope instead of a step, and never above what the peak needs. */
function averaged(values: Float32Array, ahead: number) {
  const out = new Float32Array(values.length)
  // Before the first sample the level was what it is there: a peak at the very start has no time to be prepared for.
  const first = values[0] ?? 1
  let sum = ahead * first
  for (let at = 0; at < values.length; at++) {
    sum += values[at]! - (at >= ahead ? values[at - ahead]! : first)
    out[at] = Math.min(1, sum / ahead)
  }
  return out
}
