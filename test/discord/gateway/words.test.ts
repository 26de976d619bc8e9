import { createCanvas } from '@napi-rs/canvas'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { until } from '../../store/scratch-store.ts'
import { openGatewayStage, type GatewayStage } from './stage.ts'

let stage: GatewayStage
let owner: ReturnType<GatewayStage['member']>
beforeAll(async () => {
  stage = await openGatewayStage()
  owner = stage.member('ann')
})
afterAll(() => stage.close())
afterEach(() => expect(stage.small.violations).toEqual([]))

const say = (who: { id: string }, film: { thread: string }, text: string, more = {}) => stage.small.as(who).say(film.thread, text, more)
const notes = async (film: { id: string }) => (await stage.events(film)).map(({ body }) => body['text'])
const noted = (film: { id: string }, count: number) => until(async () => { const all = await stage.events(film); return all.length === count && all })
/** The bot's messages in the thread that answer somebody. */
const answers = (film: { thread: string }) => stage.small.messages(film.thread).filter(({ author, message_reference }) => author.id === stage.small.botUser.id && message_reference)
const answer = (film: { thread: string }, count = 1) => stage.small.waitFor(() => answers(film).length >= count && answers(film).at(-1))

test('what one of the crew says in the thread is a note, once, and is seen to be heard', async () => {
  const film = await stage.film(owner)
  const message = say(owner, film, '2.4: more ships, slower push, dusk')
  const [event] = await noted(film, 1)
  expect(event).toMatchObject({ key: `m:${message.id}`, body: { kind: 'noted', id: message.id, text: '2.4: more ships, slower push, dusk', by: { id: owner.id, rights: expect.arrayContaining(['greenlight']) } } })
  await stage.small.waitFor(() => stage.small.message(message.id)?.reactions?.some(({ emoji }) => emoji.name === '👀'))
})

test('an answer to a shot’s message is about that shot', async () => {
  const film = await stage.film(owner)
  const { message } = await stage.card(film, 'shot:1.2', [{ production: film.id, act: 'remix', shot: '1.2' }])
  say(owner, film, 'closer', { replyTo: message.id })
  expect((await noted(film, 1))[0]?.body).toMatchObject({ text: 'closer', about: '1.2' })
})

test('the mention by which it was addressed is no part of the note', async () => {
  const film = await stage.film(owner)
  say(owner, film, `<@${stage.small.botUser.id}>, all close-ups warmer`)
  await noted(film, 1)
  expect(await notes(film)).toEqual(['all close-ups warmer'])
})

test('people who talk to each other, bots and other channels are left alone', async () => {
  const [film, friend] = [await stage.film(owner), stage.member('friend')]
  const robot = stage.small.addUser({ username: 'robot', bot: true })
  stage.small.addMember(stage.guild, robot)
  const theirs = say(friend, film, 'what do you think?')
  say(owner, film, 'I like it', { replyTo: theirs.id })
  say(owner, film, `<@${friend.id}> look at this`)
  say(robot, film, 'beep')
  stage.small.as(owner).say(stage.channel, 'lunch?')
  say(owner, film, 'darker')
  await noted(film, 1)
  expect(await notes(film)).toEqual(['darker'])
})

test('several people talk at once, and each is heard with their own rights', async () => {
  const [film, editor] = [await stage.film(owner), stage.member('ed')]
  await stage.office.setCrew(film.id, [{ role: 'editor', kind: 'user', id: editor.id }])
  for (let n = 0; n < 4; n++) { say(owner, film, `owner ${n}`); say(editor, film, `editor ${n}`) }
  const events = await noted(film, 8)
  expect(new Set(events.map(({ body }) => body['text'])).size).toBe(8)
  expect(events.filter(({ body }) => String(body['text']).startsWith('editor')).every(({ body }) => !(body['by'] as { rights: string[] }).rights.includes('greenlight'))).toBe(true)
})

test('a guest is told once, kindly, who may; one of the crew can take the note', async () => {
  const [film, guest] = [await stage.film(owner), stage.member('guest')]
  const message = say(guest, film, 'more cats')
  const told = await answer(film)
  expect(told.content).toContain(`<@${owner.id}>`)
  expect(told.mentions).toEqual([])
  say(guest, film, 'many more cats')
  const id = JSON.stringify(told.components).match(/"custom_id":"([^"]+)"/)?.[1] ?? ''
  const refused = stage.small.as(guest).press(told, id)
  await stage.small.waitFor(() => refused.followUps[0])
  expect(await stage.events(film)).toEqual([])
  const taken = stage.small.as(owner).press(told, id)
  expect(await stage.small.waitFor(() => taken.followUps[0]?.content)).toBe('Taken.')
  const [event] = await noted(film, 1)
  expect(event).toMatchObject({ key: `m:${message.id}`, body: { text: 'more cats', by: { id: owner.id } } })
  const again = stage.small.as(owner).press(told, id)
  expect(await stage.small.waitFor(() => again.followUps[0]?.content)).toBe('This note was taken already.')
  expect(answers(film)).toHaveLength(1)
})

