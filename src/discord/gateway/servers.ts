import { type Guild, GuildPremiumTier, type GuildTextBasedChannel, PermissionFlagsBits, Routes } from 'discord.js'
import { languageOf } from '../commands/language.ts'
import { welcomeMessage } from '../commands/starting-points.ts'
import type { Office } from '../office.ts'
import type { GatewayDesk } from './desk.ts'

/** What a file may weigh there, by the server's boosts. Nobody documents the figures; see the help centre. https://support.discord.com/hc/articles/360028038352 */
export const saveUpload = ({ id, premiumTier }: Guild, office: Office) => office.saveUploadLimit(id, uploadLimits[premiumTier] * 1_048_576)

const uploadLimits: Record<GuildPremiumTier, number> = {
  [GuildPremiumTier.None]: 10, [GuildPremiumTier.Tier1]: 10, [GuildPremiumTier.Tier2]: 50, [GuildPremiumTier.Tier3]: 100,
}

/** Once, where the server says such things, if we may. */
export async function sayHello(guild: Guild, { rest }: GatewayDesk) {
  const channel = helloChannel(guild)
  if (!channel) return
  const { files: _, ...body } = welcomeMessage(languageOf(guild.preferredLocale))
  await rest.post(Routes.channelMessages(channel.id), { body })
}

function helloChannel(guild: Guild): GuildTextBasedChannel | undefined {
  const { me } = guild.members
  const mayWrite = (channel: GuildTextBasedChannel) =>
    me !== null && channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages])
  const channels = [guild.systemChannel, ...guild.channels.cache.sort((a, b) => ('rawPosition' in a && 'rawPosition' in b ? a.rawPosition - b.rawPosition : 0)).values()]
  return channels.find((channel): channel is GuildTextBasedChannel => channel !== null && channel.isTextBased() && !channel.isThread() && !channel.isVoiceBased() && mayWrite(channel))
}
