import { APIConnectionTimeoutError, APIError } from 'openai'
import { expect, test } from 'vitest'
import { failedBody } from '../../src/lab/answer.ts'
import { ProductionEvent } from '../../src/production/event.ts'
import { troubleCard } from '../../src/production/cards/finishing-cards.ts'
import { words } from '../../src/production/cards/words.ts'
import { asker, refusal } from '../../src/studio/comfyui/client/ask-server.ts'
import { toProviderError as openAiError } from '../../src/studio/openai/to-provider-error.ts'
import { openClient } from '../../src/studio/replicate/client.ts'
import { toProviderError as replicateError } from '../../src/studio/replicate/to-provider-error.ts'
import { openStudio } from '../../src/studio/studio.ts'
import type { ProviderError } from '../../src/studio/provider-error.ts'

const account = { name: 'openai', label: 'OpenAI', keyName: 'OPENAI_API_KEY', key: 'sk-theatre-secret-1' }
const api = (status: number, error: object = {}, message = 'nothing said') => APIError.generate(status, { error: { message, ...error } }, message, new Headers())
const server = { name: 'home', url: 'http://home.test', headers: { authorization: 'Bearer theatre-secret-2' } }
const replicate = async (answer: () => Response) => {
  const client = openClient({ token: 'r8_theatresecret3', baseUrl: 'http://replicate.test', fetch: async () => answer(), seconds: 5, cancelAfter: '1m' })
  return client.predictions.get('job').then(() => { throw new Error('It was answered.') }, (error: unknown) => replicateError(error, { asked: 'the order to a model', token: 'r8_theatresecret3' }))
}
const json = (status: number, body: object) => () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const troubles: [string, () => ProviderError | Promise<ProviderError>, RegExp][] = [
  ['OpenAI, rate limit', () => openAiError(api(429), account, { model: 'm' }), /限流/],
  ['OpenAI, no credit', () => openAiError(api(429, { code: 'insufficient_quota' }), account, { model: 'm' }), /没有余额/],
  ['OpenAI, key', () => openAiError(api(401), account, { model: 'm' }), /不接受 OPENAI_API_KEY/],
  ['OpenAI, model gone', () => openAiError(api(404, {}, 'The model sk-theatre-secret-1 does not exist'), account, { model: 'm' }), /模型 m，可能已经下线。它说：「The model … does not exist」/],
  ['OpenAI, down', () => openAiError(api(502), account, { model: 'm' }), /故障（502）/],
  ['OpenAI, time-out', () => openAiError(new APIConnectionTimeoutError(), account, { model: 'm' }), /没有及时答复/],
  ['OpenAI, unreachable', () => openAiError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), account, { model: 'm' }), /连不上 OpenAI（ECONNREFUSED）/],
  ['Replicate, rate limit', () => replicate(json(429, { detail: 'Your rate limit resets in ~30s.' })), /限流/],
  ['Replicate, no credit', () => replicate(json(402, { detail: 'Insufficient credit' })), /没有余额/],
  ['Replicate, refused', () => replicate(json(422, { detail: 'prompt is too long' })), /拒绝了这一单。.*它说：「.*prompt is too long/],
  ['Replicate, down', () => replicate(json(503, {})), /故障（503）/],
  ['Replicate, unreachable', () => replicate(() => { throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) }) }), /连不上 Replicate/],
  ['ComfyUI, away', () => asker(server, async () => { throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }) })('/prompt').then(() => { throw new Error('It was answered.') }, (error: ProviderError) => error), /连不上 ComfyUI home（ECONNREFUSED）/],
  ['ComfyUI, busy', () => refusal(new Response('', { status: 429 }), server), /正忙/],
  ['a studio without the model', () => openStudio([{ name: 'none', close: async () => undefined, draw: async () => ({ pictures: [], missed: [] }), write: async () => '', animate: async () => '' as never, speak: async () => '' as never, compose: async () => '' as never }]).draw({ model: 'gone/model' } as never, {} as never) as never, /没有能绘画的模型 gone\/model/],
]

test.each(troubles)('%s: whoever makes a Chinese film is told in Chinese, others in English', async (_, fail, chinese) => {
  const error = await (async () => fail())().catch((thrown: ProviderError) => thrown)
  expect(error.name).toBe('ProviderError')
  const body = failedBody({ kind: 'drawn', shot: '1.1' }, 'g', '1.1 panel', { message: error.message, zh: error.zh })
  const event = ProductionEvent.parse(body)
  if (event.kind !== 'failed') throw new Error('It is another event.')
  const [zh, en] = [troubleCard(event, words.zh).text, troubleCard(event, words.en).text]
  expect(zh).toMatch(chinese)
  expect(en).toBe(error.message)
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(`${zh}${en}`).not.toContain('secret')
})
