import { createCanvas } from '@napi-rs/canvas'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openCutCache } from '../../src/edit/cut-cache.ts'
import { rgbToVideo } from '../../bench/frame-pipe.ts'
import { videoEncoding } from '../../src/edit/encoding.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import { findFfmpeg, type Ffmpeg } from '../../src/edit/find-ffmpeg.ts'
import { keyFramesFor } from '../../src/edit/key-frames.ts'
import { openAssets } from '../../src/lab/assets.ts'
import type { Cut } from '../../src/film/cut.ts'
import type { Transition } from '../../src/film/transition.ts'

export const size = { width: 160, height: 90, fps: 24 as const }
export const hard: Transition = { name: 'cut', frames: 0 }
export const never = new AbortController().signal

/** An editing room in a folder of its own, with whatever ffmpeg is here. */
export async function openEditingRoom() {
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-cut-test-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const ffmpeg = await findFfmpeg({ path: process.env['PATH'] })
  const assets = openAssets(join(folder, "it's 100% assets"))
  const cache = openCutCache(join(folder, 'cut'))
  const work = { ffmpeg, assets, cache, mix: null, comment: 'test', signal: never }

  /** A conformed clip of one colour. */
  const colourClip = async (colour: string, frames: number, keyFrames: readonly number[]) => {
    const output = await assets.scratch('.mp4')
    await run(ffmpeg, {
      inputs: [{ options: ['-f', 'lavfi'], file: `color=c=${colour}:s=160x90:r=24:d=20` }],
      options: ['-vf', `format=rgb24,${rgbToVideo}`, ...videoEncoding({ fps: 24, keyFrames, frames })],
      output,
    })
    return assets.putFile(output)
  }

  const cutOf = async (shots: readonly { colour: string; frames: number; into?: Transition }[], more: Partial<Cut> = {}): Promise<Cut> => ({
    title: 'Test', author: null, language: 'en', ...size, score: null, fadeOut: 0, ...more,
    items: await Promise.all(shots.map(async ({ colour, frames, into = hard }, index) => ({
      name: String(index + 1),
      clip: await colourClip(colour, frames, keyFramesFor(frames, into, shots[index + 1]?.into ?? null, shots[index + 1] ? 0 : more.fadeOut)),
      frames, transition: into, voice: null, captions: [], chapter: null,
    }))),
  })
  return { folder, ffmpeg, assets, cache, work, colourClip, cutOf }
}

/** The mean colour of each frame, [red, green, blue] from 0 to 255. */
export async function frameColours(ffmpeg: Ffmpeg, file: string, folder: string): Promise<number[][]> {
  const raw = join(folder, `colours-${Math.floor(performance.now() * 1000)}.rgb`)
  await run(ffmpeg, { inputs: [{ file }], options: ['-vf', 'scale=1:1:flags=area:in_color_matrix=bt709,format=rgb24', '-f', 'rawvideo', '-vsync', '0'], output: raw })
  const bytes = await readFile(raw)
  return Array.from({ length: bytes.length / 3 }, (_, frame) => [...bytes.subarray(frame * 3, frame * 3 + 3)])
}

/** A bar of light over the middle of the frame. */
export function drawnCaption() {
  const canvas = createCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 20, size.width, 50)
  return canvas.toBuffer('image/png')
}
