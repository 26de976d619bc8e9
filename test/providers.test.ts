import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { openAssets } from '../src/lab/assets.ts'
import { openProviders } from '../src/providers.ts'
import { openAnimatic } from '../src/studio/animatic/animatic.ts'
import { openStudio } from '../src/studio/studio.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'providers-')) })
afterAll(() => rm(folder, { recursive: true }))

const open = (environment: Record<string, string>) =>
  openProviders(readConfig(environment, folder).providers, { assets: openAssets(folder), ffmpeg: undefined, tools: async () => [], say: () => undefined })

test('a language model of one’s own writes with the model it is told, costs nothing, and is asked for nothing else', async () => {
  const { list } = await open({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_USE: 'write=qwen3:32b, review', OPENAI_CHAT_ROUTE: 'chat' })
  const studio = openStudio([...list, openAnimatic({ assets: openAssets(folder), ffmpeg: 'ffmpeg' })])
  expect(studio.model('write')).toMatchObject({ id: 'openai/qwen3:32b', price: [] })
  expect(studio.model('review')).toMatchObject({ id: 'openai/qwen3:32b' })
  expect([studio.can('moderate'), studio.model('draw'), studio.model('speak')]).toEqual([false, undefined, undefined])
  await studio.close()
})

test('a model of another’s server has no price until one is said', async () => {
  const { list } = await open({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://models.example.org/v1', OPENAI_USE: 'write=llama' })
  expect(list[0]?.models?.find(({ capability }) => capability === 'write')?.price).toBeNull()
})

test.each([
  [{ OPENAI_API_KEY: 'k', OPENAI_USE: 'sing=la' }, /OPENAI_USE: «sing=la».*write, review/],
  [{ REPLICATE_API_TOKEN: 't', REPLICATE_WEBHOOK_SECRET: 'whsec_x' }, /REDCLIFF_PORT and REDCLIFF_PUBLIC_URL/],
  [{ REPLICATE_API_TOKEN: 't', REPLICATE_WEBHOOK_SECRET: 'x' }, /whsec_/],
])('%j is refused with a sentence', (environment, words) => {
  expect(() => readConfig(environment, folder)).toThrow(words)
})
