import type { Draft, Stage } from './stage.ts'
import { indoors, onWater } from './stage.ts'
import { afloat } from './subjects/afloat.ts'
import { ashore } from './subjects/ashore.ts'
import { closeUp } from './subjects/close-up.ts'
import { insert } from './subjects/insert.ts'
import { props } from './subjects/props.ts'

/** What the picture is about, with where to look. */
export type Cast = { drafts: Draft[]; focus: { x: number; y: number } }

export const subjects = (stage: Stage): Cast => {
  const { scene, view } = stage
  if (view === 'face') return closeUp(stage)
  const boat = scene.things.find((thing) => thing.icon === null && ['boat', 'sampan-oar', 'fleet', 'ship'].includes(thing.kind))
  if (boat !== undefined && (onWater(scene) || boat.kind === 'fleet')) {
    const cast = afloat(stage, boat)
    const other = scene.things.find((thing) => thing.main && thing !== boat)
    // A boat in the background of something else: a mayfly over the river.
    if (view === 'thing' && other !== undefined && !boat.main) {
      const near = insert({ ...stage, scene: { ...scene, things: scene.things.filter((thing) => thing !== boat) } }, other)
      return { ...near, drafts: [...cast.drafts, ...near.drafts] }
    }
    return { ...cast, drafts: [...cast.drafts, ...props(stage, { x: 0, half: 0 })] }
  }
  if (view === 'thing') {
    const main = scene.things.find((thing) => thing.main) ?? scene.things[0]
    // Stairs, doors and windows are the room itself: its setting paints them.
    if (main !== undefined && !(indoors(scene) && main.icon === null && ['stairs', 'door', 'window'].includes(main.kind))) return insert(stage, main)
  }
  return ashore(stage)
}
