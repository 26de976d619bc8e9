import { Routes } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { posterRest } from '../../../src/discord/poster/poster-rest.ts'
import type { PosterOptions } from '../../../src/discord/poster.ts'
import { card, openStage, shotCard, textOf, until, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterEach(() => stage.strike())
afterAll(() => stage.close())

const send = 'POST /channels/{channel_id}/messages'

/** Sends, and dies before it can remember. */
function dying(times = 1): Pick<PosterOptions, 'rest' | 'once'> {
  const clients = posterRest({ token: stage.small.token, api: stage.small.rest.api })
  let left = times
  for (const rest of [clients.rest, clients.once]) {
    const post = rest.post.bind(rest)
    rest.post = async (...asked: Parameters<typeof post>) => {
      const answer = await post(...asked)
      if (left-- > 0) throw new Error('killed after sending')
      return answer
    }
  }
  return clients
}

const never = { retry: [1_000_000] }

test('killed between sending and remembering, the next process finds the message by its nonce', async () => {
  const film = await stage.film()
  await film.show(card('pitch', 'Which film?'))
  const first = await stage.poster({ ...dying(), times: never })
  await until(async () => stage.errors.length > 0)
  await first.close()
  expect(film.texts()).toHaveLength(1)
  expect((await film.posts())[0]).toMatchObject({ message: null })
  await stage.poster()
  await film.settled()
  expect(film.texts()).toHaveLength(1)
  expect((await film.posts())[0].message).toBe(film.messages()[0]?.id)
})

test('a newer card found after such a death edits the message that is there', async () => {
  const film = await stage.film()
  await film.show(card('pitch', 'Which film?', { text: 'one' }))
  const first = await stage.poster({ ...dying(), times: never })
  await until(async () => stage.errors.length > 0)
  await first.close()
  await film.show(card('pitch', 'Which film?', { text: 'two' }))
  await stage.poster()
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('two')])
})

test('after the nonce is forgotten by Discord, the message is found by its mark', async () => {
  const film = await stage.film()
  const picture = await stage.picture('#203040')
  await film.show(shotCard('1.1', 'choosing', [picture, picture]), card('script', 'Script'))
  const first = await stage.poster({ ...dying(2), times: never })
  await until(async () => stage.errors.length > 0)
  await first.close()
  expect(film.texts()).toHaveLength(1)
  // others speak meanwhile
  for (let said = 0; said < 120; said++) stage.small.as(stage.owner).say(film.channel, `${said}`)
  const { nonceMilliseconds } = stage.small.limits
  stage.small.limits.nonceMilliseconds = 0
  await stage.poster({ times: { nonce: 0 } })
  await film.settled()
  stage.small.limits.nonceMilliseconds = nonceMilliseconds
  const ours = film.messages().filter(({ author }) => author.id === stage.small.botUser.id)
  expect(ours.map(textOf)).toEqual([expect.stringContaining('1.1'), expect.stringContaining('Script')])
  expect((await film.posts()).map(({ message }) => message).sort()).toEqual(ours.map(({ id }) => id).sort())
})

test('what was never sent is sent after such a search', async () => {
  const film = await stage.film()
  await film.show(card('pitch', 'Which film?'))
  await stage.store.pool.query(`insert into redcliff.posts (production, slot, nonce, attempted_at, shows) values ($1, 'pitch', 'n', now() - interval '1 hour', '{"body":"x","files":{}}')`, [film.id])
  await stage.poster()
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('Which film?')])
})

test('an answer that is lost on its way doubles nothing', async () => {
  const film = await stage.film()
  stage.small.failNext({ route: `POST ${Routes.channelMessages(film.channel)}`, status: 500, times: 2, after: 'after effect' })
  stage.small.failNext({ route: `POST ${Routes.channelMessages(film.channel)}`, status: 0, after: 'after effect' })
  await stage.poster()
  await film.show(card('pitch', 'Which film?'), card('script', 'Script'))
  await film.settled()
  expect(film.texts()).toHaveLength(2)
})

