import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallDiscord, type SmallDiscord } from '../../../src/try/discord/small-discord.ts'
import { servePage } from '../../../src/try/page/serve-page.ts'

let discord: SmallDiscord
let page: Awaited<ReturnType<typeof servePage>>
let mei: { id: string }
let tom: { id: string }
let channel: { id: string }
beforeAll(async () => {
  discord = await openSmallDiscord()
  const guild = discord.addGuild({ name: 'Moonlit Pictures' })
  mei = discord.addUser({ username: 'mei' })
  tom = discord.addUser({ username: 'tom' })
  discord.addMember(guild, mei)
  discord.addMember(guild, tom)
  channel = discord.addChannel(guild, { name: 'films' })
  page = await servePage({ discord, people: [{ user: mei }] })
})
afterAll(async () => {
  await page.close()
  await discord.close()
})

/** As any program on this machine could ask, with any headers. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') => new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
  const { port, host } = new URL(page.url)
  const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
  })
  sent.on('error', reject).end(body)
})
const form = async (deed: unknown) => {
  const said = new FormData()
  said.set('deed', JSON.stringify(deed))
  const sent = new Response(said)
  const body = await sent.text()
  return [{ 'content-type': sent.headers.get('content-type') ?? '', 'content-length': String(Buffer.byteLength(body)) }, body] as const
}

test('another site can neither read the page nor act in it', async () => {
  expect((await ask('/api/people', { host: 'evil.example' })).status).toBe(403)
  expect((await ask('/api/people', { origin: 'https://evil.example' })).status).toBe(403)
  const [headers, body] = await form({ kind: 'say', channel: channel.id, text: 'forged' })
  const act = `/api/act?as=${mei.id}`
  expect((await ask(act, { ...headers, origin: 'https://evil.example' }, 'POST', body)).status).toBe(403)
  expect((await ask(act, headers, 'POST', body)).status).toBe(403)
  expect(discord.messages(channel)).toEqual([])
  expect((await ask(act, { ...headers, origin: page.url.slice(0, -1) }, 'POST', body)).status).toBe(200)
  expect(discord.messages(channel).map(({ content }) => content)).toEqual(['forged'])
})

test('only those who sit before the page can be acted as', async () => {
  expect((await ask(`/api/state?as=${tom.id}`)).status).toBe(403)
  expect((await ask(`/api/state?as=${mei.id}`)).status).toBe(200)
})

test('no path leaves the page’s own files', async () => {
  for (const path of ['/browser/../../discord/interface.ts', '/styles/%2e%2e/serve-page.ts', '/../package.json', '/server/act.ts']) expect((await ask(path)).status, path).toBe(404)
  const { headers, text } = await ask('/browser/main.ts')
  expect(headers['content-type']).toContain('text/javascript')
  expect(text).not.toContain('let running: App')
})

test('a file is sent whole or in the part that a player asks for, and never runs as our page', async () => {
  const message = discord.as(mei).say(channel, '', { attachments: [{ name: 'evil.html', bytes: Buffer.from('<script>1</script>'), contentType: 'text/html' }, { name: 'a.mp4', bytes: Buffer.from('0123456789') }] })
  const [page_, film] = message.attachments
  expect((await ask(`/files/${page_?.id}/evil.html`)).headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-security-policy': expect.stringContaining('sandbox'), 'x-content-type-options': 'nosniff' })
  const part = async (range: string) => { const { status, headers, text } = await ask(`/files/${film?.id}/a.mp4`, { range }); return [status, headers['content-range'], text] }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
})
