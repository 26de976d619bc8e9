import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { inLanguage } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { slash } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, need, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { button, colours, frame, row, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['cancel', '取消', '取消'], ['Stop the film; what was made is kept', '停拍；做好的都留着', '停拍；做好的都留著'], [filmOption]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const say = inLanguage(words, interaction)
    const film = await thisFilm(interaction, desk)
    const { id, title, phase } = film.production
    need('cancel', film, interaction)
    if (phase === 'cancelled') throw new Refusal(say.before)
    await tell(interaction, frame(colours.asking, [text(say.ask(safeLine(title, 120))), row(button({ production: id, act: 'cancel', sure: true }, { emoji: '⏹️', label: say.button, style: 'danger' }))]))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

const words = {
  en: { before: 'This film is cancelled already. What was made is kept; /export packs it, /delete clears it away.', ask: (title: string) => `Stop **${title}**? What is being made stops, what was made is kept.`, button: 'Stop the film' },
  zh: { before: '这部片子已经取消了。做好的都还在；/export 可以打包，/delete 可以清掉。', ask: (title: string) => `停拍 **${title}**？正在做的会停下，做好的都留着。`, button: '停拍' },
}
