import { z } from 'zod'
import type { Api } from './api.ts'
import listed from './denied-nodes.json' with { type: 'json' }
import type { Problem } from './problem.ts'

/** What no workflow of a person may do on the operator's machine. `patterns` are regular expressions, blind to case. */
export const DenyList = z.object({
  classes: z.record(z.string(), z.string()).default({}),
  patterns: z.array(z.object({ class: z.string(), why: z.string() })).default([]),
  /** Inputs by name whose value must not look like this. */
  inputs: z.array(z.object({ name: z.string(), value: z.string(), why: z.string() })).default([]),
  /** Classes that are allowed all the same: the operator knows them. */
  allowed: z.array(z.string()).default([]),
})
export type DenyList = z.input<typeof DenyList>

/** Nodes that run programs, reach the network, or read and write outside of the server's folders. The operator's own list comes on top of ours. */
export function deniedNodes(api: Api, own: DenyList = {}): Problem[] {
  const lists = [DenyList.parse(listed), DenyList.parse(own)]
  const allowed = new Set(lists.flatMap((list) => list.allowed))
  const patterns = lists.flatMap((list) => list.patterns.map(({ class: pattern, why }) => ({ pattern: new RegExp(pattern, 'i'), why })))
  const inputs = lists.flatMap((list) => list.inputs.map(({ name, value, why }) => ({ name: new RegExp(name, 'i'), value: new RegExp(value, 'i'), why })))
  return Object.entries(api).flatMap(([id, node]) => {
    const of = { kind: 'denied' as const, node: id, class: node.class_type }
    if (!allowed.has(node.class_type)) {
      const listedWhy = lists.flatMap(({ classes }) => Object.hasOwn(classes, node.class_type) ? [classes[node.class_type] ?? ''] : [])[0]
      // `RunPythonCode` and `run_python_code` are read alike
      const words = node.class_type.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      const why = listedWhy ?? patterns.find(({ pattern }) => pattern.test(node.class_type) || pattern.test(words))?.why
      if (why !== undefined) return [{ ...of, why }]
    }
    return Object.entries(node.inputs).flatMap(([name, value]) => {
      const bad = typeof value === 'string' && inputs.find((rule) => rule.name.test(name) && rule.value.test(value))
      return bad ? [{ ...of, input: name, why: `${name}: ${bad.why}` }] : []
    })
  })
}
