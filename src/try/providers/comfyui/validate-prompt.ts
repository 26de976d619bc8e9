import type { NodeClass } from './known-nodes.ts'

export type Prompt = Record<string, { class_type: string; inputs: Record<string, unknown>; _meta?: { title?: string } }>
type NodeError = { type: string; message: string; details: string; extra_info: Record<string, unknown> }
export type NodeErrors = Record<string, { errors: NodeError[]; dependent_outputs: string[]; class_type: string }>
export type Verdict = { error: { type: string; message: string; details: string; extra_info: object } | null; node_errors: NodeErrors; good: string[] }

/** As the real server judges: each output by itself, so that one good output lets a half-broken workflow run. */
export function validatePrompt(prompt: Prompt, nodes: Record<string, NodeClass>, inputFiles: ReadonlySet<string>): Verdict {
  const refused = (type: string, message: string, details = ''): Verdict => ({ error: { type, message, details, extra_info: {} }, node_errors: {}, good: [] })
  for (const [id, node] of Object.entries(prompt)) {
    if (typeof node?.class_type !== 'string') return refused('invalid_prompt', 'Cannot execute because a node is missing the class_type property.', `Node ID '#${id}'`)
    if (!nodes[node.class_type]) return refused('invalid_prompt', `Cannot execute because node ${node.class_type} does not exist.`, `Node ID '#${id}'`)
  }
  const ends = Object.keys(prompt).filter((id) => nodes[prompt[id]?.class_type ?? '']?.ends)
  if (ends.length === 0) return refused('prompt_no_outputs', 'Prompt has no outputs')
  const node_errors: NodeErrors = {}
  const good = ends.filter((end) => {
    const reached = reach(prompt, end)
    const wrong = reached.flatMap((id) => errorsOf(id, prompt, nodes, inputFiles).map((error) => ({ id, error })))
    for (const { id, error } of wrong) {
      const entry = node_errors[id] ??= { errors: [], dependent_outputs: [], class_type: prompt[id]?.class_type ?? '' }
      if (!entry.errors.some((each) => each.details === error.details)) entry.errors.push(error)
      entry.dependent_outputs.push(end)
    }
    return wrong.length === 0
  })
  if (good.length) return { error: null, node_errors, good }
  const details = Object.values(node_errors).flatMap(({ errors }) => errors.map(({ message, details: more }) => `${message}: ${more}`)).join('\n')
  return { ...refused('prompt_outputs_failed_validation', 'Prompt outputs failed validation', details), node_errors }
}

export const isWire = (value: unknown): value is [string, number] => Array.isArray(value) && value.length === 2

export function reach(prompt: Prompt, from: string) {
  const seen = new Set([from])
  for (const id of seen) for (const value of Object.values(prompt[id]?.inputs ?? {})) if (isWire(value) && prompt[value[0]]) seen.add(value[0])
  return [...seen]
}

function errorsOf(id: string, prompt: Prompt, nodes: Record<string, NodeClass>, inputFiles: ReadonlySet<string>): NodeError[] {
  const { class_type: kind = '', inputs = {} } = prompt[id] ?? {}
  const { required = {}, optional = {} } = nodes[kind] ?? {}
  return Object.entries({ ...required, ...optional }).flatMap(([name, [type, options = {}]]): NodeError[] => {
    const value = inputs[name]
    const wrong = (error: string, message: string, details: string): NodeError[] =>
      [{ type: error, message, details, extra_info: { input_name: name, input_config: [type, options], received_value: value } }]
    if (value === undefined) return Object.hasOwn(required, name) ? wrong('required_input_missing', 'Required input is missing', name) : []
    if (isWire(value)) {
      const given = nodes[prompt[value[0]]?.class_type ?? '']?.gives[value[1]]
      if (given === undefined) return wrong('bad_linked_input', 'Bad linked input, must be a length-2 list of [node_id, slot_index]', name)
      return typeof type === 'string' && type !== given && type !== '*' && type !== 'COMBO' ? wrong('return_type_mismatch', 'Return type mismatch between linked nodes', `${name}, received_type(${given}) mismatch input_type(${type})`) : []
    }
    const choices = Array.isArray(type) ? type : type === 'COMBO' ? options.options as unknown[] : null
    if (choices) {
      if (options.image_upload === true) return inputFiles.has(String(value)) ? [] : wrong('custom_validation_failed', 'Custom validation failed for node', `${name} - Invalid image file: ${String(value)}`)
      return choices.includes(value) ? [] : wrong('value_not_in_list', 'Value not in list', `${name}: '${String(value)}' not in ${JSON.stringify(choices)}`)
    }
    if (type !== 'INT' && type !== 'FLOAT') return type === 'STRING' || type === 'BOOLEAN' ? [] : wrong('bad_linked_input', 'Bad linked input, must be a length-2 list of [node_id, slot_index]', name)
    const number = Number(value)
    if (!Number.isFinite(number)) return wrong('invalid_input_type', `Failed to convert an input value to a ${type} value`, `${name}, ${String(value)}`)
    if (typeof options.min === 'number' && number < options.min) return wrong('value_smaller_than_min', `Value ${number} smaller than min of ${options.min}`, name)
    if (typeof options.max === 'number' && number > options.max) return wrong('value_bigger_than_max', `Value ${number} bigger than max of ${options.max}`, name)
    return []
  })
}
