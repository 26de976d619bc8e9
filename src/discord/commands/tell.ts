import { type AttachmentPayload, MessageFlags } from 'discord.js'
import type { Message } from '../cards/message.ts'
import type { Asked } from './answer-command.ts'

/** Words, or a message in components with its files' bytes. */
export type Told = string | (Pick<Message, 'components'> & { uploads?: AttachmentPayload[] })

/** Answers the person who asked, however far the answer has come, and nobody else unless `acknowledge` said so. Nothing in it pings. */
export async function tell(asked: Asked, told: Told) {
  const silent = { allowedMentions: { parse: [] } }
  const { flags, ...message } = typeof told === 'string'
    ? { content: told, flags: 0 as const }
    : { components: told.components, files: told.uploads ?? [], flags: MessageFlags.IsComponentsV2 as const }
  // after a press the original is the message that was pressed: it is not ours to overwrite
  if (asked.deferred && !asked.replied && !asked.isMessageComponent()) return asked.editReply({ ...message, ...silent, ...(flags === 0 ? {} : { flags }) })
  const forOne = { ...message, ...silent, flags: MessageFlags.Ephemeral | flags }
  return asked.deferred || asked.replied ? asked.followUp(forOne) : asked.reply(forOne)
}

/** «Thinking …», to be followed by `tell`: what is read and looked up may take longer than Discord's three seconds. */
export const acknowledge = (asked: Asked, { everyone = false }: { everyone?: boolean } = {}) =>
  asked.deferred || asked.replied ? Promise.resolve() : asked.deferReply(everyone ? {} : { flags: MessageFlags.Ephemeral })
