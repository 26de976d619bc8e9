import type { z } from 'zod'
import { promotedValue } from './promoted-value.ts'
import { innerScope, type Scope, type Subgraphs } from './scope.ts'
import { widgetList, type UiLink, type UiNode } from './ui-workflow.ts'

/** Where an input's value comes from: another node that runs, a value, nothing, or a node that was muted. */
export type Source = { node: string; slot: number } | { value: z.core.util.JSONType } | 'nothing' | 'muted'

/** Follows a link over everything that only the browser knows: reroutes, primitives, bypassed nodes, the edges of subgraphs. */
export function resolveInput(scope: Scope, node: UiNode, input: number, subgraphs: Subgraphs, seen = new Set<string>()): Source {
  const wire = node.inputs[input]
  const link = wire?.link === undefined || wire.link === null ? undefined : scope.links.get(wire.link)
  return link ? resolveLink(scope, link, String(wire?.type), subgraphs, seen) : 'nothing'
}

function resolveLink(scope: Scope, { from, fromSlot }: UiLink, type: string, subgraphs: Subgraphs, seen: Set<string>): Source {
  const step = `${scope.prefix}${from}/${fromSlot}`
  if (seen.has(step)) return 'nothing'
  seen.add(step)
  if (from === inputNode && scope.host) return acrossTheEdge(scope.host, fromSlot, subgraphs, seen)
  const node = scope.nodes.get(from)
  if (!node) return 'nothing'
  if (node.mode === muted) return 'muted'
  if (node.mode === bypassed) return around(scope, node, fromSlot, type, subgraphs, seen)
  const subgraph = subgraphs.get(node.type)
  if (subgraph) {
    const inside = innerScope(scope, node, subgraph)
    const leaving = inside.links.values().find(({ to, toSlot }) => to === outputNode && toSlot === fromSlot)
    return leaving && inside.depth < deepest ? resolveLink(inside, leaving, type, subgraphs, seen) : 'nothing'
  }
  if (/^Reroute\b/.test(node.type)) return resolveInput(scope, node, 0, subgraphs, seen)
  if (node.type === 'PrimitiveNode') return { value: widgetList(node)[0] ?? null }
  if (node.type === 'GetNode') return fromSetNode(scope, node, subgraphs, seen)
  return { node: `${scope.prefix}${from}`, slot: fromSlot }
}

export const muted = 2
export const bypassed = 4
export const deepest = 20
const inputNode = '-10'
const outputNode = '-20'

function acrossTheEdge({ scope, node, subgraph }: NonNullable<Scope['host']>, slot: number, subgraphs: Subgraphs, seen: Set<string>): Source {
  const name = subgraph.inputs[slot]?.name
  const input = node.inputs.findIndex((each) => each.name === name)
  const source = input < 0 ? 'nothing' : resolveInput(scope, node, input, subgraphs, seen)
  if (source !== 'nothing') return source
  const value = name === undefined ? undefined : promotedValue(node, subgraph, name)
  return value === undefined ? 'nothing' : { value }
}

/** A bypassed node hands on its input of the same type: the one at the same place if it fits, else the first that does. */
function around(scope: Scope, node: UiNode, slot: number, type: string, subgraphs: Subgraphs, seen: Set<string>): Source {
  const wanted = String(node.outputs[slot]?.type ?? type)
  const fits = (input: UiNode['inputs'][number] | undefined) => input !== undefined && (String(input.type) === wanted || String(input.type) === '*' || wanted === '*')
  const at = fits(node.inputs[slot]) ? slot : node.inputs.findIndex(fits)
  return at < 0 ? 'nothing' : resolveInput(scope, node, at, subgraphs, seen)
}

/** KJNodes' named wires: plain enough to follow inside one graph. */
function fromSetNode(scope: Scope, node: UiNode, subgraphs: Subgraphs, seen: Set<string>): Source {
  const set = scope.nodes.values().find((each) => each.type === 'SetNode' && widgetList(each)[0] === widgetList(node)[0])
  return set ? resolveInput(scope, set, 0, subgraphs, seen) : 'nothing'
}
