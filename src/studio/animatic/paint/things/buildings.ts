import { css, darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Drawing } from './drawing.ts'

const tile = hex('#3f464c')
const lacquer = hex('#8e3b2c')
const plaster = hex('#d8cdb6')
const plank = hex('#6b513a')

/** A roof that sweeps up at its eaves. */
export const eaves = (pen: Pen, x: number, y: number, half: number, high: number, colour: Rgb = tint(pen, tile)): void => {
  const left: Point[] = soften([[x - half * 0.22, y - high], [x - half * 0.4, y - high * 0.55], [x - half * 0.78, y - high * 0.16], [x - half * 1.12, y - high * 0.2]], false, 4)
  const right = left.map(([px, py]) => [2 * x - px, py] as const).reverse()
  const shape = polygon([...left, [x - half * 1.02, y], [x + half * 1.02, y], ...right])
  mass(pen, shape, colour, { weight: Math.min(0.012, 0.05 * high) })
  if (pen.scale * half > 0.03) for (let i = -6; i <= 6; i++) line(pen, [[x + (i / 6) * half * 0.22, y - high * 0.96], [x + (i / 6) * half * 0.6, y - high * 0.35], [x + (i / 6) * half * 0.98, y - high * 0.03]], Math.min(0.008, high * 0.06), darker(colour, 0.4), 0.6)
  line(pen, [[x - half * 0.24, y - high], [x, y - high * 1.03], [x + half * 0.24, y - high]], Math.min(0.02, high * 0.12), darker(colour, 0.3))
}

/** A lit window: the warm note of a cold night. */
export const litWindow = (pen: Pen, x: number, y: number, width: number, height: number, on = pen.light.dark): void => {
  const glass = on ? pen.light.lamp : darker(tint(pen, hex('#4a5a66')), 0.1)
  if (on && pen.scale * width > 0.008) glow(pen, x + width / 2, y + height / 2, Math.max(width, height) * 1.6, pen.light.lamp, 0.35)
  dab(pen, rect(x, y, width, height), glass)
  if (pen.scale * width > 0.012) {
    line(pen, [[x + width / 2, y], [x + width / 2, y + height]], width * 0.08, pen.light.ink, 0.7)
    line(pen, [[x, y + height / 2], [x + width, y + height / 2]], width * 0.08, pen.light.ink, 0.7)
  }
}

const pavilion = (pen: Pen) => {
  const wood = tint(pen, lacquer)
  mass(pen, polygon([[-0.62, 0.01], [-0.58, -0.1], [0.58, -0.1], [0.62, 0.01]]), tint(pen, hex('#9b948a')), { weight: 0.006 })
  mass(pen, rect(-0.48, -0.55, 0.96, 0.45), darker(wood, 0.72), { edge: false })
  if (pen.light.dark) glow(pen, 0, -0.32, 0.4, pen.light.lamp, 0.45)
  for (const x of [-0.46, -0.16, 0.16, 0.46]) mass(pen, rect(x - 0.022, -0.58, 0.044, 0.48), wood, { weight: 0.004 })
  line(pen, [[-0.46, -0.24], [0, -0.235], [0.46, -0.24]], 0.018, wood)
  eaves(pen, 0, -0.55, 0.62, 0.38)
  line(pen, [[0, -0.92], [0.002, -0.97], [0, -1]], 0.03, tint(pen, hex('#b58b3a')))
}

const pagoda = (pen: Pen) => {
  const wall = tint(pen, hex('#a98f72'))
  for (let i = 0; i < 6; i++) {
    const y = -i * 0.145
    const half = 0.19 * (1 - i * 0.095)
    mass(pen, rect(-half, y - 0.105, half * 2, 0.11), wall, { weight: 0.004 })
    dab(pen, rect(-half * 0.18, y - 0.085, half * 0.36, 0.085), pen.light.dark ? pen.light.lamp : darker(wall, 0.65))
    eaves(pen, 0, y - 0.1, half * 1.28, 0.052)
  }
  line(pen, [[0, -0.9], [0.002, -0.95], [0, -1.02]], 0.022, tint(pen, hex('#6f6048')))
}

