import { readFile, rm } from 'node:fs/promises'
import { run, type FfmpegJob } from '../../edit/ffmpeg.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { inTurn } from '../../edit/in-turn.ts'
import { outsideOnly, probe } from '../../edit/probe.ts'
import type { PaidWork } from '../../lab/work.ts'

/**
 * Three frames of a clip, small, as assets. None where there is no modern ffmpeg: the packaged one never touches a file from outside,
 * and such a clip is never shown, for it cannot be conformed.
 */
export async function framesOf(ffmpeg: Ffmpeg, clip: string, { assets, signal }: PaidWork): Promise<string[]> {
  if (ffmpeg.trusted !== 'modern') return []
  const { streams, format } = await probe(ffmpeg, assets.path(clip), signal)
  const seconds = streams.find(({ codec_type }) => codec_type === 'video')?.duration ?? format.duration ?? 0
  // six frames a second have none in their last sixth, and ffmpeg then writes nothing and complains of nothing: the first stands in
  const files = await Promise.all(parts.map(() => assets.scratch('.png')))
  try {
    await inTurn(() => run(ffmpeg, oneRun(assets.path(clip), [...parts.map((part) => seconds * part), 0], [...files, `${files[0]}.first.png`]), { signal }))
    const [first, ...frames] = await Promise.all([`${files[0]}.first.png`, ...files].map((file) => readFile(file).catch(() => null)))
    if (!first) throw new Error('A clip that was made has no frame that can be looked at, so it is not shown.')
    return await Promise.all(frames.map((frame) => assets.put(frame ?? first)))
  } finally { await Promise.all([`${files[0]}.first.png`, ...files].map((file) => rm(file, { force: true }))) }
}

const parts = [0.1, 0.5, 0.9]

/** All of them by one process: to start one takes longer than what it does, and stops everybody here meanwhile. */
function oneRun(file: string, at: readonly number[], outputs: readonly string[]): FfmpegJob {
  const options = outputs.flatMap((output, index) => ['-map', `${index}:v:0`, '-frames:v', '1', '-vf', 'scale=512:-2', ...(index < outputs.length - 1 ? [output] : [])])
  return { inputs: at.map((seconds) => ({ options: [...outsideOnly, '-ss', seconds.toFixed(3)], file })), options, output: outputs.at(-1) ?? '' }
}
