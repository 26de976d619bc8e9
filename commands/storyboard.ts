import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { showPaper } from '../src/discord/commands/show-paper.ts'
import { slash, yesNo } from '../src/discord/commands/slash.ts'
import { filmOption, offerFilms } from '../src/discord/commands/this-film.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['storyboard', '分镜', '分鏡'], ['Show the storyboard, with its table as a file', '看分镜，附分镜表文件', '看分鏡，附分鏡表檔案'], [
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),
  execute: (interaction: ChatInputCommandInteraction, desk: Desk) => showPaper(interaction, 'board', desk),
  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command
