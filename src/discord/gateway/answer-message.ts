import { type APIActionRowComponent, type APIComponentInMessageActionRow, type Message, PermissionFlagsBits, Routes } from 'discord.js'
import type { GatewayDesk } from './desk.ts'

/** A short answer under somebody's message. It names people and pings nobody. */
export async function answerMessage({ id, channelId }: Message, { rest }: GatewayDesk, content: string, components: APIActionRowComponent<APIComponentInMessageActionRow>[] = []) {
  await rest.post(Routes.channelMessages(channelId), {
    body: { content, components, allowed_mentions: { parse: [], replied_user: false }, message_reference: { message_id: id, fail_if_not_exists: false } },
  })
}

/** 👀: it was heard. Where reactions are not allowed, the answer says it soon enough. */
export async function seen({ id, channelId, channel, client }: Message, { rest, log }: GatewayDesk) {
  const granted = channel.isDMBased() ? null : channel.permissionsFor(client.user)
  if (granted && !granted.has([PermissionFlagsBits.AddReactions, PermissionFlagsBits.ReadMessageHistory])) return
  await rest.put(Routes.channelMessageOwnReaction(channelId, id, encodeURIComponent('👀'))).catch((err: unknown) => log.warn({ err, channel: channelId }, 'could not react'))
}
