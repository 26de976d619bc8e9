import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { channelName, channelOf, isThread } from '../state.ts'
import { peopleSwitch } from './people.ts'

export function topBar({ state, words }: App): HTMLElement {
  const channel = channelOf(state, state.channel)
  const parent = channel && isThread(channel) && 'parent_id' in channel && channel.parent_id ? channelOf(state, channel.parent_id) : undefined
  const mark = (type: number) => icon(isThread({ type }) ? 'thread' : type === 15 ? 'forum' : type === 1 ? 'people' : 'hash', 22)
  return h('header', { class: 'top' },
    h('button', { type: 'button', class: 'icon-button phone-only', 'data-act': 'drawer', 'data-drawer': 'channels', 'aria-label': words().openMenu }, icon('menu', 24), state.unread.size > 0 && h('i', { class: 'new' })),
    parent && h('button', { type: 'button', class: 'crumb', 'data-act': 'go', 'data-channel': parent.id }, mark(parent.type), h('span', {}, channelName(parent))),
    parent && icon('right', 14),
    h('h1', {}, channel && mark(channel.type), h('span', {}, withEmoji(channelName(channel)))),
    channel && 'topic' in channel && channel.topic && h('span', { class: 'topic muted' }, channel.topic),
    h('span', { class: 'space' }),
    peopleSwitch(state, words()),
    h('button', { type: 'button', class: 'icon-button', 'data-act': 'drawer', 'data-drawer': 'members', 'aria-label': words().showMembers, title: words().showMembers }, icon('people', 22)))
}
