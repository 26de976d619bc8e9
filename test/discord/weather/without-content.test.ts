import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallFilm } from '../small-film.ts'
import { openStage, patience, type Stage } from '../stage.ts'

let stage: Stage
let thread: { id: string }
beforeAll(async () => {
  stage = await openStage({ closed: true })
  stage.small.setMessageContentIntent(false)
  await stage.open()
  await stage.small.waitFor(() => stage.small.commands().length > 0, { milliseconds: patience, what: 'the commands' })
  thread = await openSmallFilm(stage)
})
afterAll(() => stage.close())

test('without the message content intent a mention, a reply, /say and the 📝 button are heard, and nothing else', async () => {
  const { small, owner } = stage
  expect(stage.bot.gateway?.messageContent).toBe(false)
  const board = await stage.message(thread, /Greenlight/)
  small.as(owner).say(thread, '1: colder')
  small.as(owner).say(thread, `<@${small.botUser.id}> 1: closer`)
  await stage.message(thread, /Changed: 1: size/)
  small.as(owner).say(thread, '1: dusk', { replyTo: board, pingsReply: true })
  await stage.message(thread, /Changed: 1: “dusk”/)
  expect(await stage.told(stage.command(owner, thread, 'say', { note: '1: slower' }))).toMatch(/Passed on/)
  await stage.message(thread, /> 1: slower/)
  await stage.form(owner, board, 'Note', { words: '1: warmer' })
  await stage.message(thread, /> 1: warmer/)
  expect(await stage.base(`select body->>'text' as text from redcliff.events where body->>'kind' = 'noted' order by id`))
    .toEqual(['1: closer', '1: dusk', '1: slower', '1: warmer'].map((text) => ({ text })))
}, 90_000)

test('which of the two it has, the bot says', async () => {
  expect(await stage.told(stage.command(stage.owner, thread, 'help'))).toContain('I cannot read along here')
})
