import { scrub } from '../safety/scrub.ts'
import type { Refused } from '../safety/refused.ts'

/** A provider could not do what was asked. `retryable`: the same request may well succeed a little later. */
export class ProviderError extends Error {
  override name = 'ProviderError'
  readonly provider: string
  readonly status: number | undefined
  readonly retryable: boolean
  /** False where nothing can have been charged: the order was refused, or never went out. */
  readonly bought: boolean | undefined
  /** The job that was bought has failed for good; asking again gives the same. */
  readonly ended: boolean
  /** What was charged for it all the same, in US dollars, if that is known. */
  readonly charged: number | null
  /** Seconds that the provider asks us to wait. */
  readonly retryAfter: number | undefined
  /** It was refused for what it would show or showed: what a card says of it in the film's language. */
  readonly refused: Refused | undefined
  /** The same in Chinese, where the message is English whoever reads it. */
  readonly zh: string | undefined

  constructor(message: string, facts: {
    provider: string; retryable: boolean; status?: number; cause?: unknown; bought?: boolean; ended?: boolean; charged?: number | null; retryAfter?: number; refused?: Refused; zh?: string | undefined
  }) {
    // providers repeat the key that they do not like; what is here is stored and told
    super(scrub(message), { cause: facts.cause })
    this.provider = facts.provider
    this.status = facts.status
    this.retryable = facts.retryable
    this.bought = facts.bought
    this.ended = facts.ended ?? false
    this.charged = facts.charged ?? null
    this.retryAfter = facts.retryAfter
    this.refused = facts.refused
    this.zh = facts.zh === undefined ? undefined : scrub(facts.zh)
  }
}
