import type { APIChannel } from 'discord.js'
import type { Id } from '../interface.ts'
import type { Channel } from '../world/records.ts'
import { timeOf } from '../world/snowflake.ts'
import type { World } from '../world/world.ts'

/** A channel or thread as Discord sends it. `for` adds that person's own thread membership. */
export function channelOnWire(world: World, channel: Channel, { of }: { of?: Id } = {}): APIChannel {
  const shared = {
    id: channel.id, type: channel.type, last_message_id: channel.lastMessageId ?? null, flags: channel.flags,
    ...channel.guildId !== undefined && { guild_id: channel.guildId },
  }
  if (channel.guildId === undefined) {
    return { ...shared, recipients: channel.recipients.map((id) => world.users.get(id)) } as unknown as APIChannel // the wire's shapes are unions by type
  }
  const named = { ...shared, name: channel.name, parent_id: channel.parentId ?? null, rate_limit_per_user: channel.rateLimitPerUser }
  if (channel.thread) return { ...named, ...threadFields(channel, of) } as unknown as APIChannel
  return {
    ...named, topic: channel.topic, position: channel.position, nsfw: channel.nsfw,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({ id, type, allow: String(allow), deny: String(deny) })),
    ...channel.type === 15 && { available_tags: channel.tags, default_reaction_emoji: null, default_sort_order: null, default_forum_layout: 0, template: '' },
    ...channel.type === 2 && { bitrate: 64000, user_limit: 0, rtc_region: null },
  } as unknown as APIChannel
}

export const threadMember = (channel: Channel, userId: Id) => ({
  id: channel.id, user_id: userId, join_timestamp: new Date(channel.thread?.members.get(userId) ?? 0).toISOString(), flags: 1,
})

function threadFields(channel: Channel, of: Id | undefined) {
  const thread = channel.thread
  if (!thread) return {}
  return {
    owner_id: thread.ownerId, message_count: Math.max(0, channel.messages.size - (startsWithItsMessage(channel) ? 1 : 0)), total_message_sent: thread.sent, member_count: Math.min(50, thread.members.size),
    thread_metadata: {
      archived: thread.archived, locked: thread.locked, auto_archive_duration: thread.autoArchive,
      archive_timestamp: new Date(thread.archivedAt).toISOString(), create_timestamp: new Date(thread.createdAt).toISOString(),
      ...channel.type === 12 && { invitable: thread.invitable },
    },
    ...thread.appliedTags.length > 0 && { applied_tags: thread.appliedTags },
    ...of !== undefined && thread.members.has(of) && { member: threadMember(channel, of) },
  }
}

/** A forum post's first message has the thread's own id. */
const startsWithItsMessage = (channel: Channel) => channel.messages.has(channel.id)

export const createdAt = (id: Id) => new Date(timeOf(id)).toISOString()
