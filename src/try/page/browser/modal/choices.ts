import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'
import type { Control, Inner } from './fields.ts'

/** A radio group (one) or a checkbox group (some). */
export function choiceGroup({ type, custom_id: customId, options = [], required, min_values: fewest, max_values: most }: Inner, id: string, words: Words): Control {
  const radio = type === 21
  const inputs = options.map((option) => h('input', { type: radio ? 'radio' : 'checkbox', name: id, value: option.value, checked: option.default === true }))
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value)
  const element = h('div', { class: 'choices', role: radio ? 'radiogroup' : 'group', id }, options.map((option, index) =>
    h('label', { class: 'choice' }, inputs[index], h('span', { class: radio ? 'round' : 'square' }, icon('check', 14)), h('span', {}, h('b', {}, withEmoji(option.label)), option.description && h('small', { class: 'muted' }, withEmoji(option.description))))))
  const least = required === false ? 0 : fewest ?? 1
  element.addEventListener('change', () => {
    if (!radio && most !== undefined) for (const input of inputs) input.disabled = !input.checked && chosen().length >= most
    element.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return { element, id: customId, read: () => radio ? chosen()[0] : chosen(), problem: () => chosen().length < least ? least === 1 ? words.requiredField : words.tooFew(least) : undefined }
}

export function oneBox({ custom_id: customId, default: preset }: Inner, id: string): Control {
  const input = h('input', { type: 'checkbox', id, checked: preset === true })
  return { element: h('label', { class: 'choice bare' }, input, h('span', { class: 'square' }, icon('check', 14))), id: customId, read: () => input.checked, problem: () => undefined }
}
