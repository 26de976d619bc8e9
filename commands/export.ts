import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { inLanguage } from '../src/discord/commands/language.ts'
import { replyOf, speakerOf } from '../src/discord/commands/person-of.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { slash } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { uploadLimit } from '../src/discord/commands/upload-limit.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['export', '导出', '匯出'], ['Everything there is of the film as an archive: film, sheet, script, stills, clips', '把片子的全部打包：成片、分镜、剧本、画面、镜头', '把片子的全部打包：成片、分鏡、劇本、畫面、鏡頭'], [filmOption]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const say = inLanguage(words, interaction)
    const { production, rights } = await thisFilm(interaction, desk)
    const made = await desk.office.cards(production.id)
    if (!made.some(({ slot }) => slot === 'script' || slot === 'board')) throw new Refusal(say.nothing)
    // What the bot may post there counts, not what the person may: the archive comes as the bot's own message.
    const bytes = await uploadLimit(desk.office.store, production.guild)
    const id = BigInt(interaction.id).toString(36)
    await desk.office.send(production.id, `x:${interaction.id}`, { kind: 'export-asked', id, bytes }, { by: speakerOf(interaction, rights), reply: replyOf(interaction) })
    await tell(interaction, `${say.begun}${production.thread && production.thread !== interaction.channelId ? ` <#${production.thread}>` : ''}`)
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

const words = {
  en: { nothing: 'There is nothing to take home yet: no script and no storyboard. /status says what the crew is at.', begun: 'Being packed; the archives come into the thread of the film.' },
  zh: { nothing: '还没有可以导出的：剧本和分镜都没有。/status 能看到剧组在忙什么。', begun: '正在打包，会发在片子的子区里。' },
}
