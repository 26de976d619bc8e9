import { darker, hex, lighter } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
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

const horse = (pen: Pen) => {
  const coat = tint(pen, hex('#6a4630'))
  const legs: [number, number, number][] = [[-0.42, -0.5, -0.06], [-0.3, -0.48, 0.02], [0.28, -0.48, 0.08], [0.38, -0.5, -0.03]]
  for (const [x, y, lean] of legs.filter((_, i) => i % 2 === 0)) mass(pen, taper(soften([[x, y], [x + lean, -0.24], [x + lean * 0.3, -0.01]], false, 3), 0.1, 0.045), darker(coat, 0.3), { weight: 0.008 })
  mass(pen, blob([[-0.58, -0.6], [-0.4, -0.76], [0, -0.7], [0.3, -0.76], [0.46, -0.95], [0.56, -1.06], [0.66, -1.0], [0.86, -0.82], [0.88, -0.74], [0.76, -0.74], [0.62, -0.78], [0.52, -0.56], [0.4, -0.42], [0, -0.38], [-0.42, -0.4], [-0.58, -0.48]]), coat, { weight: 0.01 })
  for (const [x, y, lean] of legs.filter((_, i) => i % 2 === 1)) mass(pen, taper(soften([[x, y], [x + lean, -0.24], [x + lean * 0.3, -0.01]], false, 3), 0.1, 0.045), coat, { weight: 0.008 })
  mass(pen, blob([[-0.56, -0.66], [-0.72, -0.56], [-0.8, -0.2], [-0.7, -0.3], [-0.6, -0.5]]), darker(coat, 0.6), { edge: false })
  mass(pen, blob([[0.3, -0.78], [0.38, -0.98], [0.56, -1.1], [0.5, -0.92], [0.4, -0.72]]), darker(coat, 0.6), { edge: false })
  dab(pen, ellipse(0.68, -0.92, 0.018, 0.018), pen.light.ink)
  mass(pen, polygon([[-0.18, -0.74], [0.12, -0.74], [0.1, -0.52], [-0.16, -0.52]]), pen.light.accent, { weight: 0.008 })
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
