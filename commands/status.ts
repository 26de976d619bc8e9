import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { filmStatus } from '../src/discord/commands/film-status.ts'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { slash, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { colours, frame, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import type { Production } from '../src/discord/office.ts'
import { discordWords } from '../src/discord/words.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['status', '进度', '進度'], ['Where the film stands, and what waits for whom', '片子到哪一步了，什么在等谁', '片子到哪一步了，什麼在等誰'], [
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
    const language = languageOf(interaction.locale)
    const here = interaction.options.getString('film') !== null || await desk.office.productionIn(interaction.channelId) !== null
    if (here) return tell(interaction, await filmStatus((await thisFilm(interaction, desk)).production, desk.office, language))
    await tell(interaction, listed(await ownFilms(interaction, desk), interaction))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

/** Somebody's own films here; elsewhere there may be private ones of others. */
const ownFilms = async ({ guildId, user }: ChatInputCommandInteraction, { office }: Desk) =>
  (await office.productions({ owner: user.id, ...(guildId ? { guild: guildId } : {}) })).filter(({ kind }) => kind === 'film')

function listed(films: readonly Production[], interaction: ChatInputCommandInteraction) {
  const say = inLanguage(words, interaction)
  if (films.length === 0) return say.none
  const line = ({ title, thread, phase }: Production) => `${thread ? `<#${thread}>` : `«${safeLine(title, 80)}»`} · ${discordWords[languageOf(interaction.locale)].phase[phase]}`
  return frame(colours.quiet, [text(`**${say.yours}**`, ...films.slice(0, 20).map(line), films.length > 20 ? `-# ${say.more(films.length - 20)}` : null)])
}

const words = {
  en: { none: 'You have no film here yet. /film starts one: a wish in a line is enough.', yours: 'Your films', more: (count: number) => `and ${count} older` },
  zh: { none: '你在这里还没有片子。用 /film 开一部，一句想法就够。', yours: '你的片子', more: (count: number) => `还有 ${count} 部更早的` },
}
