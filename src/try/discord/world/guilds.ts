import { GatewayIntentBits as intent } from 'discord.js'
import type { Id, NewChannel, NewOverwrite, NewUser, Ref } from '../interface.ts'
import { guildCreate, memberOnWire, roleOnWire } from '../wire/guild.ts'
import { announce } from './announce.ts'
import { botPermissions, usualPermissions } from './permissions.ts'
import type { Channel, Guild, Overwrite, Role } from './records.ts'
import { newChannel } from './threads.ts'
import { idOf, newUser, the, type World } from './world.ts'

export function addUser(world: World, { username, globalName, locale = 'en-US', nitro = 0, bot = false }: NewUser) {
  const user = { ...newUser(world.nextId(), username, globalName ?? null), bot, locale, nitro }
  world.users.set(user.id, user)
  return user
}

export function addGuild(world: World, { name, premiumTier = 0, locale = 'en-US', owner, withoutBot = false }: { name: string; premiumTier?: 0 | 1 | 2 | 3 | undefined; locale?: string | undefined; owner?: Id | undefined; withoutBot?: boolean | undefined }): Guild {
  const id = world.nextId()
  const guild: Guild = {
    id, name, ownerId: owner ?? addUser(world, { username: 'owner' }).id, premiumTier, locale, members: new Map(), channels: new Set(), threads: new Set(), joinedAt: world.now(),
    roles: new Map([[id, { id, name: '@everyone', permissions: usualPermissions, managed: false, position: 0, color: 0 }]]),
  }
  world.guilds.set(id, guild)
  addMember(world, guild, guild.ownerId, [])
  if (!withoutBot) inviteBot(world, guild)
  return guild
}

/** With a role of its own, as an invite link with permissions makes one. */
export function inviteBot(world: World, guild: Guild) {
  if (guild.members.has(world.bot.id)) return
  const role: Role = { id: world.nextId(), name: world.bot.global_name ?? world.bot.username, permissions: botPermissions, managed: true, position: guild.roles.size, color: 0, botId: world.bot.id }
  guild.roles.set(role.id, role)
  guild.members.set(world.bot.id, { userId: world.bot.id, guildId: guild.id, roles: new Set([role.id]), joinedAt: world.now() })
  guild.joinedAt = world.now()
  world.tell({ kind: 'guild', guildId: guild.id })
  world.dispatch({ type: 'GUILD_CREATE', guildId: guild.id, intents: intent.Guilds, data: () => guildCreate(world, guild) })
}

export function kickBot(world: World, guild: Guild) {
  const role = [...guild.roles.values()].find(({ botId }) => botId === world.bot.id)
  guild.members.delete(world.bot.id)
  if (role) guild.roles.delete(role.id)
  world.guildCommands.delete(guild.id)
  world.tell({ kind: 'guild', guildId: guild.id })
  world.dispatch({ type: 'GUILD_DELETE', guildId: guild.id, intents: intent.Guilds, data: () => ({ id: guild.id }) })
}

export function addMember(world: World, guild: Guild, userId: Id, roles: Id[], nick?: string) {
  const member = { userId, guildId: guild.id, roles: new Set(withPeople(guild, userId, roles, world.bot.id)), joinedAt: world.now(), nick }
  guild.members.set(userId, member)
  world.tell({ kind: 'guild', guildId: guild.id })
  world.dispatch({ type: 'GUILD_MEMBER_ADD', guildId: guild.id, intents: intent.GuildMembers, data: () => ({ ...memberOnWire(world, member), guild_id: guild.id }) })
}

export function setRoles(world: World, guild: Guild, userId: Id, roles: Id[]) {
  const member = the(guild.members.get(userId), `member ${userId} in ${guild.name}`)
  member.roles = new Set(withPeople(guild, userId, roles, world.bot.id))
  world.tell({ kind: 'guild', guildId: guild.id })
  // The bot hears of its own member without the privileged intent.
  world.dispatch({ type: 'GUILD_MEMBER_UPDATE', guildId: guild.id, intents: userId === world.bot.id ? 0 : intent.GuildMembers, data: () => ({ ...memberOnWire(world, member), guild_id: guild.id }) })
}

export function addRole(world: World, guild: Guild, { name, permissions = 0n, colour = 0, position }: { name: string; permissions?: bigint | undefined; colour?: number | undefined; position?: number | undefined }): Role {
  const role: Role = { id: world.nextId(), name, permissions, managed: false, position: position ?? guild.roles.size, color: colour }
  guild.roles.set(role.id, role)
  changedRole(world, guild, role, 'CREATE')
  return role
}

export function setBotPermissions(world: World, guild: Guild, permissions: bigint) {
  const role = the([...guild.roles.values()].find(({ botId }) => botId === world.bot.id), `role of the bot in ${guild.name}`)
  const everyone = the(guild.roles.get(guild.id), 'role @everyone')
  // What @everyone may, the bot may too. So what people may moves to a role which the bot has not, as careful servers do it.
  if (guild.peopleRole === undefined) {
    guild.peopleRole = addRole(world, guild, { name: 'People', permissions: everyone.permissions }).id
    everyone.permissions = 0n
    for (const member of guild.members.values()) if (member.userId !== world.bot.id) member.roles.add(guild.peopleRole)
    changedRole(world, guild, everyone, 'UPDATE')
  }
  role.permissions = permissions
  changedRole(world, guild, role, 'UPDATE')
}

export function addChannel(world: World, guild: Guild, { name, type = 'text', parent, topic, overwrites = [], tags = [], requireTag = false, nsfw = false }: NewChannel): Channel {
  const number = typeof type === 'string' ? { text: 0, voice: 2, category: 4, announcement: 5, forum: 15 }[type] : type
  return newChannel(world, {
    type: number, name, guildId: guild.id, parentId: parent === undefined ? undefined : idOf(parent), topic: topic ?? null, nsfw, position: guild.channels.size,
    overwrites: overwrites.map((one) => overwriteOf(guild, one)), flags: requireTag ? 1 << 4 : 0,
    tags: tags.map(({ name, moderated = false }) => ({ id: world.nextId(), name, moderated, emoji_id: null, emoji_name: null })),
  })
}

export function setOverwrite(world: World, channel: Channel, overwrite: NewOverwrite) {
  const guild = the(world.guilds.get(channel.guildId ?? ''), `guild of #${channel.name}`)
  const made = overwriteOf(guild, overwrite)
  channel.overwrites = [...channel.overwrites.filter(({ id }) => id !== made.id), made]
  announce.channel(world, channel, 'update')
}

/** With neither role nor user: for @everyone. */
const overwriteOf = (guild: Guild, { role, user, allow = 0n, deny = 0n }: NewOverwrite): Overwrite => ({
  id: user !== undefined ? idOf(user as Ref) : role !== undefined ? idOf(role as Ref) : guild.id, type: user === undefined ? 0 : 1, allow, deny,
})

function changedRole(world: World, guild: Guild, role: Role, what: 'CREATE' | 'UPDATE') {
  world.tell({ kind: 'guild', guildId: guild.id })
  world.dispatch({ type: `GUILD_ROLE_${what}`, guildId: guild.id, intents: intent.Guilds, data: () => ({ guild_id: guild.id, role: roleOnWire(role) }) })
}

const withPeople = (guild: Guild, userId: Id, roles: Id[], botId: Id) => guild.peopleRole === undefined || userId === botId ? roles : [...roles, guild.peopleRole]
