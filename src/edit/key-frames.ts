import type { Transition } from '../film/transition.ts'

/** Where a clip must have key frames, so that its body can be copied between the joins on both sides. */
export function keyFramesFor(frames: number, into: Transition, outOf: Transition | null, fadeOut = 0): number[] {
  const body = { from: touchedHead(into), to: frames - Math.max(outOf === null ? 0 : touchedTail(outOf), fadeOut) }
  return [...new Set([0, body.from, body.to])].filter((frame) => frame >= 0 && frame < frames).sort((a, b) => a - b)
}

/** Frames at the head of a shot that the transition into it changes. The odd frame of a dip belongs to the head. */
export const touchedHead = ({ name, frames }: Transition) => (name === 'cut' ? 0 : name === 'dip-to-black' ? Math.ceil(frames / 2) : frames)

/** Frames at the tail of the shot before. */
export const touchedTail = ({ name, frames }: Transition) =>
  name === 'dip-to-black' ? Math.floor(frames / 2) : name === 'dissolve' || name === 'wipe' ? frames : 0
