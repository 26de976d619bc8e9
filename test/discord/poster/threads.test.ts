import { PermissionFlagsBits, Routes } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tryLostAgain } from '../../../src/discord/poster/lost.ts'
import { posterRest } from '../../../src/discord/poster/poster-rest.ts'
import { threadName } from '../../../src/discord/poster/open-thread.ts'
import { permissionsAsked } from '../../../src/discord/permissions.ts'
import { script } from '../cards/cards.ts'
import { card, openStage, textOf, until, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterEach(() => stage.strike())
afterAll(() => stage.close())

const ownersNews = () => stage.small.messages(stage.small.as(stage.owner).dm()).map(textOf)
const pitch = (text = '') => card('pitch', 'Which film?', { text })

test('the thread hangs on the starter message, by the film\'s name, with its owner in it', async () => {
  const film = await stage.film({ kind: 'message', title: `Borrowing Arrows ${'草船借箭'.repeat(40)}` })
  const starter = stage.small.as(stage.owner).say(film.channel, 'make a film')
  await stage.poster()
  await film.show(pitch())
  // the command's answer is known a moment later
  await stage.store.pool.query('update redcliff.threads set starter = $2 where production = $1', [film.id, starter.id])
  await stage.store.pool.query(`select pg_notify('redcliff_card', $1)`, [film.id])
  await film.settled()
  expect((await film.row()).thread).toBe(starter.id)
  expect(film.texts(starter.id).at(-1)).toContain('Which film?')
  expect(stage.small.channel(starter.id)).toMatchObject({ name: threadName({ title: `Borrowing Arrows ${'草船借箭'.repeat(40)}` }) })
  expect(stage.small.requests.get('PUT /channels/{channel_id}/thread-members/{user_id}')).toBe(1)
})

test('a thread that a killed process opened is taken for ours', async () => {
  const film = await stage.film({ kind: 'message' })
  const starter = stage.small.as(stage.owner).say(film.channel, 'make a film')
  const { rest } = posterRest({ token: stage.small.token, api: stage.small.rest.api })
  await rest.post(Routes.threads(film.channel, starter.id), { body: { name: 'Borrowing Arrows' } })
  await stage.store.pool.query('update redcliff.threads set starter = $2 where production = $1', [film.id, starter.id])
  await stage.poster()
  await film.show(pitch())
  await film.settled()
  expect((await film.row()).thread).toBe(starter.id)
  expect(film.texts(starter.id)).toHaveLength(1)
})

test('a starter that never comes, or is deleted, is written by us', async () => {
  const never = await stage.film({ kind: 'message' })
  const deleted = await stage.film({ kind: 'message', starter: '12345678901234567', locale: 'zh-CN' })
  await stage.poster({ times: { starter: 0 } })
  await never.show(pitch())
  await deleted.show(pitch())
  await never.settled()
  await deleted.settled()
  expect(never.texts()[0]).toContain('Borrowing Arrows')
  expect(deleted.texts()[0]).toContain('剧组在这里开工')
  for (const film of [never, deleted]) {
    const { thread } = await film.row()
    expect(thread).toBe(film.messages()[0]?.id)
    expect(film.texts(thread)).toEqual([expect.stringContaining('Which film?')])
  }
})

test('a forum gets a post, with a tag where it wants one', async () => {
  const film = await stage.film({ kind: 'forum', tags: [{ name: 'staff', moderated: true }, { name: 'films' }] })
  await stage.poster()
  await film.show(pitch())
  await film.settled()
  const { thread } = await film.row()
  expect(film.texts(thread)).toEqual([expect.stringContaining('Borrowing Arrows'), expect.stringContaining('Which film?')])
})

test('killed after opening a forum post or a private thread, the next process finds it by its name', async () => {
  for (const kind of ['forum', 'private'] as const) {
    const film = await stage.film({ kind })
    const clients = posterRest({ token: stage.small.token, api: stage.small.rest.api })
    const post = clients.once.post.bind(clients.once)
    clients.once.post = async (...asked: Parameters<typeof post>) => { await post(...asked); throw new Error('killed after opening') }
    await film.show(pitch())
    const first = await stage.poster({ ...clients, times: { retry: [1_000_000] } })
    await until(async () => stage.errors.length > 0)
    await first.close()
    await stage.poster()
    await film.settled()
    const threads = stage.small.threads(stage.guild, { parent: film.channel })
    expect(threads).toHaveLength(1)
    expect((await film.row()).thread).toBe(threads[0]?.id)
    await stage.strike()
  }
})

test('two films of one name in one forum get two posts', async () => {
  const one = await stage.film({ kind: 'forum' })
  const other = await stage.film({ kind: 'forum', at: one.channel })
  await stage.poster()
  await Promise.all([one.show(pitch()), other.show(pitch())])
  await Promise.all([one.settled(), other.settled()])
  const threads = await Promise.all([one.row(), other.row()])
  expect(new Set(threads.map(({ thread }) => thread)).size).toBe(2)
})

test('an archived thread is woken by an edit', async () => {
  const film = await stage.film({ kind: 'private' })
  await stage.poster()
  await film.show(pitch('one'))
  await film.settled()
  const { thread } = await film.row()
  stage.small.archiveThread(thread)
  await film.show(pitch('two'))
  await film.settled()
  expect(film.texts(thread)).toEqual([expect.stringContaining('two')])
})

test('what is missing is said to the owner once, and posting goes on when it is granted', async () => {
  const film = await stage.film({ kind: 'private' })
  await stage.poster()
  await film.show(pitch('one'))
  await film.settled()
  const { thread } = await film.row()
  stage.small.setOverwrite(film.channel, { user: stage.small.botUser.id, deny: PermissionFlagsBits.SendMessagesInThreads })
  const news = ownersNews().length
  await film.show(card('script', 'Script'))
  await until(async () => (await film.row()).lost !== null)
  expect((await film.row()).lost).toBe('missing SendMessagesInThreads')
  await until(async () => ownersNews().length > news)
  expect(ownersNews().at(-1)).toContain('Send Messages in Threads')
  // trying in vain tells nothing new
  await tryLostAgain(stage.store, stage.guild.id)
  await until(async () => (await film.row()).lost_tries === 1)
  await film.show(card('board', 'Board'))
  expect(ownersNews()).toHaveLength(news + 1)
  stage.small.setOverwrite(film.channel, { user: stage.small.botUser.id, allow: PermissionFlagsBits.SendMessagesInThreads })
  await tryLostAgain(stage.store, stage.guild.id)
  await film.settled()
  expect(film.texts(thread).map((text) => /Which film|Script|Board/.exec(text)?.[0])).toEqual(['Which film', 'Script', 'Board'])
  expect(await film.row()).toMatchObject({ lost: null, lost_at: null, poster: null })
})

test('what is missing is found for a film that lives in somebody else\'s thread, and for a single in a channel', async () => {
  const parent = stage.small.addChannel(stage.guild, { name: 'talk' })
  const start = stage.small.as(stage.owner).say(parent, 'a thread')
  await stage.options().rest.post(Routes.threads(parent.id, start.id), { body: { name: 'talk' } })
  const [film, single] = [await stage.film({ at: start.id }), await stage.film({ single: true })]
  stage.small.setOverwrite(parent, { user: stage.small.botUser.id, deny: PermissionFlagsBits.SendMessagesInThreads })
  stage.small.setOverwrite(single.channel, { user: stage.small.botUser.id, deny: PermissionFlagsBits.SendMessages })
  await stage.poster()
  await film.show(pitch())
  await single.show(pitch())
  expect(await until(async () => (await film.row()).lost)).toBe('missing SendMessagesInThreads')
  expect(await until(async () => (await single.row()).lost)).toBe('missing SendMessages')
})

test('a channel that may not be seen, a locked thread and a deleted one are told apart', async () => {
  const [hidden, locked, deleted] = [await stage.film({ kind: 'private', locale: 'zh-CN' }), await stage.film({ kind: 'private' }), await stage.film({ kind: 'private' })]
  await stage.poster()
  for (const film of [hidden, locked, deleted]) { await film.show(pitch()); await film.settled() }
  stage.small.setBotPermissions(stage.guild, permissionsAsked & ~PermissionFlagsBits.ManageThreads)
  stage.small.setOverwrite(hidden.channel, { user: stage.small.botUser.id, deny: PermissionFlagsBits.ViewChannel })
  stage.small.lockThread((await locked.row()).thread)
  stage.small.deleteChannel((await deleted.row()).thread)
  const losses = await Promise.all([hidden, locked, deleted].map(async (film) => {
    await film.show(card('script', 'Script'))
    return until(async () => (await film.row()).lost)
  }))
  expect(losses).toEqual([expect.stringContaining('ViewChannel'), 'locked', 'deleted'])
  // what is gone for good is not tried again
  expect((await deleted.row()).lost_at).toBeNull()
  expect((await hidden.row()).lost_at).not.toBeNull()
})

test('a locked script gives the thread its film’s title, once, and never over a name that somebody gave it', async () => {
  const hash = await stage.assets.putJson(script({ title: 'Ten Thousand Arrows' }))
  const papers = { media: [{ hash, kind: 'json' as const, name: 'script.json' }] }
  const named = await Promise.all(['as it was', 'by hand'].map(async (how) => {
    const film = await stage.film({ kind: 'private' })
    await stage.poster()
    await film.show(card('script', 'Script', { ...papers, asks: true }))
    await film.settled()
    const { thread } = await film.row()
    const before = stage.small.channel(thread)?.name
    if (how === 'by hand') await posterRest({ token: stage.small.token, api: stage.small.rest.api }).rest.patch(Routes.channel(thread), { body: { name: 'Ours' } })
    await film.show(card('script', 'Script', papers))
    await film.settled()
    await film.show(card('script', 'Script again', papers))
    await film.settled()
    return [before, stage.small.channel(thread)?.name, (await stage.store.pool.query('select title from redcliff.productions where id = $1', [film.id])).rows[0].title]
  }))
  expect(named).toEqual([['Borrowing Arrows', 'Ten Thousand Arrows', 'Ten Thousand Arrows'], ['Borrowing Arrows', 'Ours', 'Ten Thousand Arrows']])
})
