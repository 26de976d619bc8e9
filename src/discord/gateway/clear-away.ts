import { Routes } from 'discord.js'
import type { Production } from '../office.ts'
import type { GatewayDesk } from './desk.ts'

/** All of a production: rows and files, then what stands in Discord. What the bot may not take away there stays; nothing of it works any more. */
export async function clearAway({ id, kind, channel, thread }: Production, { office, rest, log }: Pick<GatewayDesk, 'office' | 'rest' | 'log'>): Promise<number> {
  const { posts, files } = await office.deleteProduction(id)
  const ignore = (err: unknown) => log.warn({ err, production: id }, 'a message could not be deleted')
  // A thread that was opened for it goes as a whole, where the bot may manage threads.
  const own = kind === 'film' && thread !== null && thread !== channel
  const gone = own && await rest.delete(Routes.channel(thread)).then(() => true, () => false)
  for (const post of posts) {
    if (!(gone && post.channel === thread)) await rest.delete(Routes.channelMessage(post.channel, post.message)).catch(ignore)
  }
  return files
}
