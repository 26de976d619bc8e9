import { expect, inject, test } from 'vitest'
import { join } from 'node:path'
import { run } from '../../src/edit/ffmpeg.ts'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { openAssets } from '../../src/lab/assets.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { framesOf } from '../../src/studio/guarded/frames-of.ts'

const ffmpeg = await findFfmpeg({ path: process.env['PATH'] })

// image-to-video models give six or eight frames a second, and sometimes one second
test.skipIf(ffmpeg.trusted !== 'modern').each([[6, 6], [1, 24]])('three frames of a clip of %i at %i a second can be looked at', async (frames, fps) => {
  const assets = openAssets(join(inject('scratchHome'), 'frames-of'))
  const file = await assets.scratch('.mp4')
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: `testsrc=size=64x36:rate=${fps}` }], options: ['-frames:v', String(frames), '-pix_fmt', 'yuv420p'], output: file })
  const work = { assets, signal: new AbortController().signal } as PaidWork
  const seen = await framesOf(ffmpeg, await assets.putFile(file), work)
  expect(seen).toHaveLength(3)
  for (const hash of seen) expect((await assets.read(hash)).subarray(1, 4).toString()).toBe('PNG')
})
