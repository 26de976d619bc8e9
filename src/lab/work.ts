import type { Assets } from './assets.ts'

/** What a craft is handed with its request. */
export type Work = {
  signal: AbortSignal
  assets: Assets
  /** 0…1, with what is being done in a few words. Cheap to call often. */
  progress(fraction: number, doing?: string): void
}
