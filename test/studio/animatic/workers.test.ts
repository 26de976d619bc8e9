import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import type { Work } from '../../../src/lab/work.ts'
import type { Job } from '../../../src/studio/animatic/worker-messages.ts'
import { openWorkers, type Workers } from '../../../src/studio/animatic/workers.ts'
import { Animated } from '../../../src/studio/provider.ts'

let folder: string
let assets: Assets
let workers: Workers | null = null
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workers-'))
  assets = openAssets(folder)
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(async () => { await workers?.close() })

describe('a pool', () => {
  const open = (size: number) => (workers = openWorkers({ size, script: new URL('./crashing-worker.ts', import.meta.url) }))

  test('a worker that throws fails its own job, which may be tried again; the next job finds a new worker', async () => {
    const pool = open(1)
    const [broken, whole] = await Promise.allSettled([pool.run(job(1), work()), pool.run(job(2), work())])
    expect(broken).toMatchObject({ status: 'rejected', reason: { retryable: true, cause: { message: 'a layer without paint' } } })
    expect(whole).toMatchObject({ status: 'fulfilled', value: 2 })
  })

  test('a worker that exits fails its job too', async () => {
    await expect(open(1).run(job(13), work())).rejects.toMatchObject({ name: 'ProviderError', retryable: true })
  })

  test('more jobs than workers are done in turn', async () => {
    const pool = open(2)
    expect(await Promise.all([2, 4, 6, 8, 10].map((seed) => pool.run(job(seed), work())))).toEqual([2, 4, 6, 8, 10])
  })

  test('a job can be stopped while it waits and while it is done', async () => {
    const pool = open(1)
    const [first, second] = [new AbortController(), new AbortController()]
    const endless = pool.run(job(404), work({ signal: first.signal }))
    const behind = pool.run(job(404), work({ signal: second.signal }))
    second.abort(new Error('not wanted'))
    await expect(behind).rejects.toThrow('not wanted')
    first.abort(new Error('nor this'))
    await expect(endless).rejects.toThrow('nor this')
    expect(await pool.run(job(2), work())).toBe(2)
    await expect(pool.run(job(2), work({ signal: AbortSignal.abort() }))).rejects.toThrow(/abort/i)
  })

  test('closing ends what runs and what waits', async () => {
    const pool = open(1)
    const both = Promise.allSettled([pool.run(job(404), work()), pool.run(job(2), work())])
    await pool.close()
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.run(job(2), work())).rejects.toThrow(/closed/)
  })
})

test('a picture from anywhere, of any shape, becomes a clip of the ordered size', async () => {
  const canvas = createCanvas(300, 500)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fed'
  context.fillRect(0, 0, 300, 500)
  context.fillStyle = '#345'
  for (let index = 0; index < 60; index++) context.fillRect((index * 97) % 300, (index * 53) % 500, 20, 12)
  const picture = await assets.put(canvas.toBuffer('image/jpeg'))
  const pool = (workers = openWorkers({ size: 2 }))
  const said: number[] = []
  const request = { picture, prompt: '', move: { name: 'pan' as const, direction: 'left' as const, speed: 'fast' as const }, frames: 30, fps: 24 as const, width: 320, height: 180, seed: 1, burn: [], keyFrames: [] }
  const animated = Animated.parse(await pool.run({ craft: 'animate', request, ffmpeg: ffmpegInstaller.path }, work({ progress: (fraction) => said.push(fraction) })))
  expect(animated).toMatchObject({ frames: 30, fps: 24, width: 320, height: 180, conformed: true })
  expect(await assets.has(animated.clip)).toBe(true)
  expect(said.at(-1)).toBe(1)
})

test('a failure keeps its words and its facts on the way between threads', async () => {
  const pool = (workers = openWorkers({ size: 1 }))
  const picture = await assets.put(createCanvas(16, 16).toBuffer('image/png'))
  const request = { picture, prompt: '', move: { name: 'static' as const, direction: null, speed: 'slow' as const }, frames: 3, fps: 24 as const, width: 64, height: 36, seed: 1, burn: [], keyFrames: [] }
  await expect(pool.run({ craft: 'animate', request, ffmpeg: join(folder, 'nowhere') }, work())).rejects.toMatchObject({ name: 'FfmpegError', message: /could not be started/ })
  await expect(pool.run({ craft: 'animate', request: { ...request, picture: '0'.repeat(64) }, ffmpeg: ffmpegInstaller.path }, work())).rejects.toThrow(/ENOENT/)
})

const work = (part: Partial<Work> = {}): Work => ({ signal: new AbortController().signal, progress() {}, ...part, assets })

/** The crashing worker reads nothing but the seed. */
const job = (seed: number) => ({ craft: 'draw', request: { seed } }) as unknown as Job
