import type { APIUser } from 'discord.js'
import type { Id } from '../interface.ts'
import { permissionsIn, permissionsOf, sees } from '../world/permissions.ts'
import type { Channel, Guild, Member, Role, User } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { channelOnWire } from './channel.ts'

export function userOnWire({ locale: _, nitro: __, ...user }: User): APIUser {
  return user
}

export function roleOnWire(role: Role) {
  return {
    id: role.id, name: role.name, permissions: String(role.permissions), position: role.position, color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null }, hoist: false, managed: role.managed, mentionable: true, icon: null, unicode_emoji: null, flags: 0,
    ...role.botId !== undefined && { tags: { bot_id: role.botId } },
  }
}

/** A member; with the permissions that hold in a channel when one is named (interactions carry those). */
export function memberOnWire(world: World, member: Member, { channel, withUser = true }: { channel?: Channel; withUser?: boolean } = {}) {
  const user = world.users.get(member.userId)
  return {
    ...withUser && user && { user: userOnWire(user) },
    roles: [...member.roles], nick: member.nick ?? null, avatar: null, banner: null, premium_since: null, joined_at: new Date(member.joinedAt).toISOString(),
    deaf: false, mute: false, flags: 0, pending: false, communication_disabled_until: null,
    ...channel && { permissions: String(permissionsIn(world, channel, member.userId)) },
  }
}

export function guildOnWire(guild: Guild) {
  return {
    id: guild.id, name: guild.name, owner_id: guild.ownerId, icon: null, splash: null, discovery_splash: null, banner: null, description: null, vanity_url_code: null,
    preferred_locale: guild.locale, premium_tier: guild.premiumTier, premium_subscription_count: [0, 2, 7, 14][guild.premiumTier], premium_progress_bar_enabled: false,
    features: guild.locale === 'en-US' ? [] : ['COMMUNITY'], region: 'deprecated', afk_channel_id: null, afk_timeout: 300, widget_enabled: false, widget_channel_id: null,
    verification_level: 0, default_message_notifications: 0, explicit_content_filter: 0, mfa_level: 0, nsfw_level: 0, nsfw: false, application_id: null,
    system_channel_id: null, system_channel_flags: 0, rules_channel_id: null, public_updates_channel_id: null, safety_alerts_channel_id: null,
    max_members: 500_000, max_presences: null, max_video_channel_users: 25, max_stage_video_channel_users: 50, hub_type: null, incidents_data: null, inventory_settings: null,
    roles: [...guild.roles.values()].map(roleOnWire), emojis: [], stickers: [],
  }
}

/** GUILD_CREATE as the bot gets it: the channels and threads it can see. */
export function guildCreate(world: World, guild: Guild) {
  const seen = (ids: Iterable<Id>) => [...ids].flatMap((id) => world.channels.get(id) ?? []).filter((channel) => sees(world, channel, world.bot.id))
  const bot = guild.members.get(world.bot.id)
  return {
    ...guildOnWire(guild), joined_at: new Date(guild.joinedAt).toISOString(), large: false, unavailable: false, member_count: guild.members.size,
    members: bot ? [memberOnWire(world, bot)] : [], presences: [], voice_states: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [],
    channels: [...guild.channels].flatMap((id) => world.channels.get(id) ?? []).map((channel) => channelOnWire(world, channel)),
    threads: seen(guild.threads).filter(({ thread }) => thread?.archived === false).map((channel) => channelOnWire(world, channel, { of: world.bot.id })),
  }
}

/** `GET /users/@me/guilds` */
export function guildInList(guild: Guild, member: Member) {
  return { id: guild.id, name: guild.name, icon: null, banner: null, owner: guild.ownerId === member.userId, permissions: String(permissionsOf(guild, member)), features: [] }
}
