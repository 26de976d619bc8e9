import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './ffmpeg.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { probe } from './probe.ts'

export type Proxy = { file: string; /** Lines, or columns of an upright film. */ height: number }

type Source = { film: string; hash: string; bytes: number; folder: string; ffmpeg: Ffmpeg; signal: AbortSignal }

/**
 * A smaller encode of a film of ours that is surely not larger than `bytes`: H.264 and AAC, its index in front. Made once, kept in `folder`.
 * Null when even the smallest would not be worth looking at.
 */
export async function proxyUnder({ film, hash, bytes, folder, ffmpeg, signal }: Source): Promise<Proxy | null> {
  const { streams, format } = await probe(ffmpeg, film, signal)
  const picture = streams.find(({ codec_type }) => codec_type === 'video')
  const seconds = format.duration ?? picture?.duration ?? 0
  if (!picture?.width || !picture.height || seconds <= 0) return null
  const size = { width: picture.width, height: picture.height }
  const [frames, rate] = (picture.r_frame_rate ?? '24/1').split('/').map(Number)
  for (const rung of rungsFor({ ...size, fps: (frames || 24) / (rate || 1), seconds, bytes })) {
    const file = join(folder, `${hash}-${rung.height}-${bytes}.mp4`)
    if (await bytesOf(file) <= bytes) return { file, height: rung.height }
    await mkdir(folder, { recursive: true })
    const half = join(folder, `.${randomUUID()}.mp4`)
    try {
      // Rate control may miss; then once more with what it missed by, and then a rung down.
      for (let kbits = rung.kbits, tries = 0; tries < 2; tries++) {
        await run(ffmpeg, { inputs: [{ file: film }], options: proxyOptions(size, rung.height, Math.floor(kbits)), output: half }, { signal })
        const made = await bytesOf(half)
        if (made <= bytes) {
          await rename(half, file)
          return { file, height: rung.height }
        }
        kbits *= (bytes / made) * 0.94
      }
    } finally {
      await rm(half, { force: true })
    }
  }
  return null
}

type Asked = { width: number; height: number; fps: number; seconds: number; bytes: number }

/** Which sizes are worth trying with so many bytes, the largest first, and what is left for the picture. */
export function rungsFor({ width, height, fps, seconds, bytes }: Asked): { height: number; kbits: number }[] {
  // A few percent for the container; four seconds of the rate may stand in the encoder's buffer at the end.
  const kbits = (bytes * 8 * 0.97 - 40_000) / 1000 / (seconds + bufferSeconds) - soundKbits
  const shorter = Math.min(width, height)
  return [720, 540, 360].filter((lines) => lines <= shorter).map((lines) => ({ height: lines, kbits }))
    .filter(({ height: lines }) => kbits * 1000 / ((lines / shorter) ** 2 * width * height * fps) >= leastBits(lines))
}

// Bits for each pixel of each frame. The Red Cliff's own film (drawn, 720p, crf 21) has 0.038 and 360p at crf 22 is a third of its bytes.
const leastBits = (lines: number) => lines === 360 ? 0.012 : 0.02

const soundKbits = 96
const bufferSeconds = 4

/** Constant quality under a ceiling: easy shots leave bytes over, hard ones get no more than there are. */
const proxyOptions = ({ width, height }: { width: number; height: number }, lines: number, kbits: number) => [
  '-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '0', '-map_chapters', '0', '-sn', '-dn',
  '-vf', `scale=${width >= height ? `-2:${lines}` : `${lines}:-2`}:flags=lanczos,format=yuv420p`,
  '-c:v', 'libx264', '-preset', 'faster', '-profile:v', 'high', '-crf', '22', '-maxrate', `${kbits}k`, '-bufsize', `${kbits * bufferSeconds}k`, '-threads', '2',
  '-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709',
  '-c:a', 'aac', '-b:a', `${soundKbits}k`, '-ac', '2', '-movflags', '+faststart', '-f', 'mp4',
]

const bytesOf = (file: string) => stat(file).then(({ size }) => size, () => Infinity)
