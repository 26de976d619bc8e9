import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { say } from '../popups/layer.ts'
import type { FileRef } from '../../server/deed.ts'
import type { Call } from './calls.ts'
import { optionField, type OptionField } from './option-field.ts'
import { optionPanel } from './option-panel.ts'

/** A chosen command: its name and one field for each option that is given. */
export function commandForm(app: App, call: Call, panel: HTMLElement, leave: (words?: string) => void) {
  const words = app.words()
  let fields: OptionField[] = []
  const addMore = h('button', { type: 'button', class: 'add-options' })
  const element = h('div', { class: 'command', role: 'form', 'aria-label': `/${call.shown}` }, h('span', { class: 'command-name' }, `/${call.shown}`), addMore)

  const values = () => Object.fromEntries(fields.flatMap((field) => {
    const value = field.value()
    return value === undefined || value instanceof File ? [] : [[field.option.name, value]]
  }))
  const complete = async (focused: OptionField) => {
    const { choices } = await app.act({ kind: 'complete', channel: app.state.channel, name: call.command, ...call.subcommand !== undefined && { subcommand: call.subcommand }, options: { ...values(), [focused.option.name]: focused.text() }, focused: focused.option.name }) as { choices: { name: string; value: string | number }[] }
    return choices
  }
  const shown = optionPanel(panel, app, complete)
  const left = () => call.options.filter(({ name }) => !fields.some(({ option }) => option.name === name))
  const countLeft = () => {
    addMore.hidden = left().length === 0
    addMore.textContent = `+${left().length} ${words.optional}`
  }
  const add = (name: string, { focus = true } = {}) => {
    const option = call.options.find((one) => one.name === name)
    if (!option) return
    const field: OptionField = optionField(option, {
      changed: () => shown.field(field), focused: () => shown.field(field), emptied: () => remove(field),
      key: (event) => shown.key(event) || keyed(event),
    }, words)
    fields = [...fields, field]
    element.insertBefore(field.element, addMore)
    countLeft()
    if (focus) field.focus()
  }
  const remove = (field: OptionField) => {
    if (field.option.required) return leave(`/${call.shown}`)
    const before = fields[fields.indexOf(field) - 1]
    fields = fields.filter((one) => one !== field)
    field.element.remove()
    countLeft()
    if (before) before.focus()
    else addMore.focus()
  }
  const keyed = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') void send()
    else return false
    return true
  }
  const send = async () => {
    const wrong = fields.map((field) => field.check()).findIndex((problem) => problem !== undefined)
    if (wrong >= 0) return fields[wrong]?.focus()
    const files: File[] = []
    const options = Object.fromEntries(fields.flatMap((field): [string, string | number | boolean | FileRef][] => {
      const value = field.value()
      if (value === undefined) return []
      return [[field.option.name, value instanceof File ? { file: files.push(value) - 1 } : value]]
    }))
    const { channel } = app.state
    try {
      await app.begin({ kind: 'command', channel, name: call.command, ...call.subcommand !== undefined && { subcommand: call.subcommand }, options }, { command: call.shown, channel }, files)
      leave()
    } catch (error) {
      say(error)
    }
  }
  const offerMore = () => shown.options(left(), (name) => add(name))
  addMore.addEventListener('click', offerMore)
  addMore.addEventListener('focus', offerMore)
  addMore.addEventListener('keydown', (event) => {
    const [next] = left()
    // Somebody who goes on typing means the next option; the key itself then lands in it.
    if (next && (event.key.length === 1 || event.keyCode === 229) && !event.ctrlKey && !event.metaKey && event.key !== ' ') return add(next.name)
    if (event.key === 'Backspace') {
      const last = fields.at(-1)
      if (last) last.focus()
      else leave(`/${call.shown}`)
    } else if (!shown.key(event) && !keyed(event)) return
    event.preventDefault()
  })
  for (const option of call.options) if (option.required) add(option.name, { focus: false })
  countLeft()
  // A command without options is sent by Enter as well.
  if (call.options.length === 0) element.tabIndex = 0
  element.addEventListener('keydown', (event) => {
    if (event.target === element && (keyed(event) || event.key === 'Backspace' && (leave(`/${call.shown}`), true))) event.preventDefault()
  })
  return {
    element,
    /** What was typed behind the name goes into the first option that takes words. */
    begin: (rest: string) => {
      const wanted = rest === '' ? undefined : call.options.find(({ type }) => type === 3)
      if (wanted && !fields.some(({ option }) => option === wanted)) add(wanted.name, { focus: false })
      const taken = fields.find(({ option }) => option === wanted)
      taken?.write(rest)
      if (taken) taken.focus()
      else if (fields[0]) fields[0].focus()
      else if (call.options.length > 0) addMore.focus()
      else element.focus()
    },
    /** A file that was dropped or pasted goes into the option that takes one. */
    take: (file: File | undefined): boolean => {
      if (!file) return false
      const empty = () => fields.find(({ option, value }) => option.type === 11 && value() === undefined)
      const spare = empty() ?? (left().find(({ type }) => type === 11) && (add(left().find(({ type }) => type === 11)?.name ?? ''), empty()))
      spare?.take(file)
      return spare !== undefined
    },
    close: () => shown.hide(),
  }
}
