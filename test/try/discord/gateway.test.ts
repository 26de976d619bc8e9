import { Client, GatewayIntentBits, type Message } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { login, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeEach(async () => { stage = await openStage() })
afterEach(() => stage.close())

const heard = (client: Client) => {
  const texts: string[] = []
  client.on('messageCreate', ({ content }) => texts.push(content))
  return texts
}

test('after a lost connection the session resumes and hears what it missed, once', async () => {
  const texts = heard(stage.client)
  const me = stage.small.as(stage.person)
  me.say(stage.channel, 'before')
  await expect.poll(() => texts).toEqual(['before'])
  const resumed = new Promise((resolve) => { stage.client.once('shardResume', resolve) })
  stage.small.dropGateway()
  await stage.small.waitFor(() => stage.small.sessions()[0]?.connected === false)
  me.say(stage.channel, 'meanwhile')
  await resumed
  me.say(stage.channel, 'after')
  await expect.poll(() => texts).toEqual(['before', 'meanwhile', 'after'])
  expect(stage.small.sessions()).toHaveLength(1)
})

test('asked to reconnect, the client resumes the same session', async () => {
  const [before] = stage.small.sessions()
  const resumed = new Promise((resolve) => { stage.client.once('shardResume', resolve) })
  stage.small.askToReconnect()
  await resumed
  expect(stage.small.sessions()).toMatchObject([{ id: before?.id }])
})

test('an invalid session is begun anew', async () => {
  const [before] = stage.small.sessions()
  const ready = new Promise((resolve) => { stage.client.once('shardReady', resolve) })
  stage.small.dropGateway({ resumable: false })
  await ready
  expect(stage.small.sessions().some(({ id, connected }) => id !== before?.id && connected)).toBe(true)
})

test('without the intent, content is empty save where the bot is mentioned', async () => {
  const bare = await login(stage.small, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] })
  const [full, empty] = [heard(stage.client), heard(bare)]
  const me = stage.small.as(stage.person)
  me.say(stage.channel, 'secret')
  me.say(stage.channel, `<@${stage.small.botUser.id}> hello`)
  await expect.poll(() => [full.length, empty.length]).toEqual([2, 2])
  expect(full[0]).toBe('secret')
  expect(empty).toEqual(['', `<@${stage.small.botUser.id}> hello`])
  await bare.destroy()
})

test('an intent that the portal does not allow closes with 4014, a wrong token with 401', async () => {
  stage.small.setMessageContentIntent(false)
  await expect(login(stage.small)).rejects.toThrow('disallowed intents')
  const stranger = new Client({ intents: [], rest: { ...stage.small.rest } })
  await expect(stranger.login('wrong.token.here')).rejects.toThrow('invalid token')
})

test('each shard hears of its own guilds', async () => {
  const shards = await login(stage.small, { shards: [0, 1], shardCount: 2 })
  const texts: string[] = []
  shards.on('messageCreate', (message: Message) => texts.push(`${message.guildId} ${message.guild?.shardId}`))
  const other = stage.small.addGuild({ name: 'Other' })
  const channel = stage.small.addChannel(other, { name: 'films' })
  stage.small.addMember(other, stage.person)
  const me = stage.small.as(stage.person)
  me.say(stage.channel, 'here')
  me.say(channel, 'there')
  const of = (id: string) => `${id} ${Number((BigInt(id) >> 22n) % 2n)}`
  await expect.poll(() => texts.length).toBe(2)
  expect(texts.sort()).toEqual([of(stage.guild.id), of(other.id)].sort())
  await shards.destroy()
})

test('the bot is invited and kicked, channels and threads come and go', async () => {
  const events: string[] = []
  for (const name of ['guildCreate', 'guildDelete', 'channelCreate', 'channelDelete', 'threadDelete', 'messageDelete'] as const) stage.client.on(name, () => { events.push(name) })
  const guild = stage.small.addGuild({ name: 'New' })
  const channel = stage.small.addChannel(guild, { name: 'films' })
  stage.small.deleteChannel(channel)
  stage.small.kickBot(guild)
  const message = stage.small.as(stage.person).say(stage.channel, 'x')
  stage.small.deleteMessage(message)
  await expect.poll(() => events).toEqual(['guildCreate', 'channelCreate', 'channelDelete', 'guildDelete', 'messageDelete'])
})
