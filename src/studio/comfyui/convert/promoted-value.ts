import type { z } from 'zod'
import { widgetList, type Subgraph, type UiNode } from './ui-workflow.ts'

type Json = z.core.util.JSONType

/** `[inner node, widget]` pairs of an instance, in the order of its own values; `-1` stands for the subgraph's input of that name. */
export const proxies = (host: UiNode): [string, string][] => {
  const given = host.properties?.proxyWidgets
  return Array.isArray(given) ? given.flatMap((pair) => Array.isArray(pair) && pair.length >= 2 ? [[String(pair[0]), String(pair[1])] as [string, string]] : []) : []
}

/** What a person wrote on the outside of a subgraph for one of its inputs. */
export function promotedValue(host: UiNode, subgraph: Subgraph, name: string): Json | undefined {
  const values = host.widgets_values
  if (values && !Array.isArray(values)) return values[name]
  const pairs = proxies(host)
  if (pairs.length) {
    const at = pairs.findIndex(([node, widget]) => node === '-1' && widget === name)
    return at < 0 ? undefined : widgetList(host)[at]
  }
  // without pairs the values stand in the order of those inputs that are widgets inside
  const widgets = subgraph.inputs.filter((_, slot) => subgraph.links.some(({ from, fromSlot, link }) =>
    from === '-10' && fromSlot === slot && subgraph.nodes.some((node) => node.inputs.some((input) => input.link === link && input.widget))))
  const at = widgets.findIndex((input) => input.name === name)
  return at < 0 ? undefined : widgetList(host)[at]
}

/** Values written on the outside for widgets of nodes inside. */
export function proxiedValues(host: UiNode, inner: string): Map<string, Json> {
  const values = widgetList(host)
  return new Map(proxies(host).flatMap(([node, widget], at) => {
    const value = values[at]
    return node === inner && value !== undefined && value !== null ? [[widget, value] as const] : []
  }))
}
