import { darker, hex, lighter } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, limb, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Drawing } from './drawing.ts'

/** A bird in flight at one beat of its wings, −1 down … 1 up; one unit from tip to tip. */
export const flying = (pen: Pen, kind: string, beat: number): void => {
  const long = kind === 'crane' || kind === 'goose'
  const colour = kind === 'crane' ? tint(pen, hex('#eeeae0')) : kind === 'goose' ? tint(pen, hex('#6d6456')) : kind === 'bird' ? tint(pen, hex('#4a4a48')) : tint(pen, hex('#14151a'))
  const up = -0.26 * beat - 0.05
  const wing = (side: number) => blob([[side * 0.03, 0.02], [side * 0.2, up * 0.75 - 0.04], [side * 0.5, up + 0.03], [side * 0.44, up + 0.1], [side * 0.24, up * 0.35 + 0.1], [side * 0.06, 0.09]])
  mass(pen, wing(-1), darker(colour, 0.15), { weight: 0.012 })
  mass(pen, blob([[-0.16, 0.08], [-0.05, 0.0], [0.1, -0.01], [0.2, 0.0], [long ? 0.42 : 0.24, long ? -0.05 : 0.02], [0.12, 0.07], [-0.04, 0.1], [-0.22, 0.13]]), colour, { weight: 0.012 })
  mass(pen, wing(1), colour, { weight: 0.012 })
  if (kind === 'crane') {
    line(pen, [[-0.16, 0.1], [-0.3, 0.13], [-0.44, 0.15]], 0.014, pen.light.ink)
    dab(pen, ellipse(0.41, -0.055, 0.02, 0.016), pen.light.accent)
    for (const side of [-1, 1]) dab(pen, blob([[side * 0.4, up + 0.02], [side * 0.5, up + 0.03], [side * 0.44, up + 0.1], [side * 0.32, up + 0.1]]), pen.light.ink)
  }
}

/** A saddled horse, its head to the right, one foreleg lifted. */
const horse = (pen: Pen) => {
  const coat = tint(pen, hex('#5c3d2a'))
  const mane = darker(coat, 0.6)
  const leg = (points: Point[], shade: number) => {
    const foot = points.at(-1) as Point
    mass(pen, limb(soften(points, false, 5), 0.13, 0.04), darker(coat, shade), { weight: 0.008, texture: 'none' })
    mass(pen, polygon([[foot[0] - 0.028, foot[1] - 0.03], [foot[0] + 0.03, foot[1] - 0.03], [foot[0] + 0.052, foot[1] + 0.012], [foot[0] - 0.034, foot[1] + 0.012]]), darker(coat, 0.75), { edge: false })
  }
  leg([[-0.36, -0.48], [-0.3, -0.3], [-0.38, -0.2], [-0.32, -0.01]], 0.38)
  leg([[0.34, -0.46], [0.5, -0.36], [0.5, -0.22], [0.42, -0.14]], 0.38)
  mass(pen, blob([[-0.56, -0.68], [-0.7, -0.66], [-0.8, -0.46], [-0.82, -0.14], [-0.74, -0.3], [-0.68, -0.2], [-0.62, -0.46]]), mane, { texture: 'cloth', weight: 0.01 })
  mass(pen, blob([[-0.6, -0.58], [-0.54, -0.72], [-0.38, -0.77], [-0.16, -0.71], [0.08, -0.7], [0.26, -0.76], [0.38, -0.92], [0.5, -1.08], [0.57, -1.2], [0.6, -1.1], [0.68, -1.07], [0.8, -0.93], [0.88, -0.83], [0.86, -0.76], [0.77, -0.75], [0.68, -0.82], [0.6, -0.84], [0.55, -0.72], [0.48, -0.52], [0.36, -0.4], [0.1, -0.36], [-0.16, -0.37], [-0.4, -0.42], [-0.56, -0.46]]), coat, { texture: 'cloth', weight: 0.012 })
  leg([[-0.46, -0.5], [-0.4, -0.3], [-0.5, -0.2], [-0.47, -0.01]], 0.06)
  leg([[0.38, -0.48], [0.37, -0.26], [0.35, -0.14], [0.34, -0.01]], 0.06)
  mass(pen, blob([[0.56, -1.18], [0.44, -1.12], [0.34, -0.96], [0.22, -0.8], [0.28, -0.74], [0.36, -0.84], [0.4, -0.78], [0.46, -0.94], [0.5, -0.9], [0.54, -1.04]]), mane, { texture: 'cloth', weight: 0.008 })
  mass(pen, blob([[0.56, -1.16], [0.55, -1.26], [0.61, -1.17], [0.61, -1.1]]), coat, { weight: 0.008, texture: 'none' })
  if (pen.scale > 0.1) {
    dab(pen, ellipse(0.67, -0.985, 0.02, 0.016), pen.light.ink)
    dab(pen, ellipse(0.845, -0.82, 0.011, 0.014), pen.light.ink)
    line(pen, soften([[0.78, -0.77], [0.82, -0.79], [0.86, -0.78]], false, 3), 0.008, pen.light.ink, 0.8)
    line(pen, soften([[0.6, -0.86], [0.66, -0.9], [0.66, -1.0]], false, 3), 0.012, darker(coat, 0.5), 0.7)
    for (const strap of [[[0.6, -1.08], [0.64, -0.96], [0.63, -0.86]], [[0.78, -0.94], [0.755, -0.86], [0.76, -0.77]], [[0.62, -0.98], [0.7, -0.92], [0.76, -0.88]], [[0.76, -0.84], [0.4, -0.74], [0.12, -0.76]]] as Point[][]) line(pen, soften(strap, false, 4), 0.014, tint(pen, hex('#2a1d18')))
  }
  mass(pen, blob([[-0.2, -0.74], [0.13, -0.74], [0.16, -0.5], [-0.02, -0.44], [-0.22, -0.52]]), pen.light.accent, { texture: 'cloth', weight: 0.009 })
  mass(pen, blob([[-0.16, -0.73], [-0.13, -0.8], [0, -0.76], [0.1, -0.82], [0.12, -0.73]]), tint(pen, hex('#3a2418')), { weight: 0.008, texture: 'none' })
}

