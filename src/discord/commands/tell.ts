import { MessageFlags, type InteractionEditReplyOptions } from 'discord.js'
import type { Asked } from './answer-command.ts'

type Told = Pick<InteractionEditReplyOptions, 'content' | 'components' | 'files'> & { v2?: boolean }

/** Says something to the person who asked, and to nobody else, however far the answer has come. Nothing in it pings. */
export async function tell(asked: Asked, { v2 = false, ...told }: Told) {
  const shape = v2 ? MessageFlags.IsComponentsV2 : 0
  const message = { ...told, allowedMentions: { parse: [] } }
  if (asked.deferred && !asked.replied) return asked.editReply({ ...message, ...(v2 ? { flags: MessageFlags.IsComponentsV2 } : {}) })
  const forOne = { ...message, content: told.content ?? undefined, flags: MessageFlags.Ephemeral | shape }
  if (asked.replied) return asked.followUp(forOne)
  return asked.reply(forOne)
}

/** «Thinking …», to be followed by `tell`: what is read and looked up may take longer than Discord's three seconds. */
export const acknowledge = (asked: Asked) => asked.deferred || asked.replied ? Promise.resolve() : asked.deferReply({ flags: MessageFlags.Ephemeral })
