import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { avatar } from '../message/avatar.ts'
import { callsOf, matching, type Call } from './calls.ts'

/** What opens over the composer when one types «/». */
export function commandList(panel: HTMLElement, chosen: (call: Call, rest?: string) => void) {
  let calls: Call[] = []
  let at = 0
  const hide = () => {
    panel.hidden = true
    calls = []
  }
  const mark = () => {
    for (const [index, row] of [...panel.querySelectorAll('.call')].entries()) {
      row.setAttribute('aria-selected', index === at ? 'true' : 'false')
      if (index === at) row.scrollIntoView({ block: 'nearest' })
    }
  }
  return {
    hide,
    async show(app: App, typed: string) {
      if (!typed.startsWith('/') || typed.includes('\n')) return hide()
      const all = callsOf(await app.commands(), app.locale())
      const text = typed.slice(1).trim()
      calls = matching(all, text)
      // A whole name and a space: the command is meant, and what follows is its first option.
      for (const call of all) {
        const name = [call.shown, [call.command, call.subcommand].filter((part) => part !== undefined).join(' ')].find((one) => typed.startsWith(`/${one} `))
        if (name !== undefined) return chosen(call, typed.slice(name.length + 2))
      }
      if (calls.length === 0) return hide()
      at = 0
      const { state } = app
      panel.replaceChildren(h('div', { class: 'panel-title' }, avatar(state, state.world.bot, 20), ` ${app.words().commandsMatching(text)}`), h('div', { role: 'listbox', 'aria-label': app.words().useCommands, class: 'calls' }, calls.map((call) => {
        const row = h('button', { type: 'button', class: 'call', role: 'option', tabindex: -1 },
          h('span', {}, h('span', { class: 'call-name' }, h('b', {}, `/${call.shown}`), call.options.slice(0, 6).map(({ shown, required }) => h('span', { class: `call-option${required ? ' required' : ''}` }, shown))), h('span', { class: 'muted' }, withEmoji(call.description))),
          h('span', { class: 'muted by' }, app.words().builtBy))
        row.addEventListener('click', () => chosen(call))
        return row
      })))
      panel.hidden = false
      mark()
    },
    /** True when the key was meant for the list. */
    key(event: KeyboardEvent): boolean {
      const call = calls[at]
      if (panel.hidden || !call) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') at = (at + (event.key === 'ArrowDown' ? 1 : -1) + calls.length) % calls.length
      else if (event.key === 'Enter' || event.key === 'Tab') chosen(call)
      else if (event.key === 'Escape') hide()
      else return false
      event.preventDefault()
      mark()
      return true
    },
  }
}
