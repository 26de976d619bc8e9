import type { App } from '../app.ts'
import { closedSelect, offersOf, presetValues } from '../components/select.ts'
import type { APISelectMenuComponent } from '../components/kinds.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { markdown } from '../markdown/render.ts'
import { openSelect } from '../popups/select-popup.ts'
import { choiceGroup, oneBox } from './choices.ts'
import { fileField } from './file-field.ts'
import { textField, type TextInput } from './text-field.ts'

export type Value = string | boolean | readonly string[] | readonly File[] | undefined
/** What takes an answer: how it is read, and what is wrong with it. */
export type Control = { element: HTMLElement; id: string; read: () => Value; problem: () => string | undefined }
export type Field = { element: HTMLElement; id: string | undefined; read: () => Value; check: () => boolean }

/** A modal's components as fields: label, description, control, and what is wrong below. */
export function modalFields(app: App, components: readonly unknown[]): Field[] {
  return components.map((one, index): Field => {
    const component = one as Shown // a component of any kind; each reads its own fields
    if (component.type === 10) return { element: markdown(component.content ?? '', { state: app.state, locale: app.locale() }), id: undefined, read: () => undefined, check: () => true }
    const inner = component.type === 18 ? component.component : component.components?.[0]
    const control = inner && controlOf(app, inner, `field-${index}`)
    if (!control) return { element: h('div'), id: undefined, read: () => undefined, check: () => true }
    const error = h('p', { class: 'field-error', role: 'alert', hidden: true })
    const label = component.label ?? inner.label ?? ''
    const required = inner.required !== false && inner.type !== 23
    control.element.querySelector('input, textarea, button')?.setAttribute('aria-label', label)
    if (control.element.matches('input, textarea, button')) control.element.setAttribute('aria-label', label)
    const check = () => {
      const problem = control.problem()
      error.hidden = problem === undefined
      error.textContent = problem ?? ''
      element.classList.toggle('wrong', problem !== undefined)
      return problem === undefined
    }
    const element = h('div', { class: 'field' },
      h('label', { for: `field-${index}`, class: 'field-label' }, withEmoji(label), required && h('span', { class: 'star', title: app.words().required }, ' *')),
      component.description && h('p', { class: 'muted field-about' }, withEmoji(component.description)), control.element, error)
    element.addEventListener('input', () => { if (!error.hidden) check() })
    return { element, id: control.id, read: control.read, check }
  })
}

type Shown = { type: number; label?: string; description?: string; content?: string; component?: Inner; components?: Inner[] }
export type Inner = { type: number; custom_id: string; label?: string; required?: boolean; min_values?: number; max_values?: number; default?: boolean; options?: { label: string; value: string; description?: string; default?: boolean }[] } & Partial<TextInput>

function controlOf(app: App, inner: Inner, id: string): Control | undefined {
  const words = app.words()
  switch (inner.type) {
    case 4: return textField(inner, id, words)
    case 19: return fileField(inner, id, words)
    case 21:
    case 22: return choiceGroup(inner, id, words)
    case 23: return oneBox(inner, id)
    case 3: case 5: case 6: case 7: case 8: return selectField(app, inner as unknown as APISelectMenuComponent & { required?: boolean }, id) // by its type
    default: return undefined
  }
}

function selectField(app: App, select: APISelectMenuComponent & { required?: boolean }, id: string): Control {
  const words = app.words()
  const offers = offersOf(select, app.state)
  const [least, most] = [select.required === false ? 0 : select.min_values ?? 1, select.max_values ?? 1]
  let values = presetValues(select)
  const element = h('button', { type: 'button', class: 'select', role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', id })
  const show = () => element.replaceChildren(...[closedSelect(offers.filter(({ value }) => values.includes(value)), select.placeholder ?? words.select, most), icon('down', 20)].filter((one) => one instanceof Node))
  element.addEventListener('click', () => openSelect({ anchor: element, offers, chosen: values, least, most, searched: select.type !== 3, label: select.placeholder ?? words.select, words }, (chosen) => {
    values = chosen
    show()
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }))
  show()
  return { element, id: select.custom_id, read: () => values, problem: () => values.length < least ? least === 1 ? words.requiredField : words.tooFew(least) : undefined }
}
