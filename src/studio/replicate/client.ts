import Replicate from 'replicate'

/**
 * The real client, with its retries off. It would send a paid order again at every broken connection, and ask six times in
 * eleven milliseconds where it is told to wait. So it only ever sees answers that it does not repeat; what truly
 * happened stands in `Trouble`.
 */
export function openClient({ token, baseUrl, fetch, seconds, cancelAfter }: ClientOptions) {
  const quiet = async (input: Request | string | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    // the next page of a list is an address that they give: the token goes nowhere else
    if (url.origin !== new URL(baseUrl).origin) return disguise({ status: 403, retryAfter: null, said: '', cause: null })
    const orders = init.method === 'POST' && url.pathname.endsWith('/predictions')
    const headers = orders ? { ...init.headers as Record<string, string>, 'Cancel-After': cancelAfter } : init.headers
    const limit = AbortSignal.timeout(seconds * 1000)
    try {
      const response = await fetch(url.href, { ...init, ...headers && { headers }, redirect: 'error', signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit })
      if (response.status !== 429 && response.status < 500) return response
      return disguise({ status: response.status, retryAfter: response.headers.get('retry-after'), said: await response.text().catch(() => ''), cause: null })
    } catch (cause) {
      return disguise({ status: null, retryAfter: null, said: '', cause })
    }
  }
  // «upload» has nothing to do, for we send no bytes. «data-uri» of 1.4.0 would send the client itself, with the token in it, as the input.
  const client = new Replicate({ auth: token, baseUrl, useFileOutput: false, fileEncodingStrategy: 'upload', fetch: quiet, userAgent: 'redcliff' })
  // an empty token would make it look into the environment
  client.auth = token
  return client
}

export type ClientOptions = {
  token: string
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** For one request, not for a job. */
  seconds: number
  /** How long a job may stand in the queue: `30m`. */
  cancelAfter: string
}

/** What the client was not shown: an answer that it would have repeated, or no answer at all. */
export type Trouble = { status: number | null; retryAfter: string | null; said: string; cause: unknown }

const troubles = new WeakMap<Response, Trouble>()

export const troubleIn = (response: Response): Trouble | undefined => troubles.get(response)

function disguise(trouble: Trouble): Response {
  // 418 is repeated for no method
  const response = new Response(trouble.said, { status: 418 })
  troubles.set(response, trouble)
  return response
}
