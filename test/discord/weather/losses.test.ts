import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eachOnce, openSmallFilm } from '../small-film.ts'
import { openStage, patience, sayingOf, until, type Stage } from '../stage.ts'

let stage: Stage
let thread: { id: string }
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())
let number = 0
beforeEach(async () => { thread = await openSmallFilm(stage, { title: `Film ${++number}` }) })

const lost = async () => (await stage.base<{ lost: string | null }>('select lost from redcliff.threads where thread = $1', [thread.id]))[0]?.lost
const toldDirectly = (...says: RegExp[]) => stage.message(stage.small.as(stage.owner).dm(), new RegExp(`Film ${number}`), ...says)

test('a message that was deleted is made again, and its buttons work', async () => {
  const { small, owner } = stage
  const board = await stage.message(thread, /Greenlight/)
  await eachOnce(stage, thread)
  small.deleteMessage(board)
  const again = await small.waitFor(() => small.messages(thread).find((each) => each.id !== board.id && /Greenlight/.test(sayingOf(each))), { milliseconds: patience, what: 'the storyboard again' })
  await small.as(owner).press(again, 'Greenlight').acknowledged
  const shot = await stage.message(thread, /Animate/)
  await eachOnce(stage, thread)
  small.deleteMessage(shot)
  const shotAgain = await small.waitFor(() => small.messages(thread).find((each) => each.id !== shot.id && /Animate/.test(sayingOf(each))), { milliseconds: patience, what: 'the shot again' })
  await small.as(owner).press(shotAgain, '🎬').acknowledged
  await stage.message(thread, /take 1/)
  await eachOnce(stage, thread)
}, 120_000)

test('an archived thread is woken by what is posted there', async () => {
  const { small, owner } = stage
  const board = await stage.message(thread, /Greenlight/)
  small.archiveThread(thread)
  await small.as(owner).press(board, 'Greenlight').acknowledged
  await stage.message(thread, /Animate/)
  await eachOnce(stage, thread)
}, 60_000)

test('a locked thread is said to its owner, who opens it, and the film goes on', async () => {
  const { small, owner, guild } = stage
  const board = await stage.message(thread, /Greenlight/)
  small.setBotPermissions(guild, small.permissions(small.botUser, stage.channel) & ~(1n << 34n))
  const pressed = small.as(owner).press(board, 'Greenlight')
  small.lockThread(thread)
  small.archiveThread(thread)
  await pressed.acknowledged.catch(() => undefined)
  await toldDirectly(/locked/)
  expect(await lost()).toBe('locked')
  small.archiveThread(thread, false)
  small.lockThread(thread, false)
  await stage.message(thread, /Animate/)
  await eachOnce(stage, thread)
}, 60_000)

test('a permission that was taken away is named to the owner, once, and when it is back the film goes on', async () => {
  const { small, owner, channel } = stage
  const board = await stage.message(thread, /Greenlight/)
  small.setOverwrite(channel, { user: small.botUser, deny: 1n << 15n })
  await small.as(owner).press(board, 'Greenlight').acknowledged
  const news = await toldDirectly(/Attach Files/)
  expect(sayingOf(news)).toContain(`<#${channel.id}>`)
  expect(await lost()).toBe('missing AttachFiles')
  small.setOverwrite(channel, { user: small.botUser, allow: 1n << 15n })
  await stage.message(thread, /Animate/)
  await until('the film found again', async () => await lost() === null)
  expect(small.messages(small.as(owner).dm()).filter((each) => sayingOf(each).includes(`Film ${number}`))).toHaveLength(1)
  await eachOnce(stage, thread)
}, 60_000)

test('where a film cannot live, /film says which permission is missing', async () => {
  const { small, owner, guild } = stage
  const closed = small.addChannel(guild, { name: 'closed', overwrites: [{ user: small.botUser, deny: (1n << 35n) | (1n << 15n) }] })
  const told = await stage.told(stage.command(owner, closed, 'film', { wish: 'a fox and the moon' }))
  expect(told).toContain('Attach Files, Create Public Threads')
}, 60_000)

test('kicked out and invited again, the bot goes on where it was', async () => {
  const { small, owner, guild } = stage
  const board = await stage.message(thread, /Greenlight/)
  small.kickBot(guild)
  await until('the film lost: server: kicked', async () => await lost() === 'server: kicked')
  small.inviteBot(guild)
  await until('the film found again', async () => await lost() === null)
  await small.as(owner).press(board, 'Greenlight').acknowledged
  await stage.message(thread, /Animate/)
  await eachOnce(stage, thread)
}, 60_000)

test('a thread that is deleted is the end of it, and the others go on', async () => {
  const { small, owner } = stage
  await stage.message(thread, /Greenlight/)
  small.deleteChannel(thread)
  await until('the film lost: deleted', async () => await lost() === 'deleted')
  const other = await openSmallFilm(stage, { title: 'Another' })
  await small.as(owner).press(await stage.message(other, /Greenlight/), 'Greenlight').acknowledged
  await stage.message(other, /Animate/)
}, 60_000)
