/** A provider could not do what was asked. `retryable`: the same request may well succeed a little later. */
export class ProviderError extends Error {
  override name = 'ProviderError'
  readonly provider: string
  readonly status: number | undefined
  readonly retryable: boolean

  constructor(message: string, facts: { provider: string; retryable: boolean; status?: number; cause?: unknown }) {
    super(message, { cause: facts.cause })
    this.provider = facts.provider
    this.status = facts.status
    this.retryable = facts.retryable
  }
}
