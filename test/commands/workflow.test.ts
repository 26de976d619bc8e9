import { crc32 } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { workflowsOf } from '../../src/discord/workflows/workflows.ts'
import { openAssets } from '../../src/lab/assets.ts'
import { openComfyUi, type ComfyUi } from '../../src/studio/comfyui/open-comfyui.ts'
import { readyTools } from '../../src/studio/comfyui/ready-tools.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import { readTool, Tool } from '../../src/studio/comfyui/tool.ts'
import type { Api } from '../../src/studio/comfyui/api.ts'
import { openComfyServer, type ComfyServer } from '../../src/try/providers/comfyui/open-comfy-server.ts'
import type { ModalValue } from '../../src/try/discord/small-discord.ts'
import { until } from '../store/scratch-store.ts'
import { filesIn, openCommandStage, textOf, type CommandStage } from './stage.ts'

let stage: CommandStage
let server: ComfyServer
let comfyui: ComfyUi
let chief: { id: string }
beforeAll(async () => {
  server = await openComfyServer({ installed: [] })
  comfyui = await openComfyUi({ servers: [{ name: 'box', url: server.url }], assets: openAssets('/nowhere'), tools: [] })
  stage = await openCommandStage({ workflows: workflowsOf(comfyui) })
  chief = manager('chief')
})
afterAll(async () => {
  await stage.close()
  await comfyui.close?.()
  await server.close()
})
beforeEach(() => stage.store.pool.query('delete from redcliff.tools'))
afterEach(() => expect(stage.small.violations).toEqual([]))

const manager = (name: string, locale?: string) => {
  const user = stage.member(name, locale)
  stage.small.setRoles(stage.guild, user, [stage.small.addRole(stage.guild, { name: 'chiefs', permissions: PermissionFlagsBits.ManageGuild })])
  return user
}
const sd15 = (await readyTools()).find(({ name }) => name === 'sd15') as Tool
const bare: Api = Object.fromEntries(Object.entries(sd15.api).map(([id, { class_type, inputs }]) => [id, { class_type, inputs }]))
const json = (value: unknown, name = 'ink wash.json') => ({ name, bytes: Buffer.from(JSON.stringify(value)) })
const add = async (file: { name: string; bytes: Buffer }, who = chief) => stage.give(who, stage.channel, 'workflow', { file }, { subcommand: 'add' })
const use = async (subcommand: string, options = {}, who = chief) => stage.give(who, stage.channel, 'workflow', options, { subcommand })
const open = async ({ interaction }: Awaited<ReturnType<typeof add>>, who = chief) => {
  const answer = await interaction.response
  if (answer.kind !== 'message') throw new Error(`A message was wanted, and a ${answer.kind} came.`)
  const [, id = ''] = /"custom_id":"(c~workflow~name~[^"]+)"/.exec(JSON.stringify(answer.message.components)) ?? []
  const shown = await stage.small.as(who).press(answer.message, id).response
  if (shown.kind !== 'modal') throw new Error(`A modal was wanted, and a ${shown.kind} came.`)
  return shown.modal
}
const keep = async (given: Awaited<ReturnType<typeof add>>, values: Record<string, ModalValue>, who = chief) => {
  const interaction = stage.small.as(who).submit(await open(given, who), values)
  return { interaction, said: await textOf(interaction) }
}
const tools = async () => (await stage.store.pool.query('select body from redcliff.tools order by name')).rows.map(({ body }) => readTool(body))
const place = (tool: Tool | undefined, role: 'prompt' | 'seed') => tool?.binding.inputs[role]?.map(({ node, input }) => `${node}.${input}`).join(', ')
const filled = { name: 'ink wash', capability: ['draw'], prompt: place(sd15, 'prompt') ?? '', image: '', seed: place(sd15, 'seed') ?? '' }

test('a workflow that is dropped becomes a named tool, and those at work hear of it', async () => {
  let heard = 0
  const deaf = await stage.store.listener.listen('redcliff_tools', () => { heard++ }, () => undefined)
  const given = await add(json(bare))
  expect(given.said).toContain('can become a tool')
  const form = JSON.stringify(await open(given))
  for (const value of ['ink_wash', filled.prompt, filled.seed]) expect(form).toContain(`"value":"${value}"`)
  expect((await keep(given, filled)).said).toContain('`comfyui/ink wash`')
  const [tool] = await tools()
  expect(tool).toMatchObject({ name: 'ink wash', capability: 'draw', from: 'ink_wash.json', binding: { outputs: sd15.binding.outputs } })
  expect(place(tool, 'prompt')).toBe(filled.prompt)
  await until(async () => heard === 1)
  await deaf()
  expect((await use('list', {}, stage.member('guest'))).said).toContain('ink wash')
})

