import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type Crew, openCrew } from '../../src/crew.ts'
import { probe } from '../../src/edit/probe.ts'
import type { Card } from '../../src/mailbox/card.ts'
import { openProduction } from '../../src/mailbox/open-production.ts'
import { filmOf } from '../../src/single/film-of.ts'
import { readSingle } from '../../src/single/single-request.ts'
import { SingleState } from '../../src/single/single-state.ts'
import { transaction } from '../../src/store/transaction.ts'
import { filmFolder } from '../film-command.ts'
import { scratchDatabase, until } from '../store/scratch-store.ts'

const folder = await filmFolder()
const database = await scratchDatabase()
afterAll(() => database.drop())

describe('a single on the crew of this machine', () => {
  let crew: Crew
  const troubles: unknown[] = []
  beforeAll(async () => {
    crew = await openCrew(readConfig({ PATH: process.env['PATH'], REDCLIFF_HOME: join(folder, 'home'), DATABASE_URL: database.url, FFMPEG_PATH: process.env['FFMPEG_PATH'], FFPROBE_PATH: process.env['FFPROBE_PATH'] }, folder), { onError: (error) => troubles.push(error) })
  }, 60_000)
  afterAll(() => crew.close())

  const open = async (id: string, ...asked: Parameters<typeof readSingle>) => {
    const request = readSingle(...asked)
    await transaction(crew.store.pool, (client) => openProduction(crew.store, client, { id, kind: 'single', title: request.prompt, brief: request, surface: 'test', opened: { kind: 'opened', request } }))
  }
  const card = (id: string, fits: (card: Card) => boolean) => until(async () => {
    if (troubles.length > 0) throw troubles[0]
    const { rows } = await crew.store.pool.query(`select body from redcliff.cards where production = $1 and slot = 'single'`, [id])
    const body = rows[0]?.body as Card | undefined
    return body && fits(body) ? body : false
  })
  const stateOf = async (id: string) => {
    const { rows: [row] } = await crew.store.pool.query('select state, phase from redcliff.productions where id = $1', [id])
    return { state: SingleState.parse(row.state), phase: row.phase as string }
  }
  const picture = async (hash: string) => (await probe(crew.ffmpeg, crew.assets.path(hash))).streams[0]

  test('a prompt becomes a clip of the rate and size that its flags order, without what they deny', async () => {
    await open('s1', '赤壁月下，一叶小舟，乌鸦飞过 -fps 10 -ar 1:1 -camera pan up right -neg 乌鸦', { picture: null, language: 'zh', animate: true, seed: 5 })
    const done = await card('s1', ({ single }) => single?.stage === 'done')
    const { state, phase } = await stateOf('s1')
    expect(phase).toBe('delivered')
    expect(done.media[0]?.name).toMatch(/^[a-z0-9_]+_seed5\.mp4$/)
    expect(await picture(state.clip?.clip ?? '')).toMatchObject({ width: 720, height: 720, r_frame_rate: '10/1', nb_frames: 30 })
    expect((await readFile(crew.assets.path(state.drawn?.pictures[0]?.picture ?? ''))).includes('crow')).toBe(false)
  }, 60_000)

  test('a person’s own picture moves in its own shape, and can begin a film whose first frame it is', async () => {
    const { state: { drawn } } = await stateOf('s1')
    const panel = drawn?.pictures[0]
    if (!panel) throw new Error('nothing was drawn')
    await open('s2', '-fps 8', { picture: { hash: panel.picture, width: panel.width, height: panel.height }, language: 'en', animate: true, seed: 5 })
    await card('s2', ({ single }) => single?.stage === 'done')
    const { state } = await stateOf('s2')
    const brief = filmOf(state)
    if (!brief) throw new Error('there is no picture')
    await crew.open('f1', brief, 'test')
    const greenlight = await until(async () => (await crew.store.pool.query(`select body from redcliff.cards where production = 'f1' and slot = 'board'`)).rows[0]?.body as Card | undefined)
    await crew.send('f1', 'go', greenlight.choices.find(({ standard }) => standard)?.event ?? {})
    const shot = await until(async () => (await crew.store.pool.query(`select body from redcliff.cards where production = 'f1' and slot = 'shot:1'`)).rows[0]?.body as Card | undefined)
    expect(shot).toMatchObject({ asks: true, media: [{ hash: panel.picture }] })
    const { rows } = await crew.store.pool.query(`select 1 from redcliff.generations g join redcliff.awaiting a on a.generation = g.key where a.production = 'f1' and g.craft = 'draw'`)
    expect(rows).toEqual([])
    await crew.send('f1', 'stop', { kind: 'cancelled' })
  }, 60_000)

  test('four frames are offered, and the one that is picked is filmed', async () => {
    await open('s3', 'an old fisherman in the rain, close-up', { picture: null, language: 'en', animate: false, seed: 9 })
    const choosing = await card('s3', ({ single }) => single?.stage === 'choosing')
    expect(choosing.media).toHaveLength(4)
    await crew.send('s3', 'i:1', { ...choosing.choices[2]?.event, from: '77' })
    await crew.send('s3', 'i:2', { ...choosing.choices[2]?.event, from: '78' })
    await card('s3', ({ single }) => single?.stage === 'done' && single.frame === 2)
    const said = await until(async () => (await crew.store.pool.query(`select body from redcliff.cards where production = 's3' and slot = 'said:78'`)).rows[0]?.body as Card | undefined)
    expect(said.title).toBe('That frame is already picked.')
  }, 60_000)
})
