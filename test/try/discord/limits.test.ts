import { REST, type DiscordAPIError } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSmallDiscord, type SmallDiscord } from '../../../src/try/discord/small-discord.ts'

let small: SmallDiscord
let now = 1_790_000_000_000
let channel: string
let rest: REST
beforeEach(async () => {
  small = await openSmallDiscord({ now: () => now })
  channel = small.addChannel(small.addGuild({ name: 'Red Cliff' }), { name: 'films' }).id
  rest = new REST({ api: small.rest.api, retries: 1 }).setToken(small.token)
})
afterEach(() => small.close())

const post = async (body: object = { content: 'x' }) => await fetch(`${small.url}/api/v10/channels/${channel}/messages`, { method: 'POST', headers, body: JSON.stringify(body) })
const headers: Record<string, string> = { 'content-type': 'application/json', 'user-agent': 'DiscordBot (https://example.org, 1)' }
beforeEach(() => { headers['authorization'] = `Bot ${small.token}` })

test('five messages fit into five seconds of a channel, the sixth is told when to come again', async () => {
  const answers = []
  for (let count = 0; count < 6; count += 1) answers.push(await post())
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  expect(Object.fromEntries(answers[3]?.headers ?? [])).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset-after': '5.000' })
  expect(answers[5]?.headers.get('retry-after')).toBe('5')
  expect(await answers[5]?.json()).toMatchObject({ retry_after: 5, global: false })
  now += 5000
  expect((await post()).status).toBe(200)
})

test('the fifty-first request of a second is stopped for the whole bot, callbacks aside', async () => {
  small.limits.bucketFactor = Infinity
  const statuses = []
  for (let count = 0; count < 51; count += 1) statuses.push(await post())
  expect(statuses.at(-1)?.headers.get('x-ratelimit-global')).toBe('true')
  const callback = await fetch(`${small.url}/api/v10/interactions/1/x/callback`, { method: 'POST', headers, body: '{"type":6}' })
  expect(callback.status).toBe(404)
})

test('the unmodified client waits out a 429 and sends once', async () => {
  small.failNext({ route: 'POST /channels/{channel_id}/messages', status: 429, retryAfter: 0.05 })
  await rest.post(`/channels/${channel}/messages`, { body: { content: 'once' } })
  expect(small.messages(channel)).toHaveLength(1)
  expect(small.refusals).toMatchObject([{ status: 429 }])
  expect(small.violations).toEqual([])
})

test('an answer can be lost after its effect; with an enforced nonce the second try gives the same message', async () => {
  small.failNext({ route: 'POST /channels/{channel_id}/messages', status: 502, after: 'after effect' })
  const sent = await rest.post(`/channels/${channel}/messages`, { body: { content: 'once', nonce: '1', enforce_nonce: true } })
  expect(small.messages(channel).map(({ id }) => id)).toEqual([(sent as { id: string }).id])
  small.failNext({ route: 'POST /channels/{channel_id}/messages', status: 0, after: 'after effect' })
  // The client does not try again when the other side closes: who sent must find out what became of it.
  await expect(rest.post(`/channels/${channel}/messages`, { body: { content: 'unsure' } })).rejects.toThrow('other side closed')
  expect(small.messages(channel)).toHaveLength(2)
})

test('a file over the limit is 40005, and the limit grows with the guild\'s boosts', async () => {
  const code = async (channel: string, bytes: number) => await rest.post(`/channels/${channel}/messages`, { body: {}, files: [{ name: 'a.bin', data: Buffer.alloc(bytes) }] }).then(() => 'done', (error: DiscordAPIError) => [error.status, error.code])
  expect(await code(channel, 10 * 2 ** 20 + 1)).toEqual([413, 40005])
  const boosted = small.addChannel(small.addGuild({ name: 'Boosted', premiumTier: 2 }), { name: 'films' }).id
  expect(await code(boosted, 10 * 2 ** 20 + 1)).toBe('done')
  // The request as a whole stays at 25 MiB.
  expect(await code(boosted, 26 * 2 ** 20)).toEqual([413, 40005])
})

test('links expire', async () => {
  const { id } = await rest.post(`/channels/${channel}/messages`, { body: {}, files: [{ name: 'a.txt', data: 'hello' }] }) as { id: string }
  const url = small.message(id)?.attachments[0]?.url ?? ''
  expect(await (await fetch(url)).text()).toBe('hello')
  expect((await fetch(url.replace('hm=', 'hm=0'))).status).toBe(404)
  now += 25 * 3_600_000
  expect((await fetch(url)).status).toBe(404)
  expect((await fetch(small.message(id)?.attachments[0]?.url ?? '')).status).toBe(200)
})

test('edits of messages older than an hour run out', async () => {
  small.limits.oldEditsPerHour = 1
  const { id } = await rest.post(`/channels/${channel}/messages`, { body: { content: 'x' } }) as { id: string }
  now += 3_700_000
  const edit = () => fetch(`${small.url}/api/v10/channels/${channel}/messages/${id}`, { method: 'PATCH', headers, body: '{"content":"y"}' })
  expect([(await edit()).status, (await (await edit()).json() as { code: number }).code]).toEqual([200, 30046])
})

test('no token is 401, no User-Agent a violation', async () => {
  expect((await fetch(`${small.url}/api/v10/users/@me`, { headers: { 'user-agent': headers['user-agent'] ?? '' } })).status).toBe(401)
  expect(small.violations).toEqual([])
  expect((await fetch(`${small.url}/api/v10/users/@me`, { headers: { authorization: headers['authorization'] ?? '' } })).status).toBe(403)
  expect(small.violations).toMatchObject([{ rule: '40333' }])
})
