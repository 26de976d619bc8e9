import { expect, test } from 'vitest'
import type { SpecCheck } from '../../../src/try/discord/small-discord.ts'
import { specificationCheck } from './check-spec.ts'

const check = await specificationCheck()
// Discord's specification is not ours to carry: it is checked where somebody has put it beside this project.
const here = test.skipIf(check === undefined)

const request = (more: Partial<SpecCheck>): SpecCheck => ({ method: 'POST', template: '/channels/{channel_id}/messages', path: '/channels/1/messages', query: {}, body: {}, contentType: 'json', ...more })
const wrong = (more: Partial<SpecCheck>) => check?.(request(more)).join('\n') ?? ''

here('the official specification accepts what we send', () => {
  expect(wrong({ body: { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: 'x' }, { type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a' }] }] }] } })).toBe('')
  expect(wrong({ method: 'PUT', template: '/applications/{application_id}/commands', body: [{ name: 'film', description: 'x', default_member_permissions: '8' }] })).toBe('')
  const callback = { template: '/interactions/{interaction_id}/{interaction_token}/callback' }
  expect(wrong({ ...callback, body: { type: 4, data: { content: 'x', flags: 64 } } })).toBe('')
  expect(wrong({ ...callback, body: { type: 9, data: { custom_id: 'm', title: 'M', components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 'i', style: 1 } }] } } })).toBe('')
})

here('the official specification names the component that is wrong', () => {
  expect(wrong({ body: { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'a' }] }] } })).toContain('Button: /label must NOT have more than 80 characters')
  expect(wrong({ body: { content: 'x'.repeat(4001) } })).toContain('/content')
  expect(wrong({ method: 'PUT', template: '/nowhere' })).toContain('has no PUT /nowhere')
})
