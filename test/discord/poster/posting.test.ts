import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { showCards } from '../../../src/mailbox/apply-effects.ts'
import { card, filesOf, openStage, shotCard, textOf, until, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterEach(() => stage.strike())
afterAll(() => stage.close())

test('what was shown before the poster opened is posted, in the order in which it changed', async () => {
  const film = await stage.film()
  await film.show(card('pitch', 'Which film?'))
  await film.show(card('script', 'Script'))
  await stage.poster()
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('Which film?'), expect.stringContaining('Script')])
})

test('a card that changes edits its message, and one that says the same sends nothing', async () => {
  const film = await stage.film()
  await stage.poster()
  await film.show(card('pitch', 'Which film?', { text: 'one' }))
  await film.settled()
  const [first] = film.messages()
  await film.show(card('pitch', 'Which film?', { text: 'two' }))
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('two')])
  expect(film.messages()[0]?.id).toBe(first?.id)
  const edits = () => stage.small.requests.get('PATCH /channels/{channel_id}/messages/{message_id}')
  const before = edits()
  // a change that does not show
  await film.show(card('pitch', 'Which film?', { text: 'two', choices: [] , asks: false, language: 'en' }))
  await film.settled()
  expect(edits()).toBe(before)
})

test('a shot is first shown when there is something to see, and shots stand as in the storyboard', async () => {
  const film = await stage.film()
  const picture = await stage.picture('#803020')
  await film.show(shotCard('1.1', 'drawing'), shotCard('1.2', 'drawing'))
  const poster = await stage.poster()
  await film.settled()
  expect(film.texts()).toEqual([])
  await poster.close()
  await film.show(shotCard('1.10', 'choosing', [picture]))
  await film.show(shotCard('1.2', 'choosing', [picture]))
  await film.show(shotCard('1.1', 'choosing', [picture]))
  await stage.poster()
  await film.settled()
  expect(film.texts().map((text) => /1\.\d+/.exec(text)?.[0])).toEqual(['1.1', '1.2', '1.10'])
})

test('a shot waits a moment for an earlier one that is being drawn, and no longer', async () => {
  const film = await stage.film()
  const picture = await stage.picture('#803020')
  await film.show(shotCard('1', 'drawing'), shotCard('2', 'choosing', [picture]))
  await stage.poster({ times: { order: 5000 } })
  await film.show(shotCard('1', 'choosing', [picture]))
  await film.show(shotCard('3', 'drawing'), shotCard('4', 'choosing', [picture]))
  await film.settled()
  expect(film.texts().map((text) => /^\W*(\d)/.exec(text)?.[1])).toEqual(['1', '2', '4'])
})

test('an edit keeps the pictures that stay and sends only new ones', async () => {
  const film = await stage.film()
  const [red, blue] = [await stage.picture('#802010'), await stage.picture('#103080')]
  const media = (hash: string, name: string) => ({ hash, kind: 'image' as const, name })
  await stage.poster()
  await film.show(card('trouble:1', 'first', { media: [media(red, 'a.png')] }))
  await film.settled()
  const [before] = film.messages()
  await film.show(card('trouble:1', 'second', { media: [media(red, 'a.png'), media(blue, 'b.png')] }))
  await film.settled()
  const [after] = film.messages()
  expect(textOf(after!)).toContain('second')
  expect(filesOf(after!).map(({ name }) => name)).toEqual(['a.png', 'b.png'])
  expect(filesOf(after!)[0]?.id).toBe(filesOf(before!)[0]?.id)
  // and one that is replaced under its name is new
  await film.show(card('trouble:1', 'third', { media: [media(blue, 'a.png')] }))
  await film.settled()
  const [last] = film.messages()
  expect(filesOf(last!).map(({ name }) => name)).toEqual(['a.png'])
  expect(filesOf(last!)[0]?.id).not.toBe(filesOf(before!)[0]?.id)
  expect(stage.small.file(filesOf(last!)[0]!.id)?.bytes).toEqual(new Uint8Array(await stage.assets.read(blue)))
})

test('a message deleted by hand is made again; a reply stays away', async () => {
  const film = await stage.film()
  await stage.poster()
  await film.show(card('pitch', 'Which film?', { text: 'one' }), card('reply:e1', 'a note', { text: 'Changed' }))
  await film.settled()
  const [pitch, reply] = film.messages()
  // unnoticed, until the card changes
  stage.small.deleteMessage(pitch!)
  await film.show(card('pitch', 'Which film?', { text: 'two' }))
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('Changed'), expect.stringContaining('two')])
  // noticed by the gateway, as the office notes it
  const { noteLosses } = await import('../../../src/discord/office/note-losses.ts')
  const { messageGone } = noteLosses(stage.store)
  for (const message of film.messages()) {
    stage.small.deleteMessage(message)
    await messageGone(message.id)
  }
  await until(async () => film.texts().length === 1 && (await film.posts()).every(({ message }) => message !== null))
  expect(film.texts()).toEqual([expect.stringContaining('two')])
  expect(reply).toBeDefined()
})

test('an answer to what somebody typed is a reply to that message', async () => {
  const film = await stage.film()
  const words = stage.small.as(stage.owner).say(film.channel, 'warmer, please')
  await stage.store.pool.query(`insert into redcliff.events (production, key, body, handled_at) values ($2, $1, '{"kind":"noted"}', now())`, [`m:${words.id}`, film.id])
  await stage.poster()
  await film.show(card(`reply:${words.id}`, 'warmer, please', { text: 'Changed: all' }), card('reply:12345678901234567', 'by a command', { text: 'Changed: nothing' }))
  await film.settled()
  const [, reply, other] = film.messages()
  expect(reply?.message_reference?.message_id).toBe(words.id)
  expect(other?.message_reference).toBeUndefined()
})

test('what cannot be drawn is said in bare words, and what follows is posted', async () => {
  const film = await stage.film()
  await stage.poster()
  await film.show(card('trouble:1', 'Shown with a picture that is not there', { media: [{ hash: 'f'.repeat(64), kind: 'image', name: 'a.png' }] }), card('script', 'Script'))
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('Shown with a picture'), expect.stringContaining('Script')])
  expect(stage.errors).toHaveLength(1)
})

test('a production that is deleted while its message is on the way leaves none behind', async () => {
  const film = await stage.film()
  const stop = stage.small.slow('POST /channels/{channel_id}/messages', 150)
  await stage.poster()
  await film.show(card('pitch', 'Which film?'))
  await until(async () => (await film.posts()).length === 1)
  await stage.store.pool.query(`delete from redcliff.productions where id = $1`, [film.id])
  await until(async () => (stage.small.requests.get('DELETE /channels/{channel_id}/messages/{message_id}') ?? 0) === 1)
  stop()
  expect(film.texts()).toEqual([])
})

test('productions of the terminal are left alone', async () => {
  await stage.store.pool.query(`insert into redcliff.productions (id, title, brief, surface) values ('t1', 't', '{}', 'terminal')`)
  await showCards(stage.store.pool, 't1', [card('pitch', 'Which film?')])
  const poster = await stage.poster()
  poster.wake('t1')
  const film = await stage.film()
  await film.show(card('pitch', 'In Discord'))
  await film.settled()
  expect(film.texts()).toEqual([expect.stringContaining('In Discord')])
  expect(stage.errors).toEqual([])
})
