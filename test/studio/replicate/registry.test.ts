import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Model } from '../../../src/studio/model.ts'
import { checkInput, InputSchema } from '../../../src/studio/replicate/check-input.ts'
import { idOf } from '../../../src/studio/replicate/entry.ts'
import { asModel, readRegistry } from '../../../src/studio/replicate/read-registry.ts'
import { openApiOf, smallModels } from '../../../src/try/providers/replicate/models.ts'
import { openDesk, type Desk } from '../desk.ts'
import { animating, drawing, paint, tone } from '../samples.ts'
import { openStand, smallClip } from './stand.ts'

const entries = await readRegistry()
let desk: Desk
let stand: Awaited<ReturnType<typeof openStand>>
beforeAll(async () => {
  desk = await openDesk()
  stand = await openStand(desk.assets)
})
afterAll(async () => {
  await stand.close()
  await desk.close()
})

const ask = async (capability: string, model: string, works: string) => {
  const picture = await desk.assets.put(await paint(64, 48, '#7a6a58'))
  const clip = await smallClip(desk.assets)
  const requests: Record<string, unknown> = {
    draw: { ...drawing, count: 2, references: [{ of: 'cast', name: '苏轼', picture }] },
    animate: { ...animating, picture, lastFrame: picture, frames: 40 },
    speak: { text: '清风徐来，水波不兴。', language: 'zh', voice: 'Wise_Woman' },
    compose: { mood: 'serene', era: 'ancient-china', seconds: 20, seed: 4 },
    upscale: { media: works === 'video' ? clip : picture, kind: works, factor: 2 },
    restoreFaces: { media: picture, kind: 'image' },
    replaceBackground: { media: picture, kind: 'image', prompt: 'a forest', seed: 3 },
    syncLips: { clip, sound: await desk.assets.put(tone(1)) },
  }
  return { ...requests[capability] as object, model }
}

// a clip's background wants a modern ffmpeg: see clips.test.ts
test.each(entries.filter(({ capability, works }) => !(capability === 'replaceBackground' && works === 'video')).map((entry) => [entry.id, entry] as const))('%s is asked in its own words, and ignores none of them', async (id, { capability, works }) => {
  const before = stand.server.creates.length
  const talk = stand.server.requests.length
  const request = await ask(capability, idOf({ id }), works)
  const order = await desk.place((work) => (stand.provider[capability] as (request: unknown, work: unknown) => Promise<unknown>)(request, work))
  const ended = await desk.ended(order)
  expect(ended.error).toBeNull()
  const made = stand.server.creates.slice(before).filter(({ model }) => model === id)
  expect(made.length).toBeGreaterThan(0)
  for (const { ignored, headers } of made) {
    expect(ignored).toEqual([])
    expect(headers['cancel-after']).toBe('30m')
  }
  const said = stand.server.requests.slice(talk)
  const looked = said.findIndex((each) => each.startsWith(`GET /v1/models/${id}`))
  expect(looked, 'it is asked what it takes').toBeGreaterThanOrEqual(0)
  expect(looked).toBeLessThan(said.findIndex((each) => each.startsWith('POST') && each.endsWith('/predictions')))
})

test('what we ship says its limits and prices as models do', () => {
  for (const entry of entries) expect(() => Model.parse(asModel(entry))).not.toThrow()
  expect(new Set(entries.map(({ id, capability }) => `${id} ${capability}`)).size).toBe(entries.length)
  expect(entries.map(({ id }) => id).sort()).toEqual(smallModels.map(({ id }) => id).sort())
})

