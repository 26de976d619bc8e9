import { readFile, rm } from 'node:fs/promises'
import { run } from '../../edit/ffmpeg.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
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
  const frames: string[] = []
  const frameAt = async (at: number): Promise<Buffer | null> => {
    const file = await assets.scratch('.png')
    try {
      await run(ffmpeg, { inputs: [{ options: [...outsideOnly, '-ss', at.toFixed(3)], file: assets.path(clip) }], options: ['-frames:v', '1', '-vf', 'scale=512:-2'], output: file }, { signal })
      return await readFile(file).catch(() => null)
    } finally { await rm(file, { force: true }) }
  }
  for (const part of [0.1, 0.5, 0.9]) {
    // six frames a second have none in their last sixth, and ffmpeg then writes nothing and complains of nothing
    const frame = await frameAt(seconds * part) ?? await frameAt(seconds * part / 2) ?? await frameAt(0)
    if (!frame) throw new Error('A clip that was made has no frame that can be looked at, so it is not shown.')
    frames.push(await assets.put(frame))
  }
  return frames
}
