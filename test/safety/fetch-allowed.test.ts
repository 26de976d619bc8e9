import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allowedHosts, fetchAllowed, FetchRefused, mayBeFetched, takeAllowed, type Lookup } from '../../src/safety/fetch-allowed.ts'
import { isPublicAddress } from '../../src/safety/public-address.ts'

let server: Server
let home: string
const asked: { path: string; authorization: string | undefined }[] = []
const redirects: Record<string, string> = {}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, authorization: request.headers.authorization })
    if (redirects[path]) return response.writeHead(302, { location: redirects[path] }).end()
    if (path === '/endless') {
      const pour = () => { while (!response.destroyed && response.write(Buffer.alloc(65_536))); }
      response.on('drain', pour)
      return pour()
    }
    if (path === '/silent') return response.write('…')
    return response.end('bytes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => { asked.length = 0 })
afterAll(() => { server.closeAllConnections(); server.close() })

const none: Lookup = (host, _, done) => done(Object.assign(new Error(`nobody asks for ${host}`), { code: 'ENOTFOUND' }), [])
const resolving = (...addresses: string[]): Lookup => (_, __, done) => done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
const why = (promise: Promise<unknown>) => promise.then(() => 'fetched', (error: unknown) => error instanceof FetchRefused ? error.why : String(error))

describe('addresses', () => {
  test.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1',
    '2001::1', '2001:db8::1', '2002:7f00:1::', '2002:a00:1::1', '3fff::1', '4000::1', 'not an address', '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  test.each(['1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001::200e', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1'])(
    '%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('what may be fetched', () => {
  const files = { hosts: allowedHosts.replicateFiles, own: [] }
  test.each([
    'https://replicate.delivery/a.png', 'https://pbxt.replicate.delivery/x/a.png', 'https://api.replicate.com/v1/files/1/download',
  ])('%s is one of the hosts', (url) => expect(mayBeFetched(new URL(url), files)).toBe(false))

  test.each([
    'http://replicate.delivery/a', 'https://replicate.delivery:8443/a', 'https://evilreplicate.delivery/a', 'https://replicate.delivery.evil.example/a', 'https://replicate.delivery@evil.example/',
    'https://user:word@replicate.delivery/a', 'https://replicate.delivery./a', 'https://.replicate.delivery/a', 'file:///etc/passwd', 'ftp://replicate.delivery/a', 'data:text/plain,a', 'javascript:alert(1)',
    'https://127.0.0.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://017700000001/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/latest/meta-data', 'https://localhost/',
  ])('%s is not', (url) => expect(() => mayBeFetched(new URL(url), files)).toThrow(FetchRefused))

  test('a configured address is the operator’s, by http on this machine alone', () => {
    expect(mayBeFetched(new URL('http://127.0.0.1:9/a'), { hosts: [], own: ['http://127.0.0.1:9/v1'] })).toBe(true)
    expect(mayBeFetched(new URL('https://gateway.internal/a'), { hosts: [], own: ['https://gateway.internal'] })).toBe(true)
    expect(() => mayBeFetched(new URL('http://10.0.0.5/a'), { hosts: [], own: ['http://10.0.0.5'] })).toThrow(FetchRefused)
    expect(() => mayBeFetched(new URL('http://127.0.0.1:10/a'), { hosts: [], own: ['http://127.0.0.1:9'] })).toThrow(FetchRefused)
  })
})

/** Every way to write an IPv4 address that a URL understands. */
const privateFour = fc.tuple(fc.constantFrom([127], [10], [192, 168], [172, 16], [169, 254], [100, 64], [0]), fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 }))
  .map(([head, tail]) => [...head, ...tail].slice(0, 4) as [number, number, number, number])
const written = ([a, b, c, d]: [number, number, number, number]) => {
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const two = (value: number) => value.toString(16).padStart(2, '0')
  return [
    `${a}.${b}.${c}.${d}`, String(whole), `0x${whole.toString(16)}`, `0${whole.toString(8)}`, `0${a.toString(8)}.0${b.toString(8)}.${c}.${d}`, `0x${a.toString(16)}.${b}.${c * 256 + d}`, `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c}.${d}.`, `[::ffff:${a}.${b}.${c}.${d}]`, `[::ffff:${two(a)}${two(b)}:${two(c)}${two(d)}]`, `[0:0:0:0:0:ffff:${a}.${b}.${c}.${d}]`, `[64:ff9b::${a}.${b}.${c}.${d}]`, `[::${a}.${b}.${c}.${d}]`, `[2002:${two(a)}${two(b)}:${two(c)}${two(d)}::]`,
    `%3${String(a)[0]}${String(a).slice(1)}.${b}.${c}.${d}`, `${a}。${b}。${c}。${d}`,
  ]
}

