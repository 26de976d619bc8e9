import { isLink, type Api } from './api.ts'
import { deniedNodes, type DenyList } from './denied.ts'
import { inputsOf, isWidget, type InputSpec, type ObjectInfo } from './object-info.ts'
import type { Problem } from './problem.ts'

export type Checked = {
  problems: Problem[]
  /** Classes of partners' nodes, which spend credits of comfy.org. */
  partners: string[]
}

/**
 * Whether a server can run it: its nodes, its models, the kinds and ranges of its values, and whether it may.
 * `filled` names inputs (`node input`) that every order fills anew, so that their value now does not matter.
 */
export function checkWorkflow(api: Api, objectInfo: ObjectInfo, { deny = {}, filled = new Set() }: { deny?: DenyList | undefined; filled?: ReadonlySet<string> } = {}): Checked {
  const problems = deniedNodes(api, deny)
  const partners = new Set<string>()
  let ends = 0
  for (const [id, node] of Object.entries(api)) {
    const info = objectInfo.get(node.class_type)
    const of = { node: id, class: node.class_type }
    if (!info) {
      problems.push({ kind: 'missing-node', ...of })
      continue
    }
    if (info.output_node) ends++
    if (info.api_node) partners.add(node.class_type)
    for (const spec of inputsOf(info)) {
      const value = Object.hasOwn(node.inputs, spec.name) ? node.inputs[spec.name] : undefined
      if (filled.has(`${id} ${spec.name}`) || isLink(value) && Object.hasOwn(api, value[0])) continue
      if (value === undefined) {
        if (spec.required) problems.push({ kind: 'missing-input', ...of, input: spec.name })
        continue
      }
      const found = isWidget(spec) && wrong(spec, value)
      if (found) problems.push({ ...found, ...of, input: spec.name, value: shown(value) })
    }
  }
  if (ends === 0 && problems.length === 0) problems.push({ kind: 'no-output' })
  return { problems, partners: [...partners] }
}

function wrong({ type, choices, options: { min, max, image_upload: upload, multiselect } }: InputSpec, value: unknown): Problem | null {
  if (type === 'COMBO') {
    if (choices?.includes(value) || upload === true || multiselect !== undefined || choices === undefined) return null
    return typeof value === 'string' && modelFile.test(value) || choices.some((choice) => typeof choice === 'string' && modelFile.test(choice)) || choices.length === 0
      ? { kind: 'missing-model' }
      : { kind: 'wrong-value', why: `one of ${choices.slice(0, 6).map(String).join(', ')}${choices.length > 6 ? ' …' : ''}` }
  }
  if (type !== 'INT' && type !== 'FLOAT') return null
  const number = typeof value === 'boolean' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) return { kind: 'wrong-value', why: 'a number is needed' }
  if (min !== undefined && number < min) return { kind: 'wrong-value', why: `${min} at least` }
  if (max !== undefined && number > max) return { kind: 'wrong-value', why: `${max} at most` }
  return null
}

const modelFile = /\.(safetensors|ckpt|pth?|bin|onnx|gguf|sft|pkl|engine|yaml)$/i

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 120)
