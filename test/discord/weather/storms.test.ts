import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAudience } from '../crash/audience.ts'
import { eachOnce, openSmallFilm } from '../small-film.ts'
import { openStage, sayingOf, until, type Stage } from '../stage.ts'

let stage: Stage
let clock = 0
beforeAll(async () => { stage = await openStage({ now: () => Date.now() + clock }) })
afterAll(() => stage.close())

const send = 'POST /channels/{channel_id}/messages'
const edit = 'PATCH /channels/{channel_id}/messages/{message_id}'
const notes = async (text: string) => (await stage.base<{ n: number }>(`select count(*)::int as n from redcliff.events where body->>'kind' = 'noted' and body->>'text' = $1`, [text]))[0]?.n
const failures = () => stage.lines.filter(({ level }) => Number(level) >= 50)

test('through rate limits, broken servers, lost answers and slow routes a film is posted, each message once', async () => {
  const { small, guild, owner } = stage
  const audience = openAudience(small, guild, owner)
  const thread = await openSmallFilm(stage, { shots: 2 })
  for (const route of [send, edit]) {
    small.failNext({ route, status: 429, retryAfter: 0.2, times: 3 })
    small.failNext({ route, status: 500, times: 2 })
    small.failNext({ route, status: 502, times: 2, after: 'after effect' })
    small.failNext({ route, status: 0, times: 2, after: 'after effect' })
    small.failNext({ route, status: 429, retryAfter: 0.2, scope: 'global' })
    small.failNext({ route, status: 0, times: 1 })
    small.slow(route, 40)
  }
  await stage.message(thread, /The film · The ferry/, /film\.mp4/).finally(() => audience.leave())
  await eachOnce(stage, thread)
  for (const number of [1, 2]) expect(small.messages(thread).filter((each) => sayingOf(each).includes(`**${number}** · wide`) && !sayingOf(each).includes('Storyboard'))).toHaveLength(1)
  small.slow(send, 0)
  small.slow(edit, 0)
}, 120_000)

test('what is said and pressed while the gateway is gone is heard once it is back, once', async () => {
  const { small, owner } = stage
  const thread = await openSmallFilm(stage, { title: 'Dropped' })
  await stage.message(thread, /Greenlight/)
  for (const [round, drop] of [() => small.dropGateway(), () => small.askToReconnect(), () => small.dropGateway({ code: 4000 })].entries()) {
    const text = `1: ${['closer', 'wider', 'warmer'][round]}`
    const change = [/Changed: 1: size full/, /Changed: 1: size wide/, /Changed: 1: “warmer”/][round] ?? /never/
    drop()
    small.as(owner).say(thread, text)
    await stage.message(thread, change)
    expect(await notes(text)).toBe(1)
  }
  // a session that cannot be resumed: what was said meanwhile is lost, as Discord has it; the next is heard
  small.dropGateway({ resumable: false })
  await until('a new session', async () => small.sessions().some(({ connected }) => connected) && stage.bot.gateway?.client.ws.status === 0)
  small.as(owner).say(thread, '1: dusk')
  const board = await stage.message(thread, /dusk/, /Greenlight/)
  small.dropGateway()
  const pressed = small.as(owner).press(board, 'Greenlight')
  await pressed.response
  await stage.message(thread, /Greenlit/)
  await stage.message(thread, /Animate/)
  await eachOnce(stage, thread)
}, 120_000)

test('two people who press different things at the same moment are both answered, and one holds', async () => {
  const { small, owner } = stage
  const ed = stage.member({ username: 'ed', locale: 'zh-CN' })
  const thread = await openSmallFilm(stage, { title: 'Two hands' })
  await stage.told(stage.command(owner, thread, 'crew', { who: ed, place: 'editor' }, 'add'))
  await small.as(owner).press(await stage.message(thread, /Greenlight/), 'Greenlight').acknowledged
  const shot = await stage.message(thread, /Animate/)
  const pressed = [small.as(owner).press(shot, '🎬'), small.as(ed).press(shot, '🎬'), small.as(owner).press(shot, '🎬')]
  await Promise.all(pressed.map(({ acknowledged }) => acknowledged))
  const take = await stage.message(thread, /take 1/, /Circle/)
  expect(take.id).toBe(shot.id)
  const clicks = [small.as(ed).press(take, 'Circle'), small.as(owner).press(take, '🔄'), small.as(ed).press(take, 'Circle')]
  await Promise.all(clicks.map(({ acknowledged }) => acknowledged))
  await until('every press handled', async () => (await stage.base('select 1 from redcliff.events where key = any($1) and handled_at is not null', [clicks.map(({ id }) => `i:${id}`)])).length === 3)
  expect(await stage.base(`select (body->>'retakes')::int as retakes from redcliff.shots s join redcliff.threads t using (production) where t.thread = $1`, [thread.id])).toEqual([{ retakes: 1 }])
  // in whichever order they came: what was circled before it was asked for again stands in the way of nothing
  await stage.message(thread, /take 2/)
  await eachOnce(stage, thread)
}, 120_000)

test('an answer that comes after its token has died is dropped, and nothing breaks', async () => {
  const { small, owner } = stage
  const thread = await openSmallFilm(stage, { title: 'Too late' })
  const board = await stage.message(thread, /Greenlight/)
  const before = failures().length
  const route = 'POST /webhooks/{webhook_id}/{webhook_token}'
  small.failNext({ route, status: 401, code: 50027, message: 'Invalid Webhook Token' })
  const asked = small.requests.get(route) ?? 0
  // of two presses one changes nothing, and is answered so
  const late = [small.as(owner).press(board, 'Greenlight'), small.as(owner).press(board, 'Greenlight')]
  await Promise.all(late.map(({ acknowledged }) => acknowledged))
  await until('the late answer tried', async () => (small.requests.get(route) ?? 0) > asked)
  // it goes on: the next one is answered
  const next = small.as(owner).press(await stage.message(thread, /Animate/), 'B')
  await next.acknowledged
  await stage.message(thread, /keeps this frame/)
  expect(failures().slice(before)).toEqual([])
}, 120_000)

test('a week later, in another process, an old button works, and the thread wakes', async () => {
  const { small, owner } = stage
  const thread = await openSmallFilm(stage, { title: 'Next week' })
  const board = await stage.message(thread, /Greenlight/)
  await stage.strike()
  const week = 8 * 24 * 60 * 60_000
  clock = week
  for (const [table, ...columns] of [['posts', 'attempted_at', 'posted_at'], ['cards', 'updated_at'], ['productions', 'created_at'], ['replies', 'at'], ['generations', 'created_at', 'finished_at']]) {
    await stage.base(`update redcliff.${table} set ${columns.map((column) => `${column} = ${column} - interval '8 days'`).join(', ')}`)
  }
  small.archiveThread(thread)
  await stage.open()
  await small.as(owner).press(board, 'Greenlight').acknowledged
  await stage.message(thread, /Greenlit/)
  await stage.message(thread, /Animate/)
  expect(small.threads(stage.guild).some(({ id }) => id === thread.id)).toBe(true)
  await eachOnce(stage, thread)
}, 120_000)
