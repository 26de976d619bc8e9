import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { slash, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { choiceRows } from '../src/discord/cards/choice-buttons.ts'
import { colours, frame, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import { discordWords } from '../src/discord/words.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['cut', '剪辑', '剪輯'], ['Where the cut stands, and the picture lock', '剪辑到哪一步了，以及定剪', '剪輯到哪一步了，以及定剪'], [
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
    const say = inLanguage(words, interaction)
    const { production } = await thisFilm(interaction, desk)
    const card = await desk.office.card(production.id, 'cut')
    if (!card) throw new Refusal(say.notYet)
    const [cut, film] = await Promise.all([desk.office.posted(production.id, 'cut'), desk.office.posted(production.id, 'film')])
    await tell(interaction, frame(card.asks ? colours.asking : colours.done, [
      text(`**${safeLine(card.title, 200)}** · ${discordWords[languageOf(interaction.locale)].phase[production.phase]}`, safeLine(card.text, 500), card.asks ? say.lock : null),
      text([cut && `[${say.watch}](${cut})`, film && `[${say.film}](${film})`].filter(Boolean).join(' · ')),
      ...choiceRows(production.id, card.choices, discordWords[languageOf(interaction.locale)]),
    ]))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

const words = {
  en: { notYet: 'There is no cut yet: it is made when every shot is circled. /status says which are still open.', lock: 'The picture is not locked yet. Watch it, give notes, or lock it.', watch: 'Watch the cut', film: 'The film' },
  zh: { notYet: '还没有剪辑：所有镜头都通过后才剪。/status 能看到哪些还没定。', lock: '还没定剪。可以看片、提意见，或者定剪。', watch: '看粗剪', film: '看成片' },
}
