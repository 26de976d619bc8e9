import type { Subgraph, UiLink, UiNode, UiWorkflow } from './ui-workflow.ts'

/** A graph where it stands: the workflow itself, or one instance of a subgraph. */
export type Scope = {
  /** What ids begin with here: nothing, or `12:`. */
  prefix: string
  nodes: ReadonlyMap<string, UiNode>
  links: ReadonlyMap<number, UiLink>
  /** The node that this graph is the inside of. */
  host?: { scope: Scope; node: UiNode; subgraph: Subgraph }
  depth: number
}

export const rootScope = ({ nodes, links }: UiWorkflow): Scope => ({
  prefix: '', depth: 0, nodes: new Map(nodes.map((node) => [node.id, node])), links: new Map(links.map((link) => [link.link, link])),
})

export function innerScope(scope: Scope, node: UiNode, subgraph: Subgraph): Scope {
  const known = inner.get(scope)?.get(node.id)
  if (known) return known
  const made: Scope = {
    prefix: `${scope.prefix}${node.id}:`, depth: scope.depth + 1, host: { scope, node, subgraph },
    nodes: new Map(subgraph.nodes.map((each) => [each.id, each])), links: new Map(subgraph.links.map((link) => [link.link, link])),
  }
  inner.set(scope, (inner.get(scope) ?? new Map()).set(node.id, made))
  return made
}

const inner = new WeakMap<Scope, Map<string, Scope>>()

export type Subgraphs = ReadonlyMap<string, Subgraph>
