import { darker, hex, lighter, mix } from '../colour.ts'
import { at, line, mass, mist, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { cloud } from '../places/sky.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Drawing } from './drawing.ts'

const bark = hex('#4f3c2c')

export const tree = (pen: Pen, leaf = hex('#5d7443')): void => {
  const { random } = pen
  mass(pen, taper(soften([[0, 0.01], [0.02, -0.25], [-0.015, -0.52]], false, 4), 0.085, 0.04), tint(pen, bark), { texture: 'wood', weight: 0.006 })
  for (const side of [-1, 1]) line(pen, soften([[0, -0.34], [side * 0.1, -0.48], [side * 0.2, -0.58]], false, 3), 0.025, tint(pen, bark))
  for (const [x, y, r] of [[-0.2, -0.55, 0.2], [0.2, -0.58, 0.21], [0, -0.62, 0.25], [-0.1, -0.8, 0.19], [0.12, -0.82, 0.18]] as const) {
    const points: Point[] = Array.from({ length: 11 }, (_, i) => {
      const a = (i / 11) * Math.PI * 2
      const k = r * random.range(0.82, 1.16)
      return [x + Math.cos(a) * k, y + Math.sin(a) * k * 0.82] as const
    })
    mass(pen, blob(points), mix(tint(pen, leaf), pen.light.near, random.range(0, 0.22)), { texture: 'leaf', weight: 0.005 })
  }
}

export const pine = (pen: Pen): void => {
  const { random } = pen
  const trunk = soften([[0.02, 0.01], [-0.03, -0.22], [0.05, -0.45], [-0.01, -0.7], [0.05, -0.93]], false, 5)
  mass(pen, taper(trunk, 0.075, 0.018), tint(pen, bark), { texture: 'wood', weight: 0.006 })
  for (const [x, y, w] of [[-0.25, -0.42, 0.24], [0.27, -0.5, 0.25], [-0.2, -0.64, 0.22], [0.2, -0.74, 0.19], [0.03, -0.93, 0.2], [-0.13, -0.82, 0.16]] as const) {
    line(pen, soften([[0.01, y + 0.05], [x * 0.5, y + 0.03], [x, y + 0.005]], false, 3), 0.018, tint(pen, bark))
    mass(pen, blob([[x - w, y + 0.015], [x - w * 0.7, y - 0.04], [x - w * 0.2, y - 0.075], [x + w * 0.4, y - 0.06], [x + w, y + 0.01], [x + w * 0.4, y + 0.028], [x - w * 0.3, y + 0.03]]), mix(tint(pen, hex('#3e5442')), pen.light.near, random.range(0, 0.3)), { texture: 'leaf', weight: 0.005 })
    if (pen.scale > 0.2) for (let k = 0; k < 9; k++) line(pen, [[x + (k - 4) * w * 0.21, y], [x + (k - 4) * w * 0.23, y - 0.035], [x + (k - 4) * w * 0.26, y - 0.072]], 0.006, pen.light.ink, 0.6)
  }
}

const willow = (pen: Pen) => {
  const { random } = pen
  mass(pen, taper(soften([[0, 0.01], [0.05, -0.3], [-0.02, -0.6], [0.04, -0.85]], false, 5), 0.09, 0.03), tint(pen, bark), { texture: 'wood', weight: 0.006 })
  const leaf = tint(pen, hex('#7c8f55'))
  for (let i = 0; i < 34; i++) {
    const a = random.range(-1, 1)
    const top: Point = [a * 0.3, -0.86 - (1 - a * a) * 0.12]
    line(pen, soften([[0.03, -0.82], top, [top[0] * 1.5, top[1] + 0.2], [top[0] * 1.65, top[1] + random.range(0.35, 0.7)]], false, 4), 0.011, mix(leaf, darker(leaf, 0.4), random.next()), 0.85)
  }
}

const bamboo = (pen: Pen) => {
  const { random } = pen
  for (let s = 0; s < 3; s++) {
    const x = (s - 1) * 0.12 + random.range(-0.02, 0.02)
    const lean = random.range(-0.06, 0.06)
    const stem = tint(pen, hex('#6d8a52'))
    for (let k = 0; k < 7; k++) mass(pen, taper([[x + lean * (k / 7), -k / 7 * 0.98], [x + lean * ((k + 1) / 7), -(k + 0.93) / 7 * 0.98]], 0.034, 0.03), k % 2 === 0 ? stem : lighter(stem, 0.08), { weight: 0.003 })
    for (let k = 0; k < 13; k++) {
      const y = -random.range(0.35, 1)
      const side = random.sign()
      const px = x - lean * y
      line(pen, soften([[px, y], [px + side * 0.06, y + 0.01], [px + side * random.range(0.1, 0.17), y + 0.06]], false, 3), 0.022, mix(stem, pen.light.near, 0.35))
    }
  }
}

const plum = (pen: Pen) => {
  const { random } = pen
  const limb = soften([[-0.6, 0], [-0.3, -0.25], [-0.1, -0.42], [0.2, -0.6], [0.5, -0.95]], false, 5)
  mass(pen, taper(limb, 0.06, 0.012), tint(pen, bark), { texture: 'wood' })
  for (let i = 4; i < limb.length; i += 2) {
    const [x, y] = limb[i] as Point
    const tip: Point = [x + random.range(-0.1, 0.22), y + random.range(-0.22, 0.06)]
    line(pen, [[x, y], [(x + tip[0]) / 2 + 0.02, (y + tip[1]) / 2], tip], 0.014, tint(pen, bark))
    for (let k = 0; k < 3; k++) {
      const [fx, fy] = [tip[0] + random.range(-0.05, 0.05), tip[1] + random.range(-0.05, 0.05)]
      for (let p = 0; p < 5; p++) mass(pen, ellipse(fx + Math.cos(p * 1.257) * 0.02, fy + Math.sin(p * 1.257) * 0.02, 0.016, 0.016), tint(pen, hex('#d8606e')), { edge: false })
    }
  }
}

const blades = (pen: Pen, kind: string) => {
  const { random } = pen
  const reed = kind === 'reeds'
  for (let i = 0; i < (reed ? 18 : 26); i++) {
    const x = random.range(-0.5, 0.5)
    const high = random.range(0.4, 1) * (reed ? 1 : 0.8)
    const lean = random.range(-0.12, 0.2)
    line(pen, soften([[x, 0], [x + lean * 0.2, -high * 0.5], [x + lean, -high]], false, 3), reed ? 0.02 : 0.028, mix(tint(pen, hex('#6d7a45')), pen.light.near, random.range(0.1, 0.6)))
    if (reed && random.chance(0.4)) mass(pen, ellipse(x + lean, -high, 0.022, 0.075, 0.3), tint(pen, hex('#8a6d48')), { edge: false })
  }
}

const rock = (pen: Pen) => {
  const { random } = pen
  const j = () => random.range(-0.06, 0.06)
  const stone = tint(pen, hex('#77756e'))
  mass(pen, polygon([[-0.75, 0.02], [-0.7 + j(), -0.3 + j()], [-0.45 + j(), -0.7 + j()], [-0.1 + j(), -1], [0.25 + j(), -0.9 + j()], [0.55 + j(), -0.5 + j()], [0.75, 0.02]]), stone, { texture: 'rock', weight: 0.02 })
  line(pen, [[-0.08, -0.95], [0.02, -0.6], [-0.1, -0.3], [0, 0]], 0.02, pen.light.ink, 0.7)
}

const mountain = (pen: Pen) => {
  const { random } = pen
  const edge: Point[] = [[-1.1, 0.02]]
  for (let i = 1; i < 22; i++) {
    const u = i / 22
    edge.push([-1.1 + 2.2 * u, -((1 - Math.abs(u - 0.47) * 2.05) ** 1.15 || 0) + random.range(-0.035, 0.035)])
  }
  mass(pen, polygon([...edge, [1.1, 0.02]]), pen.light.mid, { texture: 'rock', fade: 0.8, edge: 'top', weight: 0.012 })
}

const waterfall = (pen: Pen) => {
  mass(pen, polygon([[-0.5, 0], [-0.46, -0.7], [-0.3, -1.02], [-0.08, -0.94], [-0.11, 0]]), tint(pen, hex('#5f625c')), { texture: 'rock' })
  mass(pen, polygon([[0.5, 0], [0.46, -0.75], [0.3, -1], [0.08, -0.94], [0.12, 0]]), tint(pen, hex('#5f625c')), { texture: 'rock' })
  mass(pen, polygon([[-0.1, -0.95], [0.1, -0.95], [0.15, 0], [-0.14, 0]]), lighter(pen.light.water[0], 0.4), { edge: false })
  for (let i = 0; i < 16; i++) {
    const x = pen.random.range(-0.1, 0.1)
    line(pen, [[x, -0.94], [x * 1.1, -0.5], [x * 1.3, 0]], 0.012, pen.random.chance(0.5) ? pen.light.glint : pen.light.water[1], 0.6)
  }
  mist(pen, -0.45, 0.9, -0.22, 0.06, pen.light.mist, 0.8)
}

const scatter = (pen: Pen, shape: (pen: Pen) => void, count: number) => {
  for (let i = 0; i < count; i++) at(pen, pen.random.range(-0.5, 0.5), pen.random.range(-0.5, 0.5), pen.random.range(0.06, 0.14), shape, pen.random.range(0, 6.28))
}

export const nature: Record<string, Drawing> = {
  tree: { tall: 4, wide: 0.9, draw: (pen) => tree(pen) },
  pine: { tall: 4.4, wide: 0.9, draw: pine },
  willow: { tall: 4, wide: 1, draw: willow },
  bamboo: { tall: 4.4, wide: 0.5, draw: bamboo },
  'plum-branch': { tall: 1.2, wide: 1.2, draw: plum },
  reeds: { tall: 1.2, wide: 1.1, draw: blades },
  grass: { tall: 0.4, wide: 1.2, draw: blades },
  rock: { tall: 0.8, wide: 1.5, draw: rock },
  mountain: { tall: 14, wide: 2.2, draw: mountain },
  waterfall: { tall: 8, wide: 1, draw: waterfall },
  cloud: { tall: 3, wide: 1, air: true, draw: (pen) => at(pen, 0, 0, 1.4, (local) => cloud(local, lighter(pen.light.mist, 0.2), 1)) },
  mist: { tall: 3, wide: 2, air: true, draw: (pen) => at(pen, 0, 0, 1.8, (local) => cloud(local, pen.light.mist, 1)) },
  petal: { tall: 1, wide: 1, air: true, draw: (pen) => scatter(pen, (p) => mass(p, blob([[0, -0.5], [0.4, 0], [0, 0.5], [-0.3, 0.1]]), tint(p, hex('#e2929e')), { edge: false }), 9) },
  leaf: { tall: 1, wide: 1, air: true, draw: (pen) => scatter(pen, (p) => mass(p, blob([[0, -0.6], [0.3, -0.1], [0, 0.6], [-0.3, -0.1]]), tint(p, hex('#b0662f')), { edge: false }), 8) },
}
