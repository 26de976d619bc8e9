import type { BaseInteraction, GuildBasedChannel } from 'discord.js'
import type { Place } from '../office.ts'
import { type LivingPlace, missingPermissions, sayMissing } from '../permissions.ts'
import { languageOf } from './language.ts'
import { Refusal } from './refusal.ts'

/** Refuses, and names each permission that the bot has not got where a film or a shot is to live. */
export function mayPost(interaction: BaseInteraction, place: Place, elsewhere: GuildBasedChannel | null = null) {
  if (place.guild === null) return
  const me = interaction.guild?.members.me
  const channel = elsewhere ?? (place.channel === interaction.channelId ? null : interaction.guild?.channels.cache.get(place.channel))
  // of the channel where it was asked for, Discord itself says what the bot may do
  const granted = channel ? me && channel.permissionsFor(me) : interaction.appPermissions
  const missing = granted ? missingPermissions(granted.bitfield, livingIn(interaction, place)) : []
  if (missing.length > 0) throw new Refusal(sayMissing(missing, place.channel, languageOf(interaction.locale)))
}

/** What is posted into a channel itself needs what a forum's post needs. */
const livingIn = ({ channel }: BaseInteraction, { kind }: Place): LivingPlace => kind === 'here' && !channel?.isThread() ? 'forum' : kind
