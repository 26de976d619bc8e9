import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { PaidWork } from '../../../src/lab/work.ts'
import { openClient } from '../../../src/studio/comfyui/client/open-client.ts'
import { makeTool } from '../../../src/studio/comfyui/make-tool.ts'
import { openComfyUi, type ComfyUiOptions } from '../../../src/studio/comfyui/open-comfyui.ts'
import { readyTools } from '../../../src/studio/comfyui/ready-tools.ts'
import { Drawn, type DrawRequest } from '../../../src/studio/provider.ts'
import { openComfyServer, type ComfyServer, type ComfyServerOptions } from '../../../src/try/providers/comfyui/open-comfy-server.ts'
import { until } from '../../store/scratch-store.ts'
import { openDesk, type Desk } from '../desk.ts'
import { animating, drawing, paint } from '../samples.ts'
import { info } from './known-info.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const close of closing.splice(0).reverse()) await close() })

// pictures as small as they are asked for: nobody looks at them here
const tools = (await readyTools()).filter(({ name }) => ['sd15', 'codeformer-faces'].includes(name)).map((tool) => ({ ...tool, limits: { seed: true } }))
const start = async (options: ComfyServerOptions = {}) => {
  const server = await openComfyServer(options)
  closing.push(() => server.close())
  return server
}
const open = async (servers: ComfyServer[], more: Partial<ComfyUiOptions> = {}) => {
  const provider = await openComfyUi({ servers: servers.map(({ url }, index) => ({ name: `box${index + 1}`, url })), assets: desk.assets, tools, patience: { poll: [0.02, 0.1], away: 0.5 }, ...more })
  closing.push(() => provider.close())
  return provider
}
const small: DrawRequest = { ...drawing, width: 128, height: 72, count: 1 }
const draw = (provider: Awaited<ReturnType<typeof open>>, request: Partial<DrawRequest> = {}) => desk.place(async (work: PaidWork) => provider.draw?.({ ...small, ...request }, work))

test.each(['new', 'old'] as const)('a %s server’s socket says how far it is, sampler by step', async (version) => {
  const server = await start({ version })
  server.knobs.seconds = 0.2
  const { status, words, fractions } = await desk.ended(await draw(await open([server])))
  expect(status).toBe('done')
  expect(words.some((each) => /^Sampler \d+\/\d+$/.test(each))).toBe(true)
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))
})

test('what the socket does not say is learnt by asking: it is deaf, breaks, or cannot be had', async () => {
  const server = await start()
  server.knobs.seconds = 0.1
  const provider = await open([server])
  server.sockets.deaf = true
  expect(await desk.ended(await draw(provider))).toMatchObject({ status: 'done' })
  server.sockets.deaf = false
  server.sockets.dropAfter = 12
  expect(await desk.ended(await draw(provider, { seed: 8 }))).toMatchObject({ status: 'done' })
  expect(await desk.ended(await draw(provider, { seed: 9 }))).toMatchObject({ status: 'done' })
  expect(server.begun()).toBe(3)
})

test('orders go to the least busy server, and past one that is away or lacks the model', async () => {
  const [one, other] = [await start(), await start()]
  for (const server of [one, other]) server.knobs.seconds = 0.15
  const provider = await open([one, other])
  await desk.ended(await draw(provider, { count: 4 }))
  // the first alone, then three at once
  expect([one.begun(), other.begun()].toSorted()).toEqual([1, 3])
  await one.close()
  expect(await desk.ended(await draw(provider, { seed: 1 }))).toMatchObject({ status: 'done' })
})

test('what no server can run is not offered, and says what is missing', async () => {
  const provider = await open([await start({ installed: [] })])
  expect(provider.restoreFaces).toBeUndefined()
  expect(provider.unable).toMatchObject([{ tool: { name: 'codeformer-faces' }, problems: [{ kind: 'missing-node', class: 'FaceRestoreModelLoader' }, { kind: 'missing-node' }] }])
  expect(provider.models?.map(({ id }) => id)).toEqual(['comfyui/sd15'])
})

