import { rm } from 'node:fs/promises'
import type { Assets } from '../lab/assets.ts'
import { run, type FfmpegJob } from './ffmpeg.ts'
import { requireModern, type Ffmpeg } from './find-ffmpeg.ts'
import { outsideOnly, probe } from './probe.ts'

type Tools = { ffmpeg: Ffmpeg; assets: Assets; signal: AbortSignal }

// Nearly lossless: what comes of these is conformed once more.
const kept = ['-an', '-sn', '-dn', '-map_metadata', '-1', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', '-f', 'mp4']

/** The frame a clip from outside stands on after so many seconds, as a PNG: the next clip begins on it. */
export function frameAt(clip: string, seconds: number, tools: Tools): Promise<string> {
  // from the end backwards, for the last frame has no time of its own to be asked for
  const back = Math.max(0, seconds - 1)
  return make({ inputs: [{ options: [...outsideOnly, '-ss', back.toFixed(3), '-t', (seconds - back).toFixed(3)], file: tools.assets.path(clip) }], options: ['-an', '-update', '1', '-c:v', 'png', '-f', 'image2'] }, '.png', 'The frame before', tools)
}

export type Piece = { clip: string; /** So much of its beginning. */ seconds: number }

/** Clips that each begin on the last frame of the one before, as one; that frame is shown once. */
export async function joinPieces(pieces: readonly Piece[], tools: Tools): Promise<string> {
  requireModern(tools.ffmpeg, 'A clip of this shot')
  const [first] = await Promise.all(pieces.slice(0, 1).map(({ clip }) => probe(tools.ffmpeg, tools.assets.path(clip), tools.signal)))
  const picture = first?.streams.find(({ codec_type: type }) => type === 'video')
  const [width, height] = [picture?.width ?? 1280, picture?.height ?? 720].map((side) => Math.floor(side / 2) * 2)
  const [over = 24, under = 1] = (picture?.r_frame_rate ?? '24/1').split('/').map(Number)
  const fps = Math.min(60, Math.max(1, over / (under || 1)))
  const parts = pieces.map((_, index) => `[${index}:v:0]setpts=PTS-STARTPTS,fps=${fps.toFixed(4)},scale=${width}:${height},setsar=1,format=yuv420p${index > 0 ? ',trim=start_frame=1,setpts=PTS-STARTPTS' : ''}[part${index}]`)
  const graph = `${parts.join(';')};${pieces.map((_, index) => `[part${index}]`).join('')}concat=n=${pieces.length}:v=1:a=0[film]`
  return make({
    // one frame more for the one that is left out, where there is one; ending between two frames, so that rounding takes neither
    inputs: pieces.map(({ clip, seconds }, index) => ({ options: [...outsideOnly, '-t', (seconds + ((index > 0 ? 1 : 0) - 0.5) / fps).toFixed(6)], file: tools.assets.path(clip) })),
    options: ['-filter_complex', graph, '-map', '[film]', ...kept],
  }, '.mp4', 'A clip of this shot', tools)
}

/** A clip over a picture of its size, seen where the mask (a clip of its own, white on black) is white. */
export function overPicture({ clip, mask, picture, width, height }: { clip: string; mask: string; picture: string; width: number; height: number }, tools: Tools): Promise<string> {
  const size = `scale=${width}:${height},setsar=1`
  const graph = `[0:v:0]setpts=PTS-STARTPTS,${size},format=yuva420p[front];[1:v:0]setpts=PTS-STARTPTS,${size},format=gray[mask];[front][mask]alphamerge[cut];[2:v:0]${size},format=yuv420p[behind];[behind][cut]overlay=shortest=1,format=yuv420p[film]`
  return make({
    inputs: [{ options: [...outsideOnly], file: tools.assets.path(clip) }, { options: [...outsideOnly], file: tools.assets.path(mask) }, { options: ['-loop', '1'], file: tools.assets.path(picture) }],
    options: ['-filter_complex', graph, '-map', '[film]', ...kept],
  }, '.mp4', 'This clip', tools)
}

async function make(job: Omit<FfmpegJob, 'output'>, ending: string, what: string, { ffmpeg, assets, signal }: Tools): Promise<string> {
  requireModern(ffmpeg, what)
  const output = await assets.scratch(ending)
  try {
    await run(ffmpeg, { ...job, output }, { signal })
    return await assets.putFile(output)
  } finally {
    await rm(output, { force: true })
  }
}