const fish = (pen: Pen) => {
  const scale = tint(pen, hex('#c2603a'))
  mass(pen, blob([[-0.3, -0.02], [-0.6, -0.26], [-0.72, 0.02], [-0.58, 0.26]]), darker(scale, 0.15), { weight: 0.02 })
  mass(pen, blob([[0.6, 0], [0.36, -0.2], [0, -0.27], [-0.34, -0.04], [-0.34, 0.04], [0, 0.27], [0.36, 0.2]]), scale, { texture: 'leaf', weight: 0.025 })
  dab(pen, ellipse(0.42, -0.05, 0.035, 0.035), pen.light.ink)
}

/** 蜉蝣: upright wings of light, a body bent like a bow, three threads for a tail. */
export const mayfly = (pen: Pen): void => {
  const veil = lighter(pen.light.glint, 0.2)
  glow(pen, 0.02, -0.2, 0.75, pen.light.lamp, 0.4)
  const wings = [soften([[0.06, -0.02], [0.04, -0.3], [-0.12, -0.62], [-0.36, -0.66], [-0.36, -0.42], [-0.14, -0.12]], true, 4), soften([[0.08, -0.02], [0.14, -0.3], [0.1, -0.68], [-0.14, -0.84], [-0.24, -0.62], [-0.08, -0.2]], true, 4)] as const
  for (const wing of wings) {
    const shape = polygon(wing)
    dab(pen, shape, veil, 0.46)
    line(pen, wing.slice(0, -1), 0.01, pen.light.ink, 0.55)
    for (const i of [4, 8, 11, 14]) line(pen, [[0.05, -0.06], [((wing[i]?.[0] ?? 0) + 0.05) / 2, ((wing[i]?.[1] ?? 0) - 0.1) / 2], wing[i] ?? [0, 0]], 0.005, pen.light.ink, 0.4)
  }
  const body = mix2(pen)
  mass(pen, taper(soften([[0.2, -0.05], [0.06, -0.01], [-0.14, 0.06], [-0.32, 0.02], [-0.44, -0.08]], false, 4), 0.085, 0.025), body, { weight: 0.01 })
  dab(pen, ellipse(0.21, -0.06, 0.05, 0.05), pen.light.ink)
  for (const k of [-0.12, 0, 0.12]) line(pen, soften([[-0.43, -0.07], [-0.66, -0.2 + k], [-0.95, -0.2 + k * 2.4]], false, 4), 0.009, body)
  for (const k of [0, 0.06, 0.12]) line(pen, soften([[0.12 - k, 0.0], [0.16 - k, 0.12], [0.26 - k * 2, 0.2]], false, 3), 0.011, body)
  line(pen, soften([[0.24, -0.07], [0.34, -0.2], [0.36, -0.3]], false, 3), 0.009, body)
}
const mix2 = (pen: Pen) => tint(pen, hex('#6d5a3c'))

export const creatures: Record<string, Drawing> = {
  bird: { tall: 0.5, wide: 1, air: true, draw: (pen, kind) => flying(pen, kind, pen.random.range(-0.8, 1)) },
  crow: { tall: 0.55, wide: 1, air: true, draw: (pen, kind) => flying(pen, kind, pen.random.range(-0.8, 1)) },
  crane: { tall: 1, wide: 1, air: true, draw: (pen, kind) => flying(pen, kind, pen.random.range(-0.3, 1)) },
  goose: { tall: 0.8, wide: 1, air: true, draw: (pen, kind) => flying(pen, kind, pen.random.range(-0.5, 1)) },
  mayfly: { tall: 0.5, wide: 0.9, air: true, draw: mayfly },
  fish: { tall: 0.4, wide: 1.5, air: true, draw: fish },
  horse: { tall: 1.15, wide: 1.7, draw: horse },
}
