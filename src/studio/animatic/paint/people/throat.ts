import { darker } from '../colour.ts'
import { dab, flesh, mass } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, limb } from '../shape.ts'
import type { Person } from './person.ts'
import type { Body } from './pose.ts'

/** The neck belongs to the garment's opening: it is drawn after the back of the collar, before its front. */
export const throat = (pen: Pen, person: Person, body: Body): void => {
  const { neck } = body
  const skin = darker(flesh(pen, person.skin), 0.14)
  const wide = (person.woman ? 0.05 : 0.064) * person.broad
  mass(pen, limb([[neck[0] + 0.002, neck[1] + (person.dress === 'robe' ? 0.06 : person.dress === 'gown' ? 0.015 : 0.03)], [neck[0], neck[1] + 0.01], [(neck[0] + body.head[0]) / 2, neck[1] - 0.03], body.head], wide * 1.25, wide), skin, { edge: false, texture: 'none' })
  dab(pen, blob([[neck[0] - wide * 0.5, neck[1] - 0.03], [neck[0] + wide * 0.55, neck[1] - 0.03], [neck[0] + wide * 0.45, neck[1] + 0.012], [neck[0] - wide * 0.2, neck[1] + 0.03]]), darker(skin, 0.4), 0.4)
}