describe('an operator', () => {
  test('changes a price, adds a model that leads, and takes one away', async () => {
    const read = await readRegistry({
      'bytedance/seedance-2.0': { price: [{ dollars: 0.1, per: 'second' }] },
      'mine/brush': { first: true, capability: 'draw', label: 'My brush', fields: { prompt: 'prompt' } },
      'recraft-ai/recraft-v3': null,
    })
    expect(read[0]).toMatchObject({ id: 'mine/brush', source: 'O', price: null })
    expect(read.find(({ id }) => id === 'bytedance/seedance-2.0')).toMatchObject({ price: [{ dollars: 0.1, per: 'second' }], label: 'Seedance 2.0', fields: { picture: 'image' } })
    expect(read.some(({ id }) => id === 'recraft-ai/recraft-v3')).toBe(false)
    expect(read).toHaveLength(entries.length)
  })

  test('is told which entry is wrong, and in what', async () => {
    await expect(readRegistry({ 'bytedance/seedance-2.0': { fields: { promt: 'prompt' } } })).rejects.toThrow(/bytedance\/seedance-2\.0: .*promt/)
    await expect(readRegistry({ 'mine/brush': { label: 'My brush', fields: {} } })).rejects.toThrow(/mine\/brush: «capability»/)
    await expect(readRegistry({ 'mine/brush': { pin: 'v2', label: 'x', capability: 'draw', fields: {} } })).rejects.toThrow(/«pin» is not a version/)
    await expect(readRegistry({ 'nobody/none': null })).rejects.toThrow(/no model nobody\/none to take away/)
  })

  test('may keep it in a file, of which a broken one is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'registry-'))
    const file = join(folder, 'models.json')
    await writeFile(file, '{"sync/lipsync-2": {"label": "Lips"}}')
    expect((await readRegistry(file)).find(({ id }) => id === 'sync/lipsync-2')?.label).toBe('Lips')
    await writeFile(file, '{"sync/lipsync-2": ')
    await expect(readRegistry(file)).rejects.toThrow(/models\.json is not JSON/)
    await rm(folder, { recursive: true })
  })
})

describe('a live schema', () => {
  const schema = InputSchema.parse(openApiOf({ id: 'a/b', official: true, version: '', makes: 'image', many: false, schema: true, fields: { prompt: 'string!', size: ['small', 'large'], steps: 'integer', scale: 'number' } }))

  test('lets pass what fits', () => {
    expect(checkInput(schema, { prompt: 'a boat', size: 'small', steps: 4, scale: 1.5 })).toEqual([])
  })

  test('names an unknown field, a choice that is none, a wrong kind and what is wanted', () => {
    expect(checkInput(schema, { prompt: 'a', colour: 'red' })).toEqual([expect.stringContaining('no field «colour» (it has prompt, size, steps, scale)')])
    expect(checkInput(schema, { prompt: 'a', size: 'huge' })).toEqual(['«size» cannot be "huge", only "small", "large"'])
    expect(checkInput(schema, { prompt: 'a', steps: 1.5 })).toEqual([expect.stringContaining('«steps» wants integer')])
    expect(checkInput(schema, {})).toEqual(['it wants «prompt», which is not given'])
  })

  test('that has changed stops an order before it is paid', async () => {
    const changed = smallModels.map((model) => model.id === 'black-forest-labs/flux-2-pro' ? { ...model, fields: { prompt: 'string!', ratio: ['16:9'] } as const } : model)
    const { server, provider, close } = await openStand(desk.assets, { server: { models: changed } })
    const ended = await desk.ended(await desk.place(async (work) => provider.draw?.(drawing, work)))
    expect(ended).toMatchObject({ status: 'failed', error: { message: expect.stringMatching(/flux-2-pro has changed at Replicate.*no field «aspect_ratio».*Nothing was ordered/) } })
    expect(server.creates).toEqual([])
    await close()
  })

  test('that a model does not show is said once', async () => {
    const said: string[] = []
    const { provider, close } = await openStand(desk.assets, { say: (words) => said.push(words) })
    for (const seed of [1, 2]) expect((await desk.ended(await desk.place(async (work) => provider.draw?.({ ...drawing, seed, model: 'replicate/recraft-ai/recraft-v3' }, work)))).status).toBe('done')
    expect(said).toEqual([expect.stringContaining('recraft-ai/recraft-v3')])
    await close()
  })
})
