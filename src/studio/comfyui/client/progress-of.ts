import type { Api } from '../api.ts'
import type { Message } from './socket.ts'

export type Heard = { fraction: number; doing: string }

/** Turns what a server tells while it works into one fraction: nodes weigh what they usually take. */
export function progressOf(prompt: Api): (message: Message) => Heard | null {
  const weights = new Map(Object.entries(prompt).map(([id, { class_type: kind }]) => [id, weightOf(kind)]))
  const total = weights.values().reduce((sum, weight) => sum + weight, 0) || 1
  const done = new Map<string, number>()
  let doing = ''
  const note = (node: unknown, part: number) => {
    const id = String(node)
    if (weights.has(id)) done.set(id, Math.max(done.get(id) ?? 0, Math.min(1, part)))
  }
  return ({ type, data }) => {
    if (type === 'execution_cached' && Array.isArray(data.nodes)) for (const node of data.nodes) note(node, 1)
    else if (type === 'executed') note(data.node, 1)
    else if (type === 'executing' && data.node !== null) doing = nameOf(prompt, data.node)
    else if (type === 'progress') {
      note(data.node, ratio(data.value, data.max))
      doing = steps(nameOf(prompt, data.node), data.value, data.max)
    } else if (type === 'progress_state' && typeof data.nodes === 'object' && data.nodes !== null) {
      for (const [id, node] of Object.entries(data.nodes as Record<string, { value?: unknown; max?: unknown; state?: unknown }>)) {
        note(id, node.state === 'finished' ? 1 : ratio(node.value, node.max))
        if (node.state === 'running') doing = steps(nameOf(prompt, id), node.value, node.max)
      }
    } else return null
    return { fraction: done.entries().reduce((sum, [id, part]) => sum + part * (weights.get(id) ?? 0), 0) / total, doing }
  }
}

const ratio = (value: unknown, max: unknown) => typeof value === 'number' && typeof max === 'number' && max > 0 ? value / max : 0
const nameOf = (prompt: Api, node: unknown) => prompt[String(node)]?._meta?.title?.replace(/@\S+/g, '').trim() || prompt[String(node)]?.class_type || ''
const steps = (name: string, value: unknown, max: unknown) => typeof max === 'number' && max > 1 ? `${name} ${String(value)}/${max}` : name

function weightOf(kind: string) {
  if (/sampler|api|Guider/i.test(kind)) return 30
  if (/upscale|restore|removebackground/i.test(kind)) return 10
  if (/load|decode|encode|save|create/i.test(kind)) return 2
  return 1
}
