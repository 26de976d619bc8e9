import { PermissionFlagsBits as may } from 'discord.js'
import type { Id } from '../interface.ts'
import type { Channel, Guild, Member, Overwrite } from './records.ts'
import type { World } from './world.ts'

export { may }
export const everything = Object.values(may).reduce((sum, bit) => sum | bit, 0n)

/** What somebody may do in a channel: the guild's roles, then the channel's overwrites. A thread has its parent's. */
export function permissionsIn(world: World, channel: Channel, userId: Id): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  if (!guild) return channel.recipients.includes(userId) || userId === world.bot.id ? inDirectMessages : 0n
  const member = guild.members.get(userId)
  if (!member) return 0n
  const base = permissionsOf(guild, member)
  if (base === everything) return everything
  const placed = channel.thread && channel.parentId !== undefined ? world.channels.get(channel.parentId) ?? channel : channel
  const sum = placed.overwrites.length === 0 ? base : overwritten(base, placed.overwrites, guild, member)
  if ((sum & may.ViewChannel) === 0n) return 0n
  return sum
}

/** Everywhere in the guild. */
export function permissionsOf(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.userId) return everything
  let sum = guild.roles.get(guild.id)?.permissions ?? 0n
  for (const id of member.roles) sum |= guild.roles.get(id)?.permissions ?? 0n
  return (sum & may.Administrator) !== 0n ? everything : sum
}

/** Private threads are seen by their members and by those who manage threads. */
export function sees(world: World, channel: Channel, userId: Id): boolean {
  const sum = permissionsIn(world, channel, userId)
  if ((sum & may.ViewChannel) === 0n) return false
  return channel.type !== 12 || channel.thread === undefined || channel.thread.members.has(userId) || (sum & may.ManageThreads) !== 0n
}

function overwritten(base: bigint, overwrites: readonly Overwrite[], guild: Guild, member: Member): bigint {
  const apply = (sum: bigint, chosen: readonly Overwrite[]) =>
    (sum & ~chosen.reduce((deny, one) => deny | one.deny, 0n)) | chosen.reduce((allow, one) => allow | one.allow, 0n)
  const everyone = apply(base, overwrites.filter(({ id }) => id === guild.id))
  const roles = apply(everyone, overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && member.roles.has(id)))
  return apply(roles, overwrites.filter(({ id, type }) => type === 1 && id === member.userId))
}

const inDirectMessages = may.ViewChannel | may.SendMessages | may.EmbedLinks | may.AttachFiles | may.ReadMessageHistory | may.AddReactions | may.UseExternalEmojis | may.UseApplicationCommands | may.PinMessages

/** A new guild's @everyone. */
export const usualPermissions = may.ViewChannel | may.SendMessages | may.SendMessagesInThreads | may.CreatePublicThreads | may.CreatePrivateThreads | may.EmbedLinks
  | may.AttachFiles | may.ReadMessageHistory | may.AddReactions | may.UseExternalEmojis | may.UseApplicationCommands | may.MentionEveryone

/** What the invite link of a bot like ours asks for. */
export const botPermissions = usualPermissions & ~may.MentionEveryone | may.ManageThreads | may.PinMessages
