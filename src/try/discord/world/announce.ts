import { GatewayIntentBits as intent } from 'discord.js'
import type { Id } from '../interface.ts'
import { channelOnWire, threadMember } from '../wire/channel.ts'
import { memberOnWire } from '../wire/guild.ts'
import { messageForBot, messageOnWire } from '../wire/message.ts'
import type { Channel, Message } from './records.ts'
import type { World } from './world.ts'

/** Tells the gateway and whoever listens what has just happened. */
export const announce = {
  message(world: World, message: Message, kind: 'create' | 'update') {
    if (world.listeners.size > 0) world.tell({ kind: `message ${kind}`, message: messageOnWire(world, message) })
    if (message.visibleTo !== undefined) return
    const channel = world.channels.get(message.channelId)
    const guild = channel?.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
    const member = guild?.members.get(message.authorId)
    world.dispatch({
      type: kind === 'create' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE', guildId: guild?.id, channel, intents: guild ? intent.GuildMessages : intent.DirectMessages,
      data: (readsContent) => ({
        ...messageForBot(world, message, readsContent), channel_type: channel?.type,
        ...guild && { guild_id: guild.id }, ...guild && member && { member: memberOnWire(world, member, { withUser: false }) },
      }),
    })
  },

  messageDelete(world: World, message: Message) {
    world.tell({ kind: 'message delete', id: message.id, channelId: message.channelId, ...message.visibleTo !== undefined && { visibleTo: message.visibleTo } })
    if (message.visibleTo !== undefined) return
    const channel = world.channels.get(message.channelId)
    world.dispatch({
      type: 'MESSAGE_DELETE', guildId: channel?.guildId, channel, intents: channel?.guildId === undefined ? intent.DirectMessages : intent.GuildMessages,
      data: () => ({ id: message.id, channel_id: message.channelId, ...channel?.guildId !== undefined && { guild_id: channel.guildId } }),
    })
  },

  messageDeleteBulk(world: World, channel: Channel, ids: Id[]) {
    for (const id of ids) world.tell({ kind: 'message delete', id, channelId: channel.id })
    world.dispatch({ type: 'MESSAGE_DELETE_BULK', guildId: channel.guildId, channel, intents: intent.GuildMessages, data: () => ({ ids, channel_id: channel.id, guild_id: channel.guildId }) })
  },

  reaction(world: World, message: Message, userId: Id, emoji: string, added: boolean) {
    world.tell({ kind: 'reaction', messageId: message.id, channelId: message.channelId, userId, emoji, added })
    const channel = world.channels.get(message.channelId)
    const [name, id] = emoji.split(':')
    world.dispatch({
      type: added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', guildId: channel?.guildId, channel, intents: channel?.guildId === undefined ? intent.DirectMessageReactions : intent.GuildMessageReactions,
      data: () => ({
        user_id: userId, channel_id: message.channelId, message_id: message.id, emoji: { id: id ?? null, name }, burst: false, type: 0,
        ...channel?.guildId !== undefined && { guild_id: channel.guildId }, ...added && { message_author_id: message.authorId },
      }),
    })
  },

  channel(world: World, channel: Channel, kind: 'create' | 'update' | 'delete') {
    const seen = channelOnWire(world, channel)
    world.tell({ kind: `channel ${kind}`, channel: seen })
    const what = channel.thread ? 'THREAD' : 'CHANNEL'
    const data = () => kind === 'delete' && channel.thread ? { id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type }
      : { ...channelOnWire(world, channel, { of: world.bot.id }), ...kind === 'create' && channel.thread && { newly_created: true } }
    world.dispatch({ type: `${what}_${kind.toUpperCase()}`, guildId: channel.guildId, channel, intents: channel.guildId === undefined ? intent.DirectMessages : intent.Guilds, data })
  },

  threadMembers(world: World, thread: Channel, added: Id[], removed: Id[]) {
    world.tell({ kind: 'thread members', threadId: thread.id, added, removed })
    // A private thread appears to the bot only when it is added to it.
    if (added.includes(world.bot.id) && thread.type === 12) world.dispatch({ type: 'THREAD_CREATE', guildId: thread.guildId, channel: thread, intents: intent.Guilds, data: () => channelOnWire(world, thread, { of: world.bot.id }) })
    world.dispatch({
      type: 'THREAD_MEMBERS_UPDATE', guildId: thread.guildId, channel: thread, intents: intent.Guilds,
      data: () => ({ id: thread.id, guild_id: thread.guildId, member_count: thread.thread?.members.size ?? 0, added_members: added.map((id) => threadMember(thread, id)), removed_member_ids: removed }),
    })
  },

  typing(world: World, channel: Channel, userId: Id) {
    world.tell({ kind: 'typing', channelId: channel.id, userId })
    world.dispatch({
      type: 'TYPING_START', guildId: channel.guildId, channel, intents: channel.guildId === undefined ? intent.DirectMessageTyping : intent.GuildMessageTyping,
      data: () => ({ channel_id: channel.id, user_id: userId, timestamp: Math.floor(world.now() / 1000), ...channel.guildId !== undefined && { guild_id: channel.guildId } }),
    })
  },
}
