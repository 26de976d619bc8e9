import { MessageFlags, Routes } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sumOf } from '../../../src/discord/poster/estimate.ts'
import { tellProgress } from '../../../src/lab/progress.ts'
import { card, openStage, textOf, until, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.options().rest.put(Routes.applicationCommands(stage.small.application.id), { body: [{ name: 'status', description: 'How far the film is' }] })
})
afterEach(() => stage.strike())
afterAll(() => stage.close())

type Film = Awaited<ReturnType<Stage['film']>>

/** An interaction that was acknowledged, and its token kept. */
async function pressed(film: Film, age = '0 minutes') {
  const interaction = stage.small.as(stage.owner).command(film.channel, 'status')
  const callback = await fetch(`${stage.small.rest.api}/v10/interactions/${interaction.id}/${interaction.token}/callback`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'DiscordBot (https://example.org, 1)' },
    body: JSON.stringify({ type: 4, data: { content: 'noted', flags: MessageFlags.Ephemeral } }),
  })
  expect(callback.status).toBeLessThan(300)
  await stage.store.pool.query(`insert into redcliff.replies (id, application, token, locale, at) values ($1, $2, $3, 'zh-CN', now() - $4::interval)`,
    [interaction.id, stage.small.application.id, interaction.token, age])
  return interaction
}

test('an answer to one person follows the press, unseen by others, and its token is forgotten', async () => {
  const film = await stage.film()
  const interaction = await pressed(film)
  await stage.poster()
  await film.show(card(`said:${interaction.id}`, 'That is already locked.'), card('script', 'Script'))
  await film.settled()
  expect(interaction.followUps.map(textOf)).toEqual([expect.stringContaining('already locked')])
  expect(interaction.followUps[0]?.visibleTo).toBe(stage.owner.id)
  expect(film.texts().filter((text) => text.includes('already locked'))).toEqual([])
  expect((await stage.store.pool.query('select from redcliff.replies where id = $1', [interaction.id])).rowCount).toBe(0)
  // said again, it has nowhere to go
  await film.show(card(`said:${interaction.id}`, 'Something else'))
  await film.settled()
  expect(interaction.followUps).toHaveLength(1)
})

test('a token that is about to end is not used, and old ones are cleared away', async () => {
  const film = await stage.film()
  const [late, ended] = [await pressed(film, '14 minutes 30 seconds'), await pressed(film, '16 minutes')]
  await stage.poster()
  await film.show(card(`said:${late.id}`, 'Too late.'))
  await film.settled()
  expect(late.followUps).toEqual([])
  expect((await stage.store.pool.query('select from redcliff.replies where id = any($1)', [[late.id, ended.id]])).rowCount).toBe(0)
})

test('an answer to a person goes before what is still to be posted', async () => {
  const film = await stage.film()
  const interaction = await pressed(film)
  const stop = stage.small.slow('POST /channels/{channel_id}/messages', 60)
  await stage.poster()
  await film.show(...Array.from({ length: 12 }, (_, index) => card(`reply:${index}`, `note ${index}`)))
  await until(async () => film.texts().length >= 2)
  await film.show(card(`said:${interaction.id}`, 'Answered.'))
  await until(async () => interaction.followUps.length === 1)
  expect(film.texts().length).toBeLessThan(11)
  stop()
  await film.settled()
  expect(film.texts().filter((text) => text.includes('note'))).toHaveLength(12)
})

async function order(film: Film, key: string, craft: string, more: { progress?: number; age?: string } = {}) {
  await stage.store.pool.query(
    `insert into redcliff.generations (key, craft, label, request, take, rank, progress, created_at, owner) values ($1, $2, $3, '{}', 1, 1, $4, now() - $5::interval, $6)`,
    [key, craft, `1.1 ${craft}`, more.progress ?? 0, more.age ?? '1 minute', stage.store.owner])
  await stage.store.pool.query(`insert into redcliff.awaiting (generation, production, answer, answer_hash) values ($1, $2, '{}', $1)`, [key, film.id])
  await tellProgress(stage.store.pool, key)
}
async function finish(key: string) {
  await stage.store.pool.query(`update redcliff.generations set status = 'done', owner = null, seconds = 40, finished_at = now() where key = $1`, [key])
  await tellProgress(stage.store.pool, key)
  await stage.store.pool.query('delete from redcliff.awaiting where generation = $1', [key])
}
const often = { progressAfter: 5, progress: 40, progressLater: 40 }

