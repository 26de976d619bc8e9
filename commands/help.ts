import type { ChatInputCommandInteraction } from 'discord.js'
import { languageOf } from '../src/discord/commands/language.ts'
import { helpMessage } from '../src/discord/commands/help-message.ts'
import { slash } from '../src/discord/commands/slash.ts'
import { tell } from '../src/discord/commands/tell.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['help', '帮助', '說明'], ['What works here, in short', '这里能做什么', '這裡能做什麼']),
  execute: (interaction: ChatInputCommandInteraction, desk: Desk) => tell(interaction, helpMessage(desk, languageOf(interaction.locale))),
} satisfies Command
