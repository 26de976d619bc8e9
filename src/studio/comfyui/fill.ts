import { isLink, type Api, type ApiNode } from './api.ts'
import { fitChoice, fitNumber, fitSize } from './fit.ts'
import type { Role, Slot, Tool } from './tool.ts'

export type Asked = {
  prompt?: string
  width?: number
  height?: number
  seed?: number
  seconds?: number
  factor?: number
}

/** Names that the server gave to what was uploaded. */
export type Uploads = Partial<Record<'image' | 'lastImage' | 'mask' | 'video' | 'sound', string[]>>

export type Filled = { prompt: Api; width?: number; height?: number; frames?: number; fps?: number }

/**
 * The workflow with a request in it. `order` becomes the name of what is saved: so that nothing old is given for it from the
 * server's cache, and the file is found again after the server forgot the order.
 */
export function fill({ api, binding: { inputs, outputs }, limits }: Tool, asked: Asked, uploads: Uploads, order: string): Filled {
  const put = new Map<string, Map<string, ApiNode['inputs'][string]>>()
  const set = (slot: Slot, value: ApiNode['inputs'][string]) => put.set(slot.node, (put.get(slot.node) ?? new Map()).set(slot.input, value))
  const each = (role: Role, value: (slot: Slot) => ApiNode['inputs'][string]) => inputs[role]?.forEach((slot) => set(slot, value(slot)))
  const gone = new Set<string>()

  if (asked.prompt !== undefined) each('prompt', () => asked.prompt ?? '')
  if (asked.seed !== undefined) each('seed', (slot) => slot.max === undefined ? asked.seed ?? 0 : (asked.seed ?? 0) % (slot.max + 1))
  if (asked.factor !== undefined) each('factor', (slot) => fitNumber(asked.factor ?? 1, slot))
  if (asked.seconds !== undefined) each('seconds', (slot) => fitChoice(asked.seconds ?? 1, slot))
  const size = asked.width !== undefined && asked.height !== undefined && inputs.width && inputs.height ? fitSize({ width: asked.width, height: asked.height }, limits.sizes) : undefined
  if (size) {
    each('width', (slot) => fitNumber(size.width, slot))
    each('height', (slot) => fitNumber(size.height, slot))
  }
  const length = asked.seconds === undefined ? undefined : fitLength(api, inputs, asked.seconds)
  if (length) {
    each('frames', () => length.frames)
    if (length.slower) each('fps', (slot) => slot.type === 'INT' ? Math.max(1, Math.round(length.fps)) : length.fps)
  }
  for (const role of ['image', 'lastImage', 'mask', 'video', 'sound'] as const) {
    inputs[role]?.forEach((slot, index) => {
      const given = uploads[role] ?? []
      const file = given[index] ?? (slot.optional ? undefined : given.at(-1) ?? (role === 'lastImage' ? uploads.image?.[0] : undefined))
      if (file !== undefined) set(slot, file)
      // the same node may hold the picture whose mask is asked for
      else if (slot.optional && !put.get(slot.node)?.has(slot.input)) gone.add(slot.node)
    })
  }
  for (const { node } of outputs) if (Object.hasOwn(api[node]?.inputs ?? {}, 'filename_prefix')) put.set(node, (put.get(node) ?? new Map()).set('filename_prefix', savedAs(order)))

  const prompt = Object.fromEntries(Object.entries(api).filter(([id]) => !gone.has(id)).map(([id, node]) => [id, {
    ...node,
    inputs: Object.fromEntries(Object.entries({ ...node.inputs, ...Object.fromEntries(put.get(id) ?? []) }).filter(([, value]) => !isLink(value) || !gone.has(String(value[0])))),
  }]))
  return { prompt, ...size, ...(length ? { frames: length.frames, fps: length.fps } : {}) }
}

export const savedFolder = 'redcliff'
export const savedAs = (order: string) => `${savedFolder}/${order}`

/** As many frames as the seconds need at the workflow's own rate; where it cannot make so many, they are shown for longer. */
function fitLength(api: Api, inputs: Tool['binding']['inputs'], seconds: number) {
  const slot = inputs.frames?.[0]
  if (!slot) return undefined
  const rate = inputs.fps?.[0] && api[inputs.fps[0].node]?.inputs[inputs.fps[0].input]
  const fps = typeof rate === 'number' ? rate : usualRate
  const written = api[slot.node]?.inputs[slot.input]
  const most = typeof written === 'number' ? Math.min(written, slot.max ?? written) : slot.max
  const frames = fitNumber(Math.ceil(seconds * fps), { ...slot, ...(most === undefined ? {} : { max: most }) })
  const slower = frames < seconds * fps - 1
  return { frames, fps: slower ? frames / seconds : fps, slower }
}

/** What most open models are made at. */
const usualRate = 16
