import { GuildMember, PermissionFlagsBits, type BaseInteraction, type GuildBasedChannel } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import type { Place } from '../office.ts'
import { type LivingPlace, missingPermissions, sayMissing } from '../permissions.ts'
import { inLanguage, languageOf } from './language.ts'
import { Refusal } from './refusal.ts'

/** Refuses where the person may not write, or the bot: then it names each permission that it has not got. */
export function mayPost(interaction: BaseInteraction, place: Place, elsewhere: GuildBasedChannel | null = null) {
  if (place.guild === null) return
  const me = interaction.guild?.members.me
  const channel = elsewhere ?? (place.channel === interaction.channelId ? null : interaction.guild?.channels.cache.get(place.channel))
  // of the channel where it was asked for, Discord itself says what the bot may do
  const granted = channel ? me && channel.permissionsFor(me) : interaction.appPermissions
  if (channel && !mayWrite(interaction, channel)) throw new Refusal(inLanguage(words, interaction)(place.channel))
  const missing = granted ? missingPermissions(granted.bitfield, livingIn(interaction, place)) : []
  if (missing.length > 0) throw new Refusal(sayMissing(missing, place.channel, languageOf(interaction.locale)))
}

/** What is posted into a channel itself needs what a forum's post needs. */
const livingIn = ({ channel }: BaseInteraction, { kind }: Place): LivingPlace => kind === 'here' && !channel?.isThread() ? 'forum' : kind

/** Nobody makes the bot speak where that person may not. In the channel of the command Discord has seen to it. */
const mayWrite = ({ member }: BaseInteraction, channel: GuildBasedChannel) =>
  member instanceof GuildMember && channel.permissionsFor(member).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages])

const words: Record<Language, (channel: string) => string> = {
  en: (channel) => `You may not write in <#${channel}>, so no film is started there for you. Choose a channel where you may, or ask whoever manages it.`,
  zh: (channel) => `你不能在 <#${channel}> 里发言，所以不能在那里开片。请换一个你能发言的频道，或者找管理的人。`,
}
