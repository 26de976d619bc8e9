import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Capability, Limits } from '../model.ts'
import { Api } from './api.ts'

/** What a request may put into a workflow. */
export const Role = z.enum(['prompt', 'negative', 'image', 'lastImage', 'mask', 'video', 'sound', 'seed', 'width', 'height', 'frames', 'fps', 'seconds', 'steps', 'factor'])
export type Role = z.infer<typeof Role>

/** One input of one node. What is put there is fitted to its range. */
export const Slot = z.object({
  node: z.string(),
  input: z.string(),
  type: z.enum(['INT', 'FLOAT', 'STRING', 'COMBO', 'BOOLEAN']).default('STRING'),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  /** What is asked is multiplied by this: an upscaler of 4 is followed by a scale of `factor` × 0.25. */
  times: z.number().optional(),
  /** Lengths to choose from, where a node takes no others. */
  choices: z.array(z.union([z.string(), z.number()])).optional(),
  /** A file that may be left out: what loads it then goes too. */
  optional: z.boolean().optional(),
})
export type Slot = z.infer<typeof Slot>

export const Output = z.object({ node: z.string(), kind: z.enum(['image', 'video', 'sound']) })
export type Output = z.infer<typeof Output>

export const Binding = z.object({
  inputs: z.partialRecord(Role, z.array(Slot)),
  /** Where the result is; the first that gives what is wanted is taken. */
  outputs: z.array(Output),
})
export type Binding = z.infer<typeof Binding>

/** What a workflow may be used for. Language, voices and music stay with others: they need times of words, or samples that the mix can read. */
export const ToolCapability = Capability.extract(['draw', 'animate', 'upscale', 'restoreFaces', 'replaceBackground', 'syncLips', 'inpaint'])
export type ToolCapability = z.infer<typeof ToolCapability>

/** A workflow with a name and its binding: what is stored, exported and shared. */
export const Tool = z.object({
  format: z.literal('redcliff/comfyui-tool/1'),
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, 'is not a name: letters, digits, spaces, . _ - (60 at most)'),
  label: z.string().min(1).max(100),
  capability: ToolCapability,
  api: Api,
  binding: Binding,
  limits: Limits,
  /** It has partners' nodes, which spend credits of comfy.org. */
  partners: z.array(z.string()).default([]),
  /** Whose it is, in words: a person, a file, an address. */
  from: z.string().max(300).default(''),
  /** SHA-256 of the workflow, so that a shared one is recognised. */
  sha: z.string(),
})
export type Tool = z.infer<typeof Tool>

/** As it is offered: to all, or to the Discord server that brought it. */
export type OfferedTool = Tool & { server?: string }

export const shaOf = (api: Api) => createHash('sha256').update(JSON.stringify(sorted(api))).digest('hex')

/** A tool that somebody shared: whole, and what it says it is. Whether a server can run it, and may, `checkWorkflow` says. */
export function readTool(value: unknown): Tool {
  const tool = Tool.parse(value)
  if (shaOf(tool.api) !== tool.sha) throw new TypeError(`The workflow of «${tool.name}» is not the one that it was shared as. Ask for it again.`)
  return tool
}

/** Inputs that every order fills, as `checkWorkflow` wants them. */
export const filledInputs = ({ inputs }: Binding) => new Set(Object.values(inputs).flat().map(({ node, input }) => `${node} ${input}`))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([key, inner]) => [key, sorted(inner)]))
}
