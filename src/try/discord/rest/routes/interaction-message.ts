import type { APIInteraction, APIMessageInteractionMetadata } from 'discord.js'
import type { OpenInteraction } from '../../people/open-interaction.ts'
import { userOnWire } from '../../wire/guild.ts'
import type { Draft } from '../../world/messages.ts'
import type { Channel } from '../../world/records.ts'
import type { World } from '../../world/world.ts'

/** What every message that answers an interaction carries. */
export function messageOfInteraction(world: World, open: OpenInteraction, channel: Channel): Draft {
  const { interaction } = open
  const user = world.users.get(interaction.userId)
  const name = nameOf(interaction.payload)
  const source = open.sourceId === undefined ? undefined : { messageId: open.sourceId, channelId: channel.id, type: 0 }
  const metadata = {
    id: interaction.id, type: interaction.type, user: user && userOnWire(user), authorizing_integration_owners: { 0: channel.guildId ?? '0' },
    ...source && { interacted_message_id: source.messageId },
    ...Number(interaction.type) === 5 && { triggering_interaction_metadata: { id: interaction.id, type: 3, user: user && userOnWire(user), authorizing_integration_owners: {} } },
  } as unknown as APIMessageInteractionMetadata // a union by the interaction's type
  return {
    channel, authorId: world.bot.id, webhookId: world.applicationId, token: interaction.token, interactionMetadata: metadata, ...name !== undefined && { interactionName: name.text },
    type: name ? name.chat ? 20 : 23 : source ? 19 : 0, ...source && { repliesTo: source },
  }
}

const nameOf = (payload: APIInteraction) => payload.type === 2 ? { text: payload.data.name, chat: payload.data.type === 1 } : undefined