test('a server that is restarted in the middle does it again by itself', async () => {
  const server = await start()
  server.knobs.seconds = 0.4
  const provider = await open([server])
  const order = await draw(provider)
  await until(async () => server.queue.running !== null)
  server.knobs.seconds = 0
  await server.restart()
  const ended = await desk.ended(order)
  expect(ended).toMatchObject({ status: 'done', cost: 0 })
  expect((await desk.purchases(order)).map(({ status }) => status)).toEqual(['failed', 'done'])
})

test('a result that a restarted server forgot is found on its disk, and not made again', async () => {
  const server = await start()
  const provider = await open([server])
  server.fault({ kind: 'broken before', path: /^GET \/api\/jobs\/./, times: 1 })
  const order = await desk.place(async (work) => provider.draw?.(small, { ...work, buy: (purchase) => work.buy({
    ...purchase,
    submit: async (id) => {
      const submitted = await purchase.submit(id)
      await until(async () => server.queue.history.has(id))
      await server.restart()
      return submitted
    },
  }) }))
  const ended = await desk.ended(order)
  expect(ended).toMatchObject({ status: 'done', error: null })
  expect(server.begun()).toBe(1)
})

test('what somebody takes out of the queue is said, and not ordered again', async () => {
  const server = await start({ version: 'old' })
  server.knobs.seconds = 0.3
  const provider = await open([server])
  const first = await draw(provider)
  await until(async () => server.queue.running !== null)
  const second = await draw(provider, { seed: 5 })
  const id = await until(async () => server.queue.pending[0]?.id)
  await fetch(`${server.url}/queue`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ delete: [id] }) })
  expect(await desk.ended(second)).toMatchObject({ status: 'failed', error: { message: expect.stringMatching(/taken out of the queue of ComfyUI box1/) } })
  expect(await desk.ended(first)).toMatchObject({ status: 'done' })
})

