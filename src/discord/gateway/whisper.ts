import { type InteractionReplyOptions, type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction, type RepliableInteraction } from 'discord.js'

export type Answerable = RepliableInteraction | MessageComponentInteraction | ModalSubmitInteraction

/**
 * To one person alone. After a deferred update the original is the card's own message: it must never be edited by an answer.
 */
export async function whisper(asked: Answerable, said: string | Pick<InteractionReplyOptions, 'content' | 'components' | 'files'> & { flags?: number }) {
  const { flags = 0, ...message } = typeof said === 'string' ? { content: said } : said
  const whispered: InteractionReplyOptions = { ...message, allowedMentions: { parse: [] }, flags: flags | MessageFlags.Ephemeral }
  if (!asked.deferred && !asked.replied) return asked.reply(whispered)
  return asked.followUp(whispered)
}
