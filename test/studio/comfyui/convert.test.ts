import { expect, test } from 'vitest'
import { readWorkflow } from '../../../src/studio/comfyui/read-workflow.ts'
import { info, ui } from './known-info.ts'

const read = (workflow: object) => readWorkflow(JSON.stringify(workflow), info)
const checkpoint = { id: 1, type: 'CheckpointLoaderSimple', widgets_values: ['v1-5-pruned-emaonly-fp16.safetensors'], gives: ['MODEL', 'CLIP', 'VAE'] }
const words = (id: number, text: string) => ({ id, type: 'CLIPTextEncode', wires: { clip: [1, 1, 'CLIP'] as [number, number, string] }, widgets_values: [text], gives: ['CONDITIONING'] })
const empty = { id: 4, type: 'EmptyLatentImage', widgets_values: [640, 360, 1], gives: ['LATENT'] }
const sampler = (widgets: unknown[], more: object = {}) => ({
  id: 5, type: 'KSampler', widgets_values: widgets, gives: ['LATENT'],
  wires: { model: [1, 0, 'MODEL'], positive: [2, 0, 'CONDITIONING'], negative: [3, 0, 'CONDITIONING'], latent_image: [4, 0, 'LATENT'], ...more } as any,
})
const decode = { id: 6, type: 'VAEDecode', wires: { samples: [5, 0, 'LATENT'] as any, vae: [1, 2, 'VAE'] as any }, gives: ['IMAGE'] }
const save = (from: [number, number, string] = [6, 0, 'IMAGE']) => ({ id: 7, type: 'SaveImage', wires: { images: from }, widgets_values: ['film'] })
const plain = [42, 'randomize', 20, 7.5, 'euler', 'karras', 1]

test.each([['0.4', false], ['1', true]] as const)('a workflow of version %s becomes what the server runs', (_, objects) => {
  const { api, kind, problems } = read(ui([checkpoint, words(2, 'a boat'), words(3, 'blurry'), empty, sampler(plain), decode, save()], {}, objects))
  expect(problems).toEqual([])
  expect(kind).toBe('ui')
  expect(api?.['5']).toMatchObject({ class_type: 'KSampler', inputs: { seed: 42, steps: 20, cfg: 7.5, sampler_name: 'euler', scheduler: 'karras', denoise: 1, model: ['1', 0], positive: ['2', 0], latent_image: ['4', 0] } })
  expect(api?.['7']?.inputs).toEqual({ images: ['6', 0], filename_prefix: 'film' })
})

test('an old file without «control after generate» keeps its values in place', () => {
  const { api } = read(ui([checkpoint, words(2, 'a'), words(3, 'b'), empty, sampler([42, 20, 7.5, 'euler', 'karras', 1]), decode, save()]))
  expect(api?.['5']?.inputs).toMatchObject({ seed: 42, steps: 20, cfg: 7.5, denoise: 1 })
})

test('a widget that is wired keeps its place among the values, and the wire counts', () => {
  const { api } = read(ui([
    checkpoint, words(2, 'a'), words(3, 'b'), empty, { id: 8, type: 'PrimitiveNode', widgets_values: [7, 'fixed'], gives: ['INT'] },
    sampler(plain, { '.seed': [8, 0, 'INT'] }), decode, save(),
  ]))
  expect(api?.['5']?.inputs).toMatchObject({ seed: 7, steps: 20, cfg: 7.5 })
  expect(api).not.toHaveProperty('8')
})

test('reroutes and notes are of the browser only', () => {
  const { api, problems } = read(ui([
    checkpoint, words(2, 'a'), words(3, 'b'), empty, sampler(plain), decode, { id: 8, type: 'Reroute', wires: { '': [6, 0, 'IMAGE'] }, gives: ['IMAGE'] },
    { id: 9, type: 'Reroute', wires: { '': [8, 0, '*'] }, gives: ['IMAGE'] }, { id: 10, type: 'MarkdownNote', widgets_values: ['made by me'] }, save([9, 0, 'IMAGE']),
  ]))
  expect(problems).toEqual([])
  expect(api?.['7']?.inputs.images).toEqual(['6', 0])
  expect(Object.keys(api ?? {})).toEqual(['1', '2', '3', '4', '5', '6', '7'])
})

