import { isLink, mostNodes, type Api, type ApiNode } from '../api.ts'
import { inputsOf, isDynamic, type ObjectInfo } from '../object-info.ts'
import type { Problem } from '../problem.ts'
import { proxiedValues } from './promoted-value.ts'
import { bypassed, deepest, muted, resolveInput } from './resolve-link.ts'
import { innerScope, rootScope, type Scope, type Subgraphs } from './scope.ts'
import type { UiNode, UiWorkflow } from './ui-workflow.ts'
import { widgetValues } from './widget-values.ts'

/** From what the browser saves to what the server runs: the rules of ComfyUI's own `graphToPrompt`. */
export function convertWorkflow(workflow: UiWorkflow, objectInfo: ObjectInfo): { api: Api; problems: Problem[] } {
  const subgraphs: Subgraphs = new Map((workflow.definitions?.subgraphs ?? []).map((each) => [each.id, each]))
  const problems: Problem[] = []
  const nodes: [string, ApiNode][] = []
  let graphs = 0
  const walk = (scope: Scope) => {
    // two instances in each of twenty levels are a million graphs
    if (++graphs > mostNodes) return
    for (const node of scope.nodes.values()) {
      if (nodes.length > mostNodes || node.mode === muted || node.mode === bypassed) continue
      const id = scope.prefix + node.id
      const subgraph = subgraphs.get(node.type)
      if (subgraph) {
        if (scope.depth >= deepest) problems.push({ kind: 'too-big', node: id, why: `subgraphs stand more than ${deepest} deep in each other` })
        else walk(innerScope(scope, node, subgraph))
      } else if (!virtual.test(node.type)) {
        const made = convertNode(scope, node, subgraphs, objectInfo)
        if ('kind' in made) problems.push({ ...made, node: id, class: node.type })
        else nodes.push([id, made])
      }
    }
  }
  walk(rootScope(workflow))
  if (nodes.length > mostNodes || graphs > mostNodes) problems.push({ kind: 'too-big', why: `it has more than ${mostNodes} nodes or subgraphs` })
  return { api: withoutLooseEnds(Object.fromEntries(nodes)), problems: distinct(problems) }
}

/** Drawn in the browser, never run. */
const virtual = /^(Note|MarkdownNote|Reroute|PrimitiveNode|SetNode|GetNode|Reroute \(rgthree\)|Label \(rgthree\)|Bookmark \(rgthree\)|Fast .*(Muter|Bypasser).* \(rgthree\))$/

function convertNode(scope: Scope, node: UiNode, subgraphs: Subgraphs, objectInfo: ObjectInfo): ApiNode | Problem {
  if (/^workflow[>/]/.test(node.type)) return { kind: 'unresolved', why: 'it is a group node of the old kind' }
  const info = objectInfo.get(node.type)
  if (!info) return /anything everywhere|^Prompts Everywhere/i.test(node.type) ? { kind: 'unresolved', why: 'it sends without wires' } : { kind: 'missing-node' }
  const dynamic = inputsOf(info).find(isDynamic)
  if (dynamic) return { kind: 'made-in-browser', input: dynamic.name, why: dynamic.name }
  const inputs = widgetValues(node, info)
  for (const [name, value] of scope.host ? proxiedValues(scope.host.node, node.id) : []) if (Object.hasOwn(inputs, name)) inputs[name] = value
  node.inputs.forEach(({ name }, at) => {
    const source = resolveInput(scope, node, at, subgraphs)
    if (source === 'nothing') return
    if (source === 'muted') delete inputs[name]
    else inputs[name] = 'value' in source ? source.value : [source.node, source.slot]
  })
  const loose = Object.entries(inputs).find(([, value]) => value !== null && typeof value === 'object' && !isLink(value) && !('__value__' in value))
  if (loose) return { kind: 'made-in-browser', input: loose[0], why: loose[0] }
  return { class_type: node.type, inputs, _meta: { title: node.title ?? info.display_name ?? node.type } }
}

/** What was fed by a node that does not run is fed by nothing. */
function withoutLooseEnds(api: Api): Api {
  return Object.fromEntries(Object.entries(api).map(([id, node]) => [id, {
    ...node, inputs: Object.fromEntries(Object.entries(node.inputs).filter(([, value]) => !isLink(value) || Object.hasOwn(api, String(value[0])))),
  }]))
}

const distinct = (problems: Problem[]) => [...new Map(problems.map((problem) => [`${problem.kind} ${problem.class} ${problem.why}`, problem])).values()]
