import { expect, test } from 'vitest'
import { checkWorkflow } from '../../../src/studio/comfyui/check-workflow.ts'
import { deniedNodes } from '../../../src/studio/comfyui/denied.ts'
import { fill } from '../../../src/studio/comfyui/fill.ts'
import { makeTool } from '../../../src/studio/comfyui/make-tool.ts'
import { sayProblem } from '../../../src/studio/comfyui/problem.ts'
import { readyTools } from '../../../src/studio/comfyui/ready-tools.ts'
import { readTool, type Tool } from '../../../src/studio/comfyui/tool.ts'
import type { Api } from '../../../src/studio/comfyui/api.ts'
import { info } from './known-info.ts'

const tools = await readyTools()
const byName = (name: string) => tools.find((tool) => tool.name === name) as Tool
const bare = (api: Api): Api => Object.fromEntries(Object.entries(api).map(([id, { class_type, inputs }]) => [id, { class_type, inputs }]))
const places = (tool: Pick<Tool, 'binding'>, role: keyof Tool['binding']['inputs']) => tool.binding.inputs[role]?.map(({ node, input }) => `${node}.${input}`)

test.each(tools.map((tool) => [tool.name, tool] as const))('%s: its binding and use are found without titles too', (name, tool) => {
  const made = makeTool(bare(tool.api), info, { name })
  expect(made.problems).toEqual([])
  expect(made.capability).toBe(tool.capability)
  for (const role of Object.keys(tool.binding.inputs) as (keyof Tool['binding']['inputs'])[]) {
    // that a scale means a factor, and another one a size, only a title can say
    if (role === 'factor') continue
    const wanted = places(tool, role)?.filter((place) => !(name === 'svd' && /^3\./.test(place)))
    expect(places(made, role)?.toSorted(), role).toEqual(wanted?.toSorted())
  }
  expect(made.binding.outputs).toEqual(tool.binding.outputs)
})

test('titles come before what classes suggest, in Chinese as well', () => {
  const { api } = byName('sd15')
  const titled = { ...bare(api), 3: { ...api['3'] as Api[string], _meta: { title: '画面 @提示词' } }, 2: { ...api['2'] as Api[string], _meta: { title: 'x' } } }
  const made = makeTool(titled, info, { name: '水墨' })
  expect(places(made, 'prompt')).toEqual(['3.text'])
  expect(made.tool?.name).toBe('水墨')
})

test('a first and a last frame are told apart, and the last may be left out', () => {
  const api: Api = {
    1: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'dreamshaper_8.safetensors' } }, 2: { class_type: 'CLIPTextEncode', inputs: { text: 'walks', clip: ['1', 1] } }, 3: { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['1', 1] } },
    4: { class_type: 'LoadImage', inputs: { image: 'a.png' } }, 5: { class_type: 'LoadImage', inputs: { image: 'b.png' } },
    6: { class_type: 'WanFirstLastFrameToVideo', inputs: { positive: ['2', 0], negative: ['3', 0], vae: ['1', 2], width: 832, height: 480, length: 81, batch_size: 1, start_image: ['4', 0], end_image: ['5', 0] } },
    7: { class_type: 'KSampler', inputs: { model: ['1', 0], seed: 1, steps: 4, cfg: 1, sampler_name: 'euler', scheduler: 'simple', positive: ['6', 0], negative: ['6', 1], latent_image: ['6', 2], denoise: 1 } },
    8: { class_type: 'VAEDecode', inputs: { samples: ['7', 0], vae: ['1', 2] } }, 9: { class_type: 'CreateVideo', inputs: { images: ['8', 0], fps: 16 } }, 10: { class_type: 'SaveVideo', inputs: { video: ['9', 0], filename_prefix: 'x', format: 'auto', codec: 'auto' } },
  }
  const { tool, problems } = makeTool(api, info, { name: 'wan' })
  expect(problems).toEqual([])
  expect(tool).toMatchObject({ capability: 'animate', limits: { lastFrame: true, seconds: { max: 81 / 16 } } })
  expect([places(tool as Tool, 'image'), places(tool as Tool, 'lastImage'), places(tool as Tool, 'prompt'), places(tool as Tool, 'negative')]).toEqual([['4.image'], ['5.image'], ['2.text'], ['3.text']])
  const filled = fill(tool as Tool, { prompt: 'runs', seconds: 2.5, seed: 3, width: 1280, height: 720 }, { image: ['redcliff/a.png'] }, 'order').prompt
  expect(filled['6']?.inputs).toMatchObject({ length: 41, start_image: ['4', 0] })
  expect(filled['6']?.inputs).not.toHaveProperty('end_image')
  expect(filled).not.toHaveProperty('5')
  expect(filled['10']?.inputs.filename_prefix).toBe('redcliff/order')
  const size = filled['6']?.inputs as { width: number; height: number }
  expect([size.width % 16, size.height % 16]).toEqual([0, 0])
  expect(Math.abs(size.width / size.height / (16 / 9) - 1)).toBeLessThan(0.05)
})

