import { randomBytes } from 'node:crypto'
import type { APIInteraction } from 'discord.js'
import type { Id, Interaction } from '../interface.ts'
import { fileLimit } from '../rest/message-body.ts'
import { channelOnWire } from '../wire/channel.ts'
import { memberOnWire, userOnWire } from '../wire/guild.ts'
import { permissionsIn } from '../world/permissions.ts'
import type { Channel, User } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { openInteraction } from './open-interaction.ts'

/** Sends an interaction to the bot, with all that Discord tells of who, where and with which rights. */
export function ask(world: World, user: User, channel: Channel, asked: { type: 2 | 3 | 4 | 5; data: object; message?: object | undefined; sourceId?: Id | undefined }): Interaction {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  const member = guild?.members.get(user.id)
  const [id, token] = [world.nextId(), randomBytes(48).toString('base64url')]
  const attachmentLimit = uploadLimit(world, user, channel)
  const payload = {
    version: 1, id, token, application_id: world.applicationId, type: asked.type, data: asked.data, channel: channelOnWire(world, channel, { of: user.id }), channel_id: channel.id,
    ...guild && member
      ? { guild: { id: guild.id, locale: guild.locale, features: [] }, guild_id: guild.id, guild_locale: guild.locale, member: memberOnWire(world, member, { channel }) }
      : { user: userOnWire(user) },
    ...asked.message && { message: asked.message },
    locale: user.locale, app_permissions: String(permissionsIn(world, channel, world.bot.id)), entitlements: [], context: guild ? 0 : 1,
    authorizing_integration_owners: { 0: guild?.id ?? '0' }, attachment_size_limit: attachmentLimit,
  } as unknown as APIInteraction // a union by type, built from its parts
  const open = openInteraction(world, { id, token, type: asked.type, userId: user.id, channelId: channel.id, payload, sourceId: asked.sourceId, attachmentLimit })
  world.dispatch({ type: 'INTERACTION_CREATE', guildId: guild?.id, intents: 0, channel, data: () => payload })
  world.tell({ kind: 'interaction', interaction: open.interaction })
  return open.interaction
}

export const uploadLimit = (world: World, user: User, channel: Channel) => Math.max(user.nitro, fileLimit(world, channel))
