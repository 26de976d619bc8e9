import type { App } from '../app.ts'
import type { Message } from '../../../discord/interface.ts'
import { h, morph, morphChildren } from '../dom.ts'
import { icon } from '../icons.ts'
import { channelName, channelOf, componentKey, isThread } from '../state.ts'
import { dayName, sameDay } from '../time.ts'
import { noticeLine } from './notice.ts'
import { has, flag, renderMessage } from './message.ts'

/** The messages of the open channel. A message whose facts are the same is the same element, so nothing that plays is disturbed. */
export function messageList() {
  const scroller = h('div', { class: 'scroller', tabindex: 0 })
  const list = h('ol', { class: 'messages', role: 'log' })
  const jump = h('button', { type: 'button', class: 'to-present' })
  scroller.append(list)
  const held = new Map<string, { facts: readonly unknown[]; element: HTMLElement }>()
  let shown = ''
  let atEnd = true
  const stay = () => { if (atEnd) scroller.scrollTop = scroller.scrollHeight }
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80
    jump.hidden = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 600
  }, { passive: true })
  jump.addEventListener('click', () => scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' }))
  const sizes = new ResizeObserver(stay)
  sizes.observe(list)
  sizes.observe(scroller)
  jump.hidden = true

  function draw(app: App) {
    const { state } = app
    const words = app.words()
    if (shown !== state.channel) {
      held.clear()
      atEnd = true
    }
    shown = state.channel
    jump.replaceChildren(words.newMessages, ' ', icon('down', 16))
    const messages = state.messages.get(state.channel) ?? []
    const waiting = [...state.pending.values()].filter((one) => 'message' in one)
    const rows: HTMLElement[] = [opening(app)]
    for (const [index, message] of messages.entries()) {
      const before = messages[index - 1]
      if (!before || !sameDay(new Date(before.timestamp), new Date(message.timestamp))) {
        rows.push(h('li', { class: 'day', role: 'separator', key: `day-${message.id}` }, h('span', {}, dayName(message.timestamp, app.locale()))))
      }
      const busy = waiting.find((one) => one.message === message.id)?.component
      const shape = { grouped: before !== undefined && goesOn(before, message), failed: [...state.failed].some((key) => key.startsWith(`${message.id} `)), editing: state.editing === message.id }
      const chosen = [...state.chosen].filter(([key]) => key.startsWith(`${message.id} `)).flat(2).join()
      const facts = [message, state.world, busy, shape.grouped, shape.failed, shape.editing, chosen, state.replyTo?.id === message.id, message.thread && state.messages.get(message.thread.id)?.length]
      const known = held.get(message.id)
      if (known && known.facts.every((fact, at) => fact === facts[at])) {
        rows.push(known.element)
        continue
      }
      const fresh = renderMessage({ state, locale: app.locale(), words, message, busy }, shape)
      const element = (known ? morph(known.element, fresh) : fresh) as HTMLElement // both are list items
      held.set(message.id, { facts, element })
      rows.push(element)
    }
    rows.push(...state.notices.filter(({ channel }) => channel === state.channel).map((notice) => noticeLine(app, notice)))
    morphChildren(list, rows)
    stay()
  }
  return { element: h('div', { class: 'list-box' }, scroller, jump), draw, failedKey: componentKey }
}

const minutes = 60_000
const goesOn = (before: Message, message: Message) => before.author.id === message.author.id && [0, 20].includes(before.type) && message.type === 0 && !message.message_reference
  && message.interaction_metadata?.type !== 2 && before.visibleTo === message.visibleTo && !has(message, flag.loading)
  && Date.parse(message.timestamp) - Date.parse(before.timestamp) < 7 * minutes && sameDay(new Date(before.timestamp), new Date(message.timestamp))

function opening({ state, words }: App) {
  const channel = channelOf(state, state.channel)
  const thread = channel !== undefined && isThread(channel)
  const name = channelName(channel)
  return h('li', { class: 'opening', key: `opening-${state.channel}` },
    h('span', { class: 'opening-mark' }, icon(thread ? 'thread' : 'hash', 40)),
    h('h2', {}, thread || channel?.type === 1 ? name : words().start(name)),
    !thread && channel?.type !== 1 && h('p', { class: 'muted' }, words().startOf(name)))
}