test('with open notes a guest may speak', async () => {
  const [film, guest] = [await stage.film(owner), stage.member('visitor')]
  await stage.office.saveSettings(stage.guild.id, { openNotes: true })
  say(guest, film, 'more birds')
  expect((await noted(film, 1))[0]?.body['by']).toMatchObject({ rights: ['note'] })
  await stage.office.saveSettings(stage.guild.id, { openNotes: false })
})

test('a note that was deleted cannot be taken', async () => {
  const [film, guest] = [await stage.film(owner), stage.member('shy')]
  const message = say(guest, film, 'never mind')
  const told = await answer(film)
  stage.small.as(guest).delete(message)
  const taken = stage.small.as(owner).press(told, JSON.stringify(told.components).match(/"custom_id":"([^"]+)"/)?.[1] ?? '')
  expect(await stage.small.waitFor(() => taken.followUps[0]?.content)).toMatch(/has been deleted/)
})

test('a picture in answer to a shot is its frame', async () => {
  const film = await stage.film(owner)
  const { message } = await stage.card(film, 'shot:1.2', [{ production: film.id, act: 'remix', shot: '1.2' }])
  const said = say(owner, film, '', { replyTo: message.id, attachments: [{ name: 'frame.jpg', bytes: await createCanvas(320, 180).encode('jpeg') }] })
  const [event] = await noted(film, 1)
  expect(event).toMatchObject({ key: `m:${said.id}:picture`, body: { kind: 'brought', shot: '1.2', width: 320, height: 180 } })
})

test('a picture in answer to the cast, with a name, is that one’s sheet, and no note', async () => {
  const film = await stage.film(owner)
  const { message } = await stage.card(film, 'cast', [{ production: film.id, act: 'approve-all' }])
  const said = say(owner, film, 'the keeper', { replyTo: message.id, attachments: [{ name: 'keeper.png', bytes: await createCanvas(64, 64).encode('png') }] })
  const [event, ...more] = await noted(film, 1)
  expect(event).toMatchObject({ key: `m:${said.id}:picture`, body: { kind: 'sheet-brought', named: 'the keeper' } })
  expect(more).toEqual([])
})

test('a picture for no shot, a text and a program are each answered with what can be done', async () => {
  const film = await stage.film(owner)
  say(owner, film, '', { attachments: [{ name: 'a.png', bytes: await createCanvas(64, 64).encode('png') }] })
  expect((await answer(film)).content).toMatch(/Which shot is this picture for/)
  say(owner, film, '', { attachments: [{ name: 'poem @everyone.txt', bytes: Buffer.from('a poem') }] })
  expect((await answer(film, 2)).content).toMatch(/Make this a film/)
  expect(stage.small.message((await answer(film, 2)).id)?.mention_everyone).toBe(false)
  say(owner, film, '', { attachments: [{ name: 'run.exe', bytes: Buffer.from('MZ') }] })
  expect((await answer(film, 3)).content).toMatch(/I cannot use/)
})

test('a direct message is a thread of one', async () => {
  const dm = stage.small.as(owner).dm()
  await stage.office.openFilm({
    id: 'dm-film', owner: owner.id, starter: null, place: { guild: null, channel: dm.id, kind: 'here', locale: 'en-US' },
    brief: { title: 'Private', kind: 'wish', text: 'x', language: 'en', aspect: '16:9', definition: '720p', fps: 24, seconds: null, look: null, voice: null, music: null, candidates: 4, seed: 1 },
  })
  stage.small.as(owner).say(dm, 'closer')
  expect((await noted({ id: 'dm-film' }, 1))[0]?.body).toMatchObject({ text: 'closer' })
})

test('nothing that anybody said is in the log', () => {
  const log = JSON.stringify(stage.lines)
  for (const words of ['more cats', 'slower push', 'all close-ups', 'poem @everyone', 'I like it']) expect(log).not.toContain(words)
  expect(log).not.toContain(stage.small.token)
})
