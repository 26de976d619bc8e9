import type { Proposal } from '../prices.ts'
import type { ProductionState, ShotPatch, Shots, Stale } from '../state.ts'
import { moveTally } from '../shot-record.ts'

/** What an event changes. `said` tells a person why it changed nothing. */
export type Folded = { production: ProductionState; patch: ShotPatch; said: string | null; stale?: Stale | null; gone?: Proposal | null }

export const changed = (production: ProductionState): Folded => ({ production, patch: {}, said: null })

export const unchanged = (production: ProductionState, said: string | null = null): Folded => ({ production, patch: {}, said })

/** Puts shots' new records in, keeping the tally by difference; what has to be made again takes the production back to shooting. */
export function withShots(production: ProductionState, patch: ShotPatch, shots: Shots): Folded {
  const tally = Object.entries(patch).reduce((sum, [number, after]) => moveTally(sum, shots[number], after ?? undefined), production.tally)
  const reopened = tally.circled < tally.shots && ['cut', 'locked', 'delivered'].includes(production.phase)
  return { production: { ...production, tally, phase: reopened ? 'shooting' : production.phase }, patch, said: null }
}
