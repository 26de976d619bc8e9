import { ProviderError } from '../provider-error.ts'
import { troubleIn, type Trouble } from './client.ts'

/** What the client threw, as what is known of it. `asked` says what was wanted, for the sentence: «the order to x». */
export function toProviderError(error: unknown, { asked, token }: { asked: string; token: string }): ProviderError {
  if (error instanceof ProviderError) return error
  const response = (error as { response?: unknown } | null)?.response
  if (!(response instanceof Response)) {
    return new ProviderError(`Replicate's answer to ${asked} broke off or made no sense.`, { provider, retryable: true, cause: error, zh: 'Replicate 的答复中断了，或者读不懂。' })
  }
  const trouble = troubleIn(response)
  if (trouble && trouble.status === null) return fromNoAnswer(trouble, asked)
  const status = trouble?.status ?? response.status
  const said = detail(trouble?.said ?? (error as Error).message, token)
  const saidZh = said.replace(/^ It says: «(.*)»\.$/s, '它说：「$1」')
  const refused = (message: string, zh: string, more: { retryable?: boolean; retryAfter?: number } = {}) =>
    new ProviderError(message, { provider, status, bought: false, retryable: false, zh, ...more })
  if (status === 401) return refused('Replicate does not accept this token. Make a new one at replicate.com/account/api-tokens and set it as REPLICATE_API_TOKEN.', 'Replicate 不接受这个令牌。请在 replicate.com/account/api-tokens 新建一个，写进 REPLICATE_API_TOKEN。')
  if (status === 402) return refused(`Replicate asks for credit before it takes ${asked}: the account has none left. Add some at replicate.com/account/billing.`, 'Replicate 账户里没有余额了，不接这一单。请到 replicate.com/account/billing 充值。')
  if (status === 403) return refused(`Replicate does not let this account use what ${asked} needs.${said}`, `Replicate 不让这个账户使用这一单需要的东西。${saidZh}`)
  if (status === 404) return refused(`Replicate does not know what ${asked} needs: it was renamed, shut down or made private.${said}`, `Replicate 没有这一单需要的东西：可能改名、下线或转为私有了。${saidZh}`)
  if (status === 429) return refused('Replicate takes no more orders from this account just now.', 'Replicate 现在不再接这个账户的单（限流），请稍后再试。', { retryable: true, retryAfter: waitSeconds(trouble) })
  if (status >= 500) return new ProviderError(`Replicate had trouble of its own (${status}) with ${asked}.`, { provider, status, retryable: true, retryAfter: after(trouble), zh: `Replicate 那边出了故障（${status}）。` })
  if (isForContent(said)) return refused(`Replicate refused ${asked} for what it would show.${said}`, `Replicate 因为画面内容拒绝了这一单。${saidZh}`)
  return refused(`Replicate refused ${asked}.${said}`, `Replicate 拒绝了这一单。${saidZh}`)
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
    return new ProviderError('Replicate cannot be reached from here. Look at the network, or at the address that is configured.', { provider, retryable: true, bought: false, cause, zh: '这里连不上 Replicate。请检查网络，或者配置的地址。' })
  }
  return new ProviderError(`The connection to Replicate was lost before it answered ${asked}.`, { provider, retryable: true, cause, zh: 'Replicate 还没有答复，连接就断了。' })
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
