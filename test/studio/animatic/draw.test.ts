import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import { loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import type { PaidWork } from '../../../src/lab/work.ts'
import { openAnimatic } from '../../../src/studio/animatic/animatic.ts'
import { sceneOf } from '../../../src/studio/animatic/carried-scene.ts'
import type { DrawRequest, Provider } from '../../../src/studio/provider.ts'

let folder: string
let assets: Assets
let animatic: Provider
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draw-'))
  assets = openAssets(folder)
  animatic = openAnimatic({ assets, ffmpeg: ffmpegInstaller.path, workers: 1 })
})
afterAll(async () => {
  await animatic.close()
  await rm(folder, { recursive: true })
})

test('each candidate is another picture, of the film\'s shape, and carries its scene', async () => {
  const { pictures } = await draw({ count: 2 })
  expect(new Set(pictures.map(({ picture }) => picture)).size).toBe(2)
  for (const [variant, { picture, width, height }] of pictures.entries()) {
    const bytes = await assets.read(picture)
    const image = await loadImage(bytes)
    expect([image.width, image.height]).toEqual([width, height])
    expect([width, height]).toEqual([720, 405])
    expect(sceneOf(bytes)).toMatchObject({ look: 'ink-wash', variant })
  }
})

test('the same order draws the same picture', async () => {
  expect(await draw({ count: 1 })).toEqual(await draw({ count: 1 }))
})

test('a drawn panel is animated over its layers: the same picture, moving in depth', async () => {
  const { pictures: [panel] } = await draw({ count: 1 })
  const request = {
    picture: panel?.picture ?? '', prompt: '', move: { name: 'push-in' as const, direction: null, speed: 'normal' as const },
    frames: 6, fps: 24 as const, width: 320, height: 180, seed: 1, burn: [], keyFrames: [],
  }
  const animated = await animatic.animate?.(request, work())
  expect(animated).toMatchObject({ frames: 6, width: 320, height: 180, conformed: true })
  expect(await assets.has(animated?.clip ?? '')).toBe(true)
})

const work = (): PaidWork => ({ signal: new AbortController().signal, progress() {}, assets, buy: () => Promise.reject(new Error('The animatic buys nothing.')) })

async function draw(part: Partial<DrawRequest>) {
  const request: DrawRequest = {
    prompt: 'Wide shot. A small boat on a moonlit river under a red cliff.', subject: '苏子与客泛舟游于赤壁之下',
    width: 1280, height: 720, count: 1, seed: 4, look: 'ink-wash', era: 'ancient-china', mood: 'serene', size: 'wide', angle: 'eye',
    cast: [], references: [], ...part,
  }
  const drawn = await animatic.draw?.(request, work())
  if (!drawn) throw new Error('The animatic does not draw.')
  return drawn
}