test('no way of writing a private address reaches it, even where its host would be allowed', () => {
  fc.assert(fc.property(privateFour, fc.nat(), fc.constantFrom('https:', 'http:', 'HTTPS:'), fc.constantFrom('', ':443', ':80', ':8188'), (four, which, scheme, port) => {
    const forms = written(four)
    const url = URL.parse(`${scheme}//${forms[which % forms.length]}${port}/x`)
    if (!url) return
    expect(() => mayBeFetched(url, { hosts: [url.hostname] })).toThrow(FetchRefused)
  }), { numRuns: 2000 })
})

test('whatever is written, only a host of the list is let through', () => {
  const letters = fc.constantFrom('https://', 'http://', 'cdn.discordapp.com', '@', ':', '/', '\\', '#', '?', '.', '127.0.0.1', '[::1]', 'evil.example', '%00', '%2e', '\t', '。')
  fc.assert(fc.property(fc.array(letters, { maxLength: 8 }), (parts) => {
    const url = URL.parse(parts.join(''))
    if (!url) return
    let through = true
    try { mayBeFetched(url, { hosts: allowedHosts.discordFiles }) } catch { through = false }
    if (through) expect(`${url.protocol}//${url.host}`).toBe('https://cdn.discordapp.com')
  }), { numRuns: 5000 })
})

describe('names', () => {
  test.each([['10.0.0.1'], ['127.0.0.1'], ['::1'], ['::ffff:192.168.0.1'], ['1.1.1.1', '169.254.169.254']])('a host that leads to %s is not asked', async (...addresses) => {
    const get = fetchAllowed({ hosts: ['cdn.discordapp.com'] }, { lookup: resolving(...addresses) })
    expect(await why(get('https://cdn.discordapp.com/a'))).toBe('private')
  })

  test('a name is looked up once, and what was checked is what is connected to', async () => {
    let times = 0
    // the second answer would be this machine, where somebody listens
    const changing: Lookup = (_, __, done) => done(null, [{ address: times++ === 0 ? '192.0.2.77' : '127.0.0.1', family: 4 }])
    expect(await why(fetchAllowed({ hosts: ['cdn.discordapp.com'] }, { lookup: changing })('https://cdn.discordapp.com/a'))).toBe('private')
    expect(times).toBe(1)
    expect(asked).toEqual([])
  })
})

describe('redirects', () => {
  const own = () => ({ hosts: ['cdn.discordapp.com'], own: [home] })
  test('are followed where each is allowed', async () => {
    redirects['/one'] = '/two'
    redirects['/two'] = '/three'
    expect((await takeAllowed(`${home}/one`, { allowed: own(), bytes: 100, seconds: 5 })).toString()).toBe('bytes')
  })

  test('to another host, another port, plain http or a private address are not', async () => {
    for (const target of ['https://evil.example/', 'http://127.0.0.1:1/', 'http://cdn.discordapp.com/', 'https://169.254.169.254/', 'file:///etc/passwd', '//10.0.0.1/x', 'https://[::ffff:127.0.0.1]/']) {
      redirects['/away'] = target
      expect(['host', 'address', 'private']).toContain(await why(fetchAllowed(own(), { lookup: none })(`${home}/away`)))
    }
  })

  test('to a name that leads inside are not, and our key does not go along', async () => {
    redirects['/rebound'] = 'https://cdn.discordapp.com/x'
    const seen: (string | null)[] = []
    const spying: typeof fetch = (url, init) => { seen.push(new Headers(init?.headers).get('authorization')); return fetch(url, init) }
    expect(await why(fetchAllowed(own(), { lookup: resolving('127.0.0.1'), fetch: spying })(`${home}/rebound`, { headers: { Authorization: 'Bearer secret' } }))).toBe('private')
    expect(seen).toEqual(['Bearer secret', null])
  })

  test('end after three', async () => {
    redirects['/round'] = '/round'
    expect(await why(fetchAllowed(own())(`${home}/round`))).toBe('redirects')
    expect(asked).toHaveLength(4)
  })

  test('are left to whoever wants to see them', async () => {
    redirects['/seen'] = 'https://evil.example/'
    expect((await fetchAllowed(own())(`${home}/seen`, { redirect: 'manual' })).status).toBe(302)
  })
})

test('no more is taken than allowed, whatever is sent', async () => {
  expect(await why(takeAllowed(`${home}/endless`, { allowed: { hosts: [], own: [home] }, bytes: 300_000, seconds: 5 }))).toBe('size')
})

test('what never ends coming is given up', async () => {
  expect(await why(takeAllowed(`${home}/silent`, { allowed: { hosts: [], own: [home] }, bytes: 100, seconds: 0.1 }))).toMatch(/Timeout|aborted/)
})
