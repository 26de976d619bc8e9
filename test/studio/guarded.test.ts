import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAssets, type Assets } from '../../src/lab/assets.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import type { DrawRequest, Provider } from '../../src/studio/provider.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import { guarded } from '../../src/studio/guarded/guarded.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { ourFfmpeg } from '../film-file.ts'

let folder: string
let assets: Assets
let work: PaidWork
let flag: { words?: string[]; pictures?: string[]; broken?: boolean } = {}
let looked: string[] = []
let drawn = 0
/** What was bought, so that the same is given again. */
const rows = new Map<string, unknown>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcliff-gate-'))
  assets = openAssets(folder)
  work = {
    signal: new AbortController().signal, assets, progress: () => undefined,
    buy: async ({ step, submit }) => {
      if (!rows.has(step)) rows.set(step, await submit('x').then((made) => 'bought' in made ? made.bought.result : null))
      return rows.get(step)
    },
  }
})
beforeEach(() => { flag = {}; looked = []; drawn = 0; rows.clear() })
afterAll(() => rm(folder, { recursive: true }))

const paint = async (colour: string) => {
  const canvas = createCanvas(64, 48)
  const pen = canvas.getContext('2d')
  pen.fillStyle = colour
  pen.fillRect(0, 0, 64, 48)
  return assets.put(await canvas.encode('png'))
}
const model = (capability: 'draw' | 'write' | 'moderate') => ({ id: `paper/${capability}`, capability, label: capability, limits: {}, price: [] })
const paper = (): Provider => ({
  name: 'paper', models: [model('draw'), model('write'), model('moderate')], voices: [], castVoice: () => 'anna',
  write: async ({ prompt }) => prompt === 'ideas' ? { ideas: ['a naked schoolgirl'] } : { ideas: ['a fox'] },
  draw: (request: DrawRequest, { buy }) => buy({
    step: 'pictures', provider: 'paper', model: 'draw', price: 0.1,
    submit: async () => { drawn++; return { bought: { cost: 0.1, result: await Promise.all([0, 1].map((each) => paint(`hsl(${request.seed + each}, 50%, 50%)`))) } } },
  }).then((pictures) => ({ pictures: (pictures as string[]).map((picture, index) => ({ picture, width: 64, height: 48, seed: index })), missed: [] })),
  animate: async () => Promise.reject(new Error('not here')), speak: async () => ({ sound: '', seconds: 1, words: [] }), compose: async () => Promise.reject(new Error('not here')),
  moderate: async ({ text, pictures }) => {
    looked.push(text ?? `picture ${pictures?.length}`)
    if (flag.broken) throw new ProviderError('No verdict.', { provider: 'paper', retryable: true, bought: false })
    const reasons = (text === undefined ? flag.pictures : flag.words) ?? []
    return { flagged: reasons.length > 0, reasons }
  },
  close: async () => undefined,
})
const studio = async () => guarded(openStudio([paper()]), await ourFfmpeg())
const asks = (prompt: string, more: Partial<DrawRequest> = {}): DrawRequest => ({
  prompt, subject: prompt, width: 64, height: 48, count: 2, seed: 10, look: 'ink-wash', era: 'ancient-china', mood: 'epic', size: 'wide', angle: 'eye', cast: [], references: [], ...more,
})
const refusedBy = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => error instanceof ProviderError ? error : Promise.reject(error as Error))

test('a battle is drawn, though moderation calls it violent', async () => {
  flag = { words: ['violence', 'violence/graphic'], pictures: ['violence'] }
  const { pictures } = await (await studio()).draw(asks('The fire ships strike Cao Cao’s fleet; men burn at Red Cliff'), work)
  expect(pictures).toHaveLength(2)
  // the words, and the first candidate
  expect(looked).toHaveLength(2)
})

test('what breaks a rule of ours is not paid, and nobody is asked about it', async () => {
  const error = await refusedBy((await studio()).draw(asks('sexy schoolgirl'), work))
  expect(error).toMatchObject({ bought: false, retryable: false, refused: { kind: 'minors', where: 'words' } })
  expect([drawn, looked]).toEqual([0, []])
})

test('a living person in the cast is not drawn', async () => {
  const cast = [{ name: 'Ann', also: [], gender: 'woman', age: 'adult', appearance: 'looks exactly like Taylor Swift', seed: 1 }]
  expect(await refusedBy((await studio()).draw(asks('A woman at a window', { cast }), work))).toMatchObject({ refused: { kind: 'person', name: 'Taylor Swift' }, bought: false })
})

test('words that moderation flags are not paid', async () => {
  flag = { words: ['sexual'] }
  expect(await refusedBy((await studio()).draw(asks('A bedroom'), work))).toMatchObject({ bought: false, refused: { kind: 'sexual', where: 'words' } })
  expect(drawn).toBe(0)
})

test('what was made and may not be seen is deleted, told, and not paid again', async () => {
  flag = { pictures: ['sexual'] }
  const crew = await studio()
  const error = await refusedBy(crew.draw(asks('A river'), work))
  expect(error).toMatchObject({ retryable: false, ended: true, refused: { kind: 'sexual', where: 'made' } })
  expect(error?.message).toContain('was deleted')
  const bought = rows.get('pictures') as string[]
  expect(await Promise.all(bought.map((hash) => assets.has(hash)))).toEqual([false, false])
  expect(await refusedBy(crew.draw(asks('A river'), work))).toMatchObject({ refused: { gone: true, where: 'made' } })
  expect(drawn).toBe(1)
})

test('a picture that was brought is looked at before anything is paid, and is not deleted', async () => {
  flag = { pictures: ['sexual'] }
  const picture = await paint('#123456')
  const error = await refusedBy((await studio()).draw(asks('A river', { references: [{ of: 'own', name: 'mine', picture }] }), work))
  expect(error).toMatchObject({ bought: false, refused: { kind: 'sexual', where: 'picture' } })
  expect([drawn, await assets.has(picture)]).toEqual([0, true])
})

test('what a model wrote is looked at as well', async () => {
  const crew = await studio()
  expect(await crew.write({ prompt: 'fox', inputs: { wish: 'a fox' } }, work)).toEqual({ ideas: ['a fox'] })
  expect(await refusedBy(crew.write({ prompt: 'ideas', inputs: { wish: 'a school' } }, work))).toMatchObject({ bought: false, refused: { kind: 'minors', where: 'written' } })
})

test('without a verdict nothing is made, and the same is asked only once', async () => {
  const crew = await studio()
  flag = { broken: true }
  expect(await refusedBy(crew.speak({ text: 'Who is it?', language: 'en', voice: 'anna' }, work))).toMatchObject({ retryable: true })
  flag = {}
  await crew.speak({ text: 'Who is it?', language: 'en', voice: 'anna' }, work)
  await crew.speak({ text: 'Who is it?', language: 'en', voice: 'anna' }, work)
  expect(looked).toEqual(['Who is it?', 'Who is it?'])
})
