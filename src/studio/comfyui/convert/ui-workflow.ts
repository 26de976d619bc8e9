import { z } from 'zod'

const id = z.union([z.int(), z.string().max(100)]).transform(String)
const slot = z.looseObject({ name: z.string(), type: z.unknown(), link: z.int().nullish(), widget: z.looseObject({ name: z.string() }).nullish() })

export const UiNode = z.object({
  id,
  type: z.string(),
  /** 2: muted, 4: bypassed. */
  mode: z.int().default(0),
  title: z.string().optional(),
  inputs: z.array(slot).nullish().transform((inputs) => inputs ?? []),
  outputs: z.array(z.looseObject({ name: z.string().optional(), type: z.unknown() })).nullish().transform((outputs) => outputs ?? []),
  widgets_values: z.union([z.array(z.json()), z.record(z.string(), z.json())]).nullish(),
  properties: z.looseObject({}).nullish(),
})
export type UiNode = z.infer<typeof UiNode>

/** Version 0.4 has lists, version 1 and subgraphs have objects. */
const UiLink = z.union([
  z.tuple([z.int(), id, z.int(), id, z.int()]).rest(z.unknown()).transform(([link, from, fromSlot, to, toSlot]) => ({ link, from, fromSlot, to, toSlot })),
  z.looseObject({ id: z.int(), origin_id: id, origin_slot: z.int(), target_id: id, target_slot: z.int() })
    .transform((link) => ({ link: link.id, from: link.origin_id, fromSlot: link.origin_slot, to: link.target_id, toSlot: link.target_slot })),
])
export type UiLink = z.infer<typeof UiLink>

const links = z.array(UiLink.nullable()).nullish().transform((all) => (all ?? []).filter((link) => link !== null))

export const Subgraph = z.object({
  id: z.string(),
  name: z.string().optional(),
  nodes: z.array(UiNode),
  links,
  inputs: z.array(z.looseObject({ name: z.string() })).default([]),
})
export type Subgraph = z.infer<typeof Subgraph>

/** A workflow as the browser saves it. */
export const UiWorkflow = z.object({
  nodes: z.array(UiNode).max(3000),
  links,
  definitions: z.looseObject({ subgraphs: z.array(Subgraph).max(500).default([]) }).nullish(),
})
export type UiWorkflow = z.infer<typeof UiWorkflow>

export const widgetList = ({ widgets_values: values }: UiNode) => Array.isArray(values) ? values : Object.values(values ?? {})