test('a storm of rate limits delays, and loses and doubles nothing', async () => {
  const films = await Promise.all([1, 2, 3, 4].map(() => stage.film()))
  for (const scope of ['user', 'global', 'shared'] as const) stage.small.failNext({ route: send, status: 429, times: 6, retryAfter: 0.02, scope })
  await stage.poster()
  for (const film of films) await film.show(card('pitch', 'Which film?'), card('script', 'Script'), card('board', 'Board'))
  await Promise.all(films.map((film) => film.settled()))
  expect(films.map((film) => film.texts().map((text) => /Which film|Script|Board/.exec(text)?.[0]))).toEqual(films.map(() => ['Which film', 'Script', 'Board']))
})

test('many posters share the productions and post each card once', async () => {
  const stores = await Promise.all([1, 2].map(() => stage.store.reopen()))
  const films = await Promise.all(Array.from({ length: 6 }, () => stage.film()))
  await Promise.all([stage.poster(), ...stores.map((store) => stage.poster({ store }))])
  for (let round = 0; round < 5; round++) {
    await Promise.all(films.map((film) => film.show(card('pitch', 'Which film?', { text: `round ${round}` }), card(`reply:${round}`, `note ${round}`))))
  }
  await Promise.all(films.map((film) => film.settled()))
  for (const film of films) {
    expect(film.texts().filter((text) => text.includes('Which film'))).toEqual([expect.stringContaining('round 4')])
    expect(film.texts().filter((text) => text.includes('note')).map((text) => /note \d/.exec(text)?.[0])).toEqual([0, 1, 2, 3, 4].map((round) => `note ${round}`))
  }
  await stage.strike()
  await Promise.all(stores.map((store) => store.close()))
})

test('a thread held by a process that died is taken over; by one that lives it is left', async () => {
  const film = await stage.film()
  const other = await stage.store.reopen()
  await stage.store.pool.query('update redcliff.threads set poster = $2 where production = $1', [film.id, other.owner])
  await film.show(card('pitch', 'Which film?'))
  const poster = await stage.poster()
  const elsewhere = await stage.film()
  await elsewhere.show(card('pitch', 'Another'))
  await elsewhere.settled()
  expect(film.texts()).toEqual([])
  await other.close()
  await until(async () => {
    poster.wake(film.id)
    return film.texts().length === 1
  })
})

test('a worn-out message is replaced, and the old one goes', async () => {
  const film = await stage.film()
  await stage.poster()
  await film.show(card('pitch', 'Which film?', { text: 'one' }))
  await film.settled()
  const [old] = film.messages()
  // as Discord says it: with the status of a rate limit
  stage.small.failNext({ route: `PATCH ${Routes.channelMessage(film.channel, old!.id)}`, status: 429, code: 30046, retryAfter: 3000 })
  await film.show(card('pitch', 'Which film?', { text: 'two' }))
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('two')])
  expect(film.messages()[0]?.id).not.toBe(old?.id)
})

test('closing ends within seconds though Discord asks to wait for an hour', async () => {
  const film = await stage.film()
  stage.small.failNext({ route: `POST ${Routes.channelMessages(film.channel)}`, status: 429, retryAfter: 3600 })
  const poster = await stage.poster({ times: { closing: 50 } })
  await film.show(card('pitch', 'Which film?'))
  await until(async () => (await film.posts()).length === 1)
  const started = performance.now()
  await poster.close()
  expect(performance.now() - started).toBeLessThan(2000)
  await stage.poster()
  await film.settled()
  expect(film.texts()).toHaveLength(1)
})

test('many cards are posted in the order in which they came', async () => {
  const film = await stage.film()
  await film.show(...Array.from({ length: 60 }, (_, index) => card(`reply:${index}`, `note ${index}`)))
  await stage.poster()
  await film.settled()
  expect(film.texts().map((text) => Number(/note (\d+)/.exec(text)?.[1]))).toEqual(Array.from({ length: 60 }, (_, index) => index))
})
