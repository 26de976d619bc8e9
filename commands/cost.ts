import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { costsOf, sumBy, type Sum } from '../src/discord/commands/costs.ts'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { slash, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { colours, frame, rule, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import { discordWords } from '../src/discord/words.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['cost', '花费', '花費'], ['What the film has cost, by step, shot and person', '片子花了多少，按步骤、镜头和人分', '片子花了多少，按步驟、鏡頭和人分'], [
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
    const language = languageOf(interaction.locale)
    const say = inLanguage(words, interaction)
    const { production } = await thisFilm(interaction, desk)
    const costs = await costsOf(desk.office.store, production.id)
    const dollars = costs.reduce((sum, cost) => sum + cost.dollars, 0)
    const reserved = costs.reduce((sum, cost) => sum + cost.reserved, 0)
    const seconds = costs.reduce((sum, cost) => sum + cost.seconds, 0)
    const list = (title: string, sums: Sum[], most: number) => sums.length === 0 ? null : text(`**${title}**`,
      ...sums.slice(0, most).map(({ name, dollars: cost, seconds: time, count }) => [name, dollars > 0 ? money(cost) : '', say.time(time), `×${count}`].filter(Boolean).join(' · ')),
      sums.length > most ? `-# ${say.more(sums.length - most)}` : null)
    await tell(interaction, frame(colours.quiet, [
      text(`**${safeLine(production.title, 120)}** · ${money(dollars)}${reserved > 0 ? ` (${say.reserved(money(reserved))})` : ''} · ${say.time(seconds)}`, dollars + reserved === 0 ? `-# ${say.free}` : null,
        costs.some(({ shared }) => shared) ? `-# ${say.shared}` : null),
      rule(),
      list(say.bySteps, sumBy(costs, ({ craft }) => discordWords[language].craft[craft] ?? craft), 15),
      list(say.byShots, sumBy(costs, ({ shot }) => shot), 12),
      list(say.byPeople, sumBy(costs, ({ person }) => `<@${person ?? production.owner}>`), 10),
    ]))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

const round = (seconds: number) => Number(seconds.toFixed(seconds < 10 ? 1 : 0))

const money = (dollars: number) => `$${dollars.toFixed(dollars > 0 && dollars < 0.1 ? 4 : 2)}`

const words = {
  en: {
    time: (seconds: number) => seconds < 90 ? `${round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`,
    reserved: (sum: string) => `${sum} more is set aside for what is being made`, free: 'Made on this machine: it costs its time and nothing else.',
    shared: 'Some of it another film had asked for too; it was made once, and is counted in both.',
    bySteps: 'By step', byShots: 'By shot', byPeople: 'By who asked for it', more: (count: number) => `and ${count} more`,
  },
  zh: {
    time: (seconds: number) => seconds < 90 ? `${round(seconds)} 秒` : `${(seconds / 60).toFixed(1)} 分钟`,
    reserved: (sum: string) => `正在做的另留了 ${sum}`, free: '都在本机完成，除了时间不花钱。',
    shared: '其中有些别的片子也要过，只做了一次，两边都计入。',
    bySteps: '按步骤', byShots: '按镜头', byPeople: '按谁要的', more: (count: number) => `还有 ${count} 个`,
  },
}
