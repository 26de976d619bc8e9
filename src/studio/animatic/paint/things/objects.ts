import { darker, hex, lighter } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, rect, soften, taper } from '../shape.ts'
import { litWindow } from './buildings.ts'
import { pennant } from './war-junk.ts'
import type { Drawing } from './drawing.ts'

const oak = hex('#7a5636')
const steel = hex('#c6ccd0')

const table = (pen: Pen) => {
  const wood = tint(pen, oak)
  for (const x of [-0.85, 0.77]) mass(pen, rect(x, -0.86, 0.08, 0.87), darker(wood, 0.25), { weight: 0.012 })
  mass(pen, polygon([[-1, -0.98], [1, -0.98], [1.06, -0.84], [-1.06, -0.84]]), wood, { texture: 'wood', weight: 0.016 })
}
const chair = (pen: Pen) => {
  const wood = tint(pen, oak)
  for (const x of [-0.25, 0.2]) mass(pen, rect(x, -0.48, 0.05, 0.49), darker(wood, 0.2), { weight: 0.008 })
  mass(pen, rect(-0.3, -0.52, 0.6, 0.07), wood, { weight: 0.01 })
  mass(pen, polygon([[-0.3, -0.5], [-0.34, -1], [-0.27, -1], [-0.23, -0.5]]), wood, { weight: 0.01 })
}
const window = (pen: Pen) => {
  mass(pen, rect(-0.45, -1, 0.9, 1), tint(pen, oak), { weight: 0.012 })
  litWindow(pen, -0.38, -0.93, 0.76, 0.86, pen.light.dark)
}
const door = (pen: Pen) => {
  mass(pen, rect(-0.27, -1, 0.54, 1.01), darker(tint(pen, oak), 0.35), { weight: 0.01 })
  mass(pen, rect(-0.22, -0.95, 0.44, 0.96), tint(pen, hex('#8a4a34')), { texture: 'wood', weight: 0.008 })
  dab(pen, ellipse(0.15, -0.47, 0.022, 0.022), pen.light.lamp)
}
const bed = (pen: Pen) => {
  mass(pen, rect(-1.2, -0.4, 2.4, 0.32), tint(pen, oak), { weight: 0.014 })
  mass(pen, blob([[-1.15, -0.4], [-1.1, -0.62], [-0.4, -0.66], [0.6, -0.62], [1.15, -0.58], [1.2, -0.36], [0, -0.3]]), tint(pen, hex('#a9b7c0')), { texture: 'cloth', weight: 0.014 })
  mass(pen, ellipse(-0.85, -0.7, 0.27, 0.13, -0.1), tint(pen, hex('#efeae0')), { weight: 0.012 })
  mass(pen, rect(-1.3, -1, 0.12, 1), darker(tint(pen, oak), 0.2), { weight: 0.012 })
}
export const shelf = (pen: Pen): void => {
  const wood = tint(pen, oak)
  mass(pen, rect(-0.42, -1, 0.84, 1.01), darker(wood, 0.5), { weight: 0.008 })
  for (let r = 0; r < 5; r++) {
    const y = -0.98 + r * 0.2
    for (let x = -0.38; x < 0.34; ) {
      const w = pen.random.range(0.025, 0.055)
      const h = pen.random.range(0.11, 0.165)
      if (pen.random.chance(0.86)) dab(pen, rect(x, y + 0.178 - h, w * 0.9, h), tint(pen, pen.random.pick(spines)))
      x += w
    }
    mass(pen, rect(-0.42, y + 0.176, 0.84, 0.026), wood, { weight: 0.004 })
  }
}
const spines = ['#8a3b2e', '#3f5560', '#b38b4a', '#4f6148', '#6b4a63', '#c9b998'].map(hex)
const scroll = (pen: Pen) => {
  mass(pen, rect(-0.28, -0.94, 0.56, 0.88), tint(pen, hex('#ece0c4')), { weight: 0.01 })
  for (const y of [-0.97, -0.07]) mass(pen, rect(-0.34, y, 0.68, 0.06), tint(pen, hex('#5a3b26')), { weight: 0.008 })
  for (let c = 0; c < 3; c++) for (let r = 0; r < 6; r++) {
    const [x, y] = [0.16 - c * 0.15, -0.82 + r * 0.11]
    line(pen, [[x - 0.035, y], [x, y + 0.008], [x + 0.035, y - 0.005]], 0.016, pen.light.ink)
    line(pen, [[x, y - 0.03], [x + 0.006, y], [x - 0.015, y + 0.045]], 0.018, pen.light.ink)
  }
  mass(pen, rect(-0.24, -0.2, 0.07, 0.08), pen.light.accent, { edge: false })
}
const cup = (pen: Pen) => {
  const clay = tint(pen, hex('#c7cfc9'))
  mass(pen, polygon(soften([[-0.5, -0.95], [0.5, -0.95], [0.42, -0.5], [0.2, -0.18], [0.22, 0], [-0.22, 0], [-0.2, -0.18], [-0.42, -0.5]], true, 4)), clay, { weight: 0.03 })
  mass(pen, ellipse(0, -0.94, 0.5, 0.12), darker(clay, 0.35), { weight: 0.025 })
  dab(pen, ellipse(0.04, -0.92, 0.42, 0.08), tint(pen, hex('#8a6a3a')))
}
const jar = (pen: Pen) => {
  mass(pen, blob([[-0.16, -0.95], [0.16, -0.95], [0.14, -0.82], [0.36, -0.62], [0.4, -0.3], [0.24, 0], [-0.24, 0], [-0.4, -0.3], [-0.36, -0.62], [-0.14, -0.82]]), tint(pen, hex('#6d4a34')), { texture: 'earth', weight: 0.025 })
  mass(pen, ellipse(0, -0.97, 0.2, 0.08), pen.light.accent, { weight: 0.02 })
  mass(pen, polygon([[0, -0.62], [0.17, -0.42], [0, -0.22], [-0.17, -0.42]]), pen.light.accent, { weight: 0.015 })
}
const flute = (pen: Pen) => {
  mass(pen, taper([[-1.1, -0.2], [0, -0.5], [1.1, -0.8]], 0.13, 0.12), tint(pen, hex('#9a7a44')), { weight: 0.02 })
  for (let i = 0; i < 6; i++) dab(pen, ellipse(-0.1 + i * 0.17, -0.475 - i * 0.046, 0.028, 0.028), pen.light.ink)
  line(pen, soften([[-1, -0.2], [-1.1, 0.05], [-0.95, 0.25]], false, 3), 0.04, pen.light.accent)
}
const zither = (pen: Pen) => {
  mass(pen, polygon([[-1.6, -0.6], [1.6, -0.8], [1.7, -0.35], [-1.6, -0.15]]), tint(pen, hex('#5a2f22')), { texture: 'wood', weight: 0.025 })
  for (let i = 0; i < 7; i++) line(pen, [[-1.55, -0.55 + i * 0.055], [0, -0.64 + i * 0.055], [1.6, -0.74 + i * 0.055]], 0.012, tint(pen, hex('#e8dfc8')))
  for (const x of [-1.3, 1.3]) mass(pen, rect(x, -0.2, 0.12, 0.2), tint(pen, oak), { weight: 0.015 })
}
const book = (pen: Pen) => {
  const page = tint(pen, hex('#efe6d0'))
  mass(pen, polygon([[-1.05, -0.1], [-0.9, -0.85], [0, -0.7], [0.9, -0.85], [1.05, -0.1], [0, 0.05]]), tint(pen, hex('#7a3b2e')), { weight: 0.025 })
  for (const side of [-1, 1]) {
    mass(pen, polygon(soften([[0, -0.68], [side * 0.45, -0.92], [side * 0.86, -0.82], [side * 0.96, -0.14], [side * 0.5, -0.18], [0, 0]], true, 3)), page, { weight: 0.018 })
    for (let i = 0; i < 5; i++) line(pen, [[side * 0.16, -0.6 + i * 0.1], [side * 0.5, -0.7 + i * 0.11], [side * 0.78, -0.68 + i * 0.11]], 0.014, pen.light.ink, 0.55)
  }
}
const candle = (pen: Pen) => {
  glow(pen, 0, -0.85, 1.5, pen.light.lamp, 0.65)
  mass(pen, rect(-0.1, -0.66, 0.2, 0.66), tint(pen, hex('#efe4cc')), { weight: 0.02 })
  dab(pen, blob([[0, -1], [0.08, -0.82], [0, -0.68], [-0.08, -0.82]]), lighter(pen.light.lamp, 0.4))
  mass(pen, ellipse(0, 0, 0.3, 0.06), tint(pen, hex('#8a6a3a')), { weight: 0.02 })
}
const umbrella = (pen: Pen) => {
  const paper = tint(pen, hex('#b8453a'))
  line(pen, [[0, 0.02], [0, -0.4], [0, -0.98]], 0.03, tint(pen, oak))
  mass(pen, blob([[-0.75, -0.5], [-0.5, -0.8], [0, -1], [0.5, -0.8], [0.75, -0.5], [0.38, -0.58], [0, -0.6], [-0.38, -0.58]]), paper, { weight: 0.014 })
  for (const k of [-0.5, -0.2, 0.2, 0.5]) line(pen, soften([[0, -0.99], [k * 0.7, -0.85], [k, -0.58]], false, 3), 0.012, darker(paper, 0.4))
}
const flag = (pen: Pen, kind: string) => {
  line(pen, [[0, 0], [0.006, -0.5], [0, -1]], 0.022, tint(pen, oak))
  if (kind === 'flag') pennant(pen, 0, -1, 0.5)
  else mass(pen, polygon(soften([[0, -0.98], [0.2, -0.95], [0.36, -0.99], [0.34, -0.68], [0.37, -0.45], [0.2, -0.42], [0.02, -0.46]], true, 3)), pen.light.accent, { texture: 'cloth', weight: 0.01 })
}
const spear = (pen: Pen) => {
  line(pen, [[0, 0], [0.01, -0.45], [0, -0.88]], 0.024, tint(pen, oak))
  mass(pen, polygon([[-0.026, -0.86], [0, -1.02], [0.026, -0.86], [0, -0.82]]), tint(pen, steel), { weight: 0.006 })
  mass(pen, blob([[-0.03, -0.84], [0.03, -0.84], [0.05, -0.73], [-0.04, -0.72]]), pen.light.accent, { edge: false })
}
const sword = (pen: Pen) => {
  mass(pen, polygon([[-0.03, -0.24], [-0.024, -0.93], [0, -1.02], [0.024, -0.93], [0.03, -0.24]]), tint(pen, steel), { weight: 0.008 })
  line(pen, [[-0.12, -0.25], [0, -0.225], [0.12, -0.25]], 0.04, tint(pen, hex('#b58b3a')))
  line(pen, [[0, -0.22], [0, -0.1], [0, 0]], 0.05, tint(pen, hex('#3a2a22')))
}

export const objects: Record<string, Drawing> = {
  table: { tall: 0.5, wide: 2.1, draw: table }, chair: { tall: 0.6, wide: 0.7, draw: chair }, window: { tall: 0.9, wide: 0.9, draw: window }, door: { tall: 1.25, wide: 0.55, draw: door },
  bed: { tall: 0.6, wide: 2.6, draw: bed }, bookshelf: { tall: 1.3, wide: 0.85, draw: shelf }, scroll: { tall: 0.7, wide: 0.7, draw: scroll }, cup: { tall: 0.07, wide: 1, draw: cup },
  'wine-jar': { tall: 0.24, wide: 0.8, draw: jar }, flute: { tall: 0.16, wide: 2.2, draw: flute }, zither: { tall: 0.22, wide: 3.3, draw: zither }, book: { tall: 0.14, wide: 2.1, draw: book },
  candle: { tall: 0.2, wide: 0.7, draw: candle }, umbrella: { tall: 0.8, wide: 1.5, draw: umbrella }, banner: { tall: 2, wide: 0.4, draw: flag }, flag: { tall: 2, wide: 0.5, draw: flag },
  spear: { tall: 1.35, wide: 0.1, draw: spear }, sword: { tall: 0.6, wide: 0.25, draw: sword },
}
