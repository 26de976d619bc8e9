import { z } from 'zod'
import { Api } from '../../studio/comfyui/api.ts'
import { rebind, type Rebound } from '../../studio/comfyui/bind/rebind.ts'
import { makeTool } from '../../studio/comfyui/make-tool.ts'
import type { ObjectInfo } from '../../studio/comfyui/object-info.ts'
import type { ComfyUi } from '../../studio/comfyui/open-comfyui.ts'
import { parseJson } from '../../studio/comfyui/parse-json.ts'
import type { Problem } from '../../studio/comfyui/problem.ts'
import { Binding, readTool, Tool, ToolCapability } from '../../studio/comfyui/tool.ts'

/** A workflow that was dropped and waits for its name: kept as an asset, so that any process can go on with it. */
export const Dropped = z.object({
  api: Api,
  name: z.string(),
  from: z.string(),
  capability: ToolCapability.nullable(),
  binding: Binding,
  limits: Tool.shape.limits.optional(),
})
export type Dropped = z.infer<typeof Dropped>

/** What a person confirmed, or wrote otherwise. */
export type Confirmed = { name: string; capability: ToolCapability; places: Parameters<typeof rebind>[1] }

/** What the gateway asks the ComfyUI servers about workflows. */
export type Workflows = {
  /** `dropped` is null where something stands in the way that no form can help; `problems` says what, or what is to be asked. */
  read(given: Uint8Array, name: string, signal?: AbortSignal): Promise<{ dropped: Dropped | null; problems: Problem[]; partners: string[] }>
  make(dropped: Dropped, confirmed: Confirmed, signal?: AbortSignal): Promise<{ tool: Tool | null; problems: Problem[]; unknown: Rebound['unknown'] }>
}

export function workflowsOf(comfyui: Pick<ComfyUi, 'read' | 'clients'>): Workflows {
  const info = (signal?: AbortSignal): Promise<ObjectInfo> => Promise.any(comfyui.clients.map((client) => client.objectInfo(60, signal)))
    .catch((error: unknown) => { throw error instanceof AggregateError ? error.errors[0] : error })
  return {
    async read(given, name, signal) {
      const shared = sharedTool(given)
      const { api, problems } = shared ?? await comfyui.read(given, signal)
      if (!api) return { dropped: null, problems, partners: [] }
      const made = makeTool(api, await info(signal), { name: 'read', ...(shared ? { capability: shared.capability, binding: shared.binding } : {}) })
      const dropped = { api, name: shared?.name ?? nameFrom(name), from: name.slice(0, 200), capability: made.capability, binding: made.binding, ...(shared ? { limits: shared.limits } : {}) }
      return { dropped: made.problems.every(({ kind }) => kind === 'unbound') ? dropped : null, problems: made.problems, partners: made.tool?.partners ?? [] }
    },
    async make({ api, from, capability: before, binding: inferred, limits }, { name, capability, places }, signal) {
      const objectInfo = await info(signal)
      const { binding, unknown } = rebind(inferred, places, api, objectInfo)
      if (unknown.length) return { tool: null, problems: [], unknown }
      const { tool, problems } = makeTool(api, objectInfo, { name, capability, binding, from, ...(limits && capability === before ? { limits } : {}) })
      return { tool, problems, unknown }
    },
  }
}

/** One that `/workflow export` gave out. */
function sharedTool(given: Uint8Array): (Tool & { problems: Problem[] }) | null {
  if (given[0] !== 0x7b) return null
  try {
    const value: unknown = parseJson(new TextDecoder().decode(given))
    if ((value as { format?: unknown }).format !== 'redcliff/comfyui-tool/1') return null
    return { ...readTool(value), problems: [] }
  } catch {
    return null
  }
}

const nameFrom = (file: string) => file.replace(/\.\w{1,5}$/, '').normalize('NFC').replace(/[^\p{L}\p{N} ._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 60)
