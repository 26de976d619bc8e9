import { rm } from 'node:fs/promises'
import type { Assets } from '../lab/assets.ts'
import { videoEncoding } from './encoding.ts'
import { FfmpegError } from './ffmpeg-error.ts'
import { inTurn } from './in-turn.ts'
import { run, type FfmpegJob } from './ffmpeg.ts'
import { requireModern, type Ffmpeg } from './find-ffmpeg.ts'
import { outsideOnly, probe } from './probe.ts'

export type Conforming = {
  file: string
  /** We encoded it ourselves, so that any ffmpeg may read it. */
  madeHere: boolean
  width: number
  height: number
  fps: number
  /** Longer is trimmed; shorter holds its last frame. */
  frames: number
  fit: 'cover' | 'contain'
  keyFrames: readonly number[]
  /** Pictures of frame size with transparency, over frame `from` up to, not including, `to`. */
  burn: readonly { file: string; from: number; to: number }[]
}

export type Conformed = { clip: string; frames: number; fps: number; width: number; height: number; conformed: true; /** Frames at the end that repeat the clip's last one. */ held: number }

/** A clip of any size, rate and codec becomes one that the cut can copy: exact frames, our encoding, key frames at the joins, no sound. */
export async function conform(wanted: Conforming, { ffmpeg, assets, signal, onProgress }: { ffmpeg: Ffmpeg; assets: Assets; signal: AbortSignal; onProgress?: (fraction: number) => void }): Promise<Conformed> {
  if (!wanted.madeHere) requireModern(ffmpeg, 'This clip')
  const { streams, format } = await probe(ffmpeg, wanted.file, signal)
  const picture = streams.find(({ codec_type }) => codec_type === 'video')
  if (picture?.width === undefined) throw new FfmpegError('This file has no moving picture in it. Give a video: mp4, mov, webm, mkv or gif.')
  const lasts = Math.round((picture.duration ?? format.duration ?? wanted.frames / wanted.fps) * wanted.fps)
  const output = await assets.scratch('.mp4')
  try {
    await inTurn(() => run(ffmpeg, conformJob(wanted, output), { signal, frames: wanted.frames, onProgress }))
    const { frames, fps, width, height } = wanted
    return { clip: await assets.putFile(output), frames, fps, width, height, conformed: true, held: Math.max(0, frames - lasts) }
  } finally {
    await rm(output, { force: true })
  }
}

export function conformJob({ file, width, height, fps, frames, fit, keyFrames, burn }: Conforming, output: string): FfmpegJob {
  // `dar` counts pixels that are not square.
  const scale = fit === 'cover'
    ? `scale=w='ceil(max(${width},${height}*dar)/2)*2':h='ceil(max(${height},${width}/dar)/2)*2':out_color_matrix=bt709:out_range=tv,crop=${width}:${height}`
    : `scale=w='max(2,trunc(min(${width},${height}*dar)/2)*2)':h='max(2,trunc(min(${height},${width}/dar)/2)*2)':out_color_matrix=bt709:out_range=tv`
  const graph = [
    `[0:v:0]setpts=PTS-STARTPTS,fps=${fps},${scale},setsar=1,format=yuv420p,trim=end_frame=${frames},setpts=N/(${fps}*TB)[picture]`,
    // The picture lies on black of the wanted length; its last frame stays where it ends early.
    `color=c=black:s=${width}x${height}:r=${fps}:d=${((frames + 1) / fps).toFixed(6)},format=yuv420p,trim=end_frame=${frames}[under]`,
    `[under][picture]overlay=x=(W-w)/2:y=(H-h)/2:eof_action=repeat[burn0]`,
    ...burn.map(({ from, to }, index) => `[burn${index}][${index + 1}:v]overlay=enable='between(n,${from},${to - 1})'[burn${index + 1}]`),
    `[burn${burn.length}]format=yuv420p,setpts=N/(${fps}*TB)[film]`,
  ]
  return {
    inputs: [{ options: [...outsideOnly, '-t', ((frames + fps) / fps).toFixed(6)], file }, ...burn.map((picture) => ({ file: picture.file }))],
    options: ['-filter_complex', graph.join(';'), '-map', '[film]', ...videoEncoding({ fps, keyFrames, frames })],
    output,
  }
}
