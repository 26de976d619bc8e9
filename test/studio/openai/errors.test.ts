import { expect, test } from 'vitest'
import { retryAfter } from '../../../src/studio/openai/to-provider-error.ts'
import { openOpenAiServer } from '../../../src/try/providers/openai/open-openai-server.ts'
import type { ServerFault } from '../../../src/try/providers/openai/server-fault.ts'
import { drawing } from '../samples.ts'
import { openPair, paperWork, refusal } from './paper.ts'

const error = (status: number, code: string | null, message = 'No.', more: { headers?: Record<string, string>; bare?: boolean } = {}): ServerFault => ({ kind: 'error', status, code, message, ...more })

// what is known of the money is the point: false, surely not bought; undefined, perhaps
test.each<[string, ServerFault, { message: RegExp; bought?: false; retryable: boolean; retryAfter?: number }]>([
  ['a key that may not use the model', error(403, null, 'Project has no access.'), { message: /key in OPENAI_API_KEY may not use gpt-image-2\.6-flare.*«Project has no access\.»/, bought: false, retryable: false }],
  ['a model that is gone', error(404, 'model_not_found'), { message: /no model gpt-image-2\.6-flare.*shut down/, bought: false, retryable: false }],
  ['an account without credit', error(429, 'insufficient_quota'), { message: /OPENAI_API_KEY has no credit left/, bought: false, retryable: false }],
  ['too many at once', error(429, 'rate_limit_exceeded', '', { headers: { 'retry-after': '7' } }), { message: /no more orders/, bought: false, retryable: true, retryAfter: 7 }],
  ['a request it cannot take', error(400, 'invalid_value', 'Invalid size.'), { message: /could not take this order.*«Invalid size\.»/, bought: false, retryable: false }],
  ['content it will not show', error(400, 'moderation_blocked', 'Rejected. safety_violations=[sexual].'), { message: /refused this for its content \(moderation_blocked: sexual\)/, bought: false, retryable: false }],
  ['content by its older name', error(400, 'content_policy_violation'), { message: /content_policy_violation.*other words/, bought: false, retryable: false }],
  ['overload, said by itself', error(503, null, 'Overloaded.', { headers: { 'retry-after-ms': '1500' } }), { message: /overloaded/, bought: false, retryable: true, retryAfter: 1.5 }],
  ['a gateway that gave up', error(504, null, '', { bare: true }), { message: /failed on its side \(504\)/, retryable: true }],
  ['503 of a gateway', error(503, null, '', { bare: true }), { message: /failed on its side \(503\)/, retryable: true }],
  ['its own failure', { kind: 'broken', after: false }, { message: /failed on its side \(500\)/, retryable: true }],
  ['a connection that breaks', { kind: 'drop', after: true }, { message: /broke off before its answer/, retryable: true }],
])('%s', async (_, fault, { message, bought, retryable, retryAfter: seconds }) => {
  const { server, provider } = await openPair()
  server.fault(fault)
  const told = await refusal(provider.draw?.(drawing, paperWork()))
  expect(told).toMatchObject({ name: 'ProviderError', provider: 'openai', retryable, bought, ended: false })
  expect(told.message).toMatch(message)
  expect(told['retryAfter']).toBe(seconds)
  expect(told.message).not.toContain(server.key)
})

test('a wrong key is told by its name, never by itself', async () => {
  const { provider } = await openPair({ apiKey: 'sk-wrong-key-0123456789', keyName: 'STUDIO_KEY' })
  const told = await refusal(provider.draw?.(drawing, paperWork()))
  expect(told).toMatchObject({ bought: false, retryable: false, status: 401 })
  expect(told.message).toMatch(/does not accept the key in STUDIO_KEY/)
  expect(told.message).not.toMatch(/sk-/)
})

test('a server that is not there took nothing', async () => {
  const gone = await openOpenAiServer()
  await gone.close()
  const { provider } = await openPair({ baseURL: gone.url })
  expect(await refusal(provider.draw?.(drawing, paperWork()))).toMatchObject({ bought: false, retryable: true, message: expect.stringContaining('cannot be reached') })
})

test('an order that is never answered may have been taken', async () => {
  const { server, provider } = await openPair({ patience: 0.3 })
  server.fault({ kind: 'hang' })
  expect(await refusal(provider.draw?.(drawing, paperWork()))).toMatchObject({ bought: undefined, retryable: true, ended: false, message: expect.stringContaining('did not answer in time') })
  expect(server.count()).toBe(1)
})

test('pictures that are none have ended, with their price', async () => {
  const { server, provider } = await openPair()
  server.fault({ kind: 'malformed' })
  const told = await refusal(provider.draw?.(drawing, paperWork()))
  expect(told).toMatchObject({ ended: true, retryable: false })
  expect(told['charged']).toBeGreaterThan(0.01)
})

test('the time to wait is read from either header, in seconds or as a date', () => {
  expect(retryAfter(new Headers({ 'retry-after': '12' }))).toBe(12)
  expect(retryAfter(new Headers({ 'retry-after-ms': '250', 'retry-after': '12' }))).toBe(0.25)
  expect(retryAfter(new Headers({ 'retry-after': new Date(Date.now() + 5000).toUTCString() }))).toBeGreaterThan(3)
  expect(retryAfter(new Headers({ 'retry-after': 'soon' }))).toBeUndefined()
  expect(retryAfter(new Headers())).toBeUndefined()
})