const house = (pen: Pen, kind: string) => {
  const hut = kind === 'hut'
  mass(pen, rect(-0.52, -0.52, 1.04, 0.53), tint(pen, hut ? hex('#a58a64') : plaster), { texture: 'wall', weight: 0.007 })
  dab(pen, rect(-0.09, -0.36, 0.2, 0.37), darker(tint(pen, plank), 0.3))
  litWindow(pen, -0.4, -0.36, 0.19, 0.17)
  litWindow(pen, 0.22, -0.36, 0.19, 0.17)
  if (hut) mass(pen, polygon([[-0.7, -0.43], [-0.34, -0.92], [0.3, -0.95], [0.7, -0.43], [0, -0.5]]), tint(pen, hex('#a8874e')), { texture: 'wood', weight: 0.008 })
  else mass(pen, polygon([[-0.66, -0.48], [-0.42, -0.98], [0.42, -1], [0.66, -0.48]]), tint(pen, hex('#7b4a3a')), { texture: 'wall', weight: 0.008 })
}

/** A house of ancient China: white wall, dark sweeping roof. */
export const courtHouse = (pen: Pen): void => {
  mass(pen, rect(-0.7, -0.5, 1.4, 0.51), tint(pen, plaster), { texture: 'wall', weight: 0.006 })
  dab(pen, rect(-0.12, -0.4, 0.24, 0.41), darker(tint(pen, lacquer), 0.3))
  litWindow(pen, -0.52, -0.38, 0.24, 0.18)
  litWindow(pen, 0.3, -0.38, 0.24, 0.18)
  eaves(pen, 0, -0.48, 0.82, 0.5)
}

const wall = (pen: Pen) => {
  const stone = tint(pen, hex('#87817a'))
  mass(pen, polygon([[-1.6, 0.02], [-1.55, -0.55], [1.55, -0.55], [1.6, 0.02]]), stone, { texture: 'wall', weight: 0.01 })
  for (let i = -9; i < 9; i++) mass(pen, rect(i * 0.172, -0.63, 0.1, 0.1), stone, { weight: 0.005 })
  mass(pen, polygon(soften([[-0.2, 0.02], [-0.2, -0.25], [0, -0.42], [0.2, -0.25], [0.2, 0.02]], false, 4)), darker(stone, 0.75), { edge: false })
  mass(pen, rect(-0.42, -0.76, 0.84, 0.16), tint(pen, lacquer), { weight: 0.006 })
  eaves(pen, 0, -0.74, 0.56, 0.26)
}

const lighthouse = (pen: Pen) => {
  const white = tint(pen, hex('#e6e0d2'))
  mass(pen, polygon([[-0.15, 0.01], [-0.09, -0.8], [0.09, -0.8], [0.15, 0.01]]), white, { weight: 0.006 })
  for (const y of [-0.2, -0.52]) mass(pen, polygon([[-0.137, y + 0.02], [-0.122, y - 0.13], [0.122, y - 0.13], [0.137, y + 0.02]]), pen.light.accent, { edge: false })
  mass(pen, rect(-0.12, -0.83, 0.24, 0.035), darker(white, 0.4), { weight: 0.004 })
  dab(pen, rect(-0.065, -0.92, 0.13, 0.09), pen.light.lamp)
  mass(pen, polygon([[-0.09, -0.915], [0, -1], [0.09, -0.915]]), pen.light.accent, { weight: 0.005 })
  if (!pen.light.dark) return
  glow(pen, 0, -0.875, 0.5, pen.light.lamp, 0.6)
  for (const side of [-1, 1]) dab(pen, polygon([[side * 0.06, -0.89], [side * 2.6, -1.15], [side * 2.6, -0.72], [side * 0.06, -0.86]]), pen.light.lamp, 0.14)
}

/** A tower of windows; its face follows the seed of the pen. */
export const skyscraper = (pen: Pen, colour: Rgb = tint(pen, hex('#5a6470'))): void => {
  const { random } = pen
  const half = random.range(0.12, 0.2)
  mass(pen, rect(-half, -0.96, half * 2, 0.98), colour, { weight: 0.004 })
  if (random.chance(0.5)) mass(pen, rect(-half * 0.5, -1, half, 0.05), darker(colour, 0.1), { weight: 0.004 })
  const columns = 4
  const rows = 16
  const { context } = pen
  context.fillStyle = css(pen.light.dark ? pen.light.lamp : lighter(colour, 0.35), pen.light.dark ? 0.9 : 0.5)
  context.beginPath()
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) {
    if (random.chance(pen.light.dark ? 0.42 : 0.75)) context.rect(-half * 0.82 + (c * half * 1.7) / columns, -0.92 + (r * 0.9) / rows, (half * 1.15) / columns, 0.03)
  }
  context.fill()
}

