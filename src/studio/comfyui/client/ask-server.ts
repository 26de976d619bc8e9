import type { z } from 'zod'
import { ProviderError } from '../../provider-error.ts'
import { headersOf, redact, type Server } from './server.ts'

export type Ask = (path: string, init?: RequestInit & { signal?: AbortSignal | undefined; seconds?: number; /** Nothing is bought by asking this. */ free?: boolean }) => Promise<Response>

export const provider = 'comfyui'

/** One request. What went wrong on the way is told in a sentence, with whether anything can have been ordered by it. */
export const asker = (server: Server, fetchIt: typeof fetch): Ask => async (path, { signal, seconds = 30, free = true, headers, ...init } = {}) => {
  const limit = AbortSignal.timeout(seconds * 1000)
  try {
    return await fetchIt(server.url.replace(/\/+$/, '') + path, {
      ...init, headers: { ...headersOf(server), ...headers as Record<string, string> },
      // a redirect would carry the password to wherever it leads
      redirect: 'error', signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    const never = free || neverWentOut.has(codeOf(error))
    throw new ProviderError(limit.aborted ? `ComfyUI ${server.name} did not answer within ${seconds} s.` : `ComfyUI ${server.name} cannot be reached${codeOf(error) ? ` (${codeOf(error)})` : ''}.`,
      { provider, retryable: true, cause: error, zh: limit.aborted ? `ComfyUI ${server.name} ${seconds} 秒内没有答复。` : `连不上 ComfyUI ${server.name}${codeOf(error) ? `（${codeOf(error)}）` : ''}。`, ...(never ? { bought: false } : {}) })
  }
}

const neverWentOut = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause ?? error : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

/** JSON of an answer that must be one; a proxy's page of HTML is no answer. */
export async function jsonOf(response: Response, server: Server): Promise<unknown> {
  if (!response.ok) throw await refusal(response, server)
  try {
    return await response.json()
  } catch (error) {
    throw new ProviderError(`ComfyUI ${server.name} gave an answer that makes no sense. Is something else standing at its address?`, { provider, retryable: true, status: response.status, cause: error, zh: `ComfyUI ${server.name} 的答复读不懂。那个地址上是不是别的程序？` })
  }
}

/** JSON of the form that a server of this kind gives. */
export async function answerOf<Schema extends z.ZodType>(schema: Schema, response: Response, server: Server): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await jsonOf(response, server))
  if (parsed.success) return parsed.data
  throw new ProviderError(`ComfyUI ${server.name} gave an answer of an unknown form. Is it newer than this program, or something else?`, { provider, retryable: true, cause: parsed.error, zh: `ComfyUI ${server.name} 的答复格式不认识。它比本程序新，还是别的程序？` })
}

/** What a status means. Below 500 nothing was taken. */
export async function refusal(response: Response, server: Server): Promise<ProviderError> {
  const { status } = response
  const said = redact(await wordsOf(response), server)
  const told = ({
    401: `ComfyUI ${server.name} wants a password or a key, and ours is not taken.`,
    403: `ComfyUI ${server.name} does not let us in (403). Look at the headers, password or token that are configured for it.`,
    404: `ComfyUI ${server.name} does not know what it was asked for.`,
    413: `This file is too large for ComfyUI ${server.name}. Start it with a larger --max-upload-size.`,
    429: `ComfyUI ${server.name} is busy.`,
  } as Record<number, string>)[status] ?? `ComfyUI ${server.name} answered with an error (${status})${said ? `: ${said}` : ''}.`
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  const zh = ({
    401: `ComfyUI ${server.name} 要密码或密钥，我们的它不认。`,
    403: `ComfyUI ${server.name} 不让进（403）。请检查为它配置的请求头、密码或令牌。`,
    404: `ComfyUI ${server.name} 不知道要的是什么。`,
    413: `这个文件对 ComfyUI ${server.name} 来说太大，请用更大的 --max-upload-size 启动它。`,
    429: `ComfyUI ${server.name} 正忙。`,
  } as Record<number, string>)[status] ?? `ComfyUI ${server.name} 报错（${status}）${said ? `：${said}` : ''}。`
  return new ProviderError(told, {
    zh, provider, status, retryable: status === 429 || status >= 500,
    ...(status < 500 ? { bought: false } : {}), ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  })
}

/** The sentence in an error's JSON; pages of HTML have none. */
async function wordsOf(response: Response): Promise<string> {
  const text = (await response.text().catch(() => '')).slice(0, 20_000)
  if (!text.startsWith('{')) return ''
  try {
    const { error } = JSON.parse(text) as { error?: unknown }
    const words = typeof error === 'string' ? error : typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
    return words.slice(0, 300).replace(/[.\s]+$/, '')
  } catch {
    return ''
  }
}
