import type { Id } from '../interface.ts'
import { announce } from './announce.ts'
import type { Channel, Message } from './records.ts'
import { forget } from './messages.ts'
import type { World } from './world.ts'

export function newChannel(world: World, channel: Pick<Channel, 'type' | 'name'> & Partial<Channel>): Channel {
  const made: Channel = {
    id: world.nextId(), guildId: undefined, parentId: undefined, topic: null, overwrites: [], position: 0, nsfw: false, flags: 0, rateLimitPerUser: 0, tags: [],
    lastMessageId: undefined, messages: new Map(), recipients: [], thread: undefined, ...channel,
  }
  world.channels.set(made.id, made)
  const guild = made.guildId === undefined ? undefined : world.guilds.get(made.guildId)
  if (guild) (made.thread ? guild.threads : guild.channels).add(made.id)
  announce.channel(world, made, 'create')
  return made
}

/** A thread; from a message it shares that message's id, in a forum the first message will share the thread's. */
export function openThread(world: World, parent: Channel, thread: {
  name: string; ownerId: Id; type: number; from?: Message | undefined; autoArchive?: number | undefined; invitable?: boolean | undefined; rateLimitPerUser?: number | undefined; appliedTags?: Id[] | undefined
}): Channel {
  const now = world.now()
  const made = newChannel(world, {
    ...thread.from && { id: thread.from.id }, type: thread.type, name: thread.name, guildId: parent.guildId, parentId: parent.id, nsfw: parent.nsfw, rateLimitPerUser: thread.rateLimitPerUser ?? 0,
    thread: {
      ownerId: thread.ownerId, archived: false, locked: false, invitable: thread.invitable ?? true, autoArchive: thread.autoArchive ?? 4320, archivedAt: now, createdAt: now,
      members: new Map([[thread.ownerId, now]]), sent: 0, appliedTags: thread.appliedTags ?? [],
    },
  })
  if (parent.type === 15) parent.lastMessageId = made.id
  if (thread.from) {
    thread.from.threadId = made.id
    thread.from.flags |= 1 << 5
    announce.message(world, thread.from, 'update')
  }
  return made
}

/** Sending to an archived thread takes it up again. */
export function wake(world: World, channel: Channel) {
  if (channel.thread?.archived === true) setArchived(world, channel, false)
}

export function setArchived(world: World, channel: Channel, archived: boolean) {
  if (!channel.thread || channel.thread.archived === archived) return
  Object.assign(channel.thread, { archived, archivedAt: world.now() })
  announce.channel(world, channel, 'update')
}

export function setLocked(world: World, channel: Channel, locked: boolean) {
  if (!channel.thread || channel.thread.locked === locked) return
  channel.thread.locked = locked
  announce.channel(world, channel, 'update')
}

/** With its messages and threads. */
export function removeChannel(world: World, channel: Channel) {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  for (const id of guild?.threads ?? []) {
    const thread = world.channels.get(id)
    if (thread?.parentId === channel.id) removeChannel(world, thread)
  }
  for (const message of channel.messages.values()) forget(world, message)
  world.channels.delete(channel.id)
  guild?.channels.delete(channel.id)
  guild?.threads.delete(channel.id)
  const opener = channel.thread ? world.messages.get(channel.id) : undefined
  if (opener && opener.channelId !== channel.id) opener.threadId = undefined
  announce.channel(world, channel, 'delete')
}

export function joinThread(world: World, thread: Channel, userId: Id) {
  if (!thread.thread || thread.thread.members.has(userId)) return
  thread.thread.members.set(userId, world.now())
  announce.threadMembers(world, thread, [userId], [])
}

export function leaveThread(world: World, thread: Channel, userId: Id) {
  if (thread.thread?.members.delete(userId) === true) announce.threadMembers(world, thread, [], [userId])
}
