import { isLink, type Api } from '../api.ts'
import { inputsOf, isWidget, type ObjectInfo } from '../object-info.ts'
import type { Problem } from '../problem.ts'
import type { Role, Slot } from '../tool.ts'
import { slotOf } from './slot-of.ts'

/**
 * Marks in titles: `@prompt`, `@image`, `@image 2`, `@width @height`, `@output`; `@prompt.text_g` names the input too.
 * Also in Chinese, as people write in their own ComfyUI.
 */
export function marked(api: Api, objectInfo: ObjectInfo): { inputs: Partial<Record<Role, Slot[]>>; outputs: string[]; unclear: Problem[] } {
  const inputs: Partial<Record<Role, { slot: Slot; order: number }[]>> = {}
  const outputs: string[] = []
  const unclear: Problem[] = []
  for (const [id, node] of Object.entries(api)) {
    for (const [, word = '', number, input] of (node._meta?.title ?? '').matchAll(/@\s?([a-z_]+|\p{Script=Han}+)(?:\s?(\d+))?(?:\.([\w-]+))?/giu)) {
      const role = words[word.toLowerCase()]
      if (role === undefined) continue
      if (role === 'output') {
        outputs.push(id)
        continue
      }
      const info = objectInfo.get(node.class_type)
      const widgets = info ? inputsOf(info).filter(isWidget).map(({ name }) => name) : Object.keys(node.inputs)
      const open = widgets.filter((name) => !isLink(node.inputs[name]))
      const name = input ?? likely[role].find((each) => open.includes(each)) ?? (open.length === 1 ? open[0] : undefined)
      if (name === undefined || !widgets.includes(name)) unclear.push({ kind: 'unbound', node: id, class: node.class_type, input: role, why: `node ${id} is marked @${word} and has no input for it` })
      else (inputs[role] ??= []).push({ slot: slotOf(id, name, objectInfo.get(node.class_type), role), order: Number(number ?? 1) })
    }
  }
  const ordered = Object.entries(inputs).map(([role, slots]) => [role, slots.sort((one, other) => one.order - other.order).map(({ slot }) => slot)])
  return { inputs: Object.fromEntries(ordered) as Partial<Record<Role, Slot[]>>, outputs, unclear }
}

const words: Record<string, Role | 'output'> = {
  prompt: 'prompt', positive: 'prompt', text: 'prompt', 提示词: 'prompt', 提示: 'prompt', 正面: 'prompt',
  negative: 'negative', 负面: 'negative', 反向: 'negative', 负面提示词: 'negative',
  image: 'image', picture: 'image', first: 'image', 图片: 'image', 图: 'image', 首帧: 'image',
  last: 'lastImage', last_image: 'lastImage', end: 'lastImage', 尾帧: 'lastImage', 末帧: 'lastImage',
  mask: 'mask', 蒙版: 'mask', 遮罩: 'mask', video: 'video', clip: 'video', 视频: 'video', audio: 'sound', sound: 'sound', 声音: 'sound', 音频: 'sound',
  seed: 'seed', 种子: 'seed', width: 'width', 宽: 'width', height: 'height', 高: 'height', frames: 'frames', length: 'frames', 帧数: 'frames',
  fps: 'fps', 帧率: 'fps', seconds: 'seconds', duration: 'seconds', 秒: 'seconds', steps: 'steps', 步数: 'steps', factor: 'factor', scale: 'factor', 倍数: 'factor',
  output: 'output', result: 'output', 输出: 'output', 结果: 'output',
}

/** Which input of a marked node is meant, the likeliest first. */
const likely: Record<Role, string[]> = {
  prompt: ['text', 'prompt', 'value', 'string', 'text_positive', 'positive', 'text_g', 'caption', 't5xxl', 'clip_l'],
  negative: ['text', 'negative_prompt', 'negative', 'value', 'string', 'text_negative'],
  image: ['image', 'value', 'file'], lastImage: ['image', 'value', 'file'], mask: ['image', 'mask', 'file'],
  video: ['video', 'file'], sound: ['audio', 'file'],
  seed: ['seed', 'noise_seed', 'value', 'int', 'number'],
  width: ['width', 'value', 'int'], height: ['height', 'value', 'int'],
  frames: ['length', 'video_frames', 'frames', 'num_frames', 'frame_count', 'value', 'int', 'batch_size'],
  fps: ['fps', 'frame_rate', 'value', 'float', 'int'], seconds: ['duration', 'seconds', 'value', 'float', 'int'],
  steps: ['steps', 'value', 'int'], factor: ['scale_by', 'upscale_by', 'factor', 'scale', 'upscale', 'value', 'float'],
}
