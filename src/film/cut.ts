import { z } from 'zod'
import { AssetHash } from './asset-hash.ts'
import { Language } from './brief.ts'
import { FrameRate } from './time.ts'
import { Transition } from './transition.ts'

export { AssetHash }

/** One subtitle inside a clip, in frames of that clip; lines already broken for reading. */
export const Caption = z.object({ from: z.int().min(0), to: z.int().min(1), lines: z.array(z.string()).min(1) })
export type Caption = z.infer<typeof Caption>

export const CutItem = z.object({
  /** A shot's number, `title` or `credits`. */
  name: z.string(),
  clip: AssetHash,
  /** Length of the clip; overlapping transitions eat from it on both sides. */
  frames: z.int().min(1),
  transition: Transition,
  voice: z.object({ sound: AssetHash, at: z.int().min(0) }).nullable(),
  captions: z.array(Caption),
  chapter: z.string().nullable(),
})
export type CutItem = z.infer<typeof CutItem>

/** The edit as data: the renderer is a function of it. */
export const Cut = z.object({
  title: z.string(),
  author: z.string().nullable(),
  language: Language,
  width: z.int(),
  height: z.int(),
  fps: FrameRate,
  items: z.array(CutItem).min(1),
  score: AssetHash.nullable(),
  /** Fade to black at the end. */
  fadeOut: z.int().min(0),
})
export type Cut = z.infer<typeof Cut>

/** First frame of each item in the film. Overlaps are counted once. */
export function itemStarts(items: readonly { frames: number; transition: Transition }[]): number[] {
  let end = 0
  return items.map((item, index) => {
    const start = index > 0 && overlaps(item.transition) ? end - item.transition.frames : end
    end = start + item.frames
    return start
  })
}

export function cutFrames(items: readonly { frames: number; transition: Transition }[]): number {
  const starts = itemStarts(items)
  const last = items.at(-1)
  return last ? (starts.at(-1) ?? 0) + last.frames : 0
}

const overlaps = (transition: Transition) => transition.name === 'dissolve' || transition.name === 'wipe'
