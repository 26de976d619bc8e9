import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { OptionValue } from '../../src/try/discord/small-discord.ts'
import { openSmallFilm } from './small-film.ts'
import { openStage, patience, sayingOf, type Stage } from './stage.ts'

let stage: Stage
let thread: { id: string }
let gus: { id: string }
beforeAll(async () => {
  stage = await openStage()
  gus = stage.member({ username: 'gus', locale: 'zh-CN' })
  thread = await openSmallFilm(stage)
  await stage.small.as(stage.owner).press(await stage.message(thread, /Greenlight/), 'Greenlight').acknowledged
  await stage.message(thread, /Animate/)
})
afterAll(async () => {
  expect(stage.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
  await stage.close()
})

const refused = /不归你定|管理|找/
const picture = async () => ({ name: 'boat.png', bytes: await createCanvas(320, 180).encode('png'), contentType: 'image/png' })

/** What is given to each, what its owner sees, and what a guest does. Those that end the film come last. */
const given: [name: string, options: () => Promise<Record<string, OptionValue>> | Record<string, OptionValue>, subcommand: string | undefined, owner: RegExp, guest: RegExp][] = [
  ['help', () => ({}), undefined, /\/film/, /\/film/],
  ['status', () => ({}), undefined, /ferry/, /ferry/],
  ['storyboard', () => ({}), undefined, /1 shots?/, /1 shots?|1 个镜头/],
  ['script', () => ({}), undefined, /ferry|script/i, /ferry|剧本/i],
  ['shot', () => ({ number: '1' }), undefined, /\*\*1\*\*/, /\*\*1\*\*/],
  ['cut', () => ({}), undefined, /./, /./],
  ['cost', () => ({}), undefined, /./, /./],
  ['crew', () => ({}), 'show', /Owner/, /<@\d+>/],
  ['crew', () => ({ who: gus, place: 'director' }), 'add', /Director/, refused],
  ['crew', () => ({ who: gus }), 'remove', /Nobody else/, refused],
  ['say', () => ({ note: '1: closer' }), undefined, /Passed on/, refused],
  ['settings', () => ({}), 'show', /./, /./],
  ['create', () => ({ prompt: 'a boat on a river -ar 1:1' }), undefined, /./, /./],
  ['animate', async () => ({ image: await picture(), prompt: 'a boat -camera pan right' }), undefined, /./, /./],
  ['export', () => ({}), undefined, /./, /./],
  ['film', () => ({ wish: 'a fox and the moon' }), undefined, /The crew starts/, /剧组/],
]

test.each(given.map(([name, options, subcommand, ...says]) => [[name, subcommand].filter(Boolean).join(' '), name, options, subcommand, ...says] as const))('/%s is answered, to its owner and to a guest', async (_title, name, options, subcommand, owner, guest) => {
  if (!commands.some(({ data }) => data.name === name)) throw new Error(`There is no /${name}.`)
  const where = ['create', 'animate', 'film'].includes(name) ? stage.channel : thread
  const offered = (who: { id: string }) => stage.small.commandsFor(who, where).some((command) => command.name === name)
  const told = async (who: { id: string }) => offered(who) ? await stage.told(stage.command(who, where, name, await options(), subcommand)) : 'not offered'
  const said = [await told(gus), await told(stage.owner)]
  expect(said[0]).toMatch(guest)
  expect(said[1]).toMatch(owner)
  // a number is what is said when something broke
  expect(said.join()).not.toMatch(/(?:number|编号) [0-9a-f]{8}/)
}, 60_000)

test('menus on a message are answered, to its owner and to a guest', async () => {
  const { small, owner, channel } = stage
  const message = small.as(owner).say(channel, 'A boat on a river. A man at the oar looks up.', { attachments: [await picture()] })
  for (const command of ['Use as reference', 'Animate this picture', 'Make this a film']) {
    for (const who of [gus, owner]) {
      const asked = small.as(who).contextMenu(channel, command, { message })
      const answer = await asked.response
      expect(['message', 'modal'], command).toContain(answer.kind)
      if (answer.kind === 'message') expect(sayingOf(answer.message), command).not.toMatch(/number [0-9a-f]{8}|编号 [0-9a-f]{8}/)
    }
  }
}, 60_000)

test('/cancel and /delete end a film for its owner, and for no guest', async () => {
  const { small, owner } = stage
  for (const [name, after] of [['cancel', /cancelled/i], ['delete', null]] as const) {
    expect(await stage.told(stage.command(gus, thread, name)), name).toMatch(refused)
    const asked = stage.command(owner, thread, name)
    const answer = await asked.response
    if (answer.kind === 'modal') await small.as(owner).submit(answer.modal, {}).acknowledged
    else if (answer.kind === 'message') {
      const button = /"custom_id":"([^"]+)"/.exec(JSON.stringify(answer.message.components))?.[1] ?? ''
      const sure = await small.as(owner).press(answer.message, button).response
      // who has been asked once is not asked again
      expect(sure.kind, name).not.toBe('modal')
    }
    if (after) await stage.message(thread, after)
    else await small.waitFor(() => small.channel(thread.id) === undefined, { milliseconds: patience, what: 'the thread deleted with its film' })
  }
}, 60_000)
