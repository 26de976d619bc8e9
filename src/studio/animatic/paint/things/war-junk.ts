import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, hairlines, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'

/** A war junk in three quarters, one unit high to its mast-head, waterline at y = 0, its bow to the right. */
export const warShip = (pen: Pen, ahead: boolean, sail: Rgb = hex('#8a3a2a')): void => {
  const wood = tint(pen, hex('#4b372a'))
  const cloth = tint(pen, sail)
  const near = pen.scale > 0.3
  const hull = ahead ? bowOn : broadside
  mast(pen, [-0.2, -0.12], [-0.21, -0.76], 0.016, wood)
  lugsail(pen, -0.205, -0.2, 0.17, 0.5, darker(cloth, 0.14))
  mast(pen, [0.04, -0.1], [0.04, -0.98], 0.02, wood)
  lugsail(pen, 0.045, -0.2, 0.25, 0.74, cloth)
  castle(pen, wood)
  mass(pen, polygon(soften(hull, true, 3)), wood, pen.scale > 0.3 ? { texture: 'wood', weight: 0.009 } : { weight: 0.008 })
  // Wales along the side, the shield row on the rail, oar ports.
  for (const [k, dy] of [0, 0.045, 0.085].entries()) line(pen, soften([[-0.45 + k * 0.02, -0.14 + dy], [-0.1, -0.08 + dy * 0.9], [0.2, -0.085 + dy * 0.9], [0.47 - k * 0.03, -0.16 + dy]], false, 4), k === 0 ? 0.014 : 0.006, k === 0 ? lighter(wood, 0.28) : darker(wood, 0.5), 0.85)
  if (pen.scale > 0.12) for (let i = 0; i < 9; i++) {
    const x = -0.32 + i * 0.078
    ;(near ? mass : dab)(pen, ellipse(x, -0.118 + Math.abs(i - 4) * -0.004, 0.027, 0.034), i % 2 === 0 ? tint(pen, hex('#8e2f26')) : darker(wood, 0.25))
    if (near) dab(pen, ellipse(x, -0.118 + Math.abs(i - 4) * -0.004, 0.009, 0.011), tint(pen, hex('#c09a4a')))
  }
  if (near) eye(pen)
  // Spears stand along the rail, banners above the castle.
  if (pen.scale > 0.16) hairlines(pen, Array.from({ length: 11 }, (_, i): Point[] => [[-0.3 + i * 0.058, -0.13], [-0.296 + i * 0.058, -0.25 - (i % 3) * 0.02]]), 0.0045, darker(wood, 0.4), 0.9)
  banner(pen, -0.47, -0.3, 0.34, 0.12)
  banner(pen, -0.37, -0.32, 0.26, 0.1)
  pennant(pen, 0.04, -0.99, 0.28)
  pennant(pen, -0.21, -0.77, 0.22)
  hairlines(pen, [0, 1, 2, 3].map((i): Point[] => [[-0.42 - i * 0.02, 0.01 + i * 0.014], [0, 0.022 + i * 0.016], [0.44 + i * 0.03, 0.006 + i * 0.014]]), 0.007, pen.light.glint, 0.25)
}

/** High stern at the left, the prow upturned at the right. */
const broadside: Point[] = [[-0.58, -0.3], [-0.5, -0.17], [-0.2, -0.1], [0.15, -0.095], [0.4, -0.15], [0.6, -0.31], [0.64, -0.3], [0.52, -0.08], [0.42, 0.014], [-0.36, 0.014], [-0.5, -0.08]]
const bowOn: Point[] = [[-0.44, -0.28], [-0.4, -0.17], [-0.16, -0.1], [0.14, -0.1], [0.32, -0.17], [0.44, -0.34], [0.5, -0.33], [0.45, -0.1], [0.34, 0.016], [-0.22, 0.016], [-0.38, -0.07]]

const mast = (pen: Pen, from: Point, to: Point, thick: number, wood: Rgb) =>
  mass(pen, taper([from, to], thick, thick * 0.6), wood, { weight: 0.004, texture: 'none' })

/** A lugsail stiffened with bamboo: the battens fan out, the leech is stepped, the belly is full. */
const lugsail = (pen: Pen, x: number, foot: number, half: number, high: number, cloth: Rgb) => {
  const battens = pen.scale > 0.3 ? 7 : pen.scale > 0.1 ? 5 : 3
  const luff: Point[] = []
  const leech: Point[] = []
  for (let i = 0; i <= battens; i++) {
    const t = i / battens
    const y = foot - high * t
    luff.push([x - half * (0.62 - 0.12 * t), y + half * 0.05])
    leech.push([x + half * (1.02 - 0.36 * t * t), y - half * (0.1 + t * 0.42)])
  }
  const edge: Point[] = [...luff, ...leech.flatMap((p, i): Point[] => i === 0 ? [p] : [[(p[0] + (leech[i - 1] as Point)[0]) / 2 - half * 0.05, (p[1] + (leech[i - 1] as Point)[1]) / 2], p]).reverse()]
  mass(pen, polygon(edge), cloth, pen.scale > 0.3 ? { texture: 'cloth', weight: 0.007 } : { weight: 0.006 })
  const ribs = Array.from({ length: battens - 1 }, (_, i): Point[] => {
    const [a, b] = [luff[i + 1] as Point, leech[i + 1] as Point]
    return [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + half * 0.04], b]
  })
  if (pen.scale > 0.5) for (const rib of ribs) line(pen, rib, 0.008, darker(cloth, 0.55), 0.85)
  else hairlines(pen, ribs, 0.006, darker(cloth, 0.55), 0.85)
}

