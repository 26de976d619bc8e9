import { h, type Child } from '../dom.ts'
import { emojiImage, isJumbo, withEmoji } from '../emoji.ts'
import { channelName, channelOf, guildOf, isThread, nameOf, type State } from '../state.ts'
import { timestamp } from '../time.ts'
import { icon } from '../icons.ts'
import type { Inline } from './inline.ts'
import { parseMarkdown, type Block } from './parse.ts'

export type Reader = { state: State; locale: string }

/** What people and bots write, as elements. */
export function markdown(source: string, reader: Reader): HTMLElement {
  return h('div', { class: `markdown${isJumbo(source) ? ' jumbo' : ''}` }, blocks(parseMarkdown(source), reader))
}

/** One line of it, for a reply's preview or a placeholder. */
export const oneLine = (source: string) => source.replace(/```[\s\S]*?```/g, ' … ').replace(/^[#>-]+\s+/gm, '').replace(/[*_~`|]{1,3}/g, '').replace(/\s+/g, ' ').trim()

const blocks = (list: readonly Block[], reader: Reader): Child[] => list.map((block) => {
  switch (block.kind) {
    case 'heading': return h(`h${block.level}`, {}, inlines(block.text, reader))
    case 'subtext': return h('small', { class: 'subtext' }, inlines(block.text, reader))
    case 'paragraph': return h('p', {}, inlines(block.text, reader))
    case 'quote': return h('blockquote', {}, h('div', {}, blocks(block.blocks, reader)))
    case 'code': return h('pre', {}, h('code', {}, block.text))
    case 'list': {
      const items = block.items.map(({ text, inner }) => h('li', {}, inlines(text, reader), blocks(inner, reader)))
      return block.ordered ? h('ol', { start: block.start, style: `--digits: ${String(block.start + items.length - 1).length}` }, items) : h('ul', {}, items)
    }
  }
})

const inlines = (list: readonly Inline[], reader: Reader): Child[] => list.map((part) => {
  switch (part.kind) {
    case 'text': return withEmoji(part.text)
    case 'code': return h('code', {}, part.text)
    case 'strong': return h('strong', {}, inlines(part.inner, reader))
    case 'emphasis': return h('em', {}, inlines(part.inner, reader))
    case 'underline': return h('u', {}, inlines(part.inner, reader))
    case 'strike': return h('s', {}, inlines(part.inner, reader))
    case 'spoiler': return h('span', { class: 'spoiler', role: 'button', tabindex: 0, 'data-act': 'reveal' }, h('span', {}, inlines(part.inner, reader)))
    case 'link': return link(part.url, inlines(part.inner, reader), reader)
    case 'command': return h('span', { class: 'mention' }, `/${part.name}`)
    case 'time': return h('time', { class: 'timestamp', datetime: new Date(part.at * 1000).toISOString(), title: timestamp(part.at, 'F', reader.locale) }, timestamp(part.at, part.style, reader.locale))
    case 'mention': return mention(part, reader)
  }
})

/** A link to one of our own messages or channels opens here. */
function link(url: string, inner: Child[], { state }: Reader) {
  const own = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/[\w@]+\/(\d+)(?:\/(\d+))?/.exec(url)
  const channel = own?.[1] === undefined ? undefined : channelOf(state, own[1])
  if (!channel) return h('a', { href: url, target: '_blank', rel: 'noreferrer noopener nofollow' }, inner)
  const named = inner.length === 1 && inner[0] !== undefined && Array.isArray(inner[0]) && String(inner[0][0]) === url
  return h('a', { href: `#${channel.id}`, class: named ? 'mention' : '', 'data-act': 'go', 'data-channel': channel.id, 'data-message': own?.[2] }, named ? [channelMark(channel.type), channelName(channel), own?.[2] ? [' › ', emojiImage('💬')] : null] : inner)
}

function mention({ of, id }: Extract<Inline, { kind: 'mention' }>, { state }: Reader) {
  if (of === 'all') return h('span', { class: 'mention' }, `@${id}`)
  if (of === 'user') return h('span', { class: 'mention' }, `@${nameOf(state, id).name}`)
  if (of === 'role') {
    const role = guildOf(state, state.channel)?.roles.find((one) => one.id === id)
    const colour = role && role.colour !== 0 ? `#${role.colour.toString(16).padStart(6, '0')}` : undefined
    return h('span', { class: 'mention', style: colour && `color: ${colour}; background: ${colour}26` }, `@${role?.name ?? 'unknown-role'}`)
  }
  const channel = channelOf(state, id)
  return h('a', { class: 'mention', href: `#${id}`, 'data-act': 'go', 'data-channel': id }, channelMark(channel?.type ?? 0), channel ? channelName(channel) : 'unknown')
}

const channelMark = (type: number) => icon(isThread({ type }) ? 'thread' : type === 15 ? 'forum' : 'hash', 16)
