import { darker, hex, lighter, mix } from '../colour.ts'
import { at, dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'

const timber = hex('#5b412d')

/** A sampan from the side, one unit long, waterline at y = 0: the half behind the crew. */
export const sampanBack = (pen: Pen): void => {
  const wood = tint(pen, timber)
  mass(pen, blob([[-0.46, -0.085], [-0.2, -0.062], [0.2, -0.06], [0.45, -0.1], [0.3, -0.035], [-0.3, -0.03]]), darker(wood, 0.35), { weight: 0.004 })
  // The mat canopy amidships-aft, open towards us.
  const mat = tint(pen, hex('#8a7148'))
  mass(pen, blob([[-0.3, -0.05], [-0.295, -0.15], [-0.24, -0.21], [-0.13, -0.222], [-0.05, -0.2], [-0.02, -0.14], [-0.015, -0.05]]), mat, { texture: 'wood', weight: 0.005 })
  if (pen.scale > 0.15) {
    for (let i = 0; i < 5; i++) line(pen, soften([[-0.285 + i * 0.06, -0.05], [-0.28 + i * 0.058, -0.14], [-0.255 + i * 0.05, -0.21]], false, 3), 0.003, darker(mat, 0.45), 0.8)
    mass(pen, blob([[-0.075, -0.05], [-0.07, -0.14], [-0.045, -0.185], [-0.02, -0.14], [-0.015, -0.05]]), darker(mat, 0.62), { edge: false })
  }
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

/** A war junk, one unit high to its mast-head, waterline at y = 0. `ahead`: it comes towards us. */
export const warShip = (pen: Pen, ahead: boolean, sail = hex('#a8432f')): void => (ahead ? junkAhead : junkAside)(pen, sail)

const junkAside = (pen: Pen, colour: readonly [number, number, number]) => {
  const wood = tint(pen, hex('#4b372a'))
  const cloth = tint(pen, colour)
  line(pen, [[0.04, -0.1], [0.04, -0.5], [0.045, -1]], 0.02, wood)
  line(pen, [[-0.32, -0.1], [-0.325, -0.4], [-0.33, -0.72]], 0.016, wood)
  batten(pen, [[-0.1, -0.24], [-0.14, -0.62], [-0.02, -0.92], [0.24, -0.86], [0.34, -0.55], [0.33, -0.24]], cloth)
  batten(pen, [[-0.42, -0.26], [-0.46, -0.52], [-0.38, -0.68], [-0.22, -0.62], [-0.18, -0.26]], cloth)
  mass(pen, polygon([[-0.6, -0.3], [-0.36, -0.28], [-0.34, -0.12], [0.3, -0.1], [0.32, -0.2], [0.5, -0.22], [0.6, -0.26], [0.5, -0.04], [0.44, 0.02], [-0.42, 0.02], [-0.52, -0.06]]), wood, { texture: 'wood', weight: 0.009 })
  mass(pen, polygon([[-0.16, -0.12], [-0.16, -0.2], [0.16, -0.19], [0.16, -0.11]]), lighter(wood, 0.12), { weight: 0.007 })
  for (let i = 0; i < 8; i++) dab(pen, polygon([[-0.3 + i * 0.08, -0.07], [-0.26 + i * 0.08, -0.07], [-0.26 + i * 0.08, -0.04], [-0.3 + i * 0.08, -0.04]]), darker(wood, 0.6))
  pennant(pen, 0.045, -1, 0.2)
  pennant(pen, -0.33, -0.72, 0.16)
  pennant(pen, -0.55, -0.44, 0.14)
  line(pen, [[-0.55, -0.28], [-0.55, -0.36], [-0.55, -0.45]], 0.01, wood)
}

const junkAhead = (pen: Pen, colour: readonly [number, number, number]) => {
  const wood = tint(pen, hex('#4b372a'))
  const cloth = tint(pen, colour)
  line(pen, [[0, -0.1], [0, -0.5], [0.004, -1]], 0.022, wood)
  batten(pen, [[-0.2, -0.4], [-0.24, -0.62], [-0.2, -0.86], [-0.06, -0.97], [0.15, -0.9], [0.25, -0.66], [0.22, -0.4], [0, -0.38]], cloth)
  // The bow: a shield of planks, its eyes painted on.
  mass(pen, polygon([[-0.24, -0.33], [-0.1, -0.3], [0.1, -0.3], [0.24, -0.33], [0.2, -0.14], [0.1, 0.02], [-0.1, 0.02], [-0.2, -0.14]]), wood, { texture: 'wood', weight: 0.01 })
  mass(pen, polygon([[-0.12, -0.31], [-0.13, -0.42], [0.13, -0.42], [0.12, -0.31]]), darker(wood, 0.25), { weight: 0.008 })
  line(pen, [[-0.25, -0.335], [0, -0.3], [0.25, -0.335]], 0.02, lighter(wood, 0.25))
  for (const side of [-1, 1]) {
    dab(pen, polygon([[side * 0.06, -0.2], [side * 0.11, -0.23], [side * 0.14, -0.19], [side * 0.1, -0.17]]), tint(pen, hex('#e8dfca')))
    for (let k = 0; k < 3; k++) line(pen, [[side * (0.1 + k * 0.05), -0.34], [side * (0.105 + k * 0.052), -0.42], [side * (0.11 + k * 0.055), -0.5]], 0.007, wood)
  }
  pennant(pen, 0.004, -1, 0.24)
  pennant(pen, -0.21, -0.52, 0.13)
  pennant(pen, 0.215, -0.52, 0.13)
  for (let i = 0; i < 4; i++) line(pen, [[-0.16 - i * 0.02, 0.02 + i * 0.014], [0, 0.03 + i * 0.016], [0.16 + i * 0.02, 0.02 + i * 0.014]], 0.012, pen.light.glint, 0.35)
}

/** A sail stiffened with bamboo. */
const batten = (pen: Pen, points: Point[], cloth: readonly [number, number, number]) => {
  const sail = polygon(soften(points, true, 4))
  mass(pen, sail, cloth, { texture: 'cloth', weight: 0.008 })
  pen.context.save()
  pen.context.clip(sail.path)
  const { box } = sail
  for (let i = 1; i < 6; i++) {
    const y = box.y + (box.height * i) / 6
    line(pen, [[box.x, y - 0.01], [box.x + box.width / 2, y + 0.006], [box.x + box.width, y - 0.008]], 0.008, darker(cloth, 0.5), 0.8)
  }
  pen.context.restore()
}

export const pennant = (pen: Pen, x: number, y: number, long: number): void =>
  mass(pen, blob([[x, y], [x + long * 0.4, y - long * 0.06], [x + long, y + long * 0.12], [x + long * 0.5, y + long * 0.2], [x, y + long * 0.3]]), pen.light.accent, { edge: false })

/** Sails to the horizon: rank behind rank, smaller, paler, closer together. Frame units. */
export const fleet = (pen: Pen, frame: { left: number; width: number; horizon: number; bottom: number }, count: number): void => {
  const ranks = count >= 40 ? 7 : count >= 12 ? 4 : 2
  for (let r = 0; r < ranks; r++) {
    const t = r / (ranks - 1)
    const y = frame.horizon + 0.006 + (frame.bottom - frame.horizon) * t ** 2.1
    const high = 0.05 + 0.6 * t ** 1.8
    const each = count >= 40 ? Math.max(2, Math.round(frame.width / (high * (0.62 + 0.42 * t)))) : Math.max(1, Math.round(count / ranks))
    const far = (1 - t) * 0.72
    const lamp: Pen = { ...pen, light: { ...pen.light, ink: mix(pen.light.ink, pen.light.mist, far), accent: mix(pen.light.accent, pen.light.mist, far * 0.85) } }
    for (let k = 0; k < each; k++) {
      const x = frame.left + (frame.width * (k + 0.5 + pen.random.range(-0.24, 0.24) + (r % 2) * 0.4)) / each
      const sail = mix(hex('#8f3d2c'), hex('#c9b48c'), pen.random.next() * 0.8)
      const gone = (colour: readonly [number, number, number]) => mix(colour, pen.light.mist, far)
      at(lamp, x, y + pen.random.range(0, 0.02) * t, high * pen.random.range(0.82, 1.12), (ship) => (ship.scale < 0.13 ? farJunk : warShip)({ ...ship, style: { ...ship.style, tint: (colour, light) => gone(pen.style.tint(colour, light)) } }, true, sail))
    }
  }
}

/** Rank upon rank at the horizon: three dabs each. */
const farJunk = (pen: Pen, _ahead: boolean, sail = hex('#a8432f')) => {
  const cloth = tint(pen, sail)
  mass(pen, polygon([[-0.2, -0.36], [-0.24, -0.62], [-0.18, -0.88], [-0.04, -0.97], [0.16, -0.9], [0.25, -0.66], [0.22, -0.36]]), cloth, { weight: 0.014 })
  for (let i = 1; i < 4; i++) line(pen, [[-0.21, -0.34 - i * 0.14], [0, -0.33 - i * 0.14], [0.22, -0.34 - i * 0.14]], 0.018, darker(cloth, 0.4), 0.6)
  mass(pen, polygon([[-0.23, -0.3], [0.23, -0.3], [0.12, 0.02], [-0.12, 0.02]]), tint(pen, hex('#4b372a')), { edge: false })
  pennant(pen, 0, -0.98, 0.24)
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
