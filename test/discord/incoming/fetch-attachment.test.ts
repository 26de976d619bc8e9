import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentFetcher, isDiscordFile } from '../../../src/discord/incoming/fetch-attachment.ts'

let server: Server
let cdn: string
/** What was asked for, and how much of an endless file was taken. */
const asked: string[] = []
let closed: Promise<void>

beforeAll(async () => {
  let close = () => {}
  closed = new Promise((resolve) => { close = resolve })
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/small') return response.end('a poem')
    if (request.url === '/elsewhere') return response.writeHead(302, { location: '/secret' }).end()
    if (request.url === '/expired') return response.writeHead(404).end()
    if (request.url === '/silent') return response.write('…')
    if (request.url === '/endless') {
      response.on('close', close)
      const pour = () => { while (!response.destroyed && response.write(Buffer.alloc(65_536))); }
      response.on('drain', pour)
      pour()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cdn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.closeAllConnections(); server.close() })

const get = (path: string, { size = 1, limit = 100_000, seconds = 5 } = {}) =>
  attachmentFetcher({ cdn, seconds })({ url: `${cdn}${path}`, name: 'bring me.txt', size }, { limit })

test('a file on the configured Discord is read', async () => {
  expect((await get('/small')).toString()).toBe('a poem')
})

test('a redirect is not followed', async () => {
  await expect(get('/elsewhere')).rejects.toThrow(/«bring me.txt» could not be fetched/)
  expect(asked).not.toContain('/secret')
})

test('an expired link is said to have run out', async () => {
  await expect(get('/expired')).rejects.toThrow(/has run out. Attach the file once more/)
})

test('a file that says it is too large is not asked for', async () => {
  await expect(get('/never', { size: 5_000_000, limit: 1_048_576 })).rejects.toThrow('«bring me.txt» has 4.8 MB, more than the 1.0 MB allowed here. Bring a smaller one.')
  expect(asked).not.toContain('/never')
})

test('a file that is larger than it said is let go in the middle', async () => {
  await expect(get('/endless')).rejects.toThrow(/is larger than the 0.1 MB allowed/)
  await closed
})

test('a file that never ends coming is given up', async () => {
  await expect(get('/silent', { seconds: 0.05 })).rejects.toThrow(/could not be fetched/)
})

test('what is stopped is stopped, and not called unreachable', async () => {
  const stop = AbortSignal.abort(new Error('leaving'))
  await expect(attachmentFetcher({ cdn })({ url: `${cdn}/silent`, name: 'x', size: 1 }, { limit: 10, signal: stop })).rejects.toThrow('leaving')
})

test('only Discord’s own hosts, by https, are asked', () => {
  const trusted = ['https://cdn.discordapp.com/attachments/1/2/a.png?ex=1', 'https://media.discordapp.net/a.png']
  const foreign = [
    'http://cdn.discordapp.com/a.png', 'https://cdn.discordapp.com.evil.example/a', 'https://evil.example/cdn.discordapp.com', 'https://cdn.discordapp.com@evil.example/a',
    'https://user:pass@cdn.discordapp.com/a', 'https://cdn.discordapp.com:8443/a', 'file:///etc/passwd', 'https://169.254.169.254/latest', 'http://127.0.0.1:1/a', 'data:text/plain,a', '', 'x',
  ]
  expect(trusted.filter((url) => isDiscordFile(url))).toEqual(trusted)
  expect(foreign.filter((url) => isDiscordFile(url))).toEqual([])
  expect(isDiscordFile('http://127.0.0.1:99/a', 'http://127.0.0.1:99')).toBe(true)
  // plain http is for loopback alone
  expect(isDiscordFile('http://10.0.0.5/a', 'http://10.0.0.5')).toBe(false)
  expect(isDiscordFile('http://127.0.0.1:98/a', 'http://127.0.0.1:99')).toBe(false)
})

test('a hostile file name is shown without its tricks', async () => {
  await expect(attachmentFetcher()({ url: 'https://evil.example/', name: '@everyone `x`\u202e<b>../../etc', size: 1 }, { limit: 1 }))
    .rejects.toThrow('«everyone xb../../etc» does not lie with Discord')
})
