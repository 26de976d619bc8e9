import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findFfmpeg, type Ffmpeg } from '../../../src/edit/find-ffmpeg.ts'
import { mp4Facts } from '../../../src/picture/mp4-facts.ts'
import { soundSeconds } from '../../../src/sound/sound-seconds.ts'
import { openMedia } from '../../../src/try/providers/replicate/media.ts'
import { openDesk, type Desk } from '../desk.ts'
import { animating, paint, tone } from '../samples.ts'
import { openStand, packaged, smallClip } from './stand.ts'

const found = await findFfmpeg({ path: process.env['PATH'], folder: inject('scratchHome') })
const modern = found.trusted === 'modern' ? found : null
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

test('an mp4 and a sound say how long they are without a program', async () => {
  const media = openMedia({ ffmpeg: await packaged() })
  expect(await mp4Facts(desk.assets.path(await smallClip(desk.assets, 3)))).toEqual({ width: 320, height: 180, seconds: 3, frames: 72, fps: 24, sound: false })
  expect(await mp4Facts(desk.assets.path(await desk.assets.put(await paint(8, 8, '#000'))))).toBeNull()
  expect(soundSeconds((await media.sound(2.5, 'mp3')).bytes)).toBeCloseTo(2.5, 0)
  expect(soundSeconds(tone(1.5))).toBeCloseTo(1.5)
  expect(soundSeconds(Buffer.from('no sound at all'))).toBeNull()
})

describe('without a modern ffmpeg', () => {
  const packagedOnly = { trusted: 'packaged' } as Ffmpeg
  test('a clip that could not be cut in, or joined, or laid over is refused before it is paid', async () => {
    const { server, provider, open, close } = await openStand(desk.assets, { ffmpeg: packagedOnly })
    const picture = await desk.assets.put(await paint(64, 48, '#654'))
    const clip = await smallClip(desk.assets)
    const failed = async (run: Parameters<Desk['place']>[0]) => (await desk.ended(await desk.place(run))).error?.message
    expect(await failed(async (work) => provider.animate?.({ ...animating, picture }, work))).toMatch(/Nothing was ordered.*Install ffmpeg/)
    expect(await failed(async (work) => provider.upscale?.({ media: clip, kind: 'video', factor: 2 }, work))).toMatch(/Nothing was ordered/)
    expect(await failed(async (work) => provider.compose?.({ mood: 'serene', era: 'timeless', seconds: 9, seed: 1 }, work))).toMatch(/Stable Audio.*Nothing was ordered/)
    expect(await failed(async (work) => provider.restoreFaces?.({ media: clip, kind: 'video' }, work))).toMatch(/pictures only, not to clips/)
    const none = await open({})
    expect(await failed(async (work) => none.replaceBackground?.({ media: clip, kind: 'video', prompt: 'a forest', seed: 1 }, work))).toMatch(/modern ffmpeg/)
    expect(server.creates).toEqual([])
    await close()
  })
})

describe.skipIf(modern === null)('with a modern ffmpeg (skipped: there is none on PATH)', () => {
  test('a shot longer than the model makes is bought in pieces that go on from each other, each once, also after a stop in between', async () => {
    const { server, provider, close } = await openStand(desk.assets, { ...modern && { ffmpeg: modern } })
    const picture = await desk.assets.put(await paint(320, 180, '#643'))
    server.fault({ kind: 'drop', after: false, on: 'file' })
    const order = await desk.place(async (work) => provider.animate?.({ ...animating, picture, frames: 12 * 24, model: 'replicate/kwaivgi/kling-v2.5-turbo-pro', lastFrame: picture }, work))
    const ended = await desk.ended(order)
    expect(ended.error).toBeNull()
    expect((await desk.purchases(order)).map(({ step, status }) => [step, status])).toEqual([['clip-1', 'done'], ['clip-2', 'done']])
    expect(server.creates.map(({ input }) => input['duration'])).toEqual([10, 5])
    const [first, second] = server.creates.map(({ input }) => input)
    expect([first?.['end_image'] === undefined, second?.['end_image'] === undefined]).toEqual([true, false])
    expect(second?.['start_image']).not.toBe(first?.['start_image'])
    // the frame that both have is shown once
    expect(ended.result).toMatchObject({ conformed: false, width: 320, height: 180, fps: 24, frames: 12 * 24 })
    expect(ended.result.remarks).toEqual([expect.stringContaining('10 + 5 s were made'), expect.stringContaining('made 15 s; the first 12 s are used')])
    await close()
  })

  test('a clip is laid over a new place by its mask', async () => {
    const { server, provider, close } = await openStand(desk.assets, { ...modern && { ffmpeg: modern } })
    const clip = await smallClip(desk.assets, 3)
    const ended = await desk.ended(await desk.place(async (work) => provider.replaceBackground?.({ media: clip, kind: 'video', prompt: 'a bamboo forest', seed: 3 }, work)))
    expect(ended.error).toBeNull()
    expect(ended.result).toMatchObject({ width: 320, height: 180, remarks: [expect.stringContaining('still picture')] })
    expect(ended.result.seconds).toBeCloseTo(3, 1)
    expect(server.creates.map(({ model }) => model)).toEqual(['arielreplicate/robust_video_matting', 'black-forest-labs/flux-2-pro'])
    await close()
  })
})
