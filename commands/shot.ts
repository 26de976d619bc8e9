import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { replyOf, speakerOf } from '../src/discord/commands/person-of.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { showShot } from '../src/discord/commands/show-card.ts'
import { searched, slash, text, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmHere, filmOption, need, offerFilms, thisFilm } from '../src/discord/commands/this-film.ts'
import { shotSizes } from '../src/film/shot-size.ts'
import type { ShotRecord } from '../src/production/shot-record.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['shot', '镜头', '鏡頭'], ['Show a shot again, with its buttons; or change it', '再看一个镜头（带按钮），或者改它', '再看一個鏡頭（帶按鈕），或者改它'], [
    searched(['number', '编号', '編號'], ['Its number on the storyboard', '分镜上的编号', '分鏡上的編號'], { required: true }),
    text(['change', '修改', '修改'], ['What should change: «closer, slower, more ships, dusk»', '要改什么：「近一点，慢一点，多几条船，黄昏」', '要改什麼：「近一點，慢一點，多幾條船，黃昏」'], { max_length: 2000 }),
    yesNo(['public', '公开', '公開'], ['Let everybody here see it', '让这里的人都看到', '讓這裡的人都看到']),
    filmOption,
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    const change = interaction.options.getString('change')?.trim() ?? ''
    await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
    const say = inLanguage(words, interaction)
    const film = await thisFilm(interaction, desk)
    const number = interaction.options.getString('number', true).trim()
    const card = await desk.office.card(film.production.id, `shot:${number}`)
    if (!card && change === '') {
      const shots = await desk.office.shots(film.production.id)
      throw new Refusal(shots.some((shot) => shot.number === number) ? say.notYet : say.none(number, rangeOf(shots)))
    }
    if (change !== '') {
      need('note', film, interaction)
      const shots = await desk.office.shots(film.production.id)
      if (!shots.some((shot) => shot.number === number)) throw new Refusal(say.none(number, rangeOf(shots)))
      await desk.office.send(film.production.id, `m:${interaction.id}`, { kind: 'noted', id: interaction.id, text: change, about: number }, { by: speakerOf(interaction, film.rights), reply: replyOf(interaction) })
      const place = await desk.office.posted(film.production.id, `shot:${number}`)
      return tell(interaction, `${say.passedOn(number)}${place ? ` ${place}` : ''}`)
    }
    if (card) await tell(interaction, await showShot(film.production, card, number, desk, interaction))
  },

  async autocomplete(interaction: AutocompleteInteraction, desk: Desk) {
    if (interaction.options.getFocused(true).name === 'film') return offerFilms(interaction, desk)
    const named = interaction.options.getString('film')
    const production = named ? (await thisFilm(interaction, desk).catch(() => null))?.production : (await filmHere(interaction, desk).catch(() => null))?.production
    const typed = interaction.options.getFocused().trim().toLowerCase()
    const shots = production ? await desk.office.shots(production.id) : []
    const offered = shots.map((shot) => ({ name: nameOf(shot, languageOf(interaction.locale)), value: shot.number }))
    // A number that begins so comes before one that only has it somewhere.
    const found = [...offered.filter(({ value }) => value.startsWith(typed)), ...offered.filter(({ name, value }) => !value.startsWith(typed) && name.toLowerCase().includes(typed))]
    await interaction.respond(found.slice(0, 25))
  },
} satisfies Command

const nameOf = ({ number, told }: ShotRecord, language: 'en' | 'zh') => {
  const size = told?.written.size ?? shotSizes.find(({ name }) => name === told?.size)?.[language]
  return [number, size, told?.scene].filter(Boolean).join(' · ').replace(/\s+/g, ' ').slice(0, 100)
}

const rangeOf = (shots: readonly ShotRecord[]) => shots.length === 0 ? null : `${shots[0]?.number}–${shots.at(-1)?.number}`

const words = {
  en: {
    none: (number: string, range: string | null) => range === null ? 'This film has no storyboard yet; shots come with it.' : `There is no shot ${number.slice(0, 20)} here. The storyboard has ${range}; choose from the list that appears while you type.`,
    notYet: 'Nothing was made of this shot yet: the storyboard is not greenlit. Once it is, every shot has a message of its own.',
    passedOn: (number: string) => `Passed on to the crew, about shot ${number}.`,
  },
  zh: {
    none: (number: string, range: string | null) => range === null ? '这部片子还没有分镜；有了分镜才有镜头。' : `没有镜头 ${number.slice(0, 20)}。分镜里是 ${range}；输入时可以从列表里选。`,
    notYet: '这个镜头还没开始做：分镜还没批准开拍。开拍后每个镜头都有自己的消息。',
    passedOn: (number: string) => `已转告剧组，关于镜头 ${number}。`,
  },
}
