import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { cutFrames, itemStarts, type Cut } from '../../film/cut.ts'
import type { Assets } from '../../lab/assets.ts'
import { requireModern, type Ffmpeg } from '../find-ffmpeg.ts'
import { run } from '../ffmpeg.ts'
import type { MixOrder, MixReport } from './mix-worker.ts'

type Tools = { ffmpeg: Ffmpeg; assets: Assets; signal: AbortSignal }

/** AAC in an .m4a, as long as the picture. Loudness in LUFS and true peak in dB, measured on the decoded file; null for silence. */
export type MixedSound = { sound: string; loudness: number | null; truePeak: number | null }

/**
 * Places the voices, ducks the score under them and brings the film to −14 LUFS.
 * Mixed by us, not by filters: every ffmpeg then gives the same film (amix and sidechaincompress of 2018 do not).
 */
export async function mixSound(cut: Cut, { ffmpeg, assets, signal }: Tools): Promise<MixedSound> {
  const scratch: string[] = []
  const fresh = async (ending: string) => { const file = await assets.scratch(ending); scratch.push(file); return file }
  const worker = new Worker(new URL('./mix-worker.ts', import.meta.url))
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const starts = itemStarts(cut.items)
    const readable = (hash: string) => asWav(assets.path(hash), { ffmpeg, signal, fresh })
    const mixed = await fresh('.wav')
    const decoded = await fresh('.wav')
    const encoded = await fresh('.m4a')
    const order: MixOrder = {
      do: 'mix',
      seconds: cutFrames(cut.items) / cut.fps,
      fadeOut: cut.fadeOut / cut.fps,
      voices: await Promise.all(cut.items.flatMap(({ voice }, index) => (voice ? [readable(voice.sound).then((file) => ({ file, at: ((starts[index] ?? 0) + voice.at) / cut.fps }))] : []))),
      score: cut.score === null ? null : await readable(cut.score),
      to: mixed,
      target: targetLoudness,
      // The encoder lifts peaks by up to a decibel: lower from the start is cheaper than mixing twice.
      ceiling: -2.6,
    }
    await ask(worker, order, signal)
    await run(ffmpeg, { inputs: [{ file: mixed }], options: aac, output: encoded }, { signal })
    await run(ffmpeg, { inputs: [{ file: encoded }], options: pcm, output: decoded }, { signal })
    let report = await ask(worker, { do: 'measure', file: decoded }, signal)
    const again = corrected(order, report)
    if (again) {
      await ask(worker, again, signal)
      await run(ffmpeg, { inputs: [{ file: mixed }], options: aac, output: encoded }, { signal })
      await run(ffmpeg, { inputs: [{ file: encoded }], options: pcm, output: decoded }, { signal })
      report = await ask(worker, { do: 'measure', file: decoded }, signal)
    }
    return { sound: await assets.putFile(encoded), ...report }
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
    await Promise.all(scratch.map((file) => rm(file, { force: true })))
  }
}

export const targetLoudness = -14

// The two-loop coder takes thirteen times as long. Without metadata and dates the same sound is the same file.
const aac = ['-map', '0:a:0', '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k', '-ar', '48000', '-ac', '2', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'ipod', '-y']
const pcm = ['-map', '0:a:0', '-c:a', 'pcm_s16le', '-ar', '48000', '-ac', '2', '-f', 'wav', '-y']

/** What encoding did to the peaks and to the loudness, put right once. */
function corrected(order: MixOrder, { loudness, truePeak }: MixReport): MixOrder | null {
  if (loudness === null || truePeak === null) return null
  const tooHigh = truePeak > -1.05
  const off = targetLoudness - loudness
  if (!tooHigh && Math.abs(off) < 0.3) return null
  return { ...order, target: order.target + Math.max(-3, Math.min(3, off)), ceiling: tooHigh ? order.ceiling - (truePeak + 1.3) : order.ceiling }
}

/** Our own WAVs are read as they are; any other sound came from outside. */
async function asWav(file: string, { ffmpeg, signal, fresh }: { ffmpeg: Ffmpeg; signal: AbortSignal; fresh: (ending: string) => Promise<string> }) {
  const head = Buffer.alloc(16)
  const handle = await open(file)
  try { await handle.read(head, 0, 16, 0) } finally { await handle.close() }
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WAVE') return file
  requireModern(ffmpeg, 'A sound of this film')
  const wav = await fresh('.wav')
  await run(ffmpeg, { inputs: [{ file }], options: pcm, output: wav }, { signal })
  return wav
}

async function ask(worker: Worker, order: MixOrder | { do: 'measure'; file: string }, signal: AbortSignal): Promise<MixReport> {
  const ended = new AbortController()
  try {
    worker.postMessage(order)
    const [answer] = await Promise.race([
      once(worker, 'message', { signal: ended.signal }),
      once(worker, 'exit', { signal: ended.signal }).then(() => { signal.throwIfAborted(); throw new Error('The sound mix stopped before it was done.') }),
    ])
    // The worker is ours: it answers with a report or dies with its error.
    return answer as MixReport
  } finally {
    ended.abort()
  }
}
