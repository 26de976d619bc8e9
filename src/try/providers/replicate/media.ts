import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { writeWav } from '../../../sound/wav.ts'

export type Made = { bytes: Buffer; ending: string; type: string }

/** Draws, films and sounds, small and quick; clips are encoded once for each length and kept. */
export function openMedia({ ffmpeg }: { ffmpeg: string }) {
  const clips = new Map<string, Promise<Buffer>>()
  const once = (key: string, make: () => Promise<Buffer>) => {
    const known = clips.get(key) ?? make()
    clips.set(key, known)
    known.catch(() => clips.delete(key))
    return known
  }
  return {
    async picture(words: string, width: number, height: number, seed: number): Promise<Made> {
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      const hue = (seed * 47) % 360
      const sky = context.createLinearGradient(0, 0, 0, height)
      sky.addColorStop(0, `hsl(${hue} 30% 30%)`)
      sky.addColorStop(1, `hsl(${(hue + 40) % 360} 35% 70%)`)
      context.fillStyle = sky
      context.fillRect(0, 0, width, height)
      context.fillStyle = `hsl(${(hue + 180) % 360} 40% 25%)`
      context.beginPath()
      context.arc(width * (0.3 + (seed % 5) / 10), height * 0.6, height * 0.15, 0, 7)
      context.fill()
      context.fillStyle = '#fff'
      context.font = `${Math.max(10, Math.round(height / 22))}px sans-serif`
      for (const [row, line] of (words.match(/.{1,48}/gs) ?? []).slice(0, 5).entries()) context.fillText(line, width * 0.05, height * 0.08 * (row + 1))
      return { bytes: await canvas.encode('png'), ending: 'png', type: 'image/png' }
    },
    /** A larger picture of what came in. */
    async enlarged(bytes: Buffer, factor: number): Promise<Made> {
      const image = await loadImage(bytes)
      const canvas = createCanvas(Math.round(image.width * factor), Math.round(image.height * factor))
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
      return { bytes: await canvas.encode('png'), ending: 'png', type: 'image/png' }
    },
    /** Only the middle of it, the rest transparent. */
    async cutOut(bytes: Buffer): Promise<Made> {
      const image = await loadImage(bytes)
      const canvas = createCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context.ellipse(image.width / 2, image.height / 2, image.width / 4, image.height / 3, 0, 0, 7)
      context.clip()
      context.drawImage(image, 0, 0)
      return { bytes: await canvas.encode('png'), ending: 'png', type: 'image/png' }
    },
    async clip(seconds: number, { width = 320, height = 180, fps = 24, mask = false } = {}): Promise<Made> {
      const bytes = await once(`clip ${seconds} ${width} ${height} ${fps} ${mask}`, () => encode(ffmpeg, '.mp4', [
        '-f', 'lavfi', '-i', mask ? `color=c=black:s=${width}x${height}:r=${fps}:d=${seconds},drawbox=x=iw/4:y=ih/4:w=iw/2:h=ih/2:color=white:t=fill` : `testsrc=s=${width}x${height}:r=${fps}:d=${seconds}`,
        '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '24',
      ]))
      return { bytes, ending: 'mp4', type: 'video/mp4' }
    },
    /** A slow push into the picture that came in. */
    async moved(still: Buffer, seconds: number, fps: number): Promise<Made> {
      const folder = await mkdtemp(join(tmpdir(), 'small-replicate-'))
      try {
        const file = join(folder, 'still')
        const image = await loadImage(still)
        const canvas = createCanvas(640, Math.round(640 * image.height / image.width / 2) * 2)
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
        await writeFile(file, await canvas.encode('png'))
        const bytes = await encode(ffmpeg, '.mp4', ['-loop', '1', '-framerate', String(fps), '-t', String(seconds), '-i', file, '-vf', `crop=w=iw-32:h=ih-18:x='16+14*sin(n/40)':y=9`, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '24'])
        return { bytes, ending: 'mp4', type: 'video/mp4' }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async sound(seconds: number, format: 'wav' | 'mp3'): Promise<Made> {
      if (format === 'mp3') return { bytes: await once(`mp3 ${seconds}`, () => encode(ffmpeg, '.mp3', ['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}:sample_rate=32000`, '-b:a', '64k', '-write_xing', '0', '-id3v2_version', '0'])), ending: 'mp3', type: 'audio/mpeg' }
      const rate = 32_000
      const samples = Float32Array.from({ length: Math.round(seconds * rate) }, (_, at) => Math.sin((at / rate) * 2 * Math.PI * 220) * 0.2 * (0.6 + 0.4 * Math.sin((at / rate) * 9)))
      return { bytes: writeWav({ rate, channels: [samples] }), ending: 'wav', type: 'audio/wav' }
    },
  }
}

export type Media = ReturnType<typeof openMedia>

async function encode(ffmpeg: string, ending: string, args: string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'small-replicate-'))
  try {
    const file = join(folder, `made${ending}`)
    await promisify(execFile)(ffmpeg, ['-nostdin', '-y', '-v', 'error', ...args, file])
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
