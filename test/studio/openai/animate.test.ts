import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import { describe, expect, test } from 'vitest'
import { openOpenAi } from '../../../src/studio/openai/open-openai.ts'
import { measureMp4 } from '../../../src/studio/measure-mp4.ts'
import { openOpenAiServer } from '../../../src/try/providers/openai/open-openai-server.ts'
import { contract } from '../contract.ts'
import { animating, paint } from '../samples.ts'
import { checkRequests } from './check-requests.ts'
import { assets, openPair, paperWork, refusal } from './paper.ts'

let made: Promise<Buffer> | undefined
const clip = () => made ??= assets.scratch('.mp4').then(async (file) => {
  await promisify(execFile)(ffmpeg.path, ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=30:duration=2', '-f', 'lavfi', '-i', 'sine=d=2', '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-c:a', 'aac', file])
  return readFile(file)
})

contract('a gateway with videos', ['animate'], {
  async open({ assets }) {
    const server = await openOpenAiServer({ video: clip, check: await checkRequests() })
    const provider = openOpenAi({ apiKey: server.key, baseURL: server.url, assets, name: 'gateway', label: 'The gateway', offers: [], video: true, pollSeconds: 0.01, models: [{ id: 'sora-2', capability: 'animate', price: [{ dollars: 0.1, per: 'second' }] }] })
    return { provider, secret: server.key, orders: server.count, fault: server.fault, close: async () => { await provider.close(); await server.close() } }
  },
})

describe('videos', () => {
  test('OpenAI itself has none any more, and nothing is ordered there', async () => {
    const provider = openOpenAi({ apiKey: 'sk-x', assets, video: true })
    const told = await refusal(provider.animate?.({ ...animating, picture: 'a'.repeat(64) }, paperWork()))
    expect(told.message).toContain('shut its video models down on 2026-09-24')
    expect(told).toMatchObject({ bought: false, retryable: false })
    await provider.close()
    expect(openOpenAi({ apiKey: 'sk-x', assets }).animate).toBeUndefined()
  })

  test('a shot is fitted to the lengths and sizes there are, and its frame to the size', async () => {
    const { provider, server } = await openPair({ video: true }, { video: clip })
    const picture = await assets.put(await paint(320, 192, '#456'))
    const moved = await provider.animate?.({ ...animating, frames: 130, picture }, paperWork())
    expect(moved).toMatchObject({ frames: 60, fps: 30, width: 640, height: 360, conformed: false })
    expect(server.orders[0]?.body).toMatchObject({ seconds: '8', size: '1280x720' })
    const frame = server.orders[0]?.body['input_reference'].bytes as Buffer
    expect([frame.readUInt32BE(16), frame.readUInt32BE(20)]).toEqual([1280, 720])
  })

  test('an MP4 is measured by its header alone, and anything else is none', async () => {
    expect(measureMp4(await clip())).toEqual({ width: 640, height: 360, frames: 60, seconds: 2, sound: true })
    for (const bytes of [Buffer.alloc(0), Buffer.from('no clip at all, only words'), (await clip()).subarray(0, 400), Buffer.alloc(64, 0xff)]) expect(measureMp4(bytes)).toBeNull()
  })
})
