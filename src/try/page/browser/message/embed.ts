import type { APIEmbed } from 'discord.js'
import { mediaBox } from '../components/media.ts'
import type { View } from '../components/render.ts'
import { h } from '../dom.ts'
import { markdown } from '../markdown/render.ts'

export function renderEmbed(embed: APIEmbed, view: View): HTMLElement {
  const picture = embed.image ?? embed.video
  return h('article', { class: 'embed', style: embed.color === undefined ? '' : `--accent: #${embed.color.toString(16).padStart(6, '0')}` },
    h('div', { class: 'embed-texts' },
      embed.author && h('div', { class: 'embed-author' }, embed.author.name),
      embed.title && h('div', { class: 'embed-title' }, embed.url ? h('a', { href: embed.url, target: '_blank', rel: 'noreferrer noopener' }, embed.title) : embed.title),
      embed.description && markdown(embed.description, view),
      embed.fields && h('div', { class: 'embed-fields' }, embed.fields.map(({ name, value, inline }) => h('div', { class: inline ? 'inline' : '' }, h('b', {}, name), markdown(value, view)))),
      picture?.url && mediaBox({ media: { ...picture, url: picture.url } }, view.words),
      embed.footer && h('div', { class: 'embed-footer muted' }, embed.footer.text)),
    embed.thumbnail && h('div', { class: 'thumbnail' }, mediaBox({ media: embed.thumbnail }, view.words)))
}
