import type { Draft, Stage } from './stage.ts'
import { onWater } from './stage.ts'
import { ashore } from './subjects/ashore.ts'
import { closeUp } from './subjects/close-up.ts'
import { afloat } from './subjects/afloat.ts'

/** What the picture is about, with where to look. */
export type Cast = { drafts: Draft[]; focus: { x: number; y: number } }

export const subjects = (stage: Stage): Cast => {
  if (stage.view === 'face') return closeUp(stage)
  const boat = stage.scene.things.find((thing) => ['boat', 'sampan-oar', 'fleet', 'ship'].includes(thing.kind))
  return boat !== undefined && onWater(stage.scene) ? afloat(stage, boat) : ashore(stage)
}
