import { darker, hex, lighter } from '../colour.ts'
import { at, dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, rect, soften } from '../shape.ts'
import { motorBoat, sampanBack, sampanFront, wake } from './boats.ts'
import type { Drawing } from './drawing.ts'
import { warShip } from './war-junk.ts'

const wheel = (pen: Pen, x: number, y: number, r: number, spokes: boolean) => {
  const rubber = tint(pen, hex('#24262a'))
  if (!spokes) {
    mass(pen, ellipse(x, y, r, r), rubber, { weight: 0.01 })
    dab(pen, ellipse(x, y, r * 0.5, r * 0.5), tint(pen, hex('#b8bcc0')))
    return
  }
  const rim = ellipse(x, y, r, r).edge
  line(pen, [...rim.slice(0, 15)], r * 0.16, rubber)
  line(pen, [...rim.slice(14), rim[0] ?? [x, y]], r * 0.16, rubber)
  for (let k = 0; k < 6; k++) line(pen, [[x, y], [x + Math.cos(k * 1.047) * r * 0.5, y + Math.sin(k * 1.047) * r * 0.5], [x + Math.cos(k * 1.047) * r, y + Math.sin(k * 1.047) * r]], 0.008, rubber, 0.6)
}

const car = (pen: Pen) => {
  const paint = tint(pen, hex('#a8412f'))
  mass(pen, blob([[-0.75, -0.5], [-0.5, -0.94], [-0.1, -1.02], [0.4, -0.96], [0.78, -0.52]]), darker(paint, 0.15), { weight: 0.016 })
  mass(pen, polygon([[-0.6, -0.55], [-0.43, -0.86], [-0.04, -0.92], [-0.04, -0.55]]), tint(pen, hex('#9fb6c2')), { weight: 0.01 })
  mass(pen, polygon([[0.05, -0.55], [0.05, -0.92], [0.36, -0.87], [0.62, -0.55]]), tint(pen, hex('#9fb6c2')), { weight: 0.01 })
  mass(pen, blob([[-1.25, -0.48], [-0.8, -0.58], [0.7, -0.58], [1.2, -0.48], [1.28, -0.2], [-1.28, -0.2]]), paint, { weight: 0.018 })
  for (const x of [-0.75, 0.75]) wheel(pen, x, -0.2, 0.22, false)
  dab(pen, ellipse(1.2, -0.38, 0.06, 0.07), pen.light.lamp)
  if (pen.light.dark) glow(pen, 1.25, -0.38, 0.7, pen.light.lamp, 0.7)
}

const train = (pen: Pen) => {
  const paint = tint(pen, hex('#3d5a54'))
  for (let c = 0; c < 3; c++) {
    const x = -2.4 + c * 1.6
    mass(pen, polygon(soften([[x, -0.15], [x + 0.02, -0.95], [x + 1.48, -0.95], [x + (c === 2 ? 1.75 : 1.5), -0.5], [x + (c === 2 ? 1.75 : 1.5), -0.15]], true, 2)), paint, { weight: 0.016 })
    for (let w = 0; w < 4; w++) dab(pen, rect(x + 0.14 + w * 0.34, -0.8, 0.24, 0.28), pen.light.dark ? pen.light.lamp : tint(pen, hex('#a9c0c8')))
    line(pen, [[x + 0.04, -0.38], [x + 0.7, -0.38], [x + 1.46, -0.38]], 0.04, pen.light.accent)
    for (const wx of [0.3, 1.2]) wheel(pen, x + wx, -0.1, 0.11, false)
  }
  line(pen, [[-3, 0.02], [0, 0.02], [3, 0.02]], 0.03, tint(pen, hex('#5a5a5c')))
}

const bicycle = (pen: Pen) => {
  const frame = pen.light.accent
  wheel(pen, -0.55, -0.33, 0.33, true)
  wheel(pen, 0.55, -0.33, 0.33, true)
  line(pen, [[-0.55, -0.33], [-0.35, -0.56], [-0.2, -0.75]], 0.04, frame)
  line(pen, [[-0.2, -0.75], [0.12, -0.77], [0.4, -0.8]], 0.04, frame)
  line(pen, [[-0.22, -0.72], [-0.13, -0.5], [-0.02, -0.3]], 0.04, frame)
  line(pen, [[-0.02, -0.3], [0.2, -0.54], [0.41, -0.76]], 0.04, frame)
  line(pen, [[-0.55, -0.33], [-0.3, -0.32], [-0.02, -0.3]], 0.032, frame)
  line(pen, [[0.55, -0.33], [0.46, -0.6], [0.38, -0.95]], 0.036, tint(pen, hex('#2b2d31')))
  line(pen, soften([[0.34, -0.97], [0.46, -1], [0.52, -0.92]], false, 3), 0.036, tint(pen, hex('#2b2d31')))
  line(pen, [[-0.36, -0.84], [-0.22, -0.85], [-0.1, -0.83]], 0.06, tint(pen, hex('#2b2d31')))
}

const road = (pen: Pen) => {
  const grey = tint(pen, hex('#77746e'))
  mass(pen, polygon([[-0.06, -1], [0.06, -1], [1.2, 0.05], [-1.2, 0.05]]), grey, { edge: false })
  for (let i = 0; i < 6; i++) {
    const t = (i / 6) ** 1.6
    const y = -1 + t * 1.02
    dab(pen, polygon([[-0.008 - t * 0.03, y], [0.008 + t * 0.03, y], [0.014 + t * 0.04, y + 0.05 + t * 0.08], [-0.014 - t * 0.04, y + 0.05 + t * 0.08]]), lighter(grey, 0.5))
  }
}

const sampan = (pen: Pen) => at(pen, 0, 0, 4.4, (local) => {
  wake(local)
  sampanBack(local)
  sampanFront(local)
})

export const vehicles: Record<string, Drawing> = {
  boat: { tall: 0.6, wide: 4.4, draw: sampan },
  'sampan-oar': { tall: 0.6, wide: 4.4, draw: sampan },
  ship: { tall: 6, wide: 1.2, draw: (pen) => warShip(pen, false) },
  fleet: { tall: 6, wide: 2.4, draw: (pen) => { for (const [x, y, s] of [[-0.8, -0.12, 0.5], [0.7, -0.14, 0.46], [-0.1, 0, 0.86]] as const) at(pen, x, y, s, (local) => warShip(local, true)) } },
  motorboat: { tall: 0.8, wide: 3.5, draw: (pen) => at(pen, 0, 0, 3.4, motorBoat) },
  car: { tall: 0.85, wide: 2.6, draw: car },
  train: { tall: 2, wide: 5, draw: train },
  bicycle: { tall: 0.62, wide: 1.8, draw: bicycle },
  road: { tall: 2, wide: 2.4, draw: road },
}
