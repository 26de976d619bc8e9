import type { MessageContextMenuCommandInteraction } from 'discord.js'
import { pictureOf } from '../src/discord/commands/picture-of.ts'
import { onMessage } from '../src/discord/commands/slash.ts'
import { startSingle } from '../src/discord/commands/start-single.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: onMessage(['Animate this picture', '让这张图动起来', '讓這張圖動起來']),

  async execute(interaction: MessageContextMenuCommandInteraction, desk: Desk) {
    // A caption may be a prompt; what else was said above a picture seldom is one, and flags in it count.
    await startSingle(interaction, { prompt: interaction.targetMessage.content.slice(0, 1000), picture: pictureOf(interaction), animate: true }, desk)
  },
} satisfies Command
