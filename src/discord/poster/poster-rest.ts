import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js'

type Options = Partial<RESTOptions> & { token: string }

/** The two clients that a poster sends with: one that tries again by itself, and one that does not, for what must not be sent twice. */
export function posterRest({ token, ...options }: Options): { rest: REST; once: REST } {
  // A film of 25 MiB over a slow line takes its time.
  const settings = { timeout: 120_000, ...options, makeRequest: wornOutAsRefusal(options.makeRequest ?? DefaultRestOptions.makeRequest) }
  return { rest: new REST(settings).setToken(token), once: new REST({ ...settings, retries: 0 }).setToken(token) }
}

/**
 * «Too many edits of messages older than an hour» comes as a rate limit, and discord.js would try again for that hour while everything
 * else of the thread waits. As a refusal it is answered with a new message.
 */
const wornOutAsRefusal = (request: RESTOptions['makeRequest']): RESTOptions['makeRequest'] => async (url, init) => {
  const response = await request(url, init)
  if (response.status !== 429) return response
  const body = await response.text()
  const isWornOut = /"code":\s*30046\b/.test(body)
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !isWornOut || !/^retry-after$/i.test(name)))
  return new Response(body, { status: isWornOut ? 400 : 429, headers }) as unknown as Awaited<ReturnType<RESTOptions['makeRequest']>>
}
