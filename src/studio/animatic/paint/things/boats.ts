import { darker, hex, lighter, mix } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'

const timber = hex('#5b412d')

/** A sampan from the side, one unit long, waterline at y = 0: the half behind the crew. */
export const sampanBack = (pen: Pen): void => {
  const wood = tint(pen, timber)
  mass(pen, blob([[-0.46, -0.085], [-0.2, -0.062], [0.2, -0.06], [0.45, -0.1], [0.3, -0.035], [-0.3, -0.03]]), darker(wood, 0.35), { weight: 0.004 })
  // The mat canopy aft, open towards the crew, a bamboo rib at its mouth.
  const mat = tint(pen, hex('#84704c'))
  mass(pen, blob([[-0.4, -0.05], [-0.4, -0.13], [-0.36, -0.185], [-0.26, -0.208], [-0.16, -0.2], [-0.115, -0.16], [-0.105, -0.05]]), mat, { texture: 'cloth', weight: 0.005 })
  if (pen.scale > 0.15) {
    const deep = darker(mat, 0.5)
    for (let i = 0; i < 6; i++) line(pen, soften([[-0.39 + i * 0.045, -0.05], [-0.388 + i * 0.045, -0.13 - i * 0.003], [-0.362 + i * 0.042, -0.18 - (i < 4 ? i * 0.008 : 0.02)]], false, 4), 0.0026, deep, 0.8)
    for (const y of [-0.09, -0.14]) line(pen, soften([[-0.395, y], [-0.26, y - 0.012], [-0.15, y]], false, 4), 0.002, deep, 0.6)
    mass(pen, blob([[-0.165, -0.05], [-0.165, -0.12], [-0.145, -0.172], [-0.115, -0.15], [-0.105, -0.05]]), darker(mat, 0.72), { edge: false })
    line(pen, soften([[-0.17, -0.05], [-0.168, -0.13], [-0.14, -0.185]], false, 4), 0.006, darker(mat, 0.3))
  }
}

/** A low table between two who drink: jug and cup, one unit wide, standing on y = 0. */
export const wineTable = (pen: Pen): void => {
  const wood = tint(pen, hex('#4a3020'))
  const clay = tint(pen, hex('#b9c0b4'))
  for (const x of [-0.38, 0.38]) mass(pen, taper([[x, -0.5], [x * 1.08, 0]], 0.09, 0.07), darker(wood, 0.3), { weight: 0.03, texture: 'none' })
  mass(pen, polygon([[-0.5, -0.6], [0.5, -0.6], [0.54, -0.47], [-0.54, -0.47]]), wood, { weight: 0.03, texture: 'none' })
  mass(pen, blob([[-0.26, -0.6], [-0.32, -0.78], [-0.22, -0.92], [-0.18, -1.06], [-0.2, -1.12], [-0.06, -1.12], [-0.08, -1.06], [-0.04, -0.92], [0.06, -0.78], [0, -0.6]]), clay, { weight: 0.03 })
  line(pen, soften([[0.02, -0.84], [0.12, -0.9], [0.16, -1.0]], false, 3), 0.04, clay)
  mass(pen, polygon([[0.2, -0.76], [0.4, -0.76], [0.35, -0.61], [0.25, -0.61]]), lighter(clay, 0.2), { weight: 0.025, texture: 'none' })
}

/** The half in front of the crew: gunwale, planks, the dark of the water under it. */
export const sampanFront = (pen: Pen): void => {
  const wood = tint(pen, timber)
  const hull: Point[] = [[-0.5, -0.135], [-0.44, -0.085], [-0.25, -0.05], [0, -0.042], [0.25, -0.052], [0.43, -0.092], [0.52, -0.155], [0.47, -0.06], [0.36, 0.012], [0.1, 0.032], [-0.2, 0.03], [-0.38, 0.008], [-0.46, -0.06]]
  mass(pen, polygon(soften(hull, true, 4)), wood, { texture: 'wood', weight: 0.0055 })
  line(pen, soften(hull.slice(0, 7), false, 5), 0.0095, lighter(wood, 0.24))
  if (pen.scale > 0.3) for (const dy of [0.022, 0.045]) line(pen, soften(hull.slice(1, 6).map(([x, y]) => [x * 0.97, y + dy] as const), false, 4), 0.0025, darker(wood, 0.55), 0.7)
}

/** What the hull does to the water: its dark reflection, the ripple at the bow. */
export const wake = (pen: Pen): void => {
  const shade = mix(pen.light.fore, pen.light.water[1], 0.35)
  for (let i = 0; i < 12; i++) {
    const y = 0.022 + i * 0.0115
    const half = 0.43 * (1 - i / 15) * pen.random.range(0.75, 1.05)
    const x = pen.random.range(-0.03, 0.03)
    line(pen, [[x - half, y], [x, y + 0.004], [x + half, y]], 0.0095, shade, 0.55 - i * 0.036)
  }
  for (const side of [-1, 1]) for (let i = 0; i < 3; i++) line(pen, soften([[side * 0.44, 0.02 + i * 0.012], [side * (0.52 + i * 0.02), 0.028 + i * 0.015], [side * (0.66 + i * 0.04), 0.03 + i * 0.018]], false, 3), 0.0032, pen.light.glint, 0.32)
}

export const lanternOn = (pen: Pen, x: number, y: number, r: number): void => {
  glow(pen, x, y, r * 7, pen.light.lamp, 0.5)
  dab(pen, blob([[x - r * 0.7, y - r], [x + r * 0.7, y - r], [x + r, y], [x + r * 0.7, y + r], [x - r * 0.7, y + r], [x - r, y]]), lighter(pen.light.lamp, 0.2))
}

/** A boat of today, one unit long. */
export const motorBoat = (pen: Pen): void => {
  const white = tint(pen, hex('#e6e6e2'))
  mass(pen, polygon([[-0.2, -0.1], [-0.14, -0.24], [0.1, -0.24], [0.17, -0.1]]), lighter(white, 0.1), { weight: 0.006 })
  mass(pen, polygon([[-0.12, -0.215], [0.07, -0.215], [0.11, -0.14], [-0.14, -0.14]]), tint(pen, hex('#34506a')), { edge: false })
  mass(pen, polygon([[-0.46, -0.12], [0.54, -0.14], [0.42, 0.02], [-0.42, 0.03]]), white, { weight: 0.006 })
  line(pen, [[-0.45, -0.06], [0, -0.06], [0.48, -0.07]], 0.02, pen.light.accent)
}

export const sailBoat = (pen: Pen): void => {
  const cloth = tint(pen, hex('#ece4d2'))
  mass(pen, taper([[0, 0], [0, -1.0]], 0.025, 0.015), tint(pen, timber))
  mass(pen, polygon(soften([[-0.03, -0.14], [-0.03, -0.97], [-0.25, -0.5], [-0.4, -0.16]], true, 4)), cloth, { texture: 'cloth' })
  mass(pen, polygon(soften([[0.03, -0.14], [0.03, -0.8], [0.2, -0.42], [0.36, -0.16]], true, 4)), lighter(cloth, 0.15))
  mass(pen, polygon([[-0.46, -0.12], [0.5, -0.13], [0.38, 0.02], [-0.36, 0.03]]), tint(pen, timber), { texture: 'wood' })
}
