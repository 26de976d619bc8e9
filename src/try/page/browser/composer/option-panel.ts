import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { channels, people, roles } from '../components/select.ts'
import type { CallOption } from './calls.ts'
import type { OptionField } from './option-field.ts'

type Choice = { name: string; value: string | number | boolean }

/** Over the composer: what the option in hand means and what it can be. */
export function optionPanel(panel: HTMLElement, app: App, complete: (field: OptionField) => Promise<Choice[]>) {
  let at = -1
  let rows: HTMLElement[] = []
  let asked = 0
  const hide = () => {
    asked++
    panel.hidden = true
    rows = []
  }
  const mark = () => {
    for (const [index, row] of rows.entries()) {
      row.setAttribute('aria-selected', index === at ? 'true' : 'false')
      if (index === at) row.scrollIntoView({ block: 'nearest' })
    }
  }
  const list = (title: Node, entries: { label: string; about?: string; act: () => void }[], first: number) => {
    rows = entries.map(({ label, about, act }) => {
      const row = h('button', { type: 'button', class: 'call', role: 'option', tabindex: -1 }, h('span', {}, h('b', {}, withEmoji(label)), about && h('span', { class: 'muted' }, withEmoji(about))))
      row.addEventListener('mousedown', (event) => event.preventDefault())
      row.addEventListener('click', act)
      return row
    })
    panel.replaceChildren(title, h('div', { role: 'listbox', 'aria-label': app.words().options, class: 'calls' }, rows))
    at = first
    panel.hidden = false
    mark()
  }
  const head = ({ shown, description, required }: CallOption) => h('div', { class: 'panel-title' }, h('b', {}, shown), ' ', h('span', { class: 'muted' }, description), !required && h('span', { class: 'muted' }, ` (${app.words().optional})`))

  async function field(one: OptionField) {
    const { option } = one
    const mine = ++asked
    const pick = (choice: Choice) => {
      one.pick(choice)
      hide()
      one.focus()
      panel.hidden = true
    }
    const show = (choices: readonly Choice[]) => list(head(option), choices.map((choice) => ({ label: choice.name, act: () => pick(choice) })), choices.length > 0 && one.text() !== '' ? 0 : -1)
    if (one.isPicked()) return list(head(option), [], -1)
    if (!option.autocomplete) return show(choicesOf(option, app).filter(({ name }) => name.toLowerCase().includes(one.text().toLowerCase())).slice(0, 25))
    if (panel.hidden) show([])
    // The last thing typed is what is asked.
    await new Promise((resolve) => setTimeout(resolve, 120))
    if (mine !== asked) return
    const choices = await complete(one).catch(() => [])
    if (mine === asked) show(choices)
  }
  return {
    hide,
    field: (one: OptionField) => void field(one),
    options: (left: readonly CallOption[], add: (name: string) => void) => {
      asked++
      list(h('div', { class: 'panel-title' }, app.words().options), left.map(({ name, shown, description }) => ({ label: shown, about: ` ${description}`, act: () => add(name) })), 0)
    },
    /** True when the key was meant for the list. Enter takes the marked one; where none is marked it sends. */
    key(event: KeyboardEvent): boolean {
      if (panel.hidden || rows.length === 0) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') at = (Math.max(at, event.key === 'ArrowDown' ? -1 : 0) + (event.key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length
      else if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0) rows[at]?.click()
      else return false
      mark()
      return true
    },
  }
}

function choicesOf(option: CallOption, app: App): Choice[] {
  const { state } = app
  const words = app.words()
  const named = (offers: readonly { value: string; label: string }[]) => offers.map(({ value, label }) => ({ name: label, value }))
  switch (option.type) {
    case 5: return [{ name: words.true, value: true }, { name: words.false, value: false }]
    case 6: return named(people(state))
    case 7: return named(channels(state).filter(({ type }) => !option.channelTypes || option.channelTypes.includes(type)))
    case 8: return named(roles(state))
    case 9: return named([...people(state), ...roles(state)])
    default: return option.choices
  }
}
