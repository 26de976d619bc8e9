// Whole films by the command a person gives, each with other providers, played on loopback.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { probe } from '../../src/edit/probe.ts'
import { Cut, cutFrames } from '../../src/film/cut.ts'
import { Storyboard } from '../../src/film/storyboard.ts'
import { z } from 'zod'
import { film, filmFolder } from '../film-command.ts'
import { makeMixedFilm, understandsModels, type Mixed } from './mixed-film.ts'
import { account, openHome, openTheatre, readBooks, secrets, type Paid, type Theatre } from './theatre.ts'

const ffmpeg = await findFfmpeg({ path: process.env['PATH'] })
// minutes, not seconds: REDCLIFF_LONG=1 npx vitest run test/paid
const modern = ffmpeg.trusted === 'modern' && process.env['REDCLIFF_LONG'] !== undefined
const folder = await filmFolder()
let theatre: Theatre
beforeAll(async () => { theatre = await openTheatre(folder, { answer: understandsModels }) })
afterAll(() => theatre.close())

const examples = join(import.meta.dirname, '../../examples')
const Recipe = z.object({ storyboard: Storyboard, cut: Cut, shots: z.array(z.object({ number: z.string(), picture: z.string(), clip: z.string(), by: z.object({ draw: z.array(z.string()), animate: z.array(z.string()) }) })) })

const films: { name: string; words: string[]; by: ('openai' | 'replicate' | 'comfyui')[]; mixed?: boolean; shots: number; made: Record<'draw' | 'animate' | 'speak', string> }[] = [
  { name: 'the Red Cliff by OpenAI and Replicate', words: [join(examples, 'red-cliff.md'), '--candidates', '1'], by: ['openai', 'replicate'], shots: 15, made: { draw: 'openai', animate: 'replicate', speak: 'openai' } },
  { name: 'the Red Cliff by OpenAI and ComfyUI', words: [join(examples, 'red-cliff.md'), '--candidates', '1'], by: ['openai', 'comfyui'], shots: 15, made: { draw: 'comfyui', animate: 'comfyui', speak: 'openai' } },
  { name: 'an English text by OpenAI and Replicate', words: [join(examples, 'lighthouse.md'), '--candidates', '1'], by: ['openai', 'replicate'], shots: 5, made: { draw: 'openai', animate: 'replicate', speak: 'openai' } },
  { name: 'an English text by OpenAI and ComfyUI', words: [join(examples, 'lighthouse.md'), '--candidates', '1'], by: ['openai', 'comfyui'], shots: 5, made: { draw: 'comfyui', animate: 'comfyui', speak: 'openai' } },
  // by shot: see mixed-film.ts
  { name: 'the Red Cliff, whose shots are made by different models each', words: [join(examples, 'red-cliff.md')], by: ['openai', 'replicate', 'comfyui'], mixed: true, shots: 15, made: { draw: '', animate: '', speak: 'openai' } },
  { name: 'an English text whose shots are made by different models each', words: [join(examples, 'lighthouse.md')], by: ['openai', 'replicate', 'comfyui'], mixed: true, shots: 20, made: { draw: '', animate: '', speak: 'openai' } },
]

