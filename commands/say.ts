import type { ChatInputCommandInteraction } from 'discord.js'
import { inLanguage } from '../src/discord/commands/language.ts'
import { replyOf, speakerOf } from '../src/discord/commands/person-of.ts'
import { slash, text } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmHere, need } from '../src/discord/commands/this-film.ts'
import type { Command, Desk } from './index.ts'

/** Direction in words, also where the bot may not read along. */
export default {
  data: slash(['say', '说', '說'], ['Tell the crew what should change, in your own words', '用自己的话告诉剧组要改什么', '用自己的話告訴劇組要改什麼'], [
    text(['note', '意见', '意見'], ['«2.4: more ships, slower push, dusk», «look noir», «undo», «approve»', '「2.4：多几条船，推慢一点，黄昏」「撤销」「通过」', '「2.4：多幾條船，推慢一點，黃昏」「撤銷」「通過」'], { required: true, max_length: 4000 }),
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const film = await filmHere(interaction, desk)
    need('note', film, interaction)
    const note = interaction.options.getString('note', true)
    await desk.office.send(film.production.id, `i:${interaction.id}`, { kind: 'noted', id: interaction.id, text: note }, { by: speakerOf(interaction, film.rights), reply: replyOf(interaction) })
    await tell(interaction, inLanguage(words, interaction))
  },
} satisfies Command

const words = { en: 'Passed on. The crew says here what it changed.', zh: '已转告。改了什么，剧组会在这里说。' }
