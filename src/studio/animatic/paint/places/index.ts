import type { Draft, Stage } from '../stage.ts'
import { indoors, onWater } from '../stage.ts'
import { countryside } from './countryside.ts'
import { nowhere, openSky, space, underwater } from './elsewhere.ts'
import { interior } from './interior.ts'
import { riverside } from './riverside.ts'
import { waterTexture } from './texture.ts'
import { city, court, street } from './town.ts'

/** The layers of the place, without its people. */
export const setting = (stage: Stage): Draft[] => {
  const { scene } = stage
  const wet = scene.things.some((thing) => thing.kind === 'ripple' || thing.kind === 'wave')
  if (stage.view === 'texture' && (wet || onWater(scene))) return waterTexture(stage)
  if (indoors(scene)) return interior(stage)
  const own = places[scene.place]
  if (own !== undefined) return own(stage)
  return onWater(scene) ? riverside(stage) : countryside(stage)
}

const places: Partial<Record<Stage['scene']['place'], (stage: Stage) => Draft[]>> = {
  river: riverside, lake: riverside, sea: riverside, beach: riverside, harbour: riverside, bridge: riverside,
  city, rooftop: city, street, palace: court, temple: court, castle: court, sky: openSky, space, underwater, void: nowhere,
}