test('whoever stops it on the server is heard, and a node that fails is named', async () => {
  const server = await start()
  server.knobs.seconds = 0.5
  const provider = await open([server])
  const order = await draw(provider)
  await until(async () => server.queue.running !== null)
  await fetch(`${server.url}/interrupt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  expect((await desk.ended(order)).error?.message).toBe('Somebody stopped this on ComfyUI box1.')
  server.knobs.seconds = 0
  server.knobs.failAt = { class: 'VAEDecode', type: 'torch.OutOfMemoryError', message: 'Allocation on device 0 would exceed allowed memory.' }
  expect((await desk.ended(await draw(provider, { seed: 2 }))).error?.message).toMatch(/ran out of memory at VAEDecode \(6\).*Ask for something smaller/)
  expect(server.begun()).toBe(2)
})

test('a cancelled order is stopped at the server, and those that wait behind it are not', async () => {
  for (const version of ['new', 'old'] as const) {
    const server = await start({ version })
    server.knobs.seconds = 0.4
    const provider = await open([server])
    const order = await draw(provider)
    await until(async () => server.queue.running !== null)
    const behind = await draw(provider, { seed: 6 })
    await until(async () => server.queue.pending.length > 0)
    await desk.cancel(order)
    expect(await desk.purchasesOnce(order, ([row]) => row?.status === 'given up')).toMatchObject([{ cost: 0 }])
    expect(await desk.ended(behind)).toMatchObject({ status: 'done' })
    expect([...server.queue.history.values()].map(({ status }) => status)).toEqual(['interrupted', 'success'])
  }
})

test('a server that would run only a part of a workflow is told to stop, and it is a failure', async () => {
  const server = await start()
  server.knobs.seconds = 0.3
  const client = openClient({ name: 'box', url: server.url })
  closing.push(async () => client.close())
  const [ready] = tools.filter(({ name }) => name === 'sd15')
  const prompt = { ...ready?.api, 20: { class_type: 'EmptyLatentImage', inputs: { width: 1, height: 64, batch_size: 1 } }, 21: { class_type: 'VAEDecode', inputs: { samples: ['20', 0], vae: ['1', 2] } }, 22: { class_type: 'SaveImage', inputs: { images: ['21', 0], filename_prefix: 'x' } } }
  await expect(client.submit({ id: crypto.randomUUID(), prompt })).rejects.toThrow(/would run only a part of this workflow: EmptyLatentImage \(20\): Value 1 smaller than min of 16 \(width\)\.$/)
  await until(async () => server.queue.remaining() === 0)
  expect([...server.queue.history.values()].every(({ status }) => status === 'interrupted')).toBe(true)
})

test('partners’ nodes are paid by a key that is seen nowhere, and cost what nobody knows', async () => {
  const server = await start()
  const api = {
    1: { class_type: 'LoadImage', inputs: { image: 'a.png' } },
    2: { class_type: 'KlingImage2VideoNode', inputs: { start_frame: ['1', 0], prompt: '', negative_prompt: '', model_name: 'kling-v2-1', cfg_scale: 0.8, mode: 'std', aspect_ratio: '16:9', duration: '5' } },
    3: { class_type: 'SaveVideo', inputs: { video: ['2', 0], filename_prefix: 'x', format: 'auto', codec: 'auto' } },
  }
  const { tool, problems } = makeTool(api, info, { name: 'kling' })
  expect(problems).toEqual([])
  if (!tool) return
  const picture = await desk.assets.put(await paint(64, 48, '#345'))
  const animate = async (provider: Awaited<ReturnType<typeof open>>) => desk.place(async (work) => provider.animate?.({ ...animating, picture }, work))
  const without = await desk.ended(await animate(await open([server], { tools: [tool] })))
  expect(without).toMatchObject({ status: 'failed', error: { message: expect.stringMatching(/paid through comfy\.org\. Give a comfy\.org key/) } })
  const provider = await open([server], { tools: [tool], comfyOrgKey: async () => 'comfyui-secret-key' })
  expect(provider.models).toMatchObject([{ price: null, limits: { seconds: [5, 10] } }])
  server.fault({ kind: 'drop after' })
  const order = await animate(provider)
  const ended = await desk.ended(order)
  expect(ended).toMatchObject({ status: 'done', error: null })
  expect(JSON.stringify([ended, await desk.purchases(order)])).not.toContain('comfyui-secret-key')
  server.fault({ kind: 'drop before' })
  const lost = await animate(provider)
  expect(await desk.ended(lost)).toMatchObject({ status: 'unknown' })
})

test('a wrong door, or something else at the address, is told in a sentence', async () => {
  const server = await start({ wants: { header: 'authorization', value: 'Bearer right-token' } })
  const wrong = await openComfyUi({ servers: [{ name: 'box', url: server.url, bearer: 'wrong-token' }], assets: desk.assets, tools })
  closing.push(() => wrong.close())
  expect((await desk.ended(await draw(wrong))).error?.message).toMatch(/does not let us in \(403\).*token/)
  const right = await openComfyUi({ servers: [{ name: 'box', url: server.url, bearer: 'right-token' }], assets: desk.assets, tools, patience: { poll: [0.02, 0.1] } })
  closing.push(() => right.close())
  server.fault({ kind: 'malformed', path: /^GET \/view/ })
  expect(await desk.ended(await draw(right))).toMatchObject({ status: 'done' })
})

test('sixty pictures in a row come by one socket, and each is one run', async () => {
  const server = await start()
  const provider = await open([server])
  const work = { signal: new AbortController().signal, assets: desk.assets, progress: () => undefined, buy: async (purchase) => {
    const submitted = await purchase.submit(crypto.randomUUID())
    return 'job' in submitted ? (await purchase.collect?.(submitted.job))?.result : null
  } } satisfies PaidWork
  for (let index = 0; index < 60; index++) Drawn.parse(await provider.draw?.({ ...small, seed: index }, work))
  expect(server.begun()).toBe(60)
  expect(server.requests.filter((request) => request === 'GET /object_info')).toHaveLength(1)
})
