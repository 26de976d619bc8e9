import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { AssetHash, cutFrames, itemStarts, type Cut } from '../../film/cut.ts'
import type { Assets } from '../../lab/assets.ts'
import type { CutCache } from '../cut-cache.ts'
import { requireModern, type Ffmpeg } from '../find-ffmpeg.ts'
import { run } from '../ffmpeg.ts'
import type { MixOrder, MixReport } from './mix-worker.ts'

type Tools = { ffmpeg: Ffmpeg; assets: Assets; signal: AbortSignal; /** Mixes made before. */ cache?: CutCache }

/** What of a film is heard, in seconds: the same for every cut of the same lengths and voices. */
export const Heard = z.object({
  seconds: z.number().positive(),
  fadeOut: z.number().min(0),
  voices: z.array(z.object({ sound: AssetHash, at: z.number().min(0) })),
  score: AssetHash.nullable(),
})
export type Heard = z.infer<typeof Heard>

/** AAC in an .m4a, as long as the picture. Loudness in LUFS and true peak in dB, measured on the decoded file; null for silence. */
const MixedSound = z.object({ sound: AssetHash, loudness: z.number().nullable(), truePeak: z.number().nullable() })
export type MixedSound = z.infer<typeof MixedSound>

/** Raise it when the same voices and score are to sound otherwise. */
const mixVersion = 'mix-2'

/**
 * Places the voices, ducks the score under them and brings the film to −14 LUFS.
 * Mixed by us, not by filters: every ffmpeg then gives the same film (amix and sidechaincompress of 2018 do not).
 */
export async function mixSound(cut: Cut, tools: Tools): Promise<MixedSound> {
  const starts = itemStarts(cut.items)
  const voices = cut.items.flatMap(({ voice }, index) => (voice ? [{ sound: voice.sound, at: ((starts[index] ?? 0) + voice.at) / cut.fps }] : []))
  return mixHeard({ seconds: cutFrames(cut.items) / cut.fps, fadeOut: cut.fadeOut / cut.fps, voices, score: cut.score }, tools)
}

/** By what is heard: a cut with other pictures has the same sound. */
export async function mixHeard({ seconds, fadeOut, voices, score }: Heard, tools: Tools): Promise<MixedSound> {
  tools.signal.throwIfAborted()
  const heard = { seconds, fadeOut, voices: voices.map(({ sound, at }) => ({ sound, at })), score }
  const key = createHash('sha256').update(JSON.stringify([mixVersion, heard, tools.ffmpeg.version])).digest('hex')
  const known = await tools.cache?.find(key) ?? null
  if (known !== null && await tools.assets.has(known)) {
    const mixed = MixedSound.parse(await tools.assets.readJson(known))
    if (await tools.assets.has(mixed.sound)) return mixed
  }
  const mixed = await makeMix(heard, tools)
  await tools.cache?.keep(key, await tools.assets.putJson(mixed))
  return mixed
}

async function makeMix({ seconds, fadeOut, voices, score }: Heard, { ffmpeg, assets, signal }: Tools): Promise<MixedSound> {
  const scratch: string[] = []
  const fresh = async (ending: string) => { const file = await assets.scratch(ending); scratch.push(file); return file }
  const worker = new Worker(new URL('./mix-worker.ts', import.meta.url))
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const readable = (hash: string) => asWav(assets.path(hash), { ffmpeg, signal, fresh })
    const mixed = await fresh('.wav')
    const decoded = await fresh('.wav')
    const encoded = await fresh('.m4a')
    const order: MixOrder = {
      do: 'mix',
      seconds,
      fadeOut,
      voices: await Promise.all(voices.map(async ({ sound, at }) => ({ file: await readable(sound), at }))),
      score: score === null ? null : await readable(score),
      to: mixed,
      target: targetLoudness,
      // The encoder lifts peaks by up to a decibel: lower from the start is cheaper than mixing twice.
      ceiling: -2.6,
    }
    const encode = async (wanted: MixOrder) => {
      await ask(worker, wanted, signal)
      await run(ffmpeg, { inputs: [{ file: mixed }], options: aac, output: encoded }, { signal })
      await run(ffmpeg, { inputs: [{ file: encoded }], options: pcm, output: decoded }, { signal })
      return ask(worker, { do: 'measure', file: decoded }, signal)
    }
    let report = await encode(order)
    const again = corrected(order, report)
    if (again) report = await encode(again)
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