/** The stern castle with its roof. */
const castle = (pen: Pen, wood: Rgb) => {
  mass(pen, polygon([[-0.5, -0.16], [-0.5, -0.32], [-0.28, -0.3], [-0.27, -0.12]]), darker(wood, 0.1), { weight: 0.007, texture: 'none' })
  if (pen.scale > 0.14) for (let i = 0; i < 3; i++) dab(pen, polygon([[-0.475 + i * 0.065, -0.27], [-0.435 + i * 0.065, -0.265], [-0.435 + i * 0.065, -0.215], [-0.475 + i * 0.065, -0.22]]), pen.light.dark ? pen.light.lamp : darker(wood, 0.6), pen.light.dark ? 0.85 : 1)
  mass(pen, polygon([[-0.56, -0.31], [-0.52, -0.36], [-0.26, -0.34], [-0.23, -0.29]]), darker(wood, 0.45), { weight: 0.006, texture: 'none' })
}

const eye = (pen: Pen) => {
  mass(pen, ellipse(0.43, -0.15, 0.03, 0.022, -0.5), tint(pen, hex('#e8dfca')), { weight: 0.005, texture: 'none' })
  dab(pen, ellipse(0.437, -0.15, 0.011, 0.012), pen.light.ink)
}

/** A tall war flag on its staff. */
const banner = (pen: Pen, x: number, y: number, high: number, wide: number) => {
  line(pen, [[x, y + 0.08], [x + 0.002, y - high * 0.5], [x + 0.004, y - high]], 0.008, tint(pen, hex('#3a2c20')))
  mass(pen, blob([[x + 0.004, y - high], [x + wide * 0.5, y - high + 0.016], [x + wide, y - high * 0.94], [x + wide * 0.86, y - high * 0.7], [x + wide * 0.96, y - high * 0.5], [x + wide * 0.4, y - high * 0.46], [x + 0.004, y - high * 0.5]]), pen.light.accent, { weight: 0.004, texture: 'none' })
}

export const pennant = (pen: Pen, x: number, y: number, long: number): void =>
  mass(pen, polygon(soften([[x, y], [x + long * 0.3, y - long * 0.05], [x + long * 0.6, y + long * 0.06], [x + long, y - long * 0.02], [x + long * 0.62, y + long * 0.14], [x + long * 0.3, y + long * 0.12], [x, y + long * 0.2]], true, 3)), pen.light.accent, { edge: false })

/** One of hundreds: a hull, two sails, a red spark. */
export const farJunk = (pen: Pen, sail: Rgb = hex('#8a3a2a')): void => {
  const cloth = tint(pen, sail)
  const wood = tint(pen, hex('#3c2c22'))
  const fine = pen.scale > 0.05
  dab(pen, polygon([[-0.3, -0.2], [-0.32, -0.6], [-0.22, -0.68], [-0.08, -0.62], [-0.06, -0.2]]), darker(cloth, 0.16))
  dab(pen, polygon([[-0.09, -0.18], [-0.11, -0.86], [0.02, -0.97], [0.17, -0.86], [0.28, -0.5], [0.29, -0.2]]), cloth)
  if (fine) hairlines(pen, [1, 2, 3, 4].map((i): Point[] => [[-0.1, -0.2 - i * 0.14], [0.1, -0.205 - i * 0.15], [0.29 - i * 0.025, -0.22 - i * 0.15]]), 0.014, darker(cloth, 0.45), 0.8)
  dab(pen, polygon([[-0.56, -0.3], [-0.46, -0.34], [-0.3, -0.3], [-0.28, -0.12], [0.3, -0.12], [0.54, -0.28], [0.44, 0.01], [-0.4, 0.01]]), wood)
  pennant(pen, 0.02, -0.98, 0.34)
  dab(pen, polygon([[-0.5, -0.62], [-0.3, -0.58], [-0.34, -0.46], [-0.5, -0.46]]), pen.light.accent)
  dab(pen, polygon([[-0.51, -0.62], [-0.49, -0.62], [-0.49, -0.3], [-0.51, -0.3]]), wood)
}