// clips from outside are never given to the packaged ffmpeg of 2018
describe.skipIf(!modern).each(films)('$name', ({ name, words, by, mixed = false, shots, made }) => {
  const place = `${by.join('-')}-${films.findIndex((each) => each.name === name)}`
  const [home, out] = [join(folder, place, 'home'), join(folder, place, 'film')]
  let books: Paid[]
  let recipe: z.infer<typeof Recipe>
  let directed: Mixed[] = []

  beforeAll(async () => {
    const { mkdir, chmod } = await import('node:fs/promises')
    await mkdir(join(folder, place))
    await chmod(join(folder, place), 0o755)
    const env = { ...Object.assign({}, ...by.map((name) => theatre.environment[name])) as Record<string, string> }
    if (mixed) {
      const { wanted, troubles } = await makeMixedFilm(words[0] ?? '', { home, out, env })
      expect(troubles).toEqual([])
      directed = wanted
    } else {
      const { code, complained, said } = await film([...words, '--yes', '--out', out], { folder: join(folder, place), home, env })
      expect(complained).toBe('')
      expect(code, said.slice(-600)).toBe(0)
    }
    // what was paid is said in words
    recipe = Recipe.parse(JSON.parse(await readFile(join(out, 'film.json'), 'utf8')))
    const { store } = await openHome(home)
    books = await readBooks(store)
    await store.close()
  }, 600_000)

  test('there is a film, as long as its cut', async () => {
    const { streams, format } = await probe(ffmpeg, join(out, 'film.mp4'))
    const frames = cutFrames(recipe.cut.items)
    expect(streams.find(({ codec_type }) => codec_type === 'video')?.duration).toBeCloseTo(frames / 24, 1)
    expect(recipe.storyboard.shots.length).toBeGreaterThanOrEqual(shots)
    // by the language model, not by the rules that stand in for one whose answers nobody can use
    expect(recipe.storyboard.by).toContain('GPT-6.1 Terra')
    expect(recipe.storyboard.remarks.join()).not.toMatch(/by rules|按规则/)
    // marked as made by a machine
    const said = JSON.stringify(format.tags)
    expect(said).toContain('generated by a machine')
    // who really made each shot, and they alone, stands in the recipe and in the film itself
    for (const { draw, animate } of recipe.shots.map(({ by }) => by)) for (const maker of [...draw, ...animate]) expect(said).toContain(maker)
    for (const { number, draw, animate } of directed) expect(recipe.shots.find((shot) => shot.number === number)?.by, number).toMatchObject({ draw: [draw], animate: [animate] })
    for (const craft of ['draw', 'animate'] as const) if (made[craft]) expect([...new Set(recipe.shots.flatMap(({ by }) => by[craft].map((maker) => maker.split('/')[0])))]).toEqual([made[craft]])
    expect((await readFile(join(out, 'film.mp4'))).includes('trainedAlgorithmicMedia')).toBe(true)
  })

  test('every order was bought once, done, and by whom it was to be', () => {
    expect(books.filter(({ status }) => status !== 'done')).toEqual([])
    const once = new Map<string, number>()
    for (const { craft, label, step, provider } of books) once.set(`${craft} ${label} ${step} ${provider}`, (once.get(`${craft} ${label} ${step} ${provider}`) ?? 0) + 1)
    expect([...once].filter(([, times]) => times > 1)).toEqual([])
    for (const { number, draw, animate } of directed) {
      const by = (craft: string, label: string) => books.filter((each) => each.craft === craft && each.label === `${number} ${label}`).map(({ provider, model }) => model.startsWith(`${provider}/`) ? model : `${provider}/${model}`)
      expect([by('draw', 'panel'), by('animate', 'clip')], number).toEqual([[draw], [animate]])
    }
    for (const [craft, provider] of Object.entries(made).filter(([, name]) => name)) expect([...new Set(books.filter((each) => each.craft === craft).map((each) => each.provider))], craft).toEqual([provider])
    expect(books.filter(({ craft }) => craft === 'animate').length).toBeGreaterThanOrEqual(recipe.shots.length)
    expect(books.filter(({ craft }) => craft === 'compose').length).toBeLessThanOrEqual(1)
    expect(books.some(({ craft }) => craft === 'titles')).toBe(false)
  })

  test('its costs are in the books, and its language model was asked seldom', () => {
    const { calls, tokensIn, dollars } = account(books)
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThanOrEqual(6)
    expect(tokensIn).toBeGreaterThan(500)
    expect(dollars).toBeGreaterThan(0)
  })

  test('no key is in anything that it leaves, nor in its database', async () => {
    const { store } = await openHome(home)
    const { rows } = await store.pool.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`)
    for (const { name } of rows) {
      for (const secret of Object.values(secrets)) {
        const { rows: [found] } = await store.pool.query(`select count(*)::int as n from ${name} t where t::text like $1`, [`%${secret}%`])
        expect(found.n, name).toBe(0)
      }
    }
    await store.close()
    for (const file of await files(out)) for (const secret of Object.values(secrets)) expect((await readFile(file)).includes(secret), file).toBe(false)
    for (const file of (await files(join(home, 'assets'))).filter((name) => !/\.(mp4|png|wav)$/.test(name))) for (const secret of Object.values(secrets)) expect((await readFile(file)).includes(secret), file).toBe(false)
  })
})

test.skipIf(!modern)('frames were drawn with the look that was approved as their reference', () => {
  const edits = theatre.orders.filter(({ route }) => route === '/images/edits')
  expect(edits.length).toBeGreaterThanOrEqual(14)
  expect(edits.every(({ images }) => images > 0)).toBe(true)
  expect(theatre.openai.problems).toEqual([])
  expect(theatre.replicate.creates.flatMap(({ ignored }) => ignored)).toEqual([])
})

const files = async (place: string): Promise<string[]> =>
  (await readdir(place, { withFileTypes: true, recursive: true })).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
