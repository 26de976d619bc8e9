import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { costsCsv, costsOf, sumBy, type Sum } from '../src/discord/commands/costs.ts'
import { costPicture } from '../src/discord/commands/cost-picture.ts'
import { costWords, dollars as money, sumMoney } from '../src/discord/commands/cost-words.ts'
import { languageOf } from '../src/discord/commands/language.ts'
import { slash, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { attached, colours, frame, gallery, rule, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import { discordWords } from '../src/discord/words.ts'
import { accountOf, limitsOf } from '../src/lab/money/account.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['cost', '花费', '花費'], ['What the film has cost, by step, shot, person and model', '片子花了多少，按步骤、镜头、人和模型分', '片子花了多少，按步驟、鏡頭、人和模型分'], [
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
    const language = languageOf(interaction.locale)
    const say = costWords[language]
    const { production } = await thisFilm(interaction, desk)
    const { pool } = desk.office.store
    const [costs, limits] = await Promise.all([costsOf(desk.office.store, production.id), accountOf(pool, production.id).then((account) => limitsOf(pool, account, new Date()))])
    const [all] = sumBy(costs, () => '')
    const paid = costs.some(({ dollars, reserved, unknown, model }) => dollars + reserved > 0 || unknown || model !== null)
    const [byStep, byShot, byPerson, byModel] = [
      sumBy(costs, ({ craft }) => discordWords[language].craft[craft] ?? craft), sumBy(costs, ({ shot }) => shot),
      sumBy(costs, ({ person }) => `<@${person ?? production.owner}>`), sumBy(costs, ({ model }) => model),
    ]
    const list = (title: string, sums: Sum[], most: number) => sums.length === 0 ? null : text(`**${title}**`,
      ...sums.slice(0, most).map((sum) => [sum.name, paid ? sumMoney(sum, say) : '', say.time(sum.seconds), `×${sum.count}`].filter(Boolean).join(' · ')),
      sums.length > most ? `-# ${say.more(sums.length - most)}` : null)
    const caps = limits.map(({ kind, dollars, spoken }) => ({ name: say.caps[kind], part: dollars === 0 ? 1 : spoken / dollars, says: say.of(money(spoken), money(dollars)) }))
    const file = paid ? { name: 'cost.png', description: say.picture } : null
    const csv = { name: 'cost.csv' }
    const message = frame(colours.quiet, [
      text(`**${safeLine(production.title, 120)}** · ${all ? sumMoney(all, say) : money(0)} · ${say.time(all?.seconds ?? 0)}`, paid ? null : `-# ${say.free}`,
        all && all.reserved > 0 ? `-# ${say.reserved(money(all.reserved))}` : null, all && all.unknown > 0 ? `-# ${say.unknown(all.unknown)}` : null,
        costs.some(({ shared }) => shared) ? `-# ${say.shared}` : null),
      file ? gallery([{ ...file, text: '' }]) : null,
      caps.length > 0 ? text(...caps.map(({ name, says, part }) => `${part >= 0.8 ? '⚠️ ' : ''}${name} · **${says}** · ${Math.round(part * 100)} %`)) : null,
      rule(),
      list(say.bySteps, byStep, 12), list(say.byShots, byShot, 12), list(say.byPeople, byPerson, 10), list(say.byModels, byModel, 8),
      costs.length > 0 ? attached({ ...csv, text: '' }) : null,
    ])
    const picture = file && await costPicture({
      title: safeLine(production.title, 60), total: all ? sumMoney(all, say) : money(0), money: (sum) => sumMoney(sum, say), caps,
      groups: [{ title: say.bySteps, sums: byStep }, { title: say.byShots, sums: byShot.filter((sum) => sum.dollars + sum.reserved > 0 || sum.unknown > 0) }, { title: say.byModels, sums: byModel.map((sum) => ({ ...sum, name: sum.name.replace(/^\S+ · /, '') })) }],
    })
    await tell(interaction, { ...message, uploads: [
      ...(picture ? [{ attachment: picture, name: 'cost.png', description: say.picture }] : []),
      ...(costs.length > 0 ? [{ attachment: Buffer.from(`\uFEFF${costsCsv(costs)}`), name: csv.name }] : []),
    ] })
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command
