import type { Limits } from '../model.ts'
import type { Api } from './api.ts'
import { inferBinding } from './bind/infer-binding.ts'
import { checkWorkflow } from './check-workflow.ts'
import type { DenyList } from './denied.ts'
import { limitsOf } from './limits-of.ts'
import type { ObjectInfo } from './object-info.ts'
import type { Problem } from './problem.ts'
import { filledInputs, shaOf, Tool, type Binding, type Role, type ToolCapability } from './tool.ts'

export type Wanted = {
  name: string
  label?: string
  from?: string
  /** What a person confirmed or changed; the rest is inferred. */
  capability?: ToolCapability
  binding?: Binding
  limits?: Limits
}

/** A workflow becomes a tool, or `problems` say what stands in the way. Call it without a choice first, show what was inferred, and again with what the person said. */
export function makeTool(api: Api, objectInfo: ObjectInfo, wanted: Wanted, deny?: DenyList): { tool: Tool | null; problems: Problem[]; capability: ToolCapability | null; binding: Binding } {
  const inferred = inferBinding(api, objectInfo)
  const binding = wanted.binding ?? inferred.binding
  const capability = wanted.capability ?? inferred.capability
  const { problems, partners } = checkWorkflow(api, objectInfo, { deny, filled: filledInputs(binding) })
  if (capability === null) problems.push({ kind: 'unbound', input: 'capability', why: 'say what it is for' })
  else problems.push(...needs(binding, capability), ...(wanted.binding ? [] : inferred.unclear))
  if (capability === null || problems.length) return { tool: null, problems, capability, binding }
  const { name, label = name, from = '' } = wanted
  const tool = Tool.parse({ format: 'redcliff/comfyui-tool/1', name, label, capability, api, binding, limits: wanted.limits ?? limitsOf(api, binding, capability), partners, from, sha: shaOf(api) })
  return { tool, problems, capability, binding }
}

/** What a capability cannot be without. */
function needs({ inputs, outputs }: Binding, capability: ToolCapability): Problem[] {
  const kind = ({ draw: ['image'], animate: ['video'], syncLips: ['video'], inpaint: ['image'] } as Partial<Record<ToolCapability, string[]>>)[capability] ?? ['image', 'video']
  return [
    ...required[capability].filter((roles) => !roles.some((role) => inputs[role])).map((roles): Problem => ({ kind: 'unbound', input: roles.join(' / '), why: `mark the node with @${roles[0]} in its title` })),
    ...(outputs.some((output) => kind.includes(output.kind)) ? [] : [{ kind: 'no-output' } as Problem]),
  ]
}

const required: Record<ToolCapability, Role[][]> = {
  draw: [['prompt']], animate: [['image']], upscale: [['image', 'video']], restoreFaces: [['image', 'video']],
  replaceBackground: [['image', 'video']], syncLips: [['video', 'image'], ['sound']], inpaint: [['image'], ['mask'], ['prompt']],
}
