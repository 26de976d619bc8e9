import type { Id } from '../interface.ts'
import { may, permissionsIn, sees } from '../world/permissions.ts'
import type { Channel, Guild, Message } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { ApiError, no } from './api-error.ts'

/** The channel, if the bot may look at it. */
export function channelFor(world: World, id: Id | undefined): Channel {
  const channel = id === undefined ? undefined : world.channels.get(id)
  if (!channel) throw new ApiError(no.channel)
  if (!sees(world, channel, world.bot.id)) throw new ApiError(no.access)
  return channel
}

export function guildFor(world: World, id: Id | undefined): Guild {
  const guild = id === undefined ? undefined : world.guilds.get(id)
  if (!guild) throw new ApiError(no.guild)
  if (!guild.members.has(world.bot.id)) throw new ApiError(no.access)
  return guild
}

export function messageIn(channel: Channel, id: Id | undefined): Message {
  const message = id === undefined ? undefined : channel.messages.get(id)
  if (!message || message.visibleTo !== undefined) throw new ApiError(no.message)
  return message
}

type Permission = keyof typeof may

export const botMay = (world: World, channel: Channel, permission: Permission) => (permissionsIn(world, channel, world.bot.id) & may[permission]) !== 0n

export function need(world: World, channel: Channel, ...permissions: Permission[]) {
  for (const permission of permissions) if (!botMay(world, channel, permission)) throw new ApiError(no.permission)
}

/** An archived thread takes nothing but deletions and new messages. */
export function needAwake(channel: Channel) {
  if (channel.thread?.archived === true) throw new ApiError([400, 50083, 'Thread is archived'])
}
