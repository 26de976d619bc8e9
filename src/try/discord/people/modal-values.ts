import type { Modal, ModalValue, Upload } from '../interface.ts'
import { fieldsOf, type Fields } from '../rules/problems.ts'
import type { Resolving } from './resolved.ts'

/** A filled-in modal, in the form Discord sends it: each component with its value. */
export function fillModal(modal: Modal, values: Record<string, ModalValue>, resolving: Resolving): object[] {
  const known = new Set<string>()
  const components = (modal.components as unknown as Fields[]).map((component, index) => { // read by type below
    const id = component['id'] ?? index * 2 + 1
    if (component['type'] === 18) return { type: 18, id, component: fill(fieldsOf(component['component']), index * 2 + 2) }
    if (component['type'] === 1) return { type: 1, id, components: (component['components'] as Fields[]).map((one) => fill(one, index * 2 + 2)) } // checked when it was shown
    return { type: component['type'], id }
  })
  const foreign = Object.keys(values).find((name) => !known.has(name))
  if (foreign !== undefined) throw new Error(`The modal «${modal.title}» has no field «${foreign}». It has: ${[...known].join(', ')}.`)
  return components

  function fill(component: Fields, id: number): object {
    const name = String(component['custom_id'])
    known.add(name)
    const base = { type: component['type'], id: component['id'] ?? id, custom_id: name }
    const value = values[name]
    const required = component['required'] !== false
    switch (Number(component['type'])) {
      case 4: return { ...base, value: written(name, component, value, required) }
      case 21: return { ...base, value: chosen(name, component, value === undefined ? [] : [String(value)], required ? 1 : 0, 1)[0] ?? null }
      case 22: return { ...base, values: chosen(name, component, list(value, component), required ? 1 : 0, 10) }
      case 23: return { ...base, value: typeof value === 'boolean' ? value : component['default'] === true }
      case 19: return { ...base, values: uploaded(name, component, value, required) }
      default: {
        const ids = chosen(name, component, list(value, component), required ? Number(component['min_values'] ?? 1) : 0, Number(component['max_values'] ?? 1))
        for (const id of ids) resolve(Number(component['type']), id)
        return { ...base, values: ids }
      }
    }
  }

  function resolve(type: number, id: string) {
    if (type === 5 || type === 7) resolving.add.user(id)
    if ((type === 6 || type === 7)) resolving.add.role(id)
    if (type === 8) resolving.add.channel(id)
  }

  function uploaded(name: string, component: Fields, value: ModalValue | undefined, required: boolean) {
    const uploads = (Array.isArray(value) ? value : []) as Upload[] // what a person gives to a file upload
    if (uploads.length < (required ? Number(component['min_values'] ?? 1) : 0)) throw new Error(`The field «${name}» wants a file.`)
    if (uploads.length > Number(component['max_values'] ?? 1)) throw new Error(`The field «${name}» takes at most ${Number(component['max_values'] ?? 1)} files.`)
    return uploads.map((upload) => resolving.add.upload(upload))
  }
}

function written(name: string, component: Fields, value: ModalValue | undefined, required: boolean) {
  const text = typeof value === 'string' ? value : String(component['value'] ?? '')
  if (required && text === '') throw new Error(`The field «${name}» is required.`)
  if (text.length > Number(component['max_length'] ?? 4000)) throw new Error(`The field «${name}» takes at most ${Number(component['max_length'] ?? 4000)} characters.`)
  if (text !== '' && text.length < Number(component['min_length'] ?? 0)) throw new Error(`The field «${name}» takes at least ${Number(component['min_length'])} characters.`)
  return text
}

/** What is chosen already counts when nothing is said. */
function list(value: ModalValue | undefined, component: Fields): string[] {
  if (value === undefined) return (Array.isArray(component['options']) ? component['options'].map(fieldsOf) : []).filter((option) => option['default'] === true).map((option) => String(option['value']))
  if (typeof value === 'boolean') return []
  return (typeof value === 'string' ? [value] : [...value] as (string | { id: string })[]).map((one) => typeof one === 'string' ? one : one.id) // uploads are for file uploads only
}

export function chosen(name: string, component: Fields, values: readonly string[], min: number, max: number): string[] {
  if (values.length < min || values.length > max) throw new Error(`«${name}» takes ${min} to ${max} values, not ${values.length}.`)
  const offered = Array.isArray(component['options']) ? component['options'].map((option) => String(fieldsOf(option)['value'])) : undefined
  const foreign = offered && values.find((value) => !offered.includes(value))
  if (foreign !== undefined) throw new Error(`«${name}» does not offer «${foreign}». It offers: ${offered?.join(', ')}.`)
  return [...values]
}
