import { cutFrames } from '../../../film/cut.ts'
import type { Line } from '../../../film/script.ts'
import type { ShotSize } from '../../../film/shot-size.ts'
import { type FrameRate, toFrames, toFramesUp } from '../../../film/time.ts'
import type { Transition } from '../../../film/transition.ts'
import { air, saySeconds } from './say-length.ts'

/** `fixed` is a length that a person gave, in seconds. */
export type Timed = { line: Line | null; size: ShotSize; moving: boolean; transition: Transition; fixed: number | null }

/** Frames for each shot: room for its line and a breath; without a line, as long as an eye needs for its size. */
export function timeShots(shots: readonly Timed[], fps: FrameRate, seconds: number | null): { frames: number[]; reached: boolean; natural: number } {
  const lead = (shot: Timed) => (shot.fixed === null ? joinFrames(shot.transition) : 0)
  const own = shots.map((shot) => toFramesUp(shot.fixed ?? naturalSeconds(shot), fps) + lead(shot))
  const film = (frames: readonly number[]) => cutFrames(shots.map((shot, index) => ({ frames: frames[index] ?? 1, transition: shot.transition })))
  const natural = film(own) / fps
  if (seconds === null) return { frames: own, reached: true, natural }
  const least = shots.map((shot, index) => (shot.fixed !== null ? own[index] ?? 1 : toFramesUp(leastSeconds(shot), fps) + lead(shot)))
  const most = shots.map((shot, index) => (shot.fixed !== null ? own[index] ?? 1 : Math.max(own[index] ?? 1, toFrames(Math.min(12, naturalSeconds(shot) * 2), fps))))
  let off = toFrames(seconds, fps) - film(own)
  const frames = [...own]
  const bounds = off < 0 ? least : most
  // What is over or missing is spread by how much each shot can give.
  const room = frames.reduce((sum, length, index) => sum + Math.abs((bounds[index] ?? length) - length), 0)
  const share = room === 0 ? 0 : Math.min(1, Math.abs(off) / room)
  frames.forEach((length, index) => {
    const step = Math.trunc(((bounds[index] ?? length) - length) * share)
    frames[index] = length + step
    off -= step
  })
  for (let index = 0; off !== 0 && index < frames.length; index++) {
    const length = frames[index] ?? 1
    const bound = bounds[index] ?? length
    if (length !== bound) { frames[index] = length + Math.sign(off); off -= Math.sign(off) }
  }
  return { frames, reached: off === 0, natural }
}

const joinFrames = (transition: Transition) => (transition.name === 'dissolve' || transition.name === 'wipe' ? transition.frames : Math.ceil(transition.frames / 2))

export function naturalSeconds({ line, size, moving }: Pick<Timed, 'line' | 'size' | 'moving'>): number {
  if (line) return Math.max(2.5, saySeconds(line.text, line.language) + air)
  return (wordless[size] ?? 3.5) + (moving ? 0.5 : 0)
}

const leastSeconds = ({ line }: Timed) => (line ? Math.max(1.5, saySeconds(line.text, line.language) + 0.25) : 1.8)

const wordless: Record<ShotSize, number> = { 'extreme-wide': 5.5, wide: 5, full: 4.5, 'medium-full': 4, medium: 4, 'medium-close': 3.5, 'close-up': 3.5, 'extreme-close': 3, insert: 3 }
