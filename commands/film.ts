import { type AutocompleteInteraction, ChannelType, type ChatInputCommandInteraction, type MessageComponentInteraction, type ModalSubmitInteraction } from 'discord.js'
import { askForText, starting } from '../src/discord/commands/ask-for-text.ts'
import { asksFor, asksForNothing, filmTerms, termsOf } from '../src/discord/commands/film-terms.ts'
import { inLanguage } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { channel, file, slash, text } from '../src/discord/commands/slash.ts'
import { startFilm } from '../src/discord/commands/start-film.ts'
import { readExample } from '../src/discord/commands/starting-points.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['film', '拍片', '拍片'], ['Make a film of a wish, a poem, a story, a script or a storyboard', '把一个想法、一首诗、一篇故事、剧本或分镜拍成片子', '把一個想法、一首詩、一篇故事、劇本或分鏡拍成片子'], [
    text(['wish', '想法', '想法'], ['What the film is to be; leave it out to paste a longer text', '想拍什么；要贴长文就先空着', '想拍什麼；要貼長文就先空著'], { max_length: 6000 }),
    file(['file', '文件', '檔案'], ['A text, script, storyboard table (Markdown, CSV) or the film.json of a film', '文字、剧本、分镜表（Markdown、CSV）或某部片子的 film.json', '文字、劇本、分鏡表（Markdown、CSV）或某部片子的 film.json']),
    ...filmTerms,
    text(['where', '地方', '地方'], ['Where the crew works', '剧组在哪里开工', '劇組在哪裡開工'], { choices: [
      { value: 'thread', name: ['a thread of its own', '新的子区', '新的討論串'] },
      { value: 'private', name: ['a private thread', '私密子区', '私密討論串'] },
      { value: 'here', name: ['here, in this thread', '就在这里（子区里）', '就在這裡（討論串裡）'] },
    ] }),
    channel(['channel', '频道', '頻道'], ['Another channel or forum for its thread', '换一个频道或论坛开', '換一個頻道或論壇開'], [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.GuildAnnouncement]),
    ...(['', '-2', '-3', '-4'] as const).map((more, index) => file([`picture${more}`, `图片${more}`, `圖片${more}`], [`Your own frame for shot ${index + 1} of the storyboard`, `分镜第 ${index + 1} 个镜头用的画面`, `分鏡第 ${index + 1} 個鏡頭用的畫面`])),
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    const { options } = interaction
    const words = options.getString('wish') ?? ''
    const brought = options.getAttachment('file')
    const pictures = ['picture', 'picture-2', 'picture-3', 'picture-4'].flatMap((name) => options.getAttachment(name) ?? [])
    if (words.trim() === '' && !brought) {
      if (pictures.length > 0) throw new Refusal(inLanguage(onlyPictures, interaction))
      return interaction.showModal(askForText(interaction, asksFor(options)))
    }
    return startFilm(interaction, { words, file: brought, pictures, ...termsOf(asksFor(options), interaction) }, desk)
  },

  /** The voices there are. */
  async autocomplete(interaction: AutocompleteInteraction, { studio }: Desk) {
    const typed = interaction.options.getFocused().toLowerCase()
    await interaction.respond([...studio.voices, 'off'].filter((voice) => voice.includes(typed)).slice(0, 25).map((voice) => ({ name: voice, value: voice })))
  },

  async answer(interaction: ModalSubmitInteraction | MessageComponentInteraction, said: string[], desk: Desk) {
    if (interaction.isModalSubmit()) return startFilm(interaction, starting(interaction, said), desk)
    // pressed under the bot's hello or in /help
    if (said[0] === 'start') return interaction.showModal(askForText(interaction, []))
    const words = await readExample(said[1])
    if (words !== null) await startFilm(interaction, { words, file: null, pictures: [], ...asksForNothing }, desk)
  },
} satisfies Command

const onlyPictures = {
  en: 'A picture alone says little of a film. Say in `wish` what happens in it, or set the picture in motion with /animate.',
  zh: '光有图片还看不出要拍什么。请在「想法」里说说片子讲什么；只想让图片动起来，用 /animate。',
}
