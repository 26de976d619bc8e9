import { ProviderError } from '../provider-error.ts'
import { troubleIn, type Trouble } from './client.ts'

/** What the client threw, as what is known of it. `asked` says what was wanted, for the sentence: «the order to x». */
export function toProviderError(error: unknown, { asked, token }: { asked: string; token: string }): ProviderError {
  if (error instanceof ProviderError) return error
  const response = (error as { response?: unknown } | null)?.response
  if (!(response instanceof Response)) {
    return new ProviderError(`Replicate's answer to ${asked} broke off or made no sense.`, { provider, retryable: true, cause: error })
  }
  const trouble = troubleIn(response)
  if (trouble && trouble.status === null) return fromNoAnswer(trouble, asked)
  const status = trouble?.status ?? response.status
  const said = detail(trouble?.said ?? (error as Error).message, token)
  const refused = (message: string, more: { retryable?: boolean; retryAfter?: number } = {}) =>
    new ProviderError(message, { provider, status, bought: false, retryable: false, ...more })
  if (status === 401) return refused('Replicate does not accept this token. Make a new one at replicate.com/account/api-tokens and set it as REPLICATE_API_TOKEN.')
  if (status === 402) return refused(`Replicate asks for credit before it takes ${asked}: the account has none left. Add some at replicate.com/account/billing.`)
  if (status === 403) return refused(`Replicate does not let this account use what ${asked} needs.${said}`)
  if (status === 404) return refused(`Replicate does not know what ${asked} needs: it was renamed, shut down or made private.${said}`)
  if (status === 429) return refused('Replicate takes no more orders from this account just now.', { retryable: true, retryAfter: waitSeconds(trouble) })
  if (status >= 500) return new ProviderError(`Replicate had trouble of its own (${status}) with ${asked}.`, { provider, status, retryable: true, retryAfter: after(trouble) })
  if (isForContent(said)) return refused(`Replicate refused ${asked} for what it would show.${said}`)
  return refused(`Replicate refused ${asked}.${said}`)
}

export const provider = 'replicate'

/** Of answers and of a failed job's own words: it was not made because of what it would show. */
export const isForContent = (said: string) => /nsfw|sensitive|flagged|moderat|safety|content polic|\(?E005\)?|inappropriate|copyright/i.test(said)

/** What they said, fit for a person: short, without addresses, keys and braces. */
export function detail(said: string, token: string): string {
  const inner = /"detail"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(said)?.[1]?.replace(/\\(.)/g, (_, letter: string) => letter === 'n' ? ' ' : letter) ?? (/^\s*[{[<]|^Request to /.test(said) ? '' : said)
  const plain = inner.replaceAll(token, '…').replace(/https?:\/\/\S+/g, '…').replace(/\s+/g, ' ').trim().slice(0, 300)
  return plain === '' ? '' : ` It says: «${plain}».`
}

function fromNoAnswer({ cause }: Trouble, asked: string): ProviderError {
  const code = codeOf(cause)
  // it never went out
  if (code !== undefined && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)) {
    return new ProviderError('Replicate cannot be reached from here. Look at the network, or at the address that is configured.', { provider, retryable: true, bought: false, cause })
  }
  return new ProviderError(`The connection to Replicate was lost before it answered ${asked}.`, { provider, retryable: true, cause })
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  return typeof code === 'string' && code !== 'UND_ERR_SOCKET' ? code : codeOf(inner)
}

/** Seconds of a Retry-After, in numbers or as a date. */
function after(trouble: Trouble | undefined): number | undefined {
  if (!trouble?.retryAfter) return undefined
  const seconds = Number(trouble.retryAfter)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(trouble.retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000)
}

/** An account with little credit is told in words only: «Your rate limit resets in ~30s.» */
const waitSeconds = (trouble: Trouble | undefined) => after(trouble) ?? Number(/resets in ~?(\d+(?:\.\d+)?)s/.exec(trouble?.said ?? '')?.[1] ?? 10)
