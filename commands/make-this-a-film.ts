import type { Attachment, MessageContextMenuCommandInteraction } from 'discord.js'
import { asksForNothing } from '../src/discord/commands/film-terms.ts'
import { inLanguage } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { onMessage } from '../src/discord/commands/slash.ts'
import { startFilm } from '../src/discord/commands/start-film.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: onMessage(['Make this a film', '把这条拍成片子', '把這則拍成片子']),

  async execute(interaction: MessageContextMenuCommandInteraction, desk: Desk) {
    const { content, attachments } = interaction.targetMessage
    const isPicture = ({ contentType, name }: Attachment) => contentType?.startsWith('image/') ?? /\.(png|jpe?g|webp|gif)$/i.test(name)
    const file = attachments.find((each) => !isPicture(each)) ?? null
    if (content.trim() === '' && !file) throw new Refusal(inLanguage(words, interaction))
    await startFilm(interaction, { words: content, file, pictures: [...attachments.filter(isPicture).values()].slice(0, 4), ...asksForNothing }, desk)
  },
} satisfies Command

const words = {
  en: 'There are neither words nor a text file in this message. Use this on a message with a wish, a poem, a story or a file of text in it.',
  zh: '这条消息里既没有文字也没有文本文件。请在写着想法、诗、故事或附有文本的消息上用。',
}
