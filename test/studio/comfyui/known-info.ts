import { readObjectInfo } from '../../../src/studio/comfyui/object-info.ts'
import { describe, knownNodes } from '../../../src/try/providers/comfyui/known-nodes.ts'

/** What the small ComfyUI says of itself, without asking it. */
export const info = readObjectInfo(Object.fromEntries(Object.entries(knownNodes).map(([name, node]) => [name, describe(name, node)])))

export type UiNode = { id: number | string; type: string; mode?: number; title?: string; inputs?: object[]; outputs?: object[]; widgets_values?: unknown; properties?: object }

let count = 0
/** A graph as the browser saves it: nodes whose inputs are wired by `from: [node, slot]`. */
export function ui(nodes: (UiNode & { wires?: Record<string, [number | string, number, string] | null>; gives?: string[] })[], more: object = {}, objects = false) {
  const links: any[] = []
  const drawn = nodes.map(({ wires = {}, gives = [], ...node }) => ({
    pos: [0, 0], size: [1, 1], flags: {}, order: 0, mode: 0, properties: {}, ...node,
    inputs: [
      ...Object.entries(wires).map(([name, wire], slot) => {
        if (!wire) return { name, type: '*', link: null }
        const link = ++count
        links.push(objects ? { id: link, origin_id: wire[0], origin_slot: wire[1], target_id: node.id, target_slot: slot, type: wire[2] } : [link, wire[0], wire[1], node.id, slot, wire[2]])
        return { name: name.replace(/^\./, ''), type: wire[2], link, ...(name.startsWith('.') ? { widget: { name: name.slice(1) } } : {}) }
      }), ...(node.inputs ?? [])],
    outputs: gives.map((type) => ({ name: type, type, links: [] })),
  }))
  return { last_node_id: 99, last_link_id: 99, nodes: drawn, links, groups: [], config: {}, extra: {}, version: objects ? 1 : 0.4, ...more }
}
