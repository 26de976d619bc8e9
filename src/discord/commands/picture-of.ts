import { ComponentType, type MessageContextMenuCommandInteraction } from 'discord.js'
import { inLanguage } from './language.ts'
import { Refusal } from './refusal.ts'

type File = { url: string; name: string; size: number }

/** The first picture in the message that a command was called on: attached, or shown in its components. */
export function pictureOf(interaction: MessageContextMenuCommandInteraction): File {
  const { attachments, components } = interaction.targetMessage
  const attached = attachments.find(({ contentType, name }) => contentType?.startsWith('image/') ?? /\.(png|jpe?g|webp|gif)$/i.test(name))
  if (attached) return attached
  const shown = components.flatMap((component) => component.type === ComponentType.Container ? component.components : [component])
    .flatMap((component) => component.type === ComponentType.MediaGallery ? component.items.map(({ media }) => media) : [])
    .find(({ data }) => data.content_type?.startsWith('image/'))
  if (shown) return { url: shown.url, name: 'picture', size: 0 }
  throw new Refusal(inLanguage(words, interaction))
}

const words = {
  en: 'There is no picture in this message. Use this on a message with a PNG, JPEG, WebP or GIF in it, or use /animate and attach one.',
  zh: '这条消息里没有图片。请在有 PNG、JPEG、WebP 或 GIF 的消息上用，或者用 /animate 附一张。',
}
