import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { findFfmpeg, type Ffmpeg } from '../src/edit/find-ffmpeg.ts'

const ask = promisify(execFile)

/** Asked once: what it can do does not change between two tests. */
export const ourFfmpeg = () => found ??= findFfmpeg({ ffmpegPath: process.env['FFMPEG_PATH'], ffprobePath: process.env['FFPROBE_PATH'], path: process.env['PATH'] })
let found: Promise<Ffmpeg> | undefined

/** Presentation times of every frame of a stream, in ticks, sorted. */
export async function times({ ffprobe }: Ffmpeg, file: string, stream: 'v:0' | 'a:0'): Promise<number[]> {
  const { stdout } = await ask(ffprobe, ['-v', 'error', '-select_streams', stream, '-show_entries', 'packet=pts', '-of', 'csv=p=0', file], { maxBuffer: 64 << 20 })
  // some versions put an empty line after a packet that carries side data
  return (stdout.match(/-?\d+/g) ?? []).map(Number).sort((a, b) => a - b)
}

export const thumb = { width: 64, height: 36 }

/** Small pictures of these frames of a film, or of a still: three bytes a pixel. Without the quarter where captions stand. */
export async function thumbs({ ffmpeg }: Ffmpeg, file: string, frames: readonly number[] = [0]): Promise<Uint8Array[]> {
  const chosen = frames.map((frame) => `eq(n\\,${frame})`).join('+')
  const { width, height } = thumb
  const { stdout } = await ask(ffmpeg, ['-v', 'error', '-nostdin', '-threads', '1', '-i', file, '-vf', `select=${chosen},scale=${width}:${height}:flags=area,format=rgb24`, '-vsync', '0', '-frames:v', String(frames.length), '-f', 'rawvideo', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 64 << 20 })
  const bytes = width * height * 3
  if (stdout.length !== frames.length * bytes) throw new Error(`${file} gave ${stdout.length / bytes} of ${frames.length} frames.`)
  return frames.map((_, index) => stdout.subarray(index * bytes, index * bytes + bytes * 3 / 4))
}

/** From -1 to 1: how much two pictures show the same, whatever their brightness. */
export function likeness(a: Uint8Array, b: Uint8Array): number {
  const [ma, mb] = [mean(a), mean(b)]
  let [both, aa, bb] = [0, 0, 0]
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [(a[index] ?? 0) - ma, (b[index] ?? 0) - mb]
    both += x * y; aa += x * x; bb += y * y
  }
  return both / Math.sqrt(aa * bb || 1)
}

/** Mean difference of two pictures, in levels of 255. */
export const difference = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, level, index) => sum + Math.abs(level - (b[index] ?? 0)), 0) / a.length

const mean = (levels: Uint8Array) => levels.reduce((sum, level) => sum + level, 0) / levels.length

/** Loudness as EBU R 128 measures it. */
export async function ebur128({ ffmpeg }: Ffmpeg, file: string): Promise<{ loudness: number; truePeak: number }> {
  const { stderr } = await ask(ffmpeg, ['-hide_banner', '-nostats', '-nostdin', '-i', file, '-vn', '-filter:a', 'ebur128=peak=true', '-f', 'null', '-'], { maxBuffer: 64 << 20 })
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  return { loudness: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]), truePeak: Number(/Peak:\s+(-?[\d.]+|-inf) dBFS/.exec(summary)?.[1]) }
}

/** The picture alone, packet by packet: the container may say when, the picture may not differ. */
export async function pictureHash({ ffmpeg }: Ffmpeg, file: string): Promise<string> {
  const { stdout } = await ask(ffmpeg, ['-v', 'error', '-nostdin', '-i', file, '-map', '0:v:0', '-c', 'copy', '-f', 'data', 'pipe:1'], { encoding: 'buffer', maxBuffer: 512 << 20 })
  return createHash('sha256').update(stdout).digest('hex')
}

export type Subtitle = { from: number; to: number; lines: string[] }

export const readSrt = (text: string): Subtitle[] => text.trim() === '' ? [] : text.trim().split(/\n{2,}/).map((block, index) => {
  const [number, time = '', ...lines] = block.split('\n')
  const [from, to] = time.split(' --> ').map((stamp) => stamp.split(/[:,]/).reduce((sum, part, place) => sum + Number(part) * [3600, 60, 1, 0.001][place]!, 0))
  if (Number(number) !== index + 1 || from === undefined || to === undefined) throw new Error(`Caption ${index + 1} cannot be read: ${block}`)
  return { from, to, lines }
})
