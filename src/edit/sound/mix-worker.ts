import { readFile, writeFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { decibels, loudness, truePeak } from '../../sound/loudness.ts'
import { resample } from '../../sound/resample.ts'
import { readWav, writeWav, type Sound } from '../../sound/wav.ts'
import { mixDown } from './mix-down.ts'

export type MixOrder = {
  do: 'mix'
  seconds: number
  fadeOut: number
  voices: { file: string; at: number }[]
  score: string | null
  to: string
  /** LUFS and dBTP. */
  target: number
  ceiling: number
}
export type MixReport = { loudness: number | null; truePeak: number | null }

parentPort?.on('message', async (order: MixOrder | { do: 'measure'; file: string }) => {
  if (order.do === 'measure') return parentPort?.postMessage(report(await load(order.file)))
  const files = [...new Set(order.voices.map(({ file }) => file))]
  const sounds = new Map(await Promise.all(files.map(async (file) => [file, await load(file)] as const)))
  const voices = order.voices.flatMap(({ file, at }) => { const sound = sounds.get(file); return sound ? [{ sound, at }] : [] })
  const mixed = mixDown({ ...order, voices, score: order.score === null ? null : await load(order.score) })
  await writeFile(order.to, writeWav(mixed))
  // It is measured when it has been encoded: that is what will be heard.
  parentPort?.postMessage(silent)
})

async function load(file: string): Promise<Sound> {
  const sound = readWav(await readFile(file))
  if (!sound) throw new Error('A sound of this film is a WAV of a kind that cannot be read: 16 bits or 32-bit float is needed.')
  return { rate: 48_000, channels: sound.channels.map((channel) => resample(channel, sound.rate, 48_000)) }
}

const silent: MixReport = { loudness: null, truePeak: null }

function report(sound: Sound): MixReport {
  const loud = loudness(sound)
  return Number.isFinite(loud) ? { loudness: loud, truePeak: decibels(truePeak(sound)) } : silent
}
