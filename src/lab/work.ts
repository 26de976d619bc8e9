import type { Assets } from './assets.ts'
import type { Buy } from './purchase.ts'

/** What a craft is handed with its request. */
export type Work = {
  signal: AbortSignal
  assets: Assets
  /** 0…1, with what is being done in a few words. Cheap to call often. */
  progress(fraction: number, doing?: string): void
}

/** Work that may cost money. */
export type PaidWork = Work & {
  /** Buys something once: after a crash, a lost answer or a second try it is the same purchase. */
  buy: Buy
}
