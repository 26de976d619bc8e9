import { z } from 'zod'

const Spec = z.array(z.unknown())
const names = z.array(z.string())

/** What a server says of one class of node. */
export const NodeInfo = z.looseObject({
  input: z.object({ required: z.record(z.string(), Spec).optional(), optional: z.record(z.string(), Spec).optional() }).default({}),
  input_order: z.object({ required: names.optional(), optional: names.optional() }).optional(),
  output: z.array(z.unknown()).default([]),
  display_name: z.string().nullish(),
  category: z.string().nullish(),
  output_node: z.boolean().nullish(),
  /** A partner's node: it spends the person's credits. */
  api_node: z.boolean().nullish(),
})
export type NodeInfo = z.infer<typeof NodeInfo>

/** `GET /object_info`: everything that a server can run. */
export type ObjectInfo = ReadonlyMap<string, NodeInfo>

/** A class that describes itself in a way we do not know is left out: it counts as not there. */
export function readObjectInfo(value: unknown): ObjectInfo {
  const all = z.record(z.string(), z.unknown()).parse(value)
  return new Map(Object.entries(all).flatMap(([name, info]) => {
    const parsed = NodeInfo.safeParse(info)
    return parsed.success ? [[name, parsed.data] as const] : []
  }))
}

export type InputSpec = {
  name: string
  required: boolean
  /** `INT`, `IMAGE` …; a list of choices is `COMBO`. */
  type: string
  choices?: readonly unknown[]
  options: { default?: unknown; min?: number; max?: number; step?: number; forceInput?: boolean; control_after_generate?: unknown; multiline?: boolean; image_upload?: boolean; multiselect?: unknown }
}

/** Inputs in the order of the node's widgets: required ones, then the others. */
export function inputsOf(info: NodeInfo): readonly InputSpec[] {
  const known = specs.get(info)
  if (known) return known
  const read = (['required', 'optional'] as const).flatMap((group) => {
    const given = info.input[group] ?? {}
    const order = info.input_order?.[group] ?? Object.keys(given)
    return order.flatMap((name) => Object.hasOwn(given, name) ? [readSpec(name, group === 'required', given[name] ?? [])] : [])
  })
  specs.set(info, read)
  return read
}

const specs = new WeakMap<NodeInfo, readonly InputSpec[]>()

const Options = z.looseObject({
  min: z.number().optional().catch(undefined), max: z.number().optional().catch(undefined), step: z.number().optional().catch(undefined),
  forceInput: z.boolean().optional().catch(undefined), multiline: z.boolean().optional().catch(undefined), image_upload: z.boolean().optional().catch(undefined),
  options: z.array(z.unknown()).optional().catch(undefined),
}).catch({})

function readSpec(name: string, required: boolean, [type, given]: unknown[]): InputSpec {
  const options = Options.parse(given ?? {}) as InputSpec['options'] & { options?: unknown[] }
  const choices = Array.isArray(type) ? type : type === 'COMBO' ? options.options ?? [] : undefined
  return { name, required, type: Array.isArray(type) ? 'COMBO' : String(type), ...(choices ? { choices } : {}), options }
}

/** Written by the person in a widget, and so counted among `widgets_values`. */
export const isWidget = ({ type, options }: InputSpec) =>
  options.forceInput !== true && ['INT', 'FLOAT', 'STRING', 'BOOLEAN', 'COMBO'].includes(type)

/** Makes its own inputs in the browser, by names that no list tells. */
export const isDynamic = ({ type }: InputSpec) => /^COMFY_(DYNAMIC|AUTOGROW)/.test(type)
