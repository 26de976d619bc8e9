import { Api, isLink } from './api.ts'
import { carriedTexts, type Carrier } from './carried/carried-texts.ts'
import { UiWorkflow } from './convert/ui-workflow.ts'
import { convertWorkflow } from './convert/convert-workflow.ts'
import type { ObjectInfo } from './object-info.ts'
import { parseJson } from './parse-json.ts'
import type { Problem } from './problem.ts'

export type ReadWorkflow = {
  /** Null where something stands in the way: `problems` says what. */
  api: Api | null
  /** In what form it came, and inside what file. */
  kind: 'api' | 'ui' | null
  carrier: Carrier | 'json'
  problems: Problem[]
}

/** A workflow as people drop it: API JSON, the browser's JSON, or a picture or film that ComfyUI made. */
export function readWorkflow(given: Uint8Array | string, objectInfo: ObjectInfo): ReadWorkflow {
  const carried = typeof given === 'string' ? null : carriedTexts(given)
  if (!carried) return readJson(typeof given === 'string' ? given : new TextDecoder().decode(given), objectInfo)
  const { carrier, texts } = carried
  let read: ReadWorkflow = refused({ kind: 'unreadable', why: 'this file carries no workflow; ComfyUI writes one into its own pictures, and many sites take it out again' })
  // «prompt» is what ran, «workflow» is what the browser drew of it
  for (const text of [texts.get('prompt'), texts.get('workflow'), texts.get('comment')]) {
    if (text === undefined) continue
    read = readJson(text, objectInfo)
    if (read.api) break
  }
  return { ...read, carrier }
}

function readJson(text: string, objectInfo: ObjectInfo): ReadWorkflow {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    return refused({ kind: text.length > 12_000_000 ? 'too-big' : 'unreadable', why: error instanceof Error ? error.message : String(error) })
  }
  for (const inner of unwrapped(value)) {
    const api = asApi(inner)
    if (api.success) return { api: api.data, kind: 'api', carrier: 'json', problems: [] }
    const ui = UiWorkflow.safeParse(inner)
    if (!ui.success) continue
    const { api: converted, problems } = convertWorkflow(ui.data, objectInfo)
    return { api: problems.length ? null : converted, kind: 'ui', carrier: 'json', problems }
  }
  return refused({ kind: 'unreadable', why: 'it is neither ComfyUI’s API format nor a workflow of its browser page' })
}

/** People also bring the body of a `/prompt` request, and Video Helper Suite's comment holds both forms as texts or objects. */
function unwrapped(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  const { prompt, workflow } = value as { prompt?: unknown; workflow?: unknown }
  const open = (inner: unknown) => {
    try {
      return typeof inner === 'string' ? parseJson(inner) : inner
    } catch {
      return undefined
    }
  }
  return [value, open(prompt), open(workflow)].filter((each) => each !== undefined && each !== null)
}

function asApi(value: unknown) {
  const parsed = Api.safeParse(value)
  if (!parsed.success || Object.keys(parsed.data).length === 0) return { success: false as const }
  // links by number are taken by the server, and would be missed by us
  const data = Object.fromEntries(Object.entries(parsed.data).map(([id, node]) => [id, {
    ...node, inputs: Object.fromEntries(Object.entries(node.inputs).map(([name, input]) => [name, isLink(input) ? [String(input[0]), input[1]] : input])),
  }]))
  return { success: true as const, data }
}

const refused = (problem: Problem): ReadWorkflow => ({ api: null, kind: null, carrier: 'json', problems: [problem] })
