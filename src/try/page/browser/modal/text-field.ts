import { h } from '../dom.ts'
import type { Words } from '../words.ts'
import type { Control } from './fields.ts'

export type TextInput = { custom_id: string; style: number; value: string; placeholder: string; min_length: number; max_length: number; required: boolean }

export function textField({ custom_id: customId, style, value = '', placeholder, min_length: least = 0, max_length: most, required }: Partial<TextInput> & { custom_id: string }, id: string, words: Words): Control {
  const shared = { id, placeholder, maxlength: most ?? 4000, autocomplete: 'off' }
  const input = style === 2 ? h('textarea', { ...shared, rows: 4 }) : h('input', { ...shared, type: 'text' })
  input.value = value
  const left = h('span', { class: 'letters muted', 'aria-hidden': 'true' })
  const count = () => { left.textContent = most === undefined ? '' : String(most - input.value.length) }
  input.addEventListener('input', count)
  count()
  return {
    element: h('div', { class: 'text-field' }, input, style === 2 && left),
    id: customId,
    read: () => input.value,
    problem: () => {
      if (input.value.trim() === '') return required === false ? undefined : words.requiredField
      return input.value.length < least ? words.tooShort(least) : undefined
    },
  }
}
