import type { PaidWork } from './work.ts'

/** Something the lab can do. The request is what the order carried; the result is JSON, with assets by their hashes. */
export type Craft = {
  name: string
  /** Crafts of one pool share its places: `cpu`, `write`, a provider's name. */
  pool: string
  run(request: unknown, work: PaidWork): Promise<unknown>
  /** In dollars. */
  price?(request: unknown): number
  /** Whether the same request may succeed a little later. Without it, a `ProviderError` says. */
  retryable?(error: unknown): boolean
}

export type Crafts = Record<string, Craft>
