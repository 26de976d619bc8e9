import { isLink, takers, type Api } from '../api.ts'
import { inputsOf, isWidget, type NodeInfo, type ObjectInfo } from '../object-info.ts'
import type { Problem } from '../problem.ts'
import type { Role, Slot } from '../tool.ts'
import { slotOf } from './slot-of.ts'
import { promptSlots } from './prompt-slots.ts'

/** Where things go by what the nodes are. */
export function slotsByClass(api: Api, objectInfo: ObjectInfo): { inputs: Partial<Record<Role, Slot[]>>; unclear: Problem[] } {
  const inputs: Partial<Record<Role, Slot[]>> = {}
  const add = (role: Role, node: string, input: string) => {
    const slots = inputs[role] ??= []
    if (slots.some((slot) => slot.node === node && slot.input === input)) return
    const optional = files.has(role) && takers(api, node).every((taker) => isOptional(objectInfo.get(api[taker.node]?.class_type ?? ''), taker.input))
    slots.push({ ...slotOf(node, input, objectInfo.get(api[node]?.class_type ?? ''), role), ...(optional ? { optional } : {}) })
  }
  for (const [id, node] of Object.entries(api)) {
    const info = objectInfo.get(node.class_type)
    const specs = info ? inputsOf(info).filter(isWidget) : []
    const upload = uploads(node.class_type, specs.map(({ name }) => name))
    if (upload) {
      add(upload.role === 'image' ? imageRole(api, id) : upload.role, id, upload.input)
      // one file may give both its colours and its mask
      if (upload.role === 'image' && imageRole(api, id) === 'image' && takers(api, id).some(({ slot }) => slot === 1)) add('mask', id, upload.input)
      continue
    }
    for (const { name, type } of specs) {
      const value = node.inputs[name]
      if (type === 'INT' && (name === 'seed' || name === 'noise_seed')) follow(api, id, name, (at, input) => add('seed', at, input))
      if (name === 'steps' && typeof value === 'number') add('steps', id, name)
      if ((name === 'fps' || name === 'frame_rate') && type !== 'COMBO' && makesVideo.test(node.class_type)) follow(api, id, name, (at, input) => add('fps', at, input))
      if ((name === 'duration' || name === 'seconds') && info?.api_node) add('seconds', id, name)
    }
    if (!sizes.test(node.class_type)) continue
    for (const { name, type } of specs) {
      if (type === 'COMBO') continue
      if (name === 'width' || name === 'height') follow(api, id, name, (at, input) => add(name, at, input))
      if (['length', 'video_frames', 'num_frames'].includes(name)) follow(api, id, name, (at, input) => add('frames', at, input))
    }
  }
  const { positive, negative, unclear } = promptSlots(api, objectInfo)
  for (const { node, input } of positive) add('prompt', node, input)
  for (const { node, input } of negative) add('negative', node, input)
  return { inputs, unclear }
}

const files = new Set<Role>(['image', 'lastImage', 'mask', 'video', 'sound'])
const isOptional = (info: NodeInfo | undefined, input: string) => info !== undefined && inputsOf(info).some(({ name, required }) => name === input && !required)

/** The value itself, or that of the plain number node that is wired to it. */
function follow(api: Api, node: string, input: string, found: (node: string, input: string) => void) {
  const value = api[node]?.inputs[input]
  if (!isLink(value)) return found(node, input)
  const source = api[value[0]]
  const open = Object.entries(source?.inputs ?? {}).filter(([, each]) => typeof each === 'number')
  const [only] = open
  if (only && open.length === 1 && plain.test(source?.class_type ?? '')) found(value[0], only[0])
}

const plain = /^(Primitive|Int|Float|Seed|INTConstant|FloatConstant|easy (int|float|seed)|Constant)/i
const sizes = /^Empty.*(Latent|Image|Video)|ImgToVideo|ImageToVideo|Img2Vid|img2vid|TextToVideo|FirstLastFrame|^Wan.*ToVideo|Resolution|LatentVideo/i
const makesVideo = /CreateVideo|VideoCombine|SaveWEBM|SaveAnimated|img2vid/i

function uploads(kind: string, widgets: string[]): { role: Role; input: string } | null {
  for (const [pattern, role, names] of [
    [/^LoadImageMask$/, 'mask', ['image']], [/^LoadImage(Output)?$|^LoadImage\b/, 'image', ['image']],
    [/^LoadVideo$|^VHS_LoadVideo(FFmpeg)?(Upload)?$/, 'video', ['file', 'video']], [/^LoadAudio$|^VHS_LoadAudioUpload$/, 'sound', ['audio']],
  ] as const) {
    const input = pattern.test(kind) && names.find((name) => widgets.includes(name))
    if (input) return { role, input }
  }
  return null
}

/** What a loaded picture is for is said by the inputs that it ends in. */
function imageRole(api: Api, id: string): Role {
  const taken = takers(api, id)
  if (taken.length && taken.every(({ slot }) => slot === 1)) return 'mask'
  const reached = [...taken]
  // a picture is often scaled on its way
  for (const { node } of reached) if (reached.length < 200 && passes.test(api[node]?.class_type ?? '')) reached.push(...takers(api, node).filter((each) => !reached.some((known) => known.node === each.node && known.input === each.input)))
  return reached.some(({ input }) => /^(end_image|last_image|last_frame|end_frame|tail_image|image_tail)$/.test(input)) && !reached.some(({ input }) => /^(start_image|first_frame|init_image)$/.test(input)) ? 'lastImage' : 'image'
}

const passes = /Scale|Resize|Crop|Pad|GetImageSize|Reroute/i