const bridge = (pen: Pen) => {
  const stone = tint(pen, hex('#9a9184'))
  const top: Point[] = soften([[-1.5, 0], [-0.8, -0.62], [0, -0.92], [0.8, -0.62], [1.5, 0]], false, 6)
  const arch: Point[] = soften([[0.72, 0.06], [0.52, -0.38], [0, -0.62], [-0.52, -0.38], [-0.72, 0.06]], false, 6)
  mass(pen, polygon([...top, [1.5, 0.08], ...arch, [-1.5, 0.08]]), stone, { texture: 'wall', weight: 0.014 })
  line(pen, top.map(([x, y]) => [x, y - 0.09] as const), 0.028, stone)
  for (let i = 1; i < top.length; i += 3) {
    const [x, y] = top[i] as Point
    line(pen, [[x, y], [x, y - 0.06], [x, y - 0.13]], 0.022, stone)
  }
}

const lamp = (pen: Pen) => {
  const iron = tint(pen, hex('#2e3236'))
  line(pen, [[0, 0], [0.004, -0.5], [0, -0.86]], 0.03, iron)
  mass(pen, polygon([[-0.05, 0], [-0.03, -0.1], [0.03, -0.1], [0.05, 0]]), iron, { edge: false })
  if (pen.light.dark || pen.style.name === 'noir') glow(pen, 0, -0.91, 0.55, pen.light.lamp, 0.75)
  dab(pen, polygon([[-0.05, -0.86], [-0.07, -0.96], [0.07, -0.96], [0.05, -0.86]]), lighter(pen.light.lamp, 0.35))
  mass(pen, polygon([[-0.085, -0.955], [0, -1.02], [0.085, -0.955]]), iron, { edge: false })
}

const lantern = (pen: Pen) => {
  glow(pen, 0, -0.45, 1.2, pen.light.lamp, 0.5)
  const red = tint(pen, hex('#c23a28'))
  mass(pen, ellipse(0, -0.48, 0.36, 0.3), pen.light.dark ? lighter(red, 0.25) : red, { weight: 0.02 })
  for (const x of [-0.18, 0, 0.18]) line(pen, soften([[x * 0.6, -0.77], [x * 1.2, -0.48], [x * 0.6, -0.19]], false, 3), 0.016, darker(red, 0.3), 0.7)
  for (const y of [-0.8, -0.2]) mass(pen, rect(-0.16, y, 0.32, 0.05), tint(pen, hex('#b58b3a')), { edge: false })
  line(pen, [[0, -1], [0, -0.9], [0, -0.78]], 0.02, pen.light.ink)
  for (const x of [-0.05, 0, 0.05]) line(pen, [[x, -0.15], [x, -0.08], [x * 1.4, 0.02]], 0.016, red)
}

const stairs = (pen: Pen) => {
  for (let i = 0; i < 7; i++) mass(pen, rect(-0.8 + i * 0.07, -(i + 1) / 7, 1.6 - i * 0.14, 1 / 7 + 0.01), lighter(tint(pen, hex('#8d877d')), i * 0.03), { weight: 0.008 })
}

export const buildings: Record<string, Drawing> = {
  pavilion: { tall: 3, wide: 1.4, draw: pavilion },
  pagoda: { tall: 9, wide: 0.55, draw: pagoda },
  house: { tall: 3.4, wide: 1.35, draw: house },
  hut: { tall: 2.6, wide: 1.4, draw: house },
  tower: { tall: 7, wide: 0.55, draw: pagoda },
  'city-wall': { tall: 5, wide: 3.2, draw: wall },
  lighthouse: { tall: 9, wide: 0.5, draw: lighthouse },
  skyscraper: { tall: 16, wide: 0.4, draw: (pen) => skyscraper(pen) },
  bridge: { tall: 3, wide: 3, draw: bridge },
  'street-lamp': { tall: 2.2, wide: 0.3, draw: lamp },
  lantern: { tall: 0.5, wide: 0.8, draw: lantern },
  stairs: { tall: 2, wide: 1.6, draw: stairs },
}
