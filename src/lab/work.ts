import type { Assets } from './assets.ts'
import type { Buy } from './purchase.ts'

/** What a craft is handed with its request. */
export type Work = {
  signal: AbortSignal
  assets: Assets
  /** 0…1, with what is being done in a few words. Cheap to call often. */
  progress(fraction: number, doing?: string): void
  /** The Discord server whose production it is for; null or left out where it is in none. */
  server?: string | null
}

/** Work that may cost money. */
export type PaidWork = Work & {
  /** Buys something once: after a crash, a lost answer or a second try it is the same purchase. */
  buy: Buy
}
