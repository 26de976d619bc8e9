import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { dots } from '../components/button.ts'
import { icon } from '../icons.ts'
import { nameOf, type Notice } from '../state.ts'
import { avatar } from './avatar.ts'

/** A command on its way, or one that nobody answered: only this window shows it, where the answer would be. */
export function noticeLine({ state, words }: App, { interaction, command, failed }: Notice): HTMLElement {
  const { me, bot } = state.world
  const { name, colour } = nameOf(state, me)
  return h('li', { class: `message notice${failed ? ' ephemeral' : ''}`, key: `notice-${interaction}` },
    h('div', { class: 'reference' }, avatar(state, me, 16), h('span', { class: 'author', style: colour && `color: ${colour}` }, name), ` ${words().used} `, h('span', { class: 'mention' }, `/${command}`)),
    h('div', { class: 'message-body' }, h('span', { class: 'gutter' }, avatar(state, bot)),
      h('div', { class: 'message-words' }, h('header', {}, h('span', { class: 'author' }, nameOf(state, bot).name), h('span', { class: 'badge' }, words().app)),
        failed
          ? h('div', { class: 'failed', role: 'alert' }, icon('warning', 16), words().noAnswer, ' • ', h('button', { type: 'button', class: 'text-button', 'data-act': 'forget-notice', 'data-interaction': interaction }, words().dismiss))
          : h('div', { class: 'thinking muted' }, dots(), ` ${words().sending}`))))
}
