import type { App } from '../app.ts'
import type { Message } from '../../../discord/interface.ts'
import { h } from '../dom.ts'
import { commonEmoji, emojiImage } from '../emoji.ts'
import { icon, type IconName } from '../icons.ts'
import { guildOf } from '../state.ts'
import { moveWithArrows } from './select-popup.ts'
import { openDialog, openPopup, say } from './layer.ts'

/** What a person can do with one message; the bots' own commands last. */
export async function openMessageMenu(app: App, message: Message, at: Element | { x: number; y: number }, { reply }: { reply: (message: Message) => void }) {
  const { state } = app
  const words = app.words()
  const commands = (await app.commands()).filter(({ type }) => type === 3)
  const mine = message.author.id === state.world.me
  const ephemeral = message.visibleTo !== undefined
  const guild = guildOf(state, state.channel)
  const manages = guild !== undefined && (guild.manages.length > 0)
  const item = (label: string, name: IconName, act: () => unknown, danger = false) => {
    const button = h('button', { type: 'button', role: 'menuitem', class: `option${danger ? ' dangerous' : ''}` }, h('span', {}, label), icon(name, 18))
    button.addEventListener('click', () => {
      close()
      act()
    })
    return button
  }
  const quick = h('div', { class: 'quick' }, commonEmoji.slice(0, 5).map((emoji) => {
    const button = h('button', { type: 'button', class: 'icon-button', role: 'menuitem', 'aria-label': emoji }, emojiImage(emoji))
    button.addEventListener('click', () => {
      close()
      app.act({ kind: 'react', message: message.id, emoji, on: true }).catch(say)
    })
    return button
  }))
  const menu = h('div', { class: 'menu', role: 'menu' },
    !ephemeral && quick,
    !ephemeral && item(words.reply, 'reply', () => reply(message)),
    mine && item(words.edit, 'pen', () => app.change(() => { state.editing = message.id })),
    message.content !== '' && item(words.copy, 'copy', () => navigator.clipboard.writeText(message.content)),
    commands.length > 0 && [h('hr', {}), h('h4', { class: 'muted' }, words.apps), commands.map((command) => item(command.name_localizations?.[app.locale() as 'en-US'] ?? command.name, 'spark', () =>
      app.begin({ kind: 'menu', channel: state.channel, name: command.name, message: message.id }, { command: command.name, channel: state.channel }).catch(say)))],
    ephemeral && item(words.dismiss, 'close', () => app.act({ kind: 'dismiss', message: message.id }).catch(say)),
    (mine || manages) && !ephemeral && [h('hr', {}), item(words.remove, 'bin', () => confirmDelete(app, message), true)])
  menu.addEventListener('keydown', (event) => moveWithArrows(event, menu))
  const close = openPopup(menu, at)
  menu.querySelector<HTMLElement>('.option')?.focus({ preventScroll: true })
}

function confirmDelete(app: App, message: Message) {
  const words = app.words()
  const no = h('button', { type: 'button', class: 'button secondary' }, words.cancel)
  const yes = h('button', { type: 'button', class: 'button danger' }, words.delete)
  const close = openDialog(words.removeTitle, 'sheet small', h('div', { class: 'sheet-body' }, h('h2', {}, words.removeTitle), h('p', {}, words.removeSure)), h('footer', {}, no, yes))
  no.addEventListener('click', close)
  yes.addEventListener('click', () => {
    close()
    app.act({ kind: 'delete', message: message.id }).catch(say)
  })
}

export function openEmojiPicker(anchor: Element, label: string, chosen: (emoji: string) => void) {
  const grid = h('div', { class: 'emoji-grid', role: 'menu', 'aria-label': label }, commonEmoji.map((emoji) => {
    const button = h('button', { type: 'button', class: 'icon-button option', role: 'menuitem', 'aria-label': emoji }, emojiImage(emoji))
    button.addEventListener('click', () => {
      close()
      chosen(emoji)
    })
    return button
  }))
  const close = openPopup(grid, anchor, { above: true })
}
