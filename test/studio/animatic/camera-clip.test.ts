import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import ffprobeInstaller from '@ffprobe-installer/ffprobe'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import { renderClip } from '../../../src/studio/animatic/camera/render-clip.ts'
import { openYuv } from '../../../src/studio/animatic/camera/rgba-to-yuv.ts'
import type { AnimateRequest } from '../../../src/studio/provider.ts'
import { fixtureComposition } from './fixture-composition.ts'

const ffmpeg = ffmpegInstaller.path
let folder: string
let assets: Assets
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clip-'))
  assets = openAssets(folder)
  await chmod(ffprobeInstaller.path, 0o755)
})
afterAll(() => rm(folder, { recursive: true }))

test('a clip has exactly the frames, rate, size, colours and key frames that were asked for', async () => {
  const clip = await render({ frames: 61, fps: 30, keyFrames: [15, 46, 60] })
  const { streams: [stream], frames } = probe(clip)
  expect(stream).toMatchObject({ width: 320, height: 180, pix_fmt: 'yuv420p', r_frame_rate: '30/1', avg_frame_rate: '30/1', color_space: 'bt709', color_range: 'tv', codec_name: 'h264' })
  expect(frames).toHaveLength(61)
  expect(frames.flatMap(({ key_frame }, index) => (key_frame === 1 ? [index] : []))).toEqual([0, 15, 46, 60])
})

test('the same request gives the same clip', async () => {
  expect(await render({ frames: 12 })).toBe(await render({ frames: 12 }))
})

test('a burned picture is seen from its first frame up to its last, and nowhere else', async () => {
  const burnt = createCanvas(320, 180)
  const context = burnt.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(100, 150, 120, 20)
  const picture = await assets.put(burnt.toBuffer('image/png'))
  const clip = await render({ frames: 20, burn: [{ picture, from: 5, to: 12 }] })
  const luma = decode(clip).map((frame) => frame[160 * 320 + 160] ?? 0)
  expect(luma.flatMap((value, index) => (value > 225 ? [index] : []))).toEqual([5, 6, 7, 8, 9, 10, 11])
})

test('what x264 is given is the colour that was drawn', () => {
  const colours = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [90, 140, 200]] as const
  for (const [r, g, b] of colours) {
    const pixels = new Uint8Array(16 * 4 * 4)
    for (let at = 0; at < pixels.length; at += 4) pixels.set([r, g, b, 255], at)
    const yuv = openYuv({ width: 16, height: 4 })(pixels)
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    const wanted = [16 + y * 219 / 255, 128 + (b - y) / 1.8556 * 224 / 255, 128 + (r - y) / 1.5748 * 224 / 255]
    const planes = [yuv.subarray(0, 64), yuv.subarray(64, 80), yuv.subarray(80, 96)]
    planes.forEach((plane, index) => {
      for (const value of plane) expect(Math.abs(value - (wanted[index] ?? 0))).toBeLessThan(0.6)
    })
  }
})

test('chroma is the mean of four neighbours, each row and column at its place', () => {
  const [width, height] = [16, 4]
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 7919) % 251))
  const yuv = openYuv({ width, height })(pixels)
  for (let row = 0; row < height / 2; row++) {
    for (let column = 0; column < width / 2; column++) {
      const sum = [0, 1, 2].map((channel) => [[0, 0], [1, 0], [0, 1], [1, 1]]
        .reduce((total, [dx = 0, dy = 0]) => total + (pixels[((2 * row + dy) * width + 2 * column + dx) * 4 + channel] ?? 0), 0) / 4)
      const [r = 0, g = 0, b = 0] = sum
      const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
      expect(Math.abs((yuv[64 + row * 8 + column] ?? 0) - (128 + (b - y) / 1.8556 * 224 / 255))).toBeLessThan(0.7)
      expect(Math.abs((yuv[80 + row * 8 + column] ?? 0) - (128 + (r - y) / 1.5748 * 224 / 255))).toBeLessThan(0.7)
    }
  }
})

test('progress only grows, and ends at one', async () => {
  const said: number[] = []
  await render({ frames: 15 }, { progress: (fraction) => said.push(fraction) })
  expect(said).toEqual([...said].sort((a, b) => a - b))
  expect(said.at(-1)).toBe(1)
})

test.skipIf(process.platform !== 'linux')('an aborted clip leaves no process and no file', async () => {
  const before = children()
  const abort = new AbortController()
  const rendering = render({ frames: 2000 }, { signal: abort.signal, progress: (fraction) => { if (fraction > 0.005) abort.abort() } })
  await expect(rendering).rejects.toThrow(/abort/i)
  expect(children()).toBe(before)
  expect((await readdir(join(folder, 'scratch'))).filter((name) => name.endsWith('.mp4'))).toEqual([])
})

test('an ffmpeg that dies is quoted', async () => {
  const dying = join(folder, 'dying-ffmpeg')
  await writeFile(dying, '#!/bin/sh\nhead -c 1000 >/dev/null\necho "av_interleaved_write_frame(): No space left on device" >&2\nexit 1\n', { mode: 0o755 })
  await expect(render({ frames: 40 }, {}, dying)).rejects.toThrow(/No space left on device/)
  await expect(render({ frames: 4 }, {}, join(folder, 'nowhere'))).rejects.toThrow(/could not be started/)
})

function render(request: Partial<AnimateRequest>, work: { signal?: AbortSignal; progress?: (fraction: number) => void } = {}, by = ffmpeg) {
  const whole: AnimateRequest = {
    picture: '0'.repeat(64), prompt: '', move: { name: 'push-in', direction: null, speed: 'normal' },
    frames: 24, fps: 24, width: 320, height: 180, seed: 1, burn: [], keyFrames: [], ...request,
  }
  return renderClip(fixtureComposition(), whole, { signal: new AbortController().signal, progress() {}, ...work, assets }, by)
}

type Probed = { streams: Record<string, unknown>[]; frames: { key_frame: number }[] }

function probe(clip: string): Probed {
  const text = execFileSync(ffprobeInstaller.path, ['-v', 'error', '-show_streams', '-show_frames', '-of', 'json', assets.path(clip)], { encoding: 'utf8', maxBuffer: 1e8 })
  return JSON.parse(text) as Probed
}

function decode(clip: string): Buffer[] {
  const raw = execFileSync(ffmpeg, ['-v', 'error', '-i', assets.path(clip), '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'], { maxBuffer: 1e9 })
  return Array.from({ length: raw.length / (320 * 180) }, (_, index) => raw.subarray(index * 320 * 180, (index + 1) * 320 * 180))
}

/** By /proc, for a bare machine has no ps. */
const children = () => readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim()
