import { APIConnectionTimeoutError, APIError } from 'openai'
import type { Language } from '../../film/brief.ts'
import { ProviderError } from '../provider-error.ts'

export type Account = {
  /** The provider's name in ids, and as people know it. */
  name: string
  label: string
  /** What the key is called where it was configured; never the key itself. */
  keyName: string
  key: string
}

/** Whatever the client throws for a paid order, as what is known of it: surely not bought, perhaps bought, or bought for nothing. */
export function toProviderError(error: unknown, account: Account, { model, price = null }: { model: string; price?: number | null }): ProviderError {
  if (error instanceof ProviderError) return error
  const { name: provider, label } = account
  const codes = codesOf(error)
  if (codes.some((code) => neverLeft.includes(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS'))) {
    return new ProviderError(`${label} cannot be reached from here (${codes[0] ?? 'no connection'}).`, { provider, retryable: true, bought: false, cause: error, zh: `这里连不上 ${label}（${codes[0] ?? '没有网络'}）。` })
  }
  if (error instanceof APIConnectionTimeoutError) return new ProviderError(`${label} did not answer in time.`, { provider, retryable: true, cause: error, zh: `${label} 没有及时答复。` })
  if (error instanceof APIError && error.status !== undefined) return fromStatus(error, error.status, account, model)
  if (error instanceof SyntaxError) return senseless(account, model, price, error)
  return new ProviderError(`The connection to ${label} broke off before its answer had come.`, { provider, retryable: true, cause: error, zh: `和 ${label} 的连接在答复到达之前断了。` })
}

/** An answer that was paid and cannot be used. */
export const senseless = ({ name: provider, label }: Account, model: string, price: number | null, cause?: unknown) =>
  new ProviderError(`${label} answered for ${model} with something that is not what was ordered. It may have been charged; «try again» orders it anew.`,
    { provider, retryable: false, ended: true, charged: price, cause, zh: `${label} 给 ${model} 这一单的答复不是所订的东西，可能已经计费；点「再试一次」会重新下单。` })

function fromStatus(error: APIError, status: number, account: Account, model: string): ProviderError {
  const { name: provider, label, keyName } = account
  const said = (language: Language) => sentence(error, account, language)
  const saidEn = said('en')
  const saidZh = said('zh')
  const refused = (message: string, zh: string, more: { retryable?: boolean; retryAfter?: number | undefined } = {}) =>
    new ProviderError(message, { provider, status, bought: false, retryable: more.retryable ?? false, cause: error, zh, ...(more.retryAfter !== undefined && { retryAfter: more.retryAfter }) })
  if (status === 401) return refused(`${label} does not accept the key in ${keyName}. Look whether it is still valid, and whole.`, `${label} 不接受 ${keyName} 里的密钥。请检查它是否还有效、是否完整。`)
  if (status === 403) return refused(`The key in ${keyName} may not use ${model} at ${label}. ${saidEn}`, `${keyName} 里的密钥不能在 ${label} 使用 ${model}。${saidZh}`)
  if (status === 404) return refused(`${label} has no model ${model} for the key in ${keyName}; it may have been shut down. ${saidEn}`, `${label} 没有给 ${keyName} 的密钥提供模型 ${model}，可能已经下线。${saidZh}`)
  if (status === 429 && (error.code === 'insufficient_quota' || error.type === 'insufficient_quota')) {
    return refused(`The account behind ${keyName} has no credit left at ${label}. Add credit or raise its limit there, or choose another model.`, `${keyName} 的账户在 ${label} 已经没有余额。请在那里充值或提高上限，或者换一个模型。`)
  }
  if (status === 429) return refused(`${label} takes no more orders at the moment.`, `${label} 现在不再接单（限流），请稍后再试。`, { retryable: true, retryAfter: retryAfter(error.headers) })
  const rule = brokenRule(error)
  if (rule !== null) return refused(`${label} refused this for its content (${rule}). Ask for it in other words.`, `${label} 因为内容（${rule}）拒绝了这一单，请换一种说法。`)
  // its own error object with 503 says that nothing was begun; without one, a gateway in between has given up
  if (status === 503 && error.error !== undefined) return refused(`${label} is overloaded at the moment.`, `${label} 现在过载，请稍后再试。`, { retryable: true, retryAfter: retryAfter(error.headers) })
  if (status >= 500 || status === 408) return new ProviderError(`${label} failed on its side (${status}).`, { provider, status, retryable: true, cause: error, retryAfter: retryAfter(error.headers), zh: `${label} 那边出了故障（${status}）。` })
  return refused(`${label} could not take this order for ${model}. ${saidEn}`, `${label} 没法接 ${model} 的这一单。${saidZh}`)
}

/** The rule that was broken, in the provider's word for it; null where it was something else. */
function brokenRule(error: APIError): string | null {
  const named = `${error.code ?? ''} ${error.type ?? ''}`
  if (!/moderation|content_policy|safety|content_filter|bio_policy|misalignment|invalid_prompt/.test(named)) return null
  const violations = /safety_violations=\[([^\]]*)\]/.exec(error.message)?.[1]
  return [error.code ?? error.type, violations].filter(Boolean).join(': ')
}

const sentence = (error: APIError, { key }: Account, language: Language) => {
  const said = String((error.error as { message?: unknown } | undefined)?.message ?? '').replaceAll(key, '…').replace(/\bsk-[\w*.-]{4,}/g, '…').trim().slice(0, 300)
  if (language === 'zh') return said === '' ? '没有说明原因。' : `它说：「${said}」`
  return said === '' ? 'It did not say why.' : `It says: «${said.replace(/[.。]?$/, '.')}»`
}

/** Seconds, from either header; a date is reckoned from now. */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? NaN)
  if (Number.isFinite(milliseconds)) return milliseconds / 1000
  const after = headers?.get('retry-after')
  if (after === null || after === undefined) return undefined
  const seconds = Number.isFinite(Number(after)) ? Number(after) : (Date.parse(after) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

/** The order never went out. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_INVALID_URL']

function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let each = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth++) {
    const { code } = each as { code?: unknown }
    if (typeof code === 'string' && !(each instanceof APIError && each.status !== undefined)) codes.push(code)
    if (each instanceof AggregateError) codes.push(...each.errors.flatMap(codesOf))
  }
  return codes
}
