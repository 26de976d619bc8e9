import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { isLoopbackHost, isPublicAddress } from './public-address.ts'

/** Where something may be fetched from. */
export type Allowed = {
  /** Names of hosts, by https; one that begins with a dot stands for all below it: `.replicate.delivery`. */
  hosts: readonly string[]
  /** Addresses that the operator configured. They may be in the operator's own network by https; by http on this machine alone. */
  own?: readonly string[]
}

/** Who gives us addresses, and where those may lead. */
export const allowedHosts = {
  discordFiles: ['cdn.discordapp.com', 'media.discordapp.net'],
  replicateFiles: ['api.replicate.com', 'replicate.delivery', '.replicate.delivery'],
} as const

/** Nothing was fetched, or no more of it. */
export class FetchRefused extends Error {
  override name = 'FetchRefused'
  readonly why: 'address' | 'host' | 'private' | 'redirects' | 'size'
  constructor(message: string, why: FetchRefused['why']) {
    super(message)
    this.why = why
  }
}

export type FetchAllowed = (address: string | URL, init?: RequestInit) => Promise<Response>

/**
 * A fetch for addresses that came from outside. The host must be one of `allowed`, at the first step and after every redirect; its name is
 * resolved once, every address it has must be public, and the connection goes to just those: a name cannot change its mind in between.
 */
export function fetchAllowed(allowed: Allowed, { lookup = systemLookup, redirects = 3, fetch = globalThis.fetch }: { lookup?: Lookup; redirects?: number; fetch?: typeof globalThis.fetch } = {}): FetchAllowed {
  const outside = new Agent({ connect: { lookup: publicOnly(lookup) } })
  const inside = new Agent()
  return async (address, init = {}) => {
    let url = URL.parse(String(address))
    // what is sent is sent once: only a question is asked again elsewhere
    const follow = (init.redirect ?? 'follow') === 'follow' && ['GET', 'HEAD'].includes(init.method ?? 'GET')
    let headers = new Headers(init.headers)
    for (let step = 0; ; step++) {
      if (!url) throw new FetchRefused('This is no address that could be fetched.', 'address')
      const own = mayBeFetched(url, allowed)
      const asked = { ...init, headers, redirect: init.redirect === 'error' ? 'error' as const : 'manual' as const, dispatcher: own ? inside : outside }
      // Node's own types know another copy of undici than the one that the agent is of
      const response = await fetch(url.href, asked as unknown as RequestInit).catch((error: unknown) => { throw refusedWithin(error) ?? error })
      const next: string | null = response.headers.get('location')
      if (!follow || next === null || ![301, 302, 303, 307, 308].includes(response.status)) return response
      await response.body?.cancel()
      if (step >= redirects) throw new FetchRefused(`More than ${redirects} redirects were given.`, 'redirects')
      const after: URL | null = URL.parse(next, url.href)
      if (after?.origin !== url.origin) headers = withoutCredentials(headers)
      url = after
    }
  }
}

/** Throws where an address may not be fetched at all; true where it is the operator's own. */
export function mayBeFetched(url: URL, { hosts, own = [] }: Allowed): boolean {
  if (url.username !== '' || url.password !== '') throw new FetchRefused('An address with a name or a password in it is not fetched.', 'address')
  if (own.some((each) => URL.parse(each)?.origin === url.origin) && (url.protocol === 'https:' || url.protocol === 'http:' && isLoopbackHost(url.hostname))) return true
  if (url.protocol !== 'https:') throw new FetchRefused(`Only https addresses are fetched, and this one is ${url.protocol.slice(0, 10)}`, 'address')
  const named = hosts.some((host) => host.startsWith('.') ? url.hostname.endsWith(host) && url.hostname.length > host.length : url.hostname === host)
  if (!named || url.port !== '') throw new FetchRefused(`Nothing is fetched from ${url.host.slice(0, 80)}.`, 'host')
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // a number is not looked up, so it would not be checked below
  if (isIP(literal) && !isPublicAddress(literal)) throw new FetchRefused(`${url.hostname} is not a public address.`, 'private')
  return false
}

/** Of the many forms of Node's, the one that is used here. */
export type Lookup = (host: string, options: { all: true; family?: number }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void

/** The socket asks this for its addresses: what is checked is what is connected to. */
const publicOnly = (lookup: Lookup): LookupFunction => (host, { all, family }, done) => {
  lookup(host, { all: true, ...(family === 4 || family === 6 ? { family } : {}) }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) return done(error ?? Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' }), '')
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new FetchRefused(`${host} leads to an address that is not public.`, 'private'), '')
    return all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

/** fetch says «fetch failed» of everything, with the reason inside. */
function refusedWithin(error: unknown): FetchRefused | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof FetchRefused) return each
    if (each instanceof AggregateError) return each.errors.map(refusedWithin).find(Boolean) ?? null
  }
  return null
}

function withoutCredentials(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['authorization', 'cookie', 'proxy-authorization']) kept.delete(name)
  return kept
}

export type Taking = { allowed: Allowed; /** The most that is taken. */ bytes: number; seconds: number; signal?: AbortSignal | undefined; headers?: Record<string, string> }

/** A whole file, no larger and no later than allowed. */
export async function takeAllowed(address: string, { allowed, bytes, seconds, signal, headers }: Taking, fetch = fetchAllowed(allowed)): Promise<Buffer> {
  const late = AbortSignal.timeout(seconds * 1000)
  const response = await fetch(address, { signal: signal ? AbortSignal.any([signal, late]) : late, ...(headers ? { headers } : {}) })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`The file could not be fetched (${response.status}).`)
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of upTo(response.body, bytes)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What comes is counted: a length that was promised is no length. Leaving the loop closes the connection. */
export async function* upTo(body: ReadableStream<Uint8Array> | null, bytes: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > bytes) throw new FetchRefused(`The file is larger than ${bytes} bytes.`, 'size')
    yield chunk
  }
}
