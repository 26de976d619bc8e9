import { join } from 'node:path'
import { destination } from 'pino'
import type { Config } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { openBot } from '../discord/run/open-bot.ts'
import { openLog } from '../log.ts'
import { openSmallDiscord } from './discord/small-discord.ts'
import { servePage } from './page/serve-page.ts'
import { rehearse, type Rehearsed } from './rehearse.ts'

export type Try = { url: string; /** Providers that are played here. */ played: string[]; close(): Promise<void> }

/** The bot as it is, a Discord on loopback, and a page to sit in front of. What was drawn is kept, what was said is not. */
export async function openTry(config: Config, { port, signal, rehearsed = [] }: { port: number; signal: AbortSignal; rehearsed?: readonly Rehearsed[] }): Promise<Try> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError('--port wants a number from 0 to 65535.')
  // what was played is kept apart from what was made
  const home = join(config.home, rehearsed.length > 0 ? 'rehearsal' : 'try')
  const rehearsal = rehearsed.length > 0 ? await rehearse(rehearsed, { ...config, choices: config.providers.choices }) : null
  const discord = await openSmallDiscord()
  const mei = discord.addUser({ username: 'mei', globalName: 'Mei', locale: 'en-US' })
  const tom = discord.addUser({ username: 'tom', globalName: 'Tom', locale: 'zh-CN' })
  const guild = discord.addGuild({ name: 'Red Cliff Pictures', owner: mei.id, locale: 'en-US', withoutBot: true })
  discord.addMember(guild, tom)
  const films = discord.addChannel(guild, { name: 'films', topic: rehearsal ? `A rehearsal: ${rehearsal.played.join(', ')} are played on this machine. Prices are as they would be; nothing costs anything.` : 'Type /film and say what you want to see.' })
  discord.addChannel(guild, { name: 'generate', topic: '/create and /animate: one shot at once.' })
  discord.addChannel(guild, { name: 'dailies', type: 'forum', topic: 'Films as posts.' })
  const bot = await openBot(
    { ...config, ...rehearsal && { providers: rehearsal.providers }, home, databaseUrl: undefined, port: undefined, discord: { ...config.discord, api: discord.rest.api, cdn: discord.rest.cdn, messageContent: 'auto', shards: 1, shard: undefined, guild: undefined } },
    { token: discord.token, roles: ['gateway', 'worker'], log: openLog({ level: config.log === 'debug' ? 'debug' : 'warn', name: 'redcliff' }, destination({ fd: 2, sync: false })), signal, fresh: true },
  ).catch(async (error: unknown) => {
    await discord.close()
    await rehearsal?.close()
    throw error
  })
  // it is let in like anywhere else, and says hello
  discord.inviteBot(guild)
  const page = await servePage({ discord, port, home: films, people: [{ user: mei, part: 'owner of the server' }, { user: tom, part: 'guest' }] })
    .catch(async (error: unknown) => {
      await bot.close()
      await discord.close()
      await rehearsal?.close()
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      throw taken ? new ConfigError(`Port ${port} is taken. Name another: npm run try -- --port ${port + 1}`) : error
    })
  return {
    url: page.url,
    played: rehearsal?.played ?? [],
    async close() {
      await page.close()
      await bot.close()
      await discord.close()
      await rehearsal?.close()
    },
  }
}
