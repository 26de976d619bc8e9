import { PermissionFlagsBits as may, type DiscordAPIError } from 'discord.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
beforeEach(() => stage.small.setBotPermissions(stage.guild, all))
afterAll(() => stage.close())

const all = may.ViewChannel | may.SendMessages | may.SendMessagesInThreads | may.CreatePublicThreads | may.CreatePrivateThreads | may.ManageThreads | may.EmbedLinks | may.AttachFiles | may.ReadMessageHistory | may.AddReactions | may.PinMessages | may.ManageMessages
const code = (request: Promise<unknown>) => request.then(() => 'done', (error: DiscordAPIError) => error.code)
const rest = () => stage.client.rest
const at = (path: string) => `/channels/${path}` as const

type Action = (place: { channel: string; thread: string; own: string; foreign: string }) => Promise<unknown>
const actions: Record<string, [permission: bigint, code: number, action: Action]> = {
  'looking at a channel': [may.ViewChannel, 50001, ({ channel }) => rest().get(at(channel))],
  'sending': [may.SendMessages, 50013, ({ channel }) => rest().post(at(`${channel}/messages`), { body: { content: 'x' } })],
  'sending in a thread': [may.SendMessagesInThreads, 50013, ({ thread }) => rest().post(at(`${thread}/messages`), { body: { content: 'x' } })],
  'sending files': [may.AttachFiles, 50013, ({ channel }) => rest().post(at(`${channel}/messages`), { body: { content: 'x' }, files: [{ name: 'a.txt', data: Buffer.from('x') }] })],
  'sending embeds': [may.EmbedLinks, 50013, ({ channel }) => rest().post(at(`${channel}/messages`), { body: { embeds: [{ title: 'x' }] } })],
  'replying': [may.ReadMessageHistory, 160002, ({ channel, foreign }) => rest().post(at(`${channel}/messages`), { body: { content: 'x', message_reference: { message_id: foreign } } })],
  'reading one message': [may.ReadMessageHistory, 50001, ({ channel, foreign }) => rest().get(at(`${channel}/messages/${foreign}`))],
  'deleting somebody\'s message': [may.ManageMessages, 50013, ({ channel, foreign }) => rest().delete(at(`${channel}/messages/${foreign}`))],
  'reacting': [may.AddReactions, 50013, ({ channel, foreign }) => rest().put(at(`${channel}/messages/${foreign}/reactions/${encodeURIComponent('👍')}/@me`))],
  'pinning': [may.PinMessages, 50013, ({ channel, own }) => rest().put(at(`${channel}/messages/pins/${own}`))],
  'a thread from a message': [may.CreatePublicThreads, 50013, ({ channel, foreign }) => rest().post(at(`${channel}/messages/${foreign}/threads`), { body: { name: 'x' } })],
  'a private thread': [may.CreatePrivateThreads, 50013, ({ channel }) => rest().post(at(`${channel}/threads`), { body: { name: 'x', type: 12 } })],
  'locking a thread': [may.ManageThreads, 50013, ({ thread }) => rest().patch(at(thread), { body: { locked: true } })],
  'deleting a thread': [may.ManageThreads, 50013, ({ thread }) => rest().delete(at(thread))],
}

test.each(Object.entries(actions))('%s needs its permission', async (_name, [permission, refusal, action]) => {
  const channel = stage.small.addChannel(stage.guild, { name: 'one' })
  const { id: own } = await rest().post(at(`${channel.id}/messages`), { body: { content: 'own' } }) as { id: string }
  const { id: thread } = await rest().post(at(`${channel.id}/threads`), { body: { name: 't', type: 11 } }) as { id: string }
  const place = { channel: channel.id, thread, own, foreign: stage.small.as(stage.person).say(channel, 'foreign').id }
  stage.small.setBotPermissions(stage.guild, all & ~permission)
  expect(await code(action(place))).toBe(refusal)
  stage.small.setBotPermissions(stage.guild, all)
  expect(await code(action(place))).toBe('done')
})

test('a channel\'s overwrites come after the roles, and a thread has its parent\'s', async () => {
  const channel = stage.small.addChannel(stage.guild, { name: 'quiet', overwrites: [{ deny: may.SendMessagesInThreads | may.SendMessages }] })
  const { id: thread } = await rest().post(at(`${channel.id}/threads`), { body: { name: 't', type: 11 } }) as { id: string }
  expect(await code(rest().post(at(`${thread}/messages`), { body: { content: 'x' } }))).toBe(50013)
  stage.small.setOverwrite(channel, { user: stage.small.botUser, allow: may.SendMessagesInThreads })
  expect(await code(rest().post(at(`${thread}/messages`), { body: { content: 'x' } }))).toBe('done')
  expect(() => stage.small.as(stage.person).say(channel, 'x')).toThrow('lacks SendMessages')
})

test('its own thread the bot may rename and archive without managing threads, not a locked one', async () => {
  const { id: thread } = await rest().post(at(`${stage.channel.id}/threads`), { body: { name: 't', type: 11 } }) as { id: string }
  stage.small.setBotPermissions(stage.guild, all & ~may.ManageThreads)
  expect(await code(rest().patch(at(thread), { body: { name: 'renamed' } }))).toBe('done')
  stage.small.lockThread(thread)
  expect(await code(rest().post(at(`${thread}/messages`), { body: { content: 'x' } }))).toBe(160005)
  stage.small.archiveThread(thread)
  expect(await code(rest().post(at(`${thread}/messages`), { body: { content: 'x' } }))).toBe(50083)
})

test('an archived thread takes no edits, but deletions', async () => {
  const { id: thread } = await rest().post(at(`${stage.channel.id}/threads`), { body: { name: 't', type: 11 } }) as { id: string }
  const { id } = await rest().post(at(`${thread}/messages`), { body: { content: 'x' } }) as { id: string }
  stage.small.archiveThread(thread)
  expect(await code(rest().patch(at(`${thread}/messages/${id}`), { body: { content: 'y' } }))).toBe(50083)
  expect(await code(rest().delete(at(`${thread}/messages/${id}`)))).toBe('done')
})

test('what does not exist is answered with its own code', async () => {
  const known = stage.small.addChannel(stage.guild, { name: 'known' }).id
  expect(await code(rest().get(at('123')))).toBe(10003)
  expect(await code(rest().patch(at(`${known}/messages/123`), { body: { content: 'x' } }))).toBe(10008)
  expect(await code(rest().patch(at(`${known}/messages/${stage.small.as(stage.person).say(known, 'x').id}`), { body: { content: 'x' } }))).toBe(50005)
  expect(await code(rest().get('/guilds/123'))).toBe(10004)
  expect(await code(rest().post('/interactions/1/x/callback', { body: { type: 6 }, auth: false }))).toBe(10062)
  expect(await code(rest().post(`/webhooks/${stage.small.application.id}/x`, { body: { content: 'x' }, auth: false }))).toBe(50027)
  stage.small.deleteChannel(known)
  expect(await code(rest().get(at(known)))).toBe(10003)
})

test('a private thread is there for its members and those who manage threads', async () => {
  const { id: thread } = await rest().post(at(`${stage.channel.id}/threads`), { body: { name: 't', type: 12 } }) as { id: string }
  const stranger = stage.small.addUser({ username: 'cao' })
  stage.small.addMember(stage.guild, stranger)
  expect(() => stage.small.as(stranger).say(thread, 'x')).toThrow('cannot see')
  await rest().put(at(`${thread}/thread-members/${stranger.id}`))
  expect(stage.small.as(stranger).say(thread, 'x').content).toBe('x')
})
