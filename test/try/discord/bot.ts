import { Client, GatewayIntentBits, Partials, type ClientOptions } from 'discord.js'
import { generousLimits, openSmallDiscord, type Options, type SmallDiscord } from '../../../src/try/discord/small-discord.ts'
import { specificationCheck } from './check-spec.ts'

const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent, GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.DirectMessages]

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A small Discord with one guild, one channel and one person, and the unmodified client logged in to it. */
export async function openStage({ options, client: wanted, limits }: { options?: Options; client?: Partial<ClientOptions>; limits?: Options['limits'] } = {}) {
  const check = await specificationCheck()
  const small = await openSmallDiscord({ ...check && { check }, limits: { ...generousLimits, ...limits }, ...options })
  const guild = small.addGuild({ name: 'Red Cliff', locale: 'zh-CN' })
  const person = small.addUser({ username: 'kong', globalName: 'Kong Ming', locale: 'zh-CN' })
  small.addMember(guild, person)
  const channel = small.addChannel(guild, { name: 'films' })
  const client = await login(small, wanted)
  return {
    small, guild, channel, person, client,
    async close() {
      await client.destroy()
      await small.close()
    },
  }
}

export async function login(small: SmallDiscord, options: Partial<ClientOptions> = {}) {
  const client = new Client({ intents, partials: [Partials.Channel, Partials.Message], ...options, rest: { ...small.rest, ...options.rest } })
  client.on('error', () => {})
  const ready = new Promise((resolve) => { client.once('clientReady', resolve) })
  await client.login(small.token)
  await ready
  return client
}