test('while something is made one message says so, edited as it goes, gone when all rests', async () => {
  const film = await stage.film()
  await stage.poster({ times: often })
  await order(film, 'k1', 'draw', { progress: 0.2 })
  await until(async () => film.texts().some((text) => text.includes('20 %')))
  await stage.store.pool.query(`update redcliff.generations set progress = 0.7 where key = 'k1'`)
  await tellProgress(stage.store.pool, 'k1')
  await until(async () => film.texts().some((text) => text.includes('70 %')))
  expect(film.messages()).toHaveLength(1)
  await finish('k1')
  await until(async () => film.messages().length === 0 && (await film.posts()).length === 0)
})

test('it says about how long, by how long such work took of late', async () => {
  const film = await stage.film()
  await order(film, 'k2', 'animate')
  await finish('k2')
  await stage.poster({ times: often })
  await order(film, 'k3', 'animate')
  await until(async () => film.texts().some((text) => /40 s/.test(text)))
  await finish('k3')
})

test('it stays where people look: under what was posted since', async () => {
  const film = await stage.film()
  await stage.poster({ times: often })
  await order(film, 'k4', 'draw', { progress: 0.2 })
  await until(async () => film.messages().length === 1)
  const [first] = film.messages()
  await film.show(...Array.from({ length: 5 }, (_, index) => card(`reply:${index}`, `note ${index}`)))
  await until(async () => film.messages().length === 6 && film.texts().at(-1)?.includes('20 %'))
  expect(film.messages().some(({ id }) => id === first?.id)).toBe(false)
  await finish('k4')
})

test('one that a killed process left is taken away by the next', async () => {
  const film = await stage.film()
  const first = await stage.poster({ times: often })
  await order(film, 'k5', 'draw')
  await until(async () => film.messages().length === 1)
  await first.close()
  await finish('k5')
  await stage.poster({ times: often })
  await until(async () => film.messages().length === 0)
})

test('a single shot says in its own message what is being made, and has no other', async () => {
  const film = await stage.film({ single: true })
  await stage.poster({ times: often })
  await film.show(card('single', 'A junk at dusk', {
    single: { stage: 'filming', prompt: 'A junk at dusk', text: '', seed: 7, frame: 0, frames: 1, drawnFor: null, seconds: 3, fps: 24, width: 1280, height: 720, own: false, parent: null },
  }))
  await film.settled()
  await order(film, 'k7', 'single-animate', { progress: 0.3 })
  await until(async () => film.texts()[0]?.includes('30 %'))
  await finish('k7')
  expect(film.messages()).toHaveLength(1)
})

test('short work is not announced', async () => {
  const film = await stage.film()
  await stage.poster({ times: { ...often, progressAfter: 60_000 } })
  await order(film, 'k6', 'draw', { age: '0 seconds' })
  await film.show(card('pitch', 'Which film?'))
  await film.settled()
  await finish('k6')
  expect(film.texts()).toEqual([expect.stringContaining('Which film?')])
})

test('times add up over crafts, and hands share them inside one', () => {
  const item = (craft: string, progress = 0) => ({ generation: '', craft, label: '', status: 'intent' as const, working: false, progress, doing: null })
  const usual = { draw: { usual: 10, before: 0 }, animate: { usual: 60, before: 2 }, score: { usual: null, before: 0 } }
  const places = () => 2
  expect(sumOf([item('draw'), item('draw'), item('draw', 0.5)], { draw: usual.draw }, places)).toBe(12.5)
  expect(sumOf([item('draw', 0.5)], { draw: usual.draw }, places)).toBe(5)
  expect(sumOf([item('draw'), item('animate')], { draw: usual.draw, animate: usual.animate }, places)).toBe(10 + 90)
  expect(sumOf([item('score')], { score: usual.score }, places)).toBeNull()
})
