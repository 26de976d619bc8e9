import { fieldsOf, type Fields } from '../rules/problems.ts'
import type { Component, Message } from '../world/records.ts'

/** A button or select of a message: by custom id, label, placeholder or emoji. */
export function findComponent(message: Message, types: readonly number[], named: string): Fields {
  const all = flatten(message.components).filter(({ type }) => types.includes(type))
  const found = all.find((one) => one['custom_id'] === named) ?? all.find((one) => [one['label'], one['placeholder'], fieldsOf(one['emoji'])['name']].includes(named))
  if (!found) throw new Error(`Message ${message.id} has no «${named}». It has: ${all.map((one) => String(one['label'] ?? one['placeholder'] ?? fieldsOf(one['emoji'])['name'] ?? one['custom_id'])).join(', ') || 'nothing to press'}.`)
  if (found['disabled'] === true) throw new Error(`«${named}» is disabled.`)
  return found
}

function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...Array.isArray(component['components']) ? flatten(component['components']) : [],
    ...component['accessory'] === undefined ? [] : flatten([component['accessory'] as Component]), // checked when it came
  ])
}
