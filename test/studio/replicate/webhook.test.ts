import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWeb } from '../../../src/web.ts'
import type { Heard } from '../../../src/studio/replicate/webhook.ts'
import { hearWebhook, openSeen, verifyWebhook } from '../../../src/studio/replicate/webhook.ts'
import { openDesk, type Desk } from '../desk.ts'
import { drawing } from '../samples.ts'
import { openStand } from './stand.ts'

let desk: Desk
let stand: Awaited<ReturnType<typeof openStand>>
beforeAll(async () => {
  desk = await openDesk()
  stand = await openStand(desk.assets)
})
afterAll(async () => {
  await stand.close()
  await desk.close()
})

const body = JSON.stringify({ id: 'job7', status: 'succeeded' })
const check = (headers: Record<string, string>, given = body, now = Date.now(), seen = openSeen()) => verifyWebhook(headers, given, stand.server.webhookSecret, { now, seen })

test('a webhook of Replicate is believed, once', () => {
  const headers = stand.server.signed(body)
  const seen = openSeen()
  expect(check(headers, body, Date.now(), seen)).toBe('good')
  expect(check(headers, body, Date.now(), seen)).toBe('known')
})

test('one that was changed, signed otherwise, is old or has no headers is refused', () => {
  const headers = stand.server.signed(body)
  expect(check(headers, body.replace('job7', 'job8'))).toEqual({ refused: expect.stringContaining('signature') })
  expect(check({ ...headers, 'webhook-signature': 'v1,AAAA' })).toEqual({ refused: expect.stringContaining('signature') })
  expect(check(headers, body, Date.now() + 6 * 60_000)).toEqual({ refused: expect.stringContaining('five minutes') })
  expect(check(headers, body, Date.now() - 6 * 60_000)).toEqual({ refused: expect.stringContaining('five minutes') })
  expect(check({})).toEqual({ refused: expect.stringContaining('headers') })
  // a second signature, while their secret changes
  expect(check({ ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` })).toBe('good')
})

test('it wakes who waits for the job, and says so', () => {
  const woken: string[] = []
  const hear = hearWebhook({ secret: stand.server.webhookSecret, wake: (job) => woken.push(job) > 0 })
  const headers = stand.server.signed(body)
  expect(hear({ headers, body })).toEqual({ status: 200, job: 'job7', woke: true })
  expect(hear({ headers, body })).toEqual({ status: 200, known: true })
  expect(hear({ headers: stand.server.signed('[]'), body: '[]' })).toMatchObject({ status: 400 })
  expect(hear({ headers: {}, body })).toMatchObject({ status: 401 })
  expect(woken).toEqual(['job7'])
})

test('an order that looks once in a minute is there as soon as its webhook comes', async () => {
  const heard: Heard[] = []
  let hear: ((request: { headers: Record<string, string | string[] | undefined>; body: string | Buffer }) => Heard) | undefined
  const web = await openWeb({
    port: 0, host: '127.0.0.1', health: async () => ({ ok: true }), registry: new Registry(), file: () => '',
    hear: (request) => {
      const answer = hear?.(request) ?? { status: 400 as const, refused: 'Nobody listens yet.' }
      heard.push(answer)
      return answer
    },
  })
  const { server, open, close } = await openStand(desk.assets, { pollSeconds: 60, server: { working: 50 } })
  const provider = await open({ webhook: { url: `${web.url}/replicate`, secret: server.webhookSecret } })
  hear = provider.hear
  const began = performance.now()
  const ended = await desk.ended(await desk.place(async (work) => provider.draw?.({ ...drawing, count: 1, seed: 31 }, work)))
  expect(ended.error).toBeNull()
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(heard).toMatchObject([{ status: 200, job: expect.any(String) }])
  await close()
  expect((await fetch(`${web.url}/replicate`, { method: 'POST', body: '{}' })).status).toBe(401)
  expect((await fetch(`${web.url}/replicate`, { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(413)
  expect((await fetch(`${web.url}/replicate`)).status).toBe(404)
  await web.close()
})