test('what a person writes into the form holds; a place that is not there is answered with those that are', async () => {
  const given = await add(json(bare))
  const wrong = await keep(given, { ...filled, prompt: '99.words' })
  expect(wrong.said).toContain('99.words')
  expect(wrong.said).toContain(filled.prompt)
  expect(await tools()).toEqual([])
  const negative = sd15.binding.inputs.negative?.[0]
  const said = await keep(given, { ...filled, prompt: `${negative?.node}.text`, seed: '' })
  expect(said.said).toContain('is a tool')
  const [tool] = await tools()
  expect(place(tool, 'prompt')).toBe(`${negative?.node}.text`)
  expect(tool?.binding.inputs).not.toHaveProperty('negative')
  expect(tool?.binding.inputs).not.toHaveProperty('seed')
})

test('a picture that ComfyUI made carries its workflow', async () => {
  const png = await createCanvas(64, 48).encode('png')
  const body = Buffer.concat([Buffer.from('tEXtprompt\0'), Buffer.from(JSON.stringify(bare))])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  expect((await add({ name: 'made.png', bytes: Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)]) })).said).toContain('can become a tool')
  expect((await add({ name: 'plain.png', bytes: png })).said).toContain('carries no workflow')
})

test('what is missing or not allowed is said, and there is no button', async () => {
  const [loader = ''] = Object.entries(bare).find(([, { class_type }]) => class_type === 'CheckpointLoaderSimple') ?? []
  const { said, interaction } = await add(json({ ...bare, [loader]: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'mine.safetensors' } }, 90: { class_type: 'FancyNode', inputs: {} }, 91: { class_type: 'PythonExec', inputs: {} } }))
  expect(said).toContain('has no node FancyNode')
  expect(said).toContain('has no model mine.safetensors')
  expect(JSON.stringify(await interaction.response)).not.toContain('c~workflow')
})

test('an exported tool is dropped again as it was, and removed', async () => {
  await keep(await add(json(bare)), filled)
  const { interaction } = await use('export', { name: 'ink wash' }, stage.member('reader'))
  const answer = await interaction.response
  if (answer.kind !== 'message') throw new Error('A message was wanted.')
  const [file] = filesIn(answer.message)
  expect(file?.name).toBe('ink-wash.json')
  const bytes = Buffer.from(stage.small.file(file?.id ?? '')?.bytes ?? '')
  const [kept] = await tools()
  expect(readTool(JSON.parse(bytes.toString()))).toEqual(kept)
  expect((await use('remove', { name: 'ink wash' })).said).toContain('is removed')
  expect((await use('remove', { name: 'ink wash' })).said).toContain('no workflow')
  await keep(await add({ name: 'shared.json', bytes }), filled)
  expect((await tools())[0]).toEqual({ ...kept, from: 'shared.json' })
})

test('names of others are not taken, and only who manages the server adds or removes', async () => {
  const given = await add(json(bare))
  expect((await keep(given, { ...filled, name: 'sd15' })).said).toContain('is taken')
  await keep(given, filled)
  await stage.store.pool.query(`update redcliff.tools set guild = 'another'`)
  expect((await keep(given, filled)).said).toContain('is taken')
  const guest = stage.member('someone')
  expect((await add(json(bare), guest)).said).toContain('Manage Server')
  expect((await use('remove', { name: 'ink wash' }, guest)).said).toContain('Manage Server')
  expect((await use('list')).said).toContain('no workflows of its own yet')
})

test('in Chinese too', async () => {
  expect((await add(json(bare), manager('周瑜', 'zh-CN'))).said).toContain('可以变成工具')
})

test('a server that is away is said to be away; without any the setting is named', async () => {
  const gone = await openComfyServer()
  await gone.close()
  const away = await openComfyUi({ servers: [{ name: 'gone', url: gone.url }], assets: openAssets('/nowhere'), tools: [] })
  await expect(workflowsOf(away).read(Buffer.from(JSON.stringify(bare)), 'x.json')).rejects.toThrow(ProviderError)
  await away.close?.()
  const lonely = await openCommandStage()
  const who = lonely.member('ann')
  lonely.small.setRoles(lonely.guild, who, [lonely.small.addRole(lonely.guild, { name: 'chiefs', permissions: PermissionFlagsBits.ManageGuild })])
  expect((await lonely.give(who, lonely.channel, 'workflow', { file: json(bare) }, { subcommand: 'add' })).said).toContain('COMFYUI_URL')
  await lonely.close()
})