test('what does not fit is shown for longer, and the asked workflow is left as it was', () => {
  const svd = byName('svd')
  const before = JSON.stringify(svd)
  const { prompt, frames, fps } = fill(svd, { seconds: 10, seed: 1, width: 1280, height: 720 }, { image: ['a.png'] }, 'order')
  expect([frames, fps]).toEqual([25, 2.5])
  expect(prompt['8']?.inputs.fps).toBe(2.5)
  expect(JSON.stringify(svd)).toBe(before)
})

test('missing nodes and models are named, in both languages', () => {
  const api: Api = {
    1: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'mine.safetensors' } }, 2: { class_type: 'ReActorFaceSwap', inputs: {} }, 3: { class_type: 'EmptyLatentImage', inputs: { width: 20_000, height: 'tall', batch_size: 1 } },
    4: { class_type: 'SaveImage', inputs: { filename_prefix: 'x' } }, 5: { class_type: 'ImageScale', inputs: { image: ['4', 0], upscale_method: 'magic', width: 1, height: 1, crop: 'disabled' } },
  }
  const { problems } = checkWorkflow(api, info)
  expect(problems.map(({ kind, node, input, value }) => [kind, node, input, value])).toEqual([
    ['missing-model', '1', 'ckpt_name', 'mine.safetensors'], ['missing-node', '2', undefined, undefined], ['wrong-value', '3', 'width', '20000'], ['wrong-value', '3', 'height', 'tall'], ['missing-input', '4', 'images', undefined], ['wrong-value', '5', 'upscale_method', 'magic'],
  ])
  for (const problem of problems) {
    expect(sayProblem(problem, 'en')).toMatch(/^[A-Z].+[a-z0-9)]\.$/)
    expect(sayProblem(problem, 'zh')).toMatch(/\p{Script=Han}.*。$/u)
  }
})

const node = (class_type: string, inputs: Api[string]['inputs'] = {}): Api => ({ 1: { class_type, inputs } })

test.each([
  'RunPythonCode', 'Execute Python', 'PythonScript', 'ExecuteShellCommand', 'Shell Command', 'BashNode', 'EvaluateInts', 'Code Exec', 'JavascriptNode', 'LoadImageFromUrl', 'Load Image From URL', 'easy imageLoadFromURL', 'DownloadModel', 'CivitaiDownloader', 'HTTP Request', 'SendWebhook', 'PostToDiscord', 'Upload To S3',
  'SaveImageToPath', 'Save Text File', 'VHS_LoadVideoPath', 'LoadImagesFromFolder', 'LoadImageFromPath', 'WriteTextFile', 'DeleteFile', 'AnyPython', 'IDENode',
])('%s is dangerous and refused', (name) => expect(deniedNodes(node(name))).toMatchObject([{ kind: 'denied', class: name }]))

test.each([
  'KSampler', 'SaveImage', 'LoadImage', 'LoadImageMask', 'SaveVideo', 'VHS_VideoCombine', 'VHS_LoadVideo', 'LoadBackgroundRemovalModel', 'CLIPTextEncode', 'ControlNetApplyAdvanced', 'LoraLoader', 'UpscaleModelLoader', 'PrimitiveStringMultiline', 'ImageCompositeMasked',
  'WanImageToVideo', 'ImageScaleBy', 'SaveAudio', 'LoadAudio', 'CheckpointLoaderSimple', 'FaceRestoreCFWithModel', 'GetImageSize', 'KlingImage2VideoNode', 'SaveAnimatedWEBP', 'StringConcatenate',
])('%s is harmless', (name) => expect(deniedNodes(node(name, { filename_prefix: 'video/%date:yyyy%/take', text: 'see http://a.b/../c', image: 'redcliff/a.png' }))).toEqual([]))

test.each(['/etc/passwd', '../../x', 'C:\\Windows\\x', 'https://evil.example/x', 'a/../../b', '~/x'])('a place outside of the server’s folders is refused: %s', (value) => {
  expect(deniedNodes(node('SaveImage', { filename_prefix: value }))).toMatchObject([{ kind: 'denied', input: 'filename_prefix' }])
})

test('the operator forbids more, and allows what he knows', () => {
  expect(deniedNodes(node('KSampler'), { patterns: [{ class: '^KSampler$', why: 'too slow' }] })).toHaveLength(1)
  expect(deniedNodes(node('RunPythonCode'), { allowed: ['RunPythonCode'] })).toEqual([])
})

test('a shared tool comes whole or not at all', () => {
  const tool = byName('sd15')
  expect(readTool(JSON.parse(JSON.stringify(tool)))).toEqual(tool)
  const changed = structuredClone(tool)
  Object.assign(changed.api['7']?.inputs ?? {}, { filename_prefix: '../../x' })
  expect(() => readTool(changed)).toThrow(/not the one that it was shared as/)
})
