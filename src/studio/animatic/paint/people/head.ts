import type { Figure } from '../../scene.ts'
import { darker, lighter, mix } from '../colour.ts'
import { dab, flesh, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import { face } from './face.ts'
import { backHair, frontHair } from './hair.ts'
import { hat } from './hats.ts'
import type { Person } from './person.ts'

/** A head of radius 1 about (0, 0): crown at −1, chin at +1. `turn` 0 to the camera, ±1 to a side, null away. */
export const head = (pen: Pen, person: Person, feeling: Figure['feeling'], turn: number | null, gaze = 0): void => {
  const t = turn ?? 0
  const skin = flesh(pen, person.skin)
  backHair(pen, person, t, turn === null)
  if (turn === null) {
    hat(pen, person, 0)
    return
  }
  const skull = faceShape(person, t)
  ear(pen, person, t, skin)
  mass(pen, skull, skin, { weight: 0.05, texture: 'none' })
  shade(pen, skull, skin, t)
  beardUnder(pen, person, t)
  face(pen, person, feeling, t, gaze)
  moustache(pen, person, t)
  frontHair(pen, person, t)
  hat(pen, person, t)
}

/** The mask of the face: broad or narrow, square or pointed, the far cheek cut in when it turns. */
export const faceShape = (person: Person, t: number) => {
  const w = 0.71 * person.broad
  const jaw = 0.4 + person.jaw * 0.14
  const near = -Math.sign(t || 1)
  const turn = Math.abs(t)
  const far = -near
  const chin = far * turn * 0.26
  const right: Point[] = [[0.5 * w, -0.86], [w * 0.98, -0.42], [w, 0.02], [w * 0.93, 0.36], [jaw, 0.76], [0.15, 0.99]]
  const points = (side: number): Point[] => right.map(([x, y], i): Point => {
    const cut = side === far ? 1 - turn * (i >= 2 && i <= 4 ? 0.16 : 0.06) : 1 - turn * (i > 3 ? 0.1 : 0)
    const brow = side === far && i === 2 ? -0.035 * turn : 0
    const bone = side === far && i === 3 ? 0.05 * turn : 0
    return [side * (x * cut + brow + bone) + (i >= 4 ? chin : far * turn * 0.06), y]
  })
  return blob([[0, -0.97], ...points(1), [chin, 1.01], ...points(-1).reverse()])
}

/** One shadow, on the side away from the light, so that the head is round. */
const shade = (pen: Pen, skull: ReturnType<typeof faceShape>, skin: readonly [number, number, number], t: number) => {
  if (pen.scale < 0.02) return
  const { context, light } = pen
  context.save()
  context.clip(skull.path)
  const side = -light.side
  const noir = pen.style.name === 'noir'
  dab(pen, blob([[side * 0.95, -1], [side * (0.38 + t * 0.1), -0.5], [side * 0.52, -0.1], [side * 0.34, 0.25], [side * 0.46, 0.6], [side * 0.16, 1.05], [side * 1.1, 1.1]]), noir ? light.ink : mix(darker(skin, 0.38), light.ambient, 0.3), noir ? 0.88 : pen.style.name === 'pencil' ? 0.3 : 0.34)
  if (!noir && pen.style.name !== 'pencil') {
    for (const cheek of [-1, 1]) dab(pen, ellipse(t * 0.36 + cheek * 0.4, 0.38, 0.17, 0.11), mix(skin, tint(pen, [200, 90, 70]), 0.5), 0.22)
    dab(pen, blob([[light.side * 0.2, -0.75], [light.side * 0.55, -0.5], [light.side * 0.6, -0.2], [light.side * 0.3, -0.4]]), lighter(skin, 0.3), 0.3)
  }
  dab(pen, blob([[-0.8, -1], [0.8, -1], [0.72, -0.62], [0, -0.52], [-0.72, -0.62]]), darker(skin, 0.35), 0.24)
  context.restore()
}

const ear = (pen: Pen, person: Person, t: number, skin: readonly [number, number, number]) => {
  for (const side of [-1, 1]) {
    if (side * t > 0.25) continue
    const x = side * 0.71 * person.broad * (1 - Math.abs(t) * 0.12)
    mass(pen, ellipse(x, 0.16, 0.12, 0.2, side * 0.15), darker(skin, 0.08), { weight: 0.04 })
    if (pen.scale > 0.06) line(pen, soften([[x - side * 0.02, 0.04], [x + side * 0.06, 0.1], [x, 0.24]], false, 3), 0.02, pen.light.ink, 0.6)
  }
}

const beardUnder = (pen: Pen, person: Person, t: number) => {
  const hair = tint(pen, person.hair)
  const c = t * 0.32
  const strands = (shape: Point[], long: number, count: number, wide: number) => {
    mass(pen, blob(shape), hair, { weight: 0.03 })
    if (pen.scale < 0.03) return
    for (let i = 0; i < count; i++) {
      const x = c + pen.random.range(-wide, wide)
      line(pen, soften([[x, 0.88], [x * 0.8 + c * 0.2, 0.9 + long * 0.5], [c + (x - c) * 0.35, 0.92 + long * pen.random.range(0.6, 1)]], false, 3), 0.022, pen.random.chance(0.5) ? lighter(hair, 0.2) : darker(hair, 0.3), 0.6)
    }
  }
  if (person.beard === 'goatee') strands([[c - 0.15, 0.84], [c + 0.15, 0.84], [c + 0.12, 1.12], [c + 0.02, 1.42], [c - 0.1, 1.12]], 0.42, 8, 0.12)
  if (person.beard === 'long') strands([[c - 0.26, 0.82], [c + 0.26, 0.82], [c + 0.25, 1.25], [c + 0.06, 1.95], [c - 0.2, 1.3]], 0.9, 16, 0.2)
  if (person.beard === 'full') strands([[c - 0.68, 0.16], [c - 0.52, 0.56], [c - 0.26, 0.6], [c, 0.56], [c + 0.26, 0.6], [c + 0.5, 0.56], [c + 0.64, 0.16], [c + 0.58, 0.75], [c + 0.34, 1.2], [c, 1.42], [c - 0.36, 1.2], [c - 0.62, 0.75]], 0.42, 22, 0.42)
  if (person.beard === 'stubble') dab(pen, blob([[c - 0.62, 0.3], [c - 0.3, 0.52], [c, 0.5], [c + 0.3, 0.52], [c + 0.58, 0.3], [c + 0.38, 0.82], [c, 0.98], [c - 0.4, 0.82]]), hair, 0.25)
}

const moustache = (pen: Pen, person: Person, t: number) => {
  if (person.beard === 'none' || person.beard === 'stubble' || pen.scale < 0.02) return
  const c = t * 0.42
  for (const side of [-1, 1]) line(pen, soften([[c + side * 0.02, 0.55], [c + side * 0.17, 0.57], [c + side * 0.28, 0.67], [c + side * (person.beard === 'full' ? 0.34 : 0.31), 0.86]], false, 4), 0.085, tint(pen, person.hair))
}
