import { isLink, type Api } from '../api.ts'
import { inputsOf, isWidget, type ObjectInfo } from '../object-info.ts'
import type { Binding, Role, Slot } from '../tool.ts'
import { slotOf } from './slot-of.ts'

export type Rebound = {
  binding: Binding
  /** Places that are not in the workflow, with those that could have been meant. */
  unknown: { role: Role; place: string; possible: string[] }[]
}

/** A binding as a person corrected it: `6.text, 7.text` for a role, nothing where the role is to be left alone by orders. */
export function rebind({ inputs, outputs }: Binding, places: Partial<Record<Role, string>>, api: Api, objectInfo: ObjectInfo): Rebound {
  const unknown: Rebound['unknown'] = []
  const known = new Map(Object.values(inputs).flat().map((slot) => [placeOf(slot), slot]))
  const next: Partial<Record<Role, Slot[]>> = { ...inputs }
  for (const [name, written] of Object.entries(places)) {
    const role = name as Role
    const before = new Map(inputs[role]?.map((slot) => [placeOf(slot), slot]))
    const slots = written.split(/[,，、;；\n]/).map((each) => each.trim()).filter(Boolean).flatMap((place) => {
      const found = findPlace(api, place) ?? known.get(place)
      if (!found) unknown.push({ role, place, possible: possibleFor(role, api, objectInfo) })
      return found ? before.get(place) ?? slotOf(found.node, found.input, objectInfo.get(api[found.node]?.class_type ?? ''), role) : []
    })
    // what one role is given, another has no longer
    for (const other of Object.keys(next) as Role[]) {
      const left = next[other]?.filter((slot) => !slots.some((each) => placeOf(each) === placeOf(slot) && !before.has(placeOf(slot)))) ?? []
      if (left.length) next[other] = left
      else delete next[other]
    }
    if (slots.length) next[role] = slots
    else delete next[role]
  }
  return { binding: { inputs: next, outputs }, unknown }
}

export const placeOf = ({ node, input }: Pick<Slot, 'node' | 'input'>) => `${node}.${input}`

/** Ids of nodes and names of inputs may have dots themselves. */
function findPlace(api: Api, place: string): { node: string; input: string } | null {
  for (const [node, { inputs }] of Object.entries(api)) {
    const input = place.startsWith(`${node}.`) ? place.slice(node.length + 1) : ''
    if (input !== '' && Object.hasOwn(inputs, input) && !isLink(inputs[input])) return { node, input }
  }
  return null
}

function possibleFor(role: Role, api: Api, objectInfo: ObjectInfo): string[] {
  return Object.entries(api).flatMap(([node, { class_type, inputs }]) => {
    const info = objectInfo.get(class_type)
    return info ? inputsOf(info).filter((spec) => isWidget(spec) && Object.hasOwn(inputs, spec.name) && !isLink(inputs[spec.name]) && (
      role === 'seed' ? spec.type === 'INT' && /seed/.test(spec.name) : role === 'prompt' ? spec.type === 'STRING' : /image|video|file/.test(spec.name)
    )).map(({ name }) => placeOf({ node, input: name })) : []
  }).slice(0, 12)
}
