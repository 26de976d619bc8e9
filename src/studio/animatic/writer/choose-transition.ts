import type { Mood } from '../../../film/look.ts'
import { type FrameRate, toFrames } from '../../../film/time.ts'
import type { Transition } from '../../../film/transition.ts'
import type { Framing } from './choose-size.ts'
import type { Setup } from './plan-shots.ts'

export const lyrical = (mood: Mood) => mood === 'serene' || mood === 'melancholy' || mood === 'romantic' || mood === 'wonder' || mood === 'mysterious'

/** Fade in, cut inside a scene, black between acts; a dissolve where time or place passes, and where nothing but mood joins two pictures. */
export function chooseTransitions(setups: readonly Setup[], framings: readonly Framing[], mood: Mood, fps: FrameRate): Transition[] {
  const chosen: Transition[] = []
  setups.forEach((setup, index) => {
    const before = setups[index - 1]
    if (!before) { chosen.push(join('fade', fps)); return }
    if (before.act !== setup.act) { chosen.push(join('dip-to-black', fps)); return }
    const passed = before.setting.place !== setup.setting.place || before.setting.hour !== setup.setting.hour
    const spoken = before.purpose === 'speak' || setup.purpose === 'speak'
    const size = framings[index]?.size
    const airy = size === 'extreme-wide' || size === 'wide' || (!setup.cast.length && !before.cast.length)
    const soft = lyrical(mood) && !spoken && airy && chosen.at(-1)?.name !== 'dissolve'
    chosen.push(join((passed && !spoken) || soft ? 'dissolve' : 'cut', fps))
  })
  return chosen
}

/** A transition at its usual length: dissolve and wipe half a second, black and fade a whole one. */
export const join = (name: Transition['name'], fps: FrameRate): Transition =>
  ({ name, frames: name === 'cut' ? 0 : toFrames(name === 'dip-to-black' || name === 'fade' ? 1 : 0.5, fps) })