test('named wires are followed, and reroutes that lead into themselves end', () => {
  const { api } = read(ui([
    checkpoint, words(2, 'a'), words(3, 'b'), empty, sampler(plain), decode, { id: 8, type: 'SetNode', wires: { IMAGE: [6, 0, 'IMAGE'] }, widgets_values: ['drawn'], gives: ['*'] },
    { id: 9, type: 'GetNode', widgets_values: ['drawn'], gives: ['IMAGE'] }, save([9, 0, 'IMAGE']),
  ]))
  expect(api?.['7']?.inputs.images).toEqual(['6', 0])
  const round = read(ui([{ id: 1, type: 'Reroute', wires: { '': [2, 0, '*'] } }, { id: 2, type: 'Reroute', wires: { '': [1, 0, '*'] } }, save([1, 0, 'IMAGE'])]))
  expect(round.api?.['7']?.inputs).toEqual({ filename_prefix: 'film' })
})

test('a bypassed node hands on what has the type of its output; a muted one leaves nothing', () => {
  const lora = (mode: number) => ({ id: 8, type: 'LoraLoader', mode, wires: { model: [1, 0, 'MODEL'], clip: [1, 1, 'CLIP'] } as any, widgets_values: ['ink-wash.safetensors', 1, 1], gives: ['MODEL', 'CLIP'] })
  const nodes = (mode: number) => [checkpoint, words(2, 'a'), { ...words(3, 'b'), wires: { clip: [8, 1, 'CLIP'] as any } }, empty, lora(mode), sampler(plain, { model: [8, 0, 'MODEL'] }), decode, save()]
  const bypassed = read(ui(nodes(4))).api
  expect(bypassed).not.toHaveProperty('8')
  expect([bypassed?.['5']?.inputs.model, bypassed?.['3']?.inputs.clip]).toEqual([['1', 0], ['1', 1]])
  const muted = read(ui(nodes(2))).api
  expect(muted).not.toHaveProperty('8')
  expect(muted?.['5']?.inputs).not.toHaveProperty('model')
})

const draws = '11111111-2222-4333-8444-555555555555'
const inside = (more: object = {}) => ({
  id: draws, name: 'Draws', inputs: [{ id: 'a', name: 'text', type: 'STRING' }, { id: 'b', name: 'vae', type: 'VAE' }], outputs: [{ id: 'c', name: 'IMAGE', type: 'IMAGE' }],
  ...ui([
    { id: 2, type: 'CLIPTextEncode', wires: { clip: [1, 1, 'CLIP'], '.text': [-10, 0, 'STRING'] }, widgets_values: ['inner words'], gives: ['CONDITIONING'] },
    checkpoint, words(3, 'b'), empty, sampler(plain), { ...decode, wires: { samples: [5, 0, 'LATENT'], vae: [-10, 1, 'VAE'] } }, { id: -20, type: 'out', wires: { IMAGE: [6, 0, 'IMAGE'] } },
  ], {}, true),
  ...more,
})
const subgraph = () => {
  const made = inside()
  return { ...made, nodes: made.nodes.filter(({ id }) => id !== -20) }
}

test('a subgraph is laid open: its nodes are named by where they stand, its edges are wires', () => {
  const { api, problems } = read(ui([
    { id: 20, type: 'CheckpointLoaderSimple', widgets_values: ['dreamshaper_8.safetensors'], gives: ['MODEL', 'CLIP', 'VAE'] },
    { id: 30, type: draws, wires: { text: null, vae: [20, 2, 'VAE'] }, widgets_values: ['outer words'], gives: ['IMAGE'] }, save([30, 0, 'IMAGE']),
  ], { definitions: { subgraphs: [subgraph()] } }))
  expect(problems).toEqual([])
  expect(api?.['7']?.inputs.images).toEqual(['30:6', 0])
  expect(api?.['30:6']?.inputs).toEqual({ samples: ['30:5', 0], vae: ['20', 2] })
  expect(api?.['30:2']?.inputs.text).toBe('outer words')
})

