import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'
import type { CallOption } from './calls.ts'

export type OptionField = ReturnType<typeof optionField>
type Told = { changed: () => void; focused: () => void; emptied: () => void; key: (event: KeyboardEvent) => boolean }

/** One option of a command: its name and what is typed, picked or uploaded. */
export function optionField(option: CallOption, told: Told, words: Words) {
  let picked: { value: string | number | boolean; text: string } | undefined
  let file: File | undefined
  const takesFile = option.type === 11
  const input = h('input', { type: 'text', 'aria-label': option.shown, autocomplete: 'off', spellcheck: 'false', size: 1 })
  const picker = h('input', { type: 'file', hidden: true, 'data-option': option.name })
  const upload = h('button', { type: 'button', class: 'option-file', 'aria-label': option.shown })
  const element = h('span', { class: 'option-field' }, h('span', { class: 'option-name' }, option.shown), takesFile ? [upload, picker] : input)
  const fit = () => input.style.setProperty('--length', String([...input.value].reduce((sum, point) => sum + (point > '\u2e80' ? 1.9 : 1), 0)))
  const showFile = () => upload.replaceChildren(icon(file ? 'file' : 'upload', 16), file?.name ?? words.upload)
  const take = (given: File | undefined) => {
    file = given ?? file
    element.classList.remove('missing')
    showFile()
    upload.focus()
  }
  showFile()
  input.addEventListener('input', () => {
    picked = undefined
    element.classList.remove('missing')
    fit()
    told.changed()
  })
  for (const one of [input, upload] as HTMLElement[]) {
    one.addEventListener('focus', told.focused)
    one.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return
      if (event.key === 'Backspace' && (takesFile || input.value === '')) {
        if (takesFile && file) {
          file = undefined
          showFile()
        } else told.emptied()
      } else if (takesFile && event.key === 'Enter' && !file) picker.click()
      else if (!told.key(event)) return
      event.preventDefault()
    })
  }
  upload.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => take(picker.files?.[0]))

  const value = (): string | number | boolean | File | undefined => {
    if (takesFile) return file
    if (picked) return picked.value
    const text = input.value.trim()
    if (text === '') return undefined
    const choice = option.choices.find(({ name, value: held }) => name.toLowerCase() === text.toLowerCase() || String(held) === text)
    if (choice) return choice.value
    return option.type === 4 || option.type === 10 ? Number(text) : text
  }
  /** What is wrong, as Discord would say it before it sends anything. */
  const problem = (): string | undefined => {
    const held = value()
    if (held === undefined) return option.required ? words.missingOption : undefined
    if (typeof held === 'number' && (Number.isNaN(held) || (option.type === 4 && !Number.isInteger(held)) || held < (option.least ?? -Infinity) || held > (option.most ?? Infinity))) return `${option.least ?? ''}–${option.most ?? ''}`
    if (!picked && [5, 6, 7, 8, 9].includes(option.type)) return words.choose
    if (option.choices.length > 0 && !option.choices.some((choice) => choice.value === held)) return words.choose
    if (typeof held === 'string' && !picked && option.choices.length === 0 && held.length < (option.least ?? 0)) return words.tooShort(option.least ?? 0)
    return undefined
  }
  return {
    element, option, value, take,
    text: () => input.value,
    write: (words: string) => {
      input.value = words
      fit()
    },
    pick: (choice: { value: string | number | boolean; name: string }) => {
      picked = { value: choice.value, text: choice.name }
      input.value = choice.name
      element.classList.remove('missing')
      fit()
    },
    isPicked: () => picked !== undefined,
    focus: () => (takesFile ? upload : input).focus(),
    check: () => {
      const found = problem()
      element.classList.toggle('missing', found !== undefined)
      element.title = found ?? ''
      return found
    },
  }
}
