import type { Message } from '../../../discord/interface.ts'
import { renderComponents, type View } from '../components/render.ts'
import { dots } from '../components/button.ts'
import { h, type Child } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon, type IconName } from '../icons.ts'
import { markdown, oneLine } from '../markdown/render.ts'
import { channelOf, channelName, nameOf } from '../state.ts'
import { shortTime, spokenTime, timestamp } from '../time.ts'
import { renderAttachments } from './attachments.ts'
import { avatar } from './avatar.ts'
import { renderEmbed } from './embed.ts'
import { renderReactions } from './reactions.ts'
import { systemLine } from './system.ts'

export type Shape = { grouped: boolean; failed: boolean; editing: boolean }

export const flag = { crossposted: 1, suppressEmbeds: 4, ephemeral: 64, loading: 128, componentsV2: 1 << 15 }
export const has = ({ flags }: Message, bit: number) => ((flags ?? 0) & bit) !== 0

/** One message, whole. What can be pressed in it is named in `data-act`; the list listens. */
export function renderMessage(view: View, shape: Shape): HTMLElement {
  const { message, state, words, locale } = view
  const system = systemLine(view)
  const ephemeral = message.visibleTo !== undefined
  const mentioned = message.mentions.some(({ id }) => id === state.world.me) || message.mention_everyone
  const classes = ['message', shape.grouped && 'grouped', ephemeral && 'ephemeral', mentioned && 'mentioned', system && 'system', state.replyTo?.id === message.id && 'answered'].filter(Boolean)
  const author = nameOf(state, message.author.id)
  return h('li', { class: classes.join(' '), id: `message-${message.id}`, key: message.id, 'data-message': message.id, 'aria-label': `${author.name}, ${timestamp(Date.parse(message.timestamp) / 1000, 't', locale)}` },
    !system && reference(view),
    system
      ? h('div', { class: 'message-body' }, h('span', { class: 'gutter' }, icon(system.icon, 18)), h('div', { class: 'message-words' }, system.text, ' ', h('time', { class: 'when', datetime: message.timestamp }, spokenTime(message.timestamp, locale, words)), threadChip(view)))
      : h('div', { class: 'message-body' },
        shape.grouped ? h('span', { class: 'gutter hour' }, shortTime(message.timestamp, locale)) : h('span', { class: 'gutter' }, avatar(state, message.author.id)),
        h('div', { class: 'message-words' },
          !shape.grouped && h('header', {},
            h('span', { class: 'author', style: author.colour && `color: ${author.colour}` }, author.name),
            author.bot && h('span', { class: 'badge' }, words.app),
            h('time', { class: 'when', datetime: message.timestamp, title: timestamp(Date.parse(message.timestamp) / 1000, 'F', locale) }, spokenTime(message.timestamp, locale, words))),
          ...body(view, shape))),
    ephemeral && !has(message, flag.loading) && onlyYou(view),
    !has(message, flag.loading) && tools(view, ephemeral))
}

/** Beside the message while the pointer or the focus is on it. */
const tools = ({ words }: View, ephemeral: boolean) => h('div', { class: 'tools' },
  !ephemeral && tool('pick-reaction', words.react, 'smile'), !ephemeral && tool('reply', words.reply, 'reply'), tool('menu', words.more, 'more'))
const tool = (act: string, label: string, name: IconName) => h('button', { type: 'button', class: 'icon-button', 'data-act': act, 'aria-label': label, title: label }, icon(name, 20))

function body(view: View, { failed, editing }: Shape): Child[] {
  const { message, words, state } = view
  if (has(message, flag.loading)) return [h('div', { class: 'thinking muted' }, dots(), ` ${words.thinking(nameOf(state, message.author.id).name)}`)]
  const edited = message.edited_timestamp !== null && h('span', { class: 'edited', title: message.edited_timestamp }, words.edited)
  const v2 = has(message, flag.componentsV2)
  const text = message.content === '' || editing ? null : markdown(message.content, view)
  if (text && edited) (text.lastElementChild instanceof HTMLParagraphElement ? text.lastElementChild : text).append(edited)
  return [
    editing && h('textarea', { class: 'edit-box', 'data-act': 'editing', rows: 2, key: `edit-${message.id}`, 'aria-label': words.edit }, message.content),
    text,
    renderAttachments(message.attachments, view),
    !has(message, flag.suppressEmbeds) && message.embeds.map((embed) => renderEmbed(embed, view)),
    h('div', { class: v2 ? 'components v2' : 'components' }, renderComponents(message.components ?? [], view)),
    v2 && edited,
    failed && h('div', { class: 'failed', role: 'alert' }, icon('warning', 16), words.failed),
    renderReactions(message),
    threadChip(view),
  ]
}

/** Above the message: what it answers, or which command made it. */
function reference({ message, state, words }: View): Child {
  const command = message.interaction_metadata
  if (message.message_reference && message.type === 19) {
    const answered = message.referenced_message
    if (!answered) return h('div', { class: 'reference' }, h('i', { class: 'muted' }, words.originalDeleted))
    const { name, colour } = nameOf(state, answered.author.id)
    const preview = oneLine(answered.content || textOf(answered)).slice(0, 200)
    return h('button', { type: 'button', class: 'reference', 'data-act': 'jump', 'data-to': answered.id }, avatar(state, answered.author.id, 16), h('span', { class: 'author', style: colour && `color: ${colour}` }, `@${name}`), h('span', { class: 'reference-text' }, preview === '' ? icon('file', 14) : withEmoji(preview)))
  }
  const name = command && ('name' in command ? String(command.name) : message.interaction?.name)
  if (!command || !name || command.type !== 2) return null
  const { name: who, colour } = nameOf(state, command.user.id)
  return h('div', { class: 'reference' }, avatar(state, command.user.id, 16), h('span', { class: 'author', style: colour && `color: ${colour}` }, who), ` ${words.used} `, h('span', { class: 'mention' }, `/${name}`))
}

const textOf = (message: { components?: readonly unknown[] | undefined }): string => (message.components ?? []).flatMap((one) => {
  const { content, components } = one as { content?: string; components?: unknown[] } // a component of any kind
  return [content ?? '', components ? textOf({ components }) : '']
}).filter((text) => text !== '').join(' ')

const onlyYou = ({ words, message }: View) => h('footer', { class: 'only-you' }, icon('eye', 16), words.onlyYou, ' • ', h('button', { type: 'button', class: 'text-button', 'data-act': 'dismiss', 'data-message': message.id }, words.dismiss))

function threadChip({ message, words, state }: View): Child {
  const thread = message.thread
  if (!thread) return null
  // the copy in the message is as old as the message
  const now = channelOf(state, thread.id) ?? thread
  const count = 'message_count' in now ? now.message_count ?? 0 : 0
  const held = state.messages.get(thread.id)?.length
  return h('button', { type: 'button', class: 'thread-chip', 'data-act': 'go', 'data-channel': thread.id }, h('span', {}, h('b', {}, withEmoji(channelName(thread))), h('span', { class: 'see' }, `${words.messages(held ?? count)} ›`)))
}
