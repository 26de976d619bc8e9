import { loadImage, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { fitSize } from '../../../src/studio/fit-size.ts'
import { knownModels } from '../../../src/studio/openai/models.ts'
import { timeWordsByLength } from '../../../src/studio/openai/time-words-by-length.ts'
import { castVoice, voiceNames } from '../../../src/studio/openai/voices.ts'
import { drawing, hole, measure, paint } from '../samples.ts'
import { assets, openPair, paperWork, refusal } from './paper.ts'

const sizes = knownModels('openai').find(({ id }) => id === 'openai/gpt-image-2.6-flare')?.limits.sizes

test('a size is fitted to what the model makes: multiples of 16, the shape of the frame', () => {
  const fitted = ([width, height]: [number, number]) => Object.values(fitSize(sizes, { width, height })).join('x')
  expect(fitted([1280, 720])).toBe('1280x720')
  expect(fitted([720, 1280])).toBe('720x1280')
  for (const [width, height] of [[1920, 1080], [1080, 1920], [720, 720], [960, 720], [1280, 536], [1920, 804], [64, 64], [5000, 800], [8000, 8000]] as [number, number][]) {
    const made = fitSize(sizes, { width, height })
    expect([made.width % 16, made.height % 16], `${width}x${height}`).toEqual([0, 0])
    expect(made.width * made.height).toBeGreaterThanOrEqual(655_360)
    expect(made.width * made.height).toBeLessThanOrEqual(3840 * 2160)
    expect(made.width / made.height / Math.min(3, width / height)).toBeCloseTo(1, 1)
  }
  expect(fitSize([{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }], { width: 1280, height: 720 })).toEqual({ width: 1536, height: 1024 })
})

test('candidates come in one call, as large as the frame', async () => {
  const { provider, server } = await openPair()
  const work = paperWork()
  const drawn = await provider.draw?.({ ...drawing, count: 4 }, work)
  expect(drawn?.pictures.map(({ width, height, seed }) => [width, height, seed])).toEqual([77, 78, 79, 80].map((seed) => [1280, 720, seed]))
  expect(server.orders.map(({ route, body }) => [route, body['n'], body['size']])).toEqual([['/images/generations', 4, '1280x720']])
  expect(work.bills).toHaveLength(1)
  expect(work.bills[0]?.cost).toBeCloseTo(work.bills[0]?.price ?? 0, 2)
})

test('references go along and are bound to their names by number, the cast first', async () => {
  const { provider, server } = await openPair()
  const picture = await assets.put(await paint(64, 64, '#345'))
  await provider.draw?.({ ...drawing, references: [{ of: 'look', name: 'ink', picture }, { of: 'previous', name: '1.1', picture }, { of: 'cast', name: '苏轼', picture }] }, paperWork())
  const [order] = server.orders
  expect(order?.route).toBe('/images/edits')
  expect(order?.body['image']).toHaveLength(3)
  expect(order?.body['prompt']).toMatch(/Image 1 is 苏轼\. Keep this face[^]*Image 2 is the frame before[^]*Image 3 is the look/)
  expect(order?.body['prompt'].startsWith(drawing.prompt)).toBe(true)
})

test('references beyond what a model keeps to are said', async () => {
  const { provider, server } = await openPair({ models: [{ id: 'gpt-image-2.6-flare', capability: 'draw', limits: { ...knownModels('openai').find(({ capability }) => capability === 'draw')?.limits, references: 1 } }] })
  const picture = await assets.put(await paint(64, 64, '#345'))
  const drawn = await provider.draw?.({ ...drawing, references: [{ of: 'look', name: 'ink', picture }, { of: 'cast', name: 'Ann', picture }] }, paperWork())
  expect(drawn?.missed).toEqual([expect.stringContaining('ink: GPT Image 2.6 Flare keeps to 1 picture')])
  expect(server.orders[0]?.body['prompt']).toContain('Image 1 is Ann')
})

test('repainting changes only what the mask leaves open', async () => {
  const { provider } = await openPair()
  const picture = await assets.put(await paint(320, 192, '#7a6a58'))
  const fixed = await provider.inpaint?.({ picture, mask: await assets.put(await hole(320, 192)), prompt: 'a lantern', seed: 1 }, paperWork())
  expect(fixed).toMatchObject({ width: 320, height: 192 })
  const pixels = async (hash: string) => {
    const image = await loadImage(await assets.read(hash))
    const context = createCanvas(320, 192).getContext('2d')
    context.drawImage(image, 0, 0)
    return (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data]
  }
  const [before, after] = [await pixels(picture), await pixels(fixed?.made ?? '')]
  for (const [x, y] of [[5, 5], [310, 180], [40, 96], [160, 20]] as const) expect(after(x, y)).toEqual(before(x, y))
  expect(after(200, 110)).not.toEqual(before(200, 110))
})

test('a mask of another size is refused before anything is bought', async () => {
  const { provider, server } = await openPair()
  const told = await refusal(provider.inpaint?.({ picture: await assets.put(await paint(320, 192, '#111')), mask: await assets.put(await hole(100, 100)), prompt: 'x', seed: 1 }, paperWork()))
  expect(told.message).toContain('100×100')
  expect(server.count()).toBe(0)
})

test('a line is spoken as a sound of ours, with the beginnings of its words', async () => {
  const { provider, server } = await openPair()
  const text = '清风徐来，水波不兴。'
  const spoken = await provider.speak?.({ text, language: 'zh', voice: 'onyx' }, paperWork())
  expect(await measure(assets, spoken?.sound ?? '')).toEqual({ kind: 'audio', seconds: spoken?.seconds })
  expect(spoken?.words.map(({ at }) => text[at])).toEqual([...'清风徐来水波不兴'])
  // the silence before the first word is not counted as a word
  expect(spoken?.words[0]?.seconds).toBeCloseTo(0.15, 1)
  expect(server.orders[0]?.body).toMatchObject({ voice: 'onyx', response_format: 'wav', instructions: expect.stringContaining('Mandarin') })
})

test('a line that must fit is said faster, and what still does not fit is said', async () => {
  const { provider, server } = await openPair()
  const line = { text: 'Two friends went out upon the river in a boat.', language: 'en' as const, voice: 'cedar' }
  const free = await provider.speak?.(line, paperWork())
  const fitted = await provider.speak?.({ ...line, within: (free?.seconds ?? 0) * 0.85 }, paperWork())
  expect(fitted?.seconds).toBeLessThan((free?.seconds ?? 0) * 0.92)
  expect(server.orders.at(-1)?.body['speed']).toBeGreaterThan(1.1)
  const hopeless = await provider.speak?.({ ...line, within: 0.5 }, paperWork())
  expect(hopeless?.remarks?.[0]).toMatch(/takes \d\.\d s and has 0\.5 s/)
})

test('voices are those it has; nothing to say costs nothing', async () => {
  const { provider, server } = await openPair()
  expect((await refusal(provider.speak?.({ text: 'Hello', language: 'en', voice: 'old-man' }, paperWork()))).message).toMatch(/no voice «old-man».*alloy/)
  expect((await refusal(provider.speak?.({ text: 'a'.repeat(5000), language: 'en', voice: 'onyx' }, paperWork()))).message).toContain('4096')
  expect(await provider.speak?.({ text: '……', language: 'zh', voice: 'onyx' }, paperWork())).toMatchObject({ words: [], seconds: 0.4 })
  expect(server.count()).toBe(0)
  for (const gender of ['woman', 'man', 'unknown'] as const) for (const age of ['child', 'young', 'adult', 'old'] as const) for (const seed of [0, 1, 2, 999]) {
    const voice = castVoice({ gender, age, seed })
    expect(voiceNames).toContain(voice)
    expect(voice).not.toBe(castVoice(null))
  }
})

test('words are timed by their length, with a breath at the marks', () => {
  const words = timeWordsByLength('Go. Extraordinarily far', { from: 1, to: 5 })
  expect(words.map(({ at }) => at)).toEqual([0, 4, 20])
  expect(words[0]?.seconds).toBe(1)
  expect((words[2]?.seconds ?? 0) - (words[1]?.seconds ?? 0)).toBeGreaterThan(1.5)
  expect(timeWordsByLength('……', { from: 0, to: 1 })).toEqual([])
})

test('words and pictures are judged each by itself, and no verdict is no permission', async () => {
  const { provider, server } = await openPair({}, { flag: (_, pictures) => pictures > 0 ? 'sexual' : null })
  const picture = await assets.put(await paint(64, 64, '#345'))
  const work = paperWork()
  expect(await provider.moderate?.({ text: 'a quiet boat' }, work)).toEqual({ flagged: false, reasons: [] })
  expect(await provider.moderate?.({ text: 'flag me', pictures: [picture] }, work)).toEqual({ flagged: true, reasons: ['sexual', 'violence'] })
  expect(work.bills).toEqual([])
  expect(server.calls['POST /moderations']).toBe(3)
  expect(server.count()).toBe(0)
})
