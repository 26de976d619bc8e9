import { APIConnectionTimeoutError, APIError } from 'openai'
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
    return new ProviderError(`${label} cannot be reached from here (${codes[0] ?? 'no connection'}).`, { provider, retryable: true, bought: false, cause: error })
  }
  if (error instanceof APIConnectionTimeoutError) return new ProviderError(`${label} did not answer in time.`, { provider, retryable: true, cause: error })
  if (error instanceof APIError && error.status !== undefined) return fromStatus(error, error.status, account, model)
  if (error instanceof SyntaxError) return senseless(account, model, price, error)
  return new ProviderError(`The connection to ${label} broke off before its answer had come.`, { provider, retryable: true, cause: error })
}

/** An answer that was paid and cannot be used. */
export const senseless = ({ name: provider, label }: Account, model: string, price: number | null, cause?: unknown) =>
  new ProviderError(`${label} answered for ${model} with something that is not what was ordered. It may have been charged; «try again» orders it anew.`,
    { provider, retryable: false, ended: true, charged: price, cause })

function fromStatus(error: APIError, status: number, account: Account, model: string): ProviderError {
  const { name: provider, label, keyName } = account
  const said = sentence(error, account)
  const refused = (message: string, more: { retryable?: boolean; retryAfter?: number | undefined } = {}) =>
    new ProviderError(message, { provider, status, bought: false, retryable: more.retryable ?? false, cause: error, ...(more.retryAfter !== undefined && { retryAfter: more.retryAfter }) })
  if (status === 401) return refused(`${label} does not accept the key in ${keyName}. Look whether it is still valid, and whole.`)
  if (status === 403) return refused(`The key in ${keyName} may not use ${model} at ${label}. ${said}`)
  if (status === 404) return refused(`${label} has no model ${model} for the key in ${keyName}; it may have been shut down. ${said}`)
  if (status === 429 && (error.code === 'insufficient_quota' || error.type === 'insufficient_quota')) {
    return refused(`The account behind ${keyName} has no credit left at ${label}. Add credit or raise its limit there, or choose another model.`)
  }
  if (status === 429) return refused(`${label} takes no more orders at the moment.`, { retryable: true, retryAfter: retryAfter(error.headers) })
  const rule = brokenRule(error)
  if (rule !== null) return refused(`${label} refused this for its content (${rule}). Ask for it in other words.`)
  // its own error object with 503 says that nothing was begun; without one, a gateway in between has given up
  if (status === 503 && error.error !== undefined) return refused(`${label} is overloaded at the moment.`, { retryable: true, retryAfter: retryAfter(error.headers) })
  if (status >= 500 || status === 408) return new ProviderError(`${label} failed on its side (${status}).`, { provider, status, retryable: true, cause: error, retryAfter: retryAfter(error.headers) })
  return refused(`${label} could not take this order for ${model}. ${said}`)
}

/** The rule that was broken, in the provider's word for it; null where it was something else. */
function brokenRule(error: APIError): string | null {
  const named = `${error.code ?? ''} ${error.type ?? ''}`
  if (!/moderation|content_policy|safety|content_filter|bio_policy|misalignment|invalid_prompt/.test(named)) return null
  const violations = /safety_violations=\[([^\]]*)\]/.exec(error.message)?.[1]
  return [error.code ?? error.type, violations].filter(Boolean).join(': ')
}

const sentence = (error: APIError, { key }: Account) => {
  const said = String((error.error as { message?: unknown } | undefined)?.message ?? '').replaceAll(key, '…').replace(/\bsk-[\w*.-]{4,}/g, '…').trim().slice(0, 300)
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
