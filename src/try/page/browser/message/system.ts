import type { View } from '../components/render.ts'
import { h, type Child } from '../dom.ts'
import type { IconName } from '../icons.ts'
import { nameOf } from '../state.ts'

/** Discord's own lines: a thread began, somebody joined, a message was pinned. */
export function systemLine({ message, state, words }: View): { icon: IconName; text: Child } | undefined {
  const { name, colour } = nameOf(state, message.author.id)
  const who = h('b', { style: colour && `color: ${colour}` }, name)
  switch (message.type) {
    case 18: return { icon: 'thread', text: words.startedThread(name, message.content) }
    case 7: return { icon: 'right', text: [who, ' 👋'] }
    case 6: return { icon: 'check', text: [who, ' 📌'] }
    case 4: return { icon: 'pen', text: [who, ': ', h('b', {}, message.content)] }
    default: return undefined
  }
}
