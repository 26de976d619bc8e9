import type { Moment } from '../composition.ts'
import type { MovePlan } from './plan.ts'

/** How many moments one frame is the mean of: one, unless the farthest layer flies more than a hundredth of the frame's height. */
export function smearOf(plan: MovePlan, moments: readonly Moment[], frame: number): number {
  const before = plan.matrix(0, moments[Math.max(0, frame - 1)] as Moment)
  const after = plan.matrix(0, moments[Math.min(moments.length - 1, frame + 1)] as Moment)
  const moved = Math.hypot(after.e - before.e, after.f - before.f) / 2
  return moved < 0.01 ? 1 : Math.min(12, 2 + Math.ceil(moved * 120))
}
