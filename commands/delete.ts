import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { languageOf } from '../src/discord/commands/language.ts'
import { slash } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, need, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { deleteConfirmation } from '../src/discord/modals/confirmations.ts'
import type { Command, Desk } from './index.ts'

/** Asks; the button that it shows does it. */
export default {
  data: slash(['delete', '删除', '刪除'], ['Delete all of a film: messages, pictures, clips, files', '彻底删除一部片子：消息、画面、镜头、文件', '徹底刪除一部片子：訊息、畫面、鏡頭、檔案'], [filmOption]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const film = await thisFilm(interaction, desk)
    need('delete', film, interaction)
    await tell(interaction, deleteConfirmation(film.production.id, film.production.title, languageOf(interaction.locale)))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command
