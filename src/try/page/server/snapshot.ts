import { PermissionFlagsBits, type APIChannel, type APIUser } from 'discord.js'
import type { Id, Message, SmallDiscord } from '../../discord/small-discord.ts'
import type { Reactions } from './reactions.ts'

export type Human = { id: Id; part: string }
export type Seat = { discord: SmallDiscord; humans: readonly Human[]; home: Id | undefined; reactions: Reactions }

export type Snapshot = {
  me: Id
  bot: Id
  humans: readonly (Human & { locale: string })[]
  users: readonly APIUser[]
  guilds: readonly GuildSeen[]
  direct: APIChannel
  home: Id | undefined
  violations: number
}

export type GuildSeen = {
  id: Id
  name: string
  ownerId: Id
  roles: readonly { id: Id; name: string; colour: number }[]
  members: Readonly<Record<Id, { roles: Id[]; nick?: string | undefined }>>
  channels: readonly APIChannel[]
  threads: readonly APIChannel[]
  /** Channels, by id, where this person manages messages. */
  manages: readonly Id[]
}

/** All that this person sees, messages aside. */
export function snapshot({ discord, humans, home }: Seat, me: Id): Snapshot {
  return {
    me,
    bot: discord.botUser.id,
    humans: humans.map((human) => ({ ...human, locale: discord.locale(human.id) })),
    users: discord.users(),
    guilds: discord.guilds().filter(({ id }) => discord.member(id, me)).map((guild) => {
      const channels = discord.channels(guild.id).filter((channel) => discord.sees(me, channel.id))
      return {
        id: guild.id,
        name: guild.name,
        ownerId: guild.owner_id,
        roles: discord.roles(guild.id).map(({ id, name, colour }) => ({ id, name, colour })),
        members: Object.fromEntries(discord.users().flatMap(({ id }) => {
          const member = discord.member(guild.id, id)
          return member ? [[id, { roles: member.roles, nick: member.nick }]] : []
        })),
        channels,
        threads: [...discord.threads(guild.id), ...discord.threads(guild.id, { archived: true })].filter((thread, index, all) =>
          all.findIndex(({ id }) => id === thread.id) === index && discord.sees(me, thread.id)),
        manages: channels.filter(({ id }) => (discord.permissions(me, id) & PermissionFlagsBits.ManageMessages) !== 0n).map(({ id }) => id),
      }
    }),
    direct: discord.as(me).dm(),
    home,
    violations: discord.violations.length,
  }
}

/** The channel's messages as this person sees them, their own reactions marked. */
export function seenMessages(seat: Seat, me: Id, channel: Id): Message[] {
  if (!seat.discord.sees(me, channel)) return []
  return seat.discord.messages(channel, me).map((message) => withOwnReactions(seat, message, me))
}

export function withOwnReactions({ reactions }: Seat, message: Message, me: Id): Message {
  if (!message.reactions) return message
  return { ...message, reactions: message.reactions.map((one) => ({ ...one, me: reactions.has(message.id, one.emoji.id ? `${one.emoji.name}:${one.emoji.id}` : one.emoji.name ?? '', me) })) }
}
