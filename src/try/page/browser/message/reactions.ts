import type { Message } from '../../../discord/interface.ts'
import { emojiOf } from '../components/button.ts'
import { h, type Child } from '../dom.ts'

export function renderReactions({ reactions }: Message): Child {
  if (!reactions?.length) return null
  return h('div', { class: 'reactions' }, reactions.map(({ emoji, count, me }) =>
    h('button', { type: 'button', class: `reaction${me ? ' mine' : ''}`, 'aria-pressed': me ? 'true' : 'false', 'data-act': 'react', 'data-emoji': emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name ?? '', 'data-on': me ? 'false' : 'true' }, emojiOf(emoji), h('span', {}, count))))
}
