import type { z } from 'zod'
import { inputsOf, isWidget, type InputSpec, type NodeInfo } from '../object-info.ts'
import type { UiNode } from './ui-workflow.ts'

type Json = z.core.util.JSONType

/** What stands in a node's widgets, by their names. `widgets_values` is a list without any. */
export function widgetValues(node: UiNode, info: NodeInfo): Record<string, Json> {
  const specs = inputsOf(info).filter(isWidget)
  const values = node.widgets_values
  const given: Record<string, Json> = {}
  if (values && !Array.isArray(values)) {
    for (const { name } of specs) if (Object.hasOwn(values, name)) given[name] = wrapped(values[name] ?? null)
  } else if (values) {
    let at = 0
    const order = orderOf(node, specs, values.length)
    order.forEach((spec, index) => {
      if (at >= values.length) return
      given[spec.name] = wrapped(values[at++] ?? null)
      if (isControl(spec, values[at], order.length - index - 1, values.length - at, order[index + 1])) at++
    })
  }
  for (const spec of specs) {
    if (Object.hasOwn(given, spec.name) || !spec.required) continue
    const value = spec.options.default ?? spec.choices?.[0]
    if (value !== undefined) given[spec.name] = value as Json
  }
  return given
}

/** A node may have gained inputs since the file was saved; newer files name the widgets they had. */
function orderOf(node: UiNode, specs: readonly InputSpec[], length: number) {
  const saved = node.inputs.flatMap(({ widget }) => widget ? [widget.name] : [])
  const byName = new Map(specs.map((spec) => [spec.name, spec]))
  const known = saved.flatMap((name) => byName.get(name) ?? [])
  const fewer = saved.length > 0 && known.length === saved.length && known.length < specs.length
  return fewer && length <= known.length + known.filter(mayHaveControl).length ? known : specs
}

const controls: readonly unknown[] = ['fixed', 'increment', 'decrement', 'randomize', 'increment-wrap']

const mayHaveControl = ({ name, type, options }: InputSpec) =>
  options.control_after_generate !== undefined ? options.control_after_generate !== false : type === 'INT' && (name === 'seed' || name === 'noise_seed')

/** «control after generate» writes a value of its own behind a seed; old files have none. */
function isControl(spec: InputSpec, value: unknown, widgetsLeft: number, valuesLeft: number, next: InputSpec | undefined) {
  if (!mayHaveControl(spec) || !controls.includes(value)) return false
  return !(next?.choices?.includes(value) && valuesLeft <= widgetsLeft)
}

/** A list would be read as a link. */
const wrapped = (value: Json): Json => Array.isArray(value) ? { __value__: value } : value
