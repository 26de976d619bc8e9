import type { Files } from './files.ts'
import type { NodeClass } from './known-nodes.ts'
import { runners, type Shown } from './run-node.ts'
import { isWire, reach, type Prompt } from './validate-prompt.ts'

export type Job = {
  id: string
  number: number
  prompt: Prompt
  extra: Record<string, unknown>
  clientId: string | null
  good: string[]
  created: number
}
export type Past = Job & { outputs: Record<string, Shown>; status: 'success' | 'error' | 'interrupted'; messages: [string, Record<string, unknown>][] }
export type Tell = (type: string, data: Record<string, unknown>, to: string | null) => void

export type Knobs = {
  /** Seconds that the heaviest node takes. */
  seconds: number
  /** The class at which it fails, as the real one reports it. */
  failAt: { class: string; type?: string; message?: string } | null
}

/** Runs one job at a time, with the messages of the real one in their order. */
export function openEngine({ nodes, files, tell, knobs }: { nodes: Record<string, NodeClass>; files: Files; tell: Tell; knobs: Knobs }) {
  const cache = new Map<string, Shown | undefined>()
  const heaviest = /Sampler|ImageUpscale|RemoveBackground$|FaceRestoreCF|Kling/

  async function run(job: Job, stop: AbortSignal): Promise<Past> {
    const messages: Past['messages'] = []
    const say = (type: string, data: Record<string, unknown> = {}, broadcast = false) => {
      const whole = { ...data, prompt_id: job.id }
      if (type.startsWith('execution_')) messages.push([type, { ...whole, timestamp: Date.now() }])
      tell(type, whole, broadcast ? null : job.clientId)
    }
    const past = (status: Past['status']): Past => ({ ...job, outputs, status, messages })
    const outputs: Record<string, Shown> = {}
    const order = sorted(job.prompt, job.good)
    const signature = new Map(order.map((id) => [id, JSON.stringify(reach(job.prompt, id).map((each) => [each, job.prompt[each]?.class_type, job.prompt[each]?.inputs]))]))
    const cached = order.filter((id) => cache.has(signature.get(id) ?? '') && nodes[job.prompt[id]?.class_type ?? '']?.ends)
    const needed = new Set(order.filter((id) => !cached.includes(id)).flatMap((id) => nodes[job.prompt[id]?.class_type ?? '']?.ends ? reach(job.prompt, id) : []))
    const values = new Map<string, unknown[]>()
    const states: Record<string, object> = {}
    const state = (id: string, value: number, max: number, now: string) => {
      states[id] = { value, max, state: now, node_id: id, prompt_id: job.id, display_node_id: id, parent_node_id: null, real_node_id: id }
      say('progress_state', { nodes: { ...states } })
    }
    const interrupted = (id: string) => {
      say('execution_interrupted', { node_id: id, node_type: job.prompt[id]?.class_type, executed: [...values.keys()] }, true)
      return past('interrupted')
    }

    say('execution_start')
    say('execution_cached', { nodes: order.filter((id) => !needed.has(id)) })
    for (const id of cached) {
      // an old file name, and no new file
      outputs[id] = cache.get(signature.get(id) ?? '') ?? {}
      say('executed', { node: id, display_node: id, output: outputs[id] })
    }
    for (const id of order.filter((each) => needed.has(each))) {
      const node = job.prompt[id]
      if (!node) continue
      state(id, 0, 1, 'running')
      say('executing', { node: id, display_node: id })
      if (heaviest.test(node.class_type)) {
        const steps = Math.max(1, Math.min(8, Number(node.inputs.steps ?? 4)))
        for (let step = 1; step <= steps; step++) {
          if (knobs.seconds > 0) await new Promise((resolve) => setTimeout(resolve, knobs.seconds * 1000 / steps))
          if (stop.aborted) return interrupted(id)
          state(id, step, steps, 'running')
          say('progress', { value: step, max: steps, node: id })
        }
      }
      if (stop.aborted) return interrupted(id)
      try {
        if (knobs.failAt?.class === node.class_type) throw Object.assign(new Error(knobs.failAt.message ?? 'The size of tensor a must match the size of tensor b'), { name: knobs.failAt.type ?? 'RuntimeError' })
        const inputs = Object.fromEntries(Object.entries(node.inputs).map(([name, value]) => [name, isWire(value) && values.has(value[0]) ? values.get(value[0])?.[value[1]] : value]))
        const runner = runners[node.class_type]
        if (!runner) throw new Error(`${node.class_type} is not built in here`)
        const { gives, shown } = await runner(inputs, files)
        values.set(id, gives)
        if (shown) {
          outputs[id] = shown
          cache.set(signature.get(id) ?? '', shown)
          say('executed', { node: id, display_node: id, output: shown })
        }
      } catch (error) {
        const { name, message } = error as Error
        state(id, 0, 1, 'error')
        say('execution_error', { node_id: id, node_type: node.class_type, executed: [...values.keys()], exception_type: name, exception_message: `${message}\n`, traceback: ['  File "/opt/ComfyUI/execution.py", line 1\n'], current_inputs: {}, current_outputs: [] })
        return past('error')
      }
      state(id, 1, 1, 'finished')
    }
    say('execution_success')
    return past('success')
  }
  return { run, forget: () => cache.clear() }
}

/** Nodes before those that stand on them. */
function sorted(prompt: Prompt, ends: string[]): string[] {
  const done = new Set<string>()
  const visit = (id: string, path: Set<string>) => {
    if (done.has(id) || path.has(id)) return
    for (const value of Object.values(prompt[id]?.inputs ?? {})) if (isWire(value) && prompt[value[0]]) visit(value[0], new Set(path).add(id))
    done.add(id)
  }
  for (const end of ends) visit(end, new Set())
  return [...done]
}