test('two instances of a subgraph each have their own values, also by the newer list of promoted widgets', () => {
  const { api } = read(ui([
    { id: 30, type: draws, wires: { text: null, vae: null }, widgets_values: ['first'], gives: ['IMAGE'] },
    { id: 31, type: draws, wires: { text: null, vae: null }, widgets_values: ['second', 9], properties: { proxyWidgets: [['-1', 'text'], ['5', 'steps']] }, gives: ['IMAGE'] }, save([31, 0, 'IMAGE']),
  ], { definitions: { subgraphs: [subgraph()] } }))
  expect([api?.['30:2']?.inputs.text, api?.['31:2']?.inputs.text]).toEqual(['first', 'second'])
  expect([api?.['30:5']?.inputs.steps, api?.['31:5']?.inputs.steps]).toEqual([20, 9])
})

test('a subgraph inside a subgraph is named by both, and one that holds itself is refused', () => {
  const outer = '99999999-2222-4333-8444-555555555555'
  const wrap = (inner: string) => ({ id: outer, inputs: [], outputs: [], nodes: [{ id: 8, type: inner, inputs: [], outputs: [{ name: 'IMAGE', type: 'IMAGE' }], widgets_values: ['deep'] }], links: [{ id: 1, origin_id: 8, origin_slot: 0, target_id: -20, target_slot: 0, type: 'IMAGE' }] })
  const holds = (inner: string) => read(ui([{ id: 40, type: outer, gives: ['IMAGE'] }, save([40, 0, 'IMAGE'])], { definitions: { subgraphs: [subgraph(), wrap(inner)] } }))
  expect(holds(draws).api?.['7']?.inputs.images).toEqual(['40:8:6', 0])
  expect(holds(outer)).toMatchObject({ api: null, problems: [{ kind: 'too-big' }] })
})

test('subgraphs that multiply are refused, quickly', () => {
  const id = (level: number) => `00000000-0000-4000-8000-${String(level).padStart(12, '0')}`
  const subgraphs = Array.from({ length: 18 }, (_, level) => ({ id: id(level), inputs: [], outputs: [], links: [], nodes: [1, 2, 3].map((node) => ({ id: node, type: level === 17 ? 'MarkdownNote' : id(level + 1) })) }))
  const began = performance.now()
  expect(read(ui([{ id: 1, type: id(0) }, save()], { definitions: { subgraphs } }))).toMatchObject({ api: null, problems: [{ kind: 'too-big' }] })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('inputs that a node gained since are filled with what it has by itself', () => {
  const { api } = read(ui([{ id: 1, type: 'LoadVideo', widgets_values: ['clip.mp4', 'image'], gives: ['VIDEO'] }, { id: 2, type: 'SaveVideo', wires: { video: [1, 0, 'VIDEO'] }, widgets_values: ['film'] }]))
  expect(api?.['1']?.inputs).toEqual({ file: 'clip.mp4' })
  expect(api?.['2']?.inputs).toMatchObject({ filename_prefix: 'film', format: 'auto', codec: 'auto' })
})

test('values by name are taken by name, and lists are wrapped so that they are no links', () => {
  const { api } = read(ui([{ id: 1, type: 'LoadImage', widgets_values: ['a.png', 'image'], gives: ['IMAGE', 'MASK'] }, { id: 2, type: 'VHS_VideoCombine', wires: { images: [1, 0, 'IMAGE'] }, widgets_values: { frame_rate: 12, format: 'video/h264-mp4', filename_prefix: ['a', 1], videopreview: { hidden: false } } }]))
  expect(api?.['2']?.inputs).toMatchObject({ frame_rate: 12, format: 'video/h264-mp4', filename_prefix: { __value__: ['a', 1] }, loop_count: 0 })
})

test.each([
  ['a node that is not installed', { id: 9, type: 'SomeCustomNode' }, { kind: 'missing-node', node: '9', class: 'SomeCustomNode' }],
  ['a group node of the old kind', { id: 9, type: 'workflow>mine' }, { kind: 'unresolved', node: '9' }],
  ['wires that are not drawn', { id: 9, type: 'Anything Everywhere' }, { kind: 'unresolved', node: '9' }],
  ['inputs that the browser makes', { id: 9, type: 'ResizeImageMaskNode', widgets_values: ['scale', 2] }, { kind: 'made-in-browser', node: '9', input: 'resize_type' }],
])('%s: it is named and refused, not guessed', (_, node, problem) => {
  const { api, problems } = read(ui([checkpoint, words(2, 'a'), words(3, 'b'), empty, sampler(plain), decode, save(), node]))
  expect(api).toBeNull()
  expect(problems).toMatchObject([problem])
})
