import type { Assets } from './assets.ts'
import type { Order } from './order.ts'
import type { PaidWork } from './work.ts'

/** Something the lab can do. The request is what the order carried; the result is JSON, with assets by their hashes. */
export type Craft = {
  name: string
  /** Crafts of one pool share its places: `cpu`, `write`, or, where somebody else's machines do it, who does. */
  pool: string | ((request: unknown) => string)
  run(request: unknown, work: PaidWork): Promise<unknown>
  /** In US dollars, as far as it can be known before; null: not known. Left out: it costs nothing. */
  price?(request: unknown, desk: { assets: Pick<Assets, 'readJson'> }): number | null | Promise<number | null>
  /** Whether the same request may succeed a little later. Without it, a `ProviderError` says. */
  retryable?(error: unknown): boolean
}

export type Crafts = Record<string, Craft>

/** What an order is expected to cost. One that cannot be read is not priced: it fails where it is run, and says why there. */
export const priceOf = async ({ crafts, assets }: { crafts: Crafts; assets: Assets }, { craft, request }: Pick<Order, 'craft' | 'request'>): Promise<number | null> => {
  const price = crafts[craft]?.price
  if (!price) return 0
  try { return await price(request, { assets }) } catch { return null }
}

export const poolOf = (crafts: Crafts, name: string, request: unknown): string => {
  const pool = crafts[name]?.pool ?? name
  return typeof pool === 'string' ? pool : pool(request)
}
