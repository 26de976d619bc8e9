import { applyFilter, highPass, peak } from '../../../sound/filter.ts'
import { linear } from '../../../sound/loudness.ts'
import { resample } from '../../../sound/resample.ts'
import { writeWav } from '../../../sound/wav.ts'
import type { Piece } from './plan-speech.ts'
import { timeWords } from './time-words.ts'
import type { VoiceSetting } from './voices.ts'

/** What eSpeak gave for one piece: 22,050 Hz, and when it began each word. Marks count code points of the piece. */
export type Said = { piece: Piece; samples: Float32Array; marks: { at: number; seconds: number }[] }
export type Speech = { wav: Buffer; seconds: number; words: { at: number; seconds: number }[] }

const espeakRate = 22_050
const rate = 48_000

/** Joins the pieces with their pauses, makes every line equally loud and takes the boxiness out. */
export function finishSpeech(said: Said[], voice: VoiceSetting): Speech {
  const spoken = said.map((one) => ({ ...one, ...edges(one.samples) })).filter(({ to, from }) => to > from)
  if (spoken.length === 0) return silence(0.4)
  const words: { at: number; seconds: number }[] = []
  const length = spoken.reduce((sum, { from, to, piece }, index) => sum + to - from + (index < spoken.length - 1 ? gap(piece) : 0), 0)
  const joined = new Float32Array(length)
  let end = 0
  spoken.forEach((one, index) => {
    joined.set(one.samples.subarray(one.from, one.to), end)
    words.push(...timeWords(one, (end - one.from) / espeakRate, end / espeakRate, (end + one.to - one.from) / espeakRate))
    end += one.to - one.from + (index < spoken.length - 1 ? gap(one.piece) : 0)
  })
  const samples = even(resample(joined, espeakRate, rate), voice)
  return { wav: writeWav({ rate, channels: [samples] }), seconds: samples.length / rate, words }
}

export function silence(seconds: number): Speech {
  return { wav: writeWav({ rate, channels: [new Float32Array(Math.round(seconds * rate))] }), seconds, words: [] }
}

const gap = (piece: Piece) => Math.round(piece.pause * espeakRate)

/** First and last sample of what is heard, with a breath of 8 ms left on both sides. */
function edges(samples: Float32Array) {
  const heard = 0.006
  let from = 0
  let to = samples.length
  while (from < to && Math.abs(samples[from]!) < heard) from++
  while (to > from && Math.abs(samples[to - 1]!) < heard) to--
  return to === from ? { from, to } : { from: Math.max(0, from - 180), to: Math.min(samples.length, to + 180) }
}

/** Speech at about −20 dB while it sounds, never above −3 dB. */
function even(samples: Float32Array, voice: VoiceSetting) {
  applyFilter(samples, highPass(rate, 85))
  applyFilter(samples, peak(rate, 420, 0.9, -2))
  applyFilter(samples, peak(rate, 3200, 0.8, 2 + voice.tilt))
  let sum = 0
  let count = 0
  for (const value of samples) if (Math.abs(value) > 0.01) { sum += value * value; count++ }
  const gain = count > 0 ? linear(-19) / Math.sqrt(sum / count) : 1
  const ceiling = linear(-3)
  for (let at = 0; at < samples.length; at++) samples[at] = ceiling * Math.tanh((samples[at]! * gain) / ceiling)
  fadeEdges(samples)
  return samples
}

function fadeEdges(samples: Float32Array) {
  const length = Math.min(240, samples.length >> 1)
  for (let at = 0; at < length; at++) {
    samples[at] = samples[at]! * (at / length)
    samples[samples.length - 1 - at] = samples[samples.length - 1 - at]! * (at / length)
  }
}
