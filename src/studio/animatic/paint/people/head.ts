import type { Figure } from '../../scene.ts'
import { css, darker, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, flesh, hairlines, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import { face } from './face.ts'
import { backHair, frontHair } from './hair.ts'
import { hat } from './hats.ts'
import type { Person } from './person.ts'

/** A head of radius 1 about (0, 0): crown at −1, chin at +1. `turn` 0 to the camera, ±1 to a side, null away. */
export const head = (pen: Pen, person: Person, feeling: Figure['feeling'], turn: number | null, gaze = 0, speaks = false): void => {
  const t = turn ?? 0
  const skin = flesh(pen, person.skin)
  if (turn === null) {
    backHair(pen, person, 0, true)
    hat(pen, person, 0, true)
    return
  }
  const skull = faceShape(person, t)
  ear(pen, person, t, skin)
  mass(pen, skull, skin, { weight: 0.05, texture: 'none' })
  shade(pen, skull, skin, t)
  beardUnder(pen, person, t)
  face(pen, person, feeling, t, gaze, speaks)
  moustache(pen, person, t)
  frontHair(pen, person, t)
  hat(pen, person, t)
  if (pen.style.name === 'pencil' && pen.scale > 0.05) construction(pen, t)
}

/** The ball, the middle line and the eye line that the head was built on are left standing. */
const construction = (pen: Pen, t: number) => {
  const blue: Rgb = [106, 134, 168]
  hairlines(pen, [ellipse(-0.04, -0.2, 0.94, 0.92).edge, soften([[t * 0.1, -1.25], [t * 0.42, -0.3], [t * 0.44, 0.4], [t * 0.3, 1.2]], false, 4), soften([[-0.95, 0.02], [0, 0.1], [0.95, 0.03]], false, 4)], 0.0018 / pen.scale, blue, 0.5)
}

/** The mask of the face from the front and turned three quarters: point by point the same, so that any turn lies between. */
const front: Point[] = [[0, -1], [0.42, -0.88], [0.64, -0.45], [0.68, -0.15], [0.665, 0.05], [0.65, 0.25], [0.57, 0.52], [0.42, 0.76], [0.2, 0.96], [0, 1], [-0.2, 0.96], [-0.42, 0.76], [-0.57, 0.52], [-0.66, 0.2], [-0.68, -0.15], [-0.64, -0.45], [-0.42, -0.88]]
const quarter: Point[] = [[0.05, -1], [0.4, -0.86], [0.58, -0.5], [0.66, -0.24], [0.585, -0.02], [0.64, 0.2], [0.545, 0.48], [0.48, 0.7], [0.39, 0.93], [0.22, 1], [0.02, 0.97], [-0.27, 0.83], [-0.5, 0.56], [-0.62, 0.18], [-0.68, -0.15], [-0.66, -0.45], [-0.45, -0.88]]

export const faceShape = (person: Person, t: number) => {
  const k = Math.min(1, Math.abs(t) / 0.72)
  const round = person.age === 'child' ? 1.1 : 1
  return blob(front.map(([x, y], i): Point => {
    const [qx, qy] = quarter[i] as Point
    const jaw = y > 0.4 && y < 0.98 ? 0.9 + person.jaw * 0.16 : 1
    return [(x + (qx - x) * k) * person.broad * jaw * round, y + (qy - y) * k]
  }))
}

/** The light from its side, the shadow on the other: the head is round, and the moon is where it is. */
const shade = (pen: Pen, skull: ReturnType<typeof faceShape>, skin: Rgb, t: number) => {
  if (pen.scale < 0.014) return
  const { context, light } = pen
  const side = -light.side
  const noir = pen.style.name === 'noir'
  const soft = pen.style.name === 'ink-wash' || pen.style.name === 'gouache'
  context.save()
  context.clip(skull.path)
  if (soft) {
    const round = context.createLinearGradient(light.side * 0.75, -0.2, -light.side * 0.75, 0.25)
    round.addColorStop(0, css(mix(lighter(skin, 0.16), light.disc, 0.2), 0.85))
    round.addColorStop(0.4, css(skin, 0.2))
    round.addColorStop(0.62, css(mix(darker(skin, 0.25), light.ambient, 0.3), 0.5))
    round.addColorStop(1, css(mix(darker(skin, 0.4), light.ambient, 0.5), 0.9))
    context.fillStyle = round
    context.fillRect(-1, -1.1, 2, 2.2)
  }
  // Under the brow, beside the nose, below the cheekbone: three planes and no more.
  const nose = t * 0.4
  if (noir) dab(pen, blob([[side, -1.1], [nose + side * 0.02, -0.95], [nose + side * 0.05, -0.3], [nose + side * 0.12, 0.02], [nose - side * 0.02, 0.34], [nose + side * 0.14, 0.55], [nose * 0.8 + side * 0.05, 0.72], [nose * 0.6, 1.1], [side * 1.2, 1.2]]), light.ink, 0.86)
  else dab(pen, blob([[side * 0.95, -1], [side * 0.42 + t * 0.16, -0.5], [side * 0.52 + t * 0.1, -0.1], [side * 0.3 + t * 0.24, 0.22], [side * 0.44 + t * 0.1, 0.6], [side * 0.14 + t * 0.2, 1.05], [side * 1.1, 1.1]]), mix(darker(skin, 0.42), light.ambient, 0.35), 0.3)
  if (!noir && pen.style.name !== 'pencil') {
    for (const cheek of [-1, 1]) dab(pen, ellipse(t * 0.36 + cheek * 0.36, 0.34, 0.16, 0.1), mix(skin, tint(pen, [205, 80, 62]), 0.5), 0.2)
    for (const eye of [-1, 1]) dab(pen, ellipse(t * 0.36 + eye * (eye > 0 ? 0.3 * (1 - t * 0.36) : 0.31), -0.03, 0.2, 0.1), darker(skin, 0.35), 0.2)
    dab(pen, ellipse(t * 0.4, 0.8, 0.2, 0.045), darker(skin, 0.35), 0.18)
  }
  dab(pen, blob([[-0.8, -1], [0.8, -1], [0.72, -0.66], [0, -0.56], [-0.72, -0.66]]), darker(skin, 0.4), 0.26)
  dab(pen, blob([[-0.6, 1.1], [-0.55, 0.72], [t * 0.3 - 0.1, 0.93], [0.3 + t * 0.2, 0.9], [0.6, 1.1]]), darker(skin, 0.4), 0.2)
  context.restore()
  // The rim of the moon.
  if (light.dark && soft && pen.scale > 0.03) {
    const rim = skull.edge.filter(([x, y]) => x * light.side > 0.3 && y > -0.5 && y < 0.85).sort((a, b) => a[1] - b[1])
    if (rim.length > 3) line(pen, rim.map(([x, y]) => [x - light.side * 0.03, y] as const), 0.022, light.disc, 0.75)
  }
}

const ear = (pen: Pen, person: Person, t: number, skin: readonly [number, number, number]) => {
  for (const side of [-1, 1]) {
    if (side * t > 0.25) continue
    const x = side * 0.71 * person.broad * (1 - Math.abs(t) * 0.12)
    mass(pen, ellipse(x, 0.16, 0.12, 0.2, side * 0.15), darker(skin, 0.08), { weight: 0.04 })
    if (pen.scale > 0.06) line(pen, soften([[x - side * 0.02, 0.04], [x + side * 0.06, 0.1], [x, 0.24]], false, 3), 0.02, pen.light.ink, 0.6)
  }
}

/** A soft wash of hair, and the single hairs that leave it. */
const beardUnder = (pen: Pen, person: Person, t: number) => {
  const hair = tint(pen, person.hair)
  const c = t * 0.3
  const strands = (shape: Point[], from: number, long: number, count: number, wide: number) => {
    dab(pen, blob(shape), hair, pen.scale < 0.03 ? 0.95 : 0.72)
    if (pen.scale < 0.03) return
    const many = pen.scale > 0.1 ? count : Math.ceil(count / 2)
    for (let i = 0; i < many; i++) {
      const u = (i + 0.5) / many * 2 - 1 + pen.random.range(-0.08, 0.08)
      const x = c + u * wide
      const length = long * (1 - Math.abs(u) * 0.45) * pen.random.range(0.75, 1.08)
      const y = from - Math.abs(u) ** 2 * wide * 0.9
      line(pen, soften([[x, y], [x * 0.9 + c * 0.1 + 0.02, y + length * 0.5], [c + (x - c) * 0.42 + pen.random.range(-0.05, 0.07), y + length]], false, 3), 0.022, pen.random.chance(0.3) ? lighter(hair, 0.16) : darker(hair, 0.3), 0.75)
    }
  }
  if (person.beard === 'goatee') strands([[c - 0.1, 0.8], [c + 0.12, 0.8], [c + 0.09, 1.1], [c + 0.03, 1.3], [c - 0.07, 1.1]], 0.82, 0.6, 14, 0.1)
  if (person.beard === 'long') {
    strands([[c - 0.16, 0.8], [c + 0.18, 0.8], [c + 0.16, 1.25], [c + 0.06, 1.75], [c - 0.1, 1.3]], 0.8, 1.1, 26, 0.18)
    // Two more wisps from the cheeks: 三绺髯.
    for (const side of [-1, 1]) for (let k = 0; k < 5; k++) line(pen, soften([[c + side * (0.42 - k * 0.02) - (side > 0 ? t * 0.12 : 0), 0.6 + k * 0.03], [c + side * 0.4, 0.95], [c + side * 0.3, 1.25 + k * 0.04]], false, 3), 0.024, hair, 0.6)
  }
  if (person.beard === 'full') strands([[c - 0.7, 0.12], [c - 0.6, 0.42], [c - 0.36, 0.52], [c - 0.2, 0.74], [c + 0.18, 0.74], [c + 0.26, 0.52], [c + 0.4, 0.5], [c + 0.44, 0.62], [c + 0.36, 1.12], [c + 0.04, 1.36], [c - 0.36, 1.16], [c - 0.62, 0.66]], 0.86, 0.66, 34, 0.44)
  if (person.beard === 'stubble') dab(pen, blob([[c - 0.62, 0.3], [c - 0.3, 0.52], [c, 0.5], [c + 0.3, 0.52], [c + 0.44, 0.4], [c + 0.32, 0.82], [c, 0.98], [c - 0.4, 0.82]]), hair, 0.2)
}

const moustache = (pen: Pen, person: Person, t: number) => {
  if (person.beard === 'none' || person.beard === 'stubble' || pen.scale < 0.014) return
  const c = t * 0.44
  const hair = tint(pen, person.hair)
  for (const [side, share] of [[-1, 1], [1, 1 - t * 0.4]] as const) {
    line(pen, soften([[c + side * 0.02, 0.53], [c + side * 0.14 * share, 0.54], [c + side * 0.25 * share, 0.64], [c + side * 0.3 * share, person.beard === 'long' ? 0.98 : 0.82]], false, 4), 0.055, hair)
    if (pen.scale > 0.05) line(pen, soften([[c + side * 0.05, 0.51], [c + side * 0.2 * share, 0.56], [c + side * 0.33 * share, 0.74]], false, 4), 0.024, hair, 0.8)
  }
}
