import { expect, test } from 'vitest'
import { lookAtCandidates } from '../../src/production/crafts/look-at-candidates.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import type { Provider } from '../../src/studio/provider.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { paperWork, rulesOnly } from './thinking-studio.ts'

const drawn = { pictures: ['a', 'b'].map((letter) => ({ picture: letter.repeat(64), width: 9, height: 9, seed: 1 })), missed: [] }
const request = { subject: 'a boat', prompt: 'A boat' } as never
const critic = (price: { dollars: number; per: 'call' }[], review: Provider['review'] = async () => ({ best: 1, remarks: ['no boat', 'a boat, well lit'] })): Provider =>
  ({ name: 'critic', models: [{ id: 'critic/one', capability: 'review', label: 'Critic', limits: {}, price }], review, close: async () => undefined })
const look = (critics: Provider[], wanted = false) => lookAtCandidates(drawn, request, { wanted }, openStudio([...critics, rulesOnly()]), paperWork)

test('the best candidate is offered first, with what decided, where looking is free or wanted', async () => {
  const seen = { best: 1, remark: 'a boat, well lit' }
  expect((await look([critic([])])).review).toEqual(seen)
  expect((await look([critic([{ dollars: 0.01, per: 'call' }])], true)).review).toEqual(seen)
})

test('nobody is paid to look unless that is wanted, and without a critic nothing changes', async () => {
  expect(await look([critic([{ dollars: 0.01, per: 'call' }])])).toBe(drawn)
  expect(await look([], true)).toBe(drawn)
})

test('pictures are not lost because nobody could judge them', async () => {
  expect(await look([critic([], () => Promise.reject(new ProviderError('No.', { provider: 'critic', retryable: false })))])).toBe(drawn)
  await expect(look([critic([], () => Promise.reject(new ProviderError('Later.', { provider: 'critic', retryable: true })))])).rejects.toThrow('Later.')
})
