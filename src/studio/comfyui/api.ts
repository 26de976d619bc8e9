import { z } from 'zod'

const name = z.string().min(1).max(200)

/** One node of the graph as the server runs it. An input is a value, or `[node, slot]`: what another node gives. */
export const ApiNode = z.object({
  class_type: name,
  inputs: z.record(name, z.json()),
  _meta: z.looseObject({ title: z.string().optional() }).optional(),
})
export type ApiNode = z.infer<typeof ApiNode>

/** «API format»: what `/prompt` takes. Inside a subgraph ids are `outer:inner`. */
export const Api = z.record(z.string().regex(/^[\w:.-]{1,200}$/), ApiNode).refine((api) => Object.keys(api).length <= mostNodes, `has more than 3000 nodes`)
export type Api = z.infer<typeof Api>

export const mostNodes = 3000

export type Link = [string, number]

export const isLink = (value: unknown): value is Link =>
  Array.isArray(value) && value.length === 2 && (typeof value[0] === 'string' || typeof value[0] === 'number') && typeof value[1] === 'number' && Number.isInteger(value[1])

/** Who takes what this node gives: `[node, input]`, with the slot it takes. */
export function takers(api: Api, node: string): { node: string; input: string; slot: number }[] {
  return Object.entries(api).flatMap(([id, { inputs }]) => Object.entries(inputs).flatMap(([input, value]) =>
    isLink(value) && String(value[0]) === node ? [{ node: id, input, slot: value[1] }] : []))
}

/** The node and all that it stands on, nearest first. */
export function upstream(api: Api, from: string): string[] {
  const seen = new Set([from])
  for (const id of seen) for (const value of Object.values(api[id]?.inputs ?? {})) if (isLink(value) && Object.hasOwn(api, String(value[0]))) seen.add(String(value[0]))
  return [...seen]
}
