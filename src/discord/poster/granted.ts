import { ChannelType, OverwriteType, PermissionFlagsBits, Routes, type APIGuildMember, type APIOverwrite, type APIRole } from 'discord.js'
import type { Desk } from './desk.ts'

/** What Discord says that the bot may do in a channel. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export async function grantedIn({ rest, bot, leaving }: Pick<Desk, 'rest' | 'bot' | 'leaving'>, guild: string, channel: string): Promise<bigint> {
  const me = await bot()
  const [roles, member] = await Promise.all([
    rest.get(Routes.guildRoles(guild), { signal: leaving }) as Promise<APIRole[]>,
    rest.get(Routes.guildMember(guild, me), { signal: leaving }) as Promise<APIGuildMember>,
  ])
  const read = (id: string) => rest.get(Routes.channel(id), { signal: leaving }) as Promise<{ type: ChannelType; parent_id?: string | null; permission_overwrites?: APIOverwrite[] }>
  // A thread has the permissions of the channel that it hangs in.
  const overwrites = await read(channel).then((found) => threads.includes(found.type) && found.parent_id ? read(found.parent_id) : found)
    .then(({ permission_overwrites: found }) => found ?? [], () => null)
  const own = roles.filter(({ id }) => id === guild || member.roles.includes(id))
  const base = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n)
  if (base & PermissionFlagsBits.Administrator) return base
  // A channel that we may not see tells nothing of itself.
  return overwrites === null ? base & ~PermissionFlagsBits.ViewChannel : overwritten(base, overwrites, guild, me, member.roles)
}

const threads = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]

export function overwritten(base: bigint, overwrites: readonly APIOverwrite[], guild: string, me: string, roles: readonly string[]): bigint {
  const levels = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild && roles.includes(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me),
  ]
  return levels.reduce((granted, level) => {
    const deny = level.reduce((sum, each) => sum | BigInt(each.deny), 0n)
    const allow = level.reduce((sum, each) => sum | BigInt(each.allow), 0n)
    return (granted & ~deny) | allow
  }, base)
}
