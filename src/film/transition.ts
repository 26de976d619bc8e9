import { z } from 'zod'

/** How a shot is joined to the one before it. Dissolve and wipe overlap the two shots; dip-to-black and fade do not. */
export const transitions = [
  { name: 'cut', en: 'cut', zh: '切', overlaps: false },
  { name: 'dissolve', en: 'dissolve', zh: '叠化', overlaps: true },
  { name: 'wipe', en: 'wipe', zh: '划像', overlaps: true },
  { name: 'dip-to-black', en: 'dip to black', zh: '黑场', overlaps: false },
  { name: 'fade', en: 'fade in', zh: '淡入', overlaps: false },
] as const

export type TransitionName = (typeof transitions)[number]['name']
export const TransitionName = z.enum(transitions.map((transition) => transition.name) as [TransitionName, ...TransitionName[]])

/** Into a shot. `frames` is the whole length of the join, even for dip-to-black (half out, half in); 0 for a cut. */
export const Transition = z.object({ name: TransitionName, frames: z.int().min(0) })
export type Transition = z.infer<typeof Transition>
