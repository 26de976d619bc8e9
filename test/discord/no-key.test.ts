import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../../src/log.ts'
import { openOpenAiServer, type OpenAiServer } from '../../src/try/providers/openai/open-openai-server.ts'
import { openStage, sayingOf, type Stage } from './stage.ts'

// Keys that can be found again wherever they are written down, whole or in part.
const keys = { openai: 'sk-proj-openaimarker0123456789', replicate: 'r8_replicatemarker0123456789', comfyui: 'Bearer comfymarker0123456789', partner: 'comfyui-cafe0123456789cafe0123456789' }
const marks = /openaimarker|replicatemarker|comfymarker|cafe0123456789/

let stage: Stage
let openai: OpenAiServer
const lines: string[] = []

beforeAll(async () => {
  openai = await openOpenAiServer({ key: keys.openai })
  stage = await openStage({
    closed: true,
    env: {
      OPENAI_API_KEY: keys.openai, OPENAI_BASE_URL: openai.url, REPLICATE_API_TOKEN: keys.replicate, REPLICATE_BASE_URL: 'http://127.0.0.1:9/v1',
      COMFYUI_URL: 'http://127.0.0.1:9', COMFYUI_AUTHORIZATION: keys.comfyui, COMFY_ORG_API_KEY: keys.partner,
      REDCLIFF_MODELS: 'draw=openai/gpt-image-2.6-flare',
    },
  })
  await stage.open({ log: openLog({ level: 'debug', name: 'test' }, { write: (line: string) => { lines.push(line) } }) })
  await stage.small.waitFor(() => stage.small.commands().length > 0)
}, 60_000)
afterAll(async () => { await stage.close(); await openai.close() })

test('no key is in a log, a card, a message, a row, a checkpoint or a file of a film, though a provider repeats it', async () => {
  const { small, owner, channel, message } = stage
  openai.fault({ kind: 'error', status: 400, code: 'invalid_value', message: `Header «Authorization: Bearer ${keys.openai}» with ${keys.replicate} is not what was wanted.` })
  const one = '|shot|size|move|scene|seconds|\n|-|-|-|-|-|\n|1|wide|pan|A junk on a river at dusk|0.8|'
  stage.command(owner, channel, 'film', { file: { name: 'junk.csv.md', bytes: Buffer.from(one) }, aspect: '1:1', music: 'off', voice: 'off' })
  const thread = await stage.thread()
  const say = () => small.as(owner).say(thread, 'good')
  // the first question is the moderation's
  const trouble = await message(thread, /went wrong/, /Try again/)
  expect(sayingOf(trouble)).toContain('is not what was wanted')
  await small.as(owner).press(trouble, 'Try again').acknowledged
  await message(thread, /Greenlight/)
  openai.fault({ kind: 'refuse' })
  say()
  await small.as(owner).press(await message(thread, /went wrong: .*sheet/, /Go on without it/), 'Go on without it').acknowledged
  await message(thread, /Animate/)
  say()
  await message(thread, /take 1/, /Circle/)
  say()
  await message(thread, /Picture lock/)
  say()
  await message(thread, /The film/, /film\.mp4/)
  expect(openai.orders.length).toBeGreaterThan(0)

  const discord = small.token
  const secret = (text: string) => marks.test(text) || text.includes(discord)
  // the search itself can find what it looks for
  expect([keys.openai, keys.replicate, `x${discord}x`].filter(secret)).toHaveLength(3)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.filter(secret)).toEqual([])
  expect(small.messages(thread).concat(small.messages(channel)).map((each) => JSON.stringify(each)).filter(secret)).toEqual([])

  const tables = await stage.query<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('redcliff', 'pgboss') and table_type = 'BASE TABLE'`)
  let rows = 0
  for (const { name } of tables) {
    for (const { text } of await stage.query<{ text: string }>(`select t::text as text from ${name} t`)) {
      rows++
      // bytea is written in hexadecimal: what was packed is unpacked before it is read
      const unpacked = text.replace(/\\\\?x([0-9a-f]{8,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
      expect([name, secret(unpacked)]).toEqual([name, false])
    }
  }
  expect(rows).toBeGreaterThan(50)
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['redcliff.generations', 'redcliff.purchases', 'redcliff.cards', 'redcliff.events', 'redcliff.checkpoints']))

  const files = (await readdir(join(stage.folder, 'assets'), { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect(secret((await readFile(join(file.parentPath, file.name))).toString('latin1'))).toBe(false)
}, 240_000)
