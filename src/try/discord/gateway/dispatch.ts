import { GatewayIntentBits as intent } from 'discord.js'
import type { Id } from '../interface.ts'
import { sees } from '../world/permissions.ts'
import type { Dispatch, World } from '../world/world.ts'
import { sendEvent, type Session } from './session.ts'

/** To each session of the right shard that asked for it, where the bot is and may look. Written once for all of them. */
export function dispatchTo(world: World, sessions: ReadonlyMap<string, Session>): Dispatch {
  return ({ type, guildId, intents, channel, data }) => {
    if (sessions.size === 0) return
    if (guildId !== undefined && type !== 'GUILD_DELETE' && world.guilds.get(guildId)?.members.has(world.bot.id) !== true) return
    if (channel && type !== 'INTERACTION_CREATE' && !sees(world, channel, world.bot.id)) return
    const written: { full?: string; bare?: string } = {}
    for (const session of sessions.values()) {
      if (!ofShard(guildId, session.shard) || (intents !== 0 && (session.intents & intents) === 0)) continue
      const form = (session.intents & intent.MessageContent) !== 0 ? 'full' : 'bare'
      sendEvent(session, type, written[form] ??= JSON.stringify(data(form === 'full')))
    }
  }
}

/** What is of no guild (direct messages) goes to the first shard. */
export const ofShard = (guildId: Id | undefined, [index, count]: [number, number]) =>
  (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))) === index
