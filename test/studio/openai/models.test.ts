import { expect, test } from 'vitest'
import { checkModels } from '../../../src/studio/openai/check-models.ts'
import { chooseModels, modelFor } from '../../../src/studio/openai/choose-models.ts'
import { openClient, type Shop } from '../../../src/studio/openai/shop.ts'
import { openPrompts } from '../../../src/studio/prompt-file.ts'
import { drawing } from '../samples.ts'
import { assets, openPair, paperWork, refusal } from './paper.ts'

const ids = (models: readonly { id: string; capability: string }[], capability: string) => models.filter((model) => model.capability === capability).map(({ id }) => id)

test('the operator chooses what comes first, and may say what a model costs and takes', () => {
  const models = chooseModels({
    provider: 'openai', offers: ['write', 'draw'], use: { write: 'gpt-6.1-sol', draw: 'openai/gpt-image-9' },
    overrides: [{ id: 'gpt-6-luna', capability: 'write', price: [{ dollars: 9, per: 'call' }] }],
  })
  expect(ids(models, 'write')[0]).toBe('openai/gpt-6.1-sol')
  expect(ids(models, 'draw')[0]).toBe('openai/gpt-image-9')
  expect(modelFor(models, 'draw', 'gpt-image-9')).toMatchObject({ price: null, limits: { references: 16 } })
  expect(modelFor(models, 'write', 'openai/gpt-6-luna').price).toEqual([{ dollars: 9, per: 'call' }])
  expect(ids(models, 'speak')).toEqual([])
  expect(() => modelFor(models, 'write', 'gpt-0')).toThrow(/no model gpt-0 here.*openai\/gpt-6\.1-sol/)
})

test('who writes also reviews, and who draws also repaints, unless something else is said', () => {
  const models = chooseModels({ provider: 'local', offers: ['write', 'review'], use: { write: 'qwen' }, overrides: [{ id: 'qwen', capability: 'write', price: [] }] })
  expect(models.filter(({ id }) => id === 'local/qwen').map(({ capability, price }) => [capability, price])).toEqual(expect.arrayContaining([['write', []], ['review', []]]))
  expect(ids(models, 'review')[0]).toBe('local/qwen')
  expect(ids(chooseModels({ provider: 'openai', offers: ['review'], use: { write: 'gpt-6.1-sol', review: 'gpt-6-luna' } }), 'review')[0]).toBe('openai/gpt-6-luna')
})

test('a model asked for by a shot is the one that is ordered', async () => {
  const { provider, server } = await openPair()
  await provider.draw?.({ ...drawing, count: 1, model: 'openai/gpt-image-1.5' }, paperWork())
  expect(server.orders[0]?.body).toMatchObject({ model: 'gpt-image-1.5', size: '1536x1024' })
})

test('at the start, models that end or are unknown are warned of; nothing else is said', async () => {
  const { provider } = await openPair({ use: { write: 'gpt-5', draw: 'gpt-image-9' } })
  const warnings = await provider.checkModels()
  expect(warnings).toHaveLength(3)
  expect(warnings.find((each) => each.includes('gpt-5'))).toMatch(/gpt-5 \(write, review\) (shuts|was shut) down on 2026-12-11/)
  expect(warnings.find((each) => each.includes('gpt-4o-mini-tts'))).toContain('2027-01-06')
  expect(warnings.find((each) => each.includes('gpt-image-9'))).toMatch(/does not know gpt-image-9 \(draw, inpaint\)/)
})

test('days are counted from today, and what has ended is said to have', async () => {
  const { server } = await openPair()
  const { client, close } = openClient({ apiKey: server.key, baseURL: server.url, patience: 5 })
  const models = chooseModels({ provider: 'openai', offers: ['speak'] })
  const shop: Shop = { name: 'openai', label: 'OpenAI', keyName: 'KEY', key: server.key, client, models, prompts: openPrompts('.'), assets, pollSeconds: 0.01, patience: 5, bearable: 0 }
  expect(await checkModels(shop, undefined, new Date('2026-12-27T00:00:00Z'))).toEqual([expect.stringContaining('in 10 days')])
  expect(await checkModels(shop, undefined, new Date('2027-02-01T00:00:00Z'))).toEqual([expect.stringContaining('was shut down on 2027-01-06')])
  await close()
})

test('a check that cannot be made is a warning too', async () => {
  const { provider } = await openPair({ apiKey: 'sk-not-this-one', offers: ['write'] })
  const [warning] = await provider.checkModels()
  expect(warning).toMatch(/could not be checked: OpenAI does not accept the key in OPENAI_API_KEY/)
})

test('what is not offered is not there', async () => {
  const { provider } = await openPair({ offers: ['write'] })
  expect(provider.draw).toBeUndefined()
  expect(provider.castVoice).toBeUndefined()
  expect(provider.animate).toBeUndefined()
})

test('an unknown prompt is a sentence', async () => {
  const { provider } = await openPair()
  expect((await refusal(provider.write?.({ prompt: 'poem', inputs: {} }, paperWork()))).message).toMatch(/There is no prompt «poem»/)
  expect((await refusal(provider.write?.({ prompt: '../secrets', inputs: {} }, paperWork()))).message).toMatch(/no name of a prompt/)
})
