import { FileUploadBuilder, LabelBuilder, ModalBuilder, type ModalSubmitInteraction, TextInputBuilder, TextInputStyle } from 'discord.js'
import { commandId } from './command-id.ts'
import { termsOf } from './film-terms.ts'
import { inLanguage } from './language.ts'
import { Refusal } from './refusal.ts'
import type { Starting } from './start-film.ts'

/** A sheet of paper for what is longer than a line: a whole poem, a scene, a script; or the file it is in. */
export function askForText(interaction: { locale: string }, asked: readonly string[], text = ''): ModalBuilder {
  const say = inLanguage(words, interaction)
  return new ModalBuilder().setCustomId(commandId('film', ...trimmed(asked))).setTitle(say.title).addLabelComponents(
    new LabelBuilder().setLabel(say.text).setDescription(say.textHint).setTextInputComponent(
      new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMaxLength(4000).setRequired(false).setPlaceholder(say.example).setValue(text.slice(0, 4000))),
    new LabelBuilder().setLabel(say.file).setDescription(say.fileHint).setFileUploadComponent(new FileUploadBuilder().setCustomId('file').setRequired(false).setMaxValues(1)),
    new LabelBuilder().setLabel(say.pictures).setDescription(say.picturesHint).setFileUploadComponent(new FileUploadBuilder().setCustomId('pictures').setRequired(false).setMaxValues(4)),
  )
}

/** What the filled-in sheet asks for. */
export function starting(interaction: ModalSubmitInteraction, asked: readonly string[]): Starting {
  const { fields } = interaction
  const text = fields.getTextInputValue('text')
  const file = fields.getUploadedFiles('file')?.first() ?? null
  if (text.trim() === '' && !file) throw new Refusal(inLanguage(words, interaction).nothing)
  return { words: text, file, pictures: [...fields.getUploadedFiles('pictures')?.values() ?? []], ...termsOf(asked, interaction) }
}

const trimmed = (asked: readonly string[]) => asked.slice(0, asked.findLastIndex((word) => word !== '') + 1)

const words = {
  en: {
    title: 'A new film', text: 'The text', textHint: 'Never rewritten. A wish in a line gets ideas first.', example: 'A noir about a lighthouse keeper — or a whole poem, scene or storyboard table',
    file: 'Or a file', fileHint: 'Text, script, storyboard table (Markdown, CSV), film.json', pictures: 'Your own frames', picturesHint: 'For the first shots, in order',
    nothing: 'There was neither a text nor a file, so no film was started. Use /film again and paste one.',
  },
  zh: {
    title: '新片', text: '文字', textHint: '一字不改。只写一句想法，就先出几个创意。', example: '一部灯塔守灯人的黑色电影——也可以是整首诗、一场戏或分镜表',
    file: '或者文件', fileHint: '文字、剧本、分镜表（Markdown、CSV）、film.json', pictures: '自己的画面', picturesHint: '按顺序用在最前面的镜头',
    nothing: '没有文字也没有文件，所以没有开片。请再用一次 /film，把内容贴上。',
  },
}
