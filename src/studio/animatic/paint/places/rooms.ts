import { darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect, soften } from '../shape.ts'
import { modernTimes, roomPerson } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { thing } from '../things/index.ts'
import { cabin, carriage, platform } from './transport-rooms.ts'

export type Furnish = (pen: Pen, stage: Stage, floor: number) => void
export type Room = { wall: Rgb; floor: Rgb; window: 'sash' | 'lattice' | 'wide' | 'row' | 'arch' | 'none'; furnish: Furnish }

/** Beside a person of this room: `tall` in persons, x in half frames towards the subject's side. */
const put = (pen: Pen, stage: Stage, kind: string, x: number, y: number, tall: number) => thing(pen, kind, null, stage.side * stage.aspect * x, y, tall * roomPerson(stage))

const livingRoom: Furnish = (pen, stage, floor) => {
  const p = roomPerson(stage)
  const x = -stage.side * stage.aspect * 0.04
  mass(pen, ellipse(x, floor + 0.13 * p + 0.02, 0.5 * p + 0.1, 0.05 * p + 0.012), darker(tint(pen, hex('#8c4a3c')), pen.light.dark ? 0.3 : 0), { edge: false, texture: 'cloth' })
  put(pen, stage, 'door', 0.31, floor + 0.01, 1.22)
  put(pen, stage, 'bed', -0.32, floor + 0.1, 0.42)
  const frame = stage.side * stage.aspect * 0.12
  mass(pen, rect(frame - 0.06, -0.3, 0.12, 0.16), tint(pen, hex('#5c4630')), { weight: 0.003 })
  dab(pen, rect(frame - 0.047, -0.287, 0.094, 0.134), mix(pen.light.far, pen.light.paper, 0.4))
  const lamp = stage.side * stage.aspect * 0.2
  line(pen, [[lamp, floor + 0.06], [lamp, floor - 0.3 * p], [lamp, floor - 0.72 * p]], 0.012 * p + 0.004, pen.light.ink)
  if (pen.light.dark) glow(pen, lamp, floor - 0.8 * p, 0.6 * p + 0.12, pen.light.lamp, 0.55)
  mass(pen, polygon([[lamp - 0.1 * p, floor - 0.7 * p], [lamp - 0.055 * p, floor - 0.92 * p], [lamp + 0.055 * p, floor - 0.92 * p], [lamp + 0.1 * p, floor - 0.7 * p]]), pen.light.dark ? lighter(pen.light.lamp, 0.2) : tint(pen, hex('#e0d2b4')), { weight: 0.003 })
}

const kitchen: Furnish = (pen, stage, floor) => {
  if (!modernTimes(stage.scene)) {
    counter(pen, stage, floor)
    for (const [x, kind] of [[-0.1, 'wine-jar'], [0.06, 'cup'], [0.22, 'wine-jar']] as const) put(pen, stage, kind, x, floor - 0.075, kind === 'cup' ? 0.1 : 0.3)
    return
  }
  const p = roomPerson(stage)
  const top = floor - 0.5 * p
  const at = (x: number) => stage.side * stage.aspect * x
  const front = darker(tint(pen, hex('#6f8f8a')), pen.light.dark ? 0.2 : 0)
  mass(pen, rect(stage.box.x, top, stage.box.width, floor - top + 0.03), front, { texture: 'wall', edge: false })
  for (let x = stage.box.x; x < stage.box.x + stage.box.width; x += 0.28 * p + 0.08) {
    line(pen, [[x, top], [x, (top + floor) / 2], [x, floor]], 0.004, darker(front, 0.4))
    line(pen, [[x + 0.02, top + 0.06], [x + 0.02, top + 0.09], [x + 0.02, top + 0.12]], 0.008, lighter(front, 0.4))
  }
  mass(pen, rect(stage.box.x, top - 0.026, stage.box.width, 0.032), tint(pen, hex('#ddd3c0')), { weight: 0.003 })
  // Cupboards on the wall, a hood over the stove, a pot that steams.
  for (let k = 0; k < 3; k++) {
    const x = at(0.02) + stage.side * k * 0.17
    mass(pen, rect(Math.min(x, x + stage.side * 0.16), -0.56, 0.16, 0.24), front, { weight: 0.003 })
  }
  const stove = at(0.3)
  mass(pen, polygon([[stove - 0.13, top - 0.34], [stove - 0.05, top - 0.48], [stove + 0.05, top - 0.48], [stove + 0.13, top - 0.34]]), tint(pen, hex('#aeb4b6')), { weight: 0.003 })
  mass(pen, rect(stove - 0.05, -0.8, 0.1, top - 0.46 + 0.8), tint(pen, hex('#aeb4b6')), { weight: 0.003 })
  mass(pen, rect(stove - 0.15, top - 0.012, 0.3, floor - top), tint(pen, hex('#33373b')), { weight: 0.003 })
  dab(pen, rect(stove - 0.1, top + 0.07, 0.2, Math.max(0.05, floor - top - 0.12)), mix(pen.light.lamp, tint(pen, hex('#33373b')), 0.6))
  mass(pen, rect(stove - 0.06, top - 0.1, 0.12, 0.085), tint(pen, hex('#b8442f')), { weight: 0.004 })
  for (let k = 0; k < 4; k++) glow(pen, stove + 0.012 * k, top - 0.15 - k * 0.045, 0.05 + k * 0.012, pen.light.mist, 0.3)
  const tap = at(-0.16)
  line(pen, soften([[tap, top - 0.02], [tap, top - 0.13], [tap + 0.03, top - 0.16], [tap + 0.065, top - 0.12]], false, 4), 0.012, tint(pen, hex('#c6ccd0')))
  for (const [x, high] of [[-0.3, 0.12], [-0.33, 0.09], [0.12, 0.1]] as const) thing(pen, x > 0 ? 'wine-jar' : 'cup', null, at(x), top - 0.02, high * (x > 0 ? 1 : 0.6))
}

const cafe: Furnish = (pen, stage, floor) => {
  const p = roomPerson(stage)
  const at = (x: number) => stage.side * stage.aspect * x
  // The bar, its machine, the menu in chalk.
  const [from, to] = [at(0.2), stage.side * (stage.box.width / 2 + 0.02)].sort((a, b) => a - b) as [number, number]
  mass(pen, rect(at(0.36) - 0.15, -0.42, 0.3, 0.26), tint(pen, hex('#2b332f')), { weight: 0.004 })
  for (let k = 0; k < 5; k++) line(pen, [[at(0.36) - 0.11, -0.37 + k * 0.042], [at(0.36), -0.372 + k * 0.042], [at(0.36) + (k % 2 === 0 ? 0.1 : 0.05), -0.37 + k * 0.042]], 0.006, pen.light.paper, 0.7)
  const top = floor - 0.52 * p
  mass(pen, rect(from, top, to - from, floor - top + 0.05), darker(tint(pen, hex('#6a4630')), 0.2), { texture: 'wood', edge: false })
  mass(pen, rect(from - 0.015, top - 0.02, to - from + 0.03, 0.03), tint(pen, hex('#c09a68')), { weight: 0.003 })
  mass(pen, rect(at(0.32) - 0.085, top - 0.15, 0.17, 0.13), tint(pen, hex('#b9bec2')), { weight: 0.004 })
  dab(pen, rect(at(0.32) - 0.06, top - 0.08, 0.12, 0.05), tint(pen, hex('#2b2d30')))
  for (let k = 0; k < 3; k++) thing(pen, 'cup', null, at(0.4) + k * 0.04 - 0.02, top - 0.02, 0.035)
  for (const x of [-0.3, 0.02, 0.32]) pendant(pen, at(x))
  for (const x of [-0.34, -0.06]) roundTable(pen, at(x), floor + 0.09 + 0.05 * p, p)
}

const roundTable = (pen: Pen, x: number, foot: number, p: number) => {
  const wood = tint(pen, hex('#8a6038'))
  const top = foot - 0.44 * p
  line(pen, [[x, foot], [x + 0.002, (foot + top) / 2], [x, top]], 0.022 * p + 0.006, pen.light.ink)
  mass(pen, ellipse(x, foot, 0.1 * p, 0.018 * p), pen.light.ink, { edge: false })
  mass(pen, ellipse(x, top, 0.24 * p, 0.04 * p), wood, { weight: 0.003 })
  thing(pen, 'cup', null, x + 0.06 * p, top + 0.006, 0.07 * p + 0.01)
  for (let k = 0; k < 3; k++) glow(pen, x + 0.06 * p + k * 0.004, top - 0.08 * p - k * 0.03, 0.025 + k * 0.006, pen.light.mist, 0.25)
}

const office: Furnish = (pen, stage, floor) => {
  const p = roomPerson(stage)
  for (let k = -1; k < 2; k++) {
    glow(pen, k * stage.aspect * 0.32, -0.5, 0.24, pen.light.paper, 0.35)
    dab(pen, polygon([[k * stage.aspect * 0.32 - 0.13, -0.52], [k * stage.aspect * 0.32 + 0.13, -0.52], [k * stage.aspect * 0.32 + 0.1, -0.49], [k * stage.aspect * 0.32 - 0.1, -0.49]]), lighter(pen.light.paper, 0.4))
  }
  for (const x of [-0.32, 0.3]) {
    const foot = floor + 0.06 + 0.06 * p
    put(pen, stage, 'table', x, foot, 0.44)
    const [sx, sy] = [stage.side * stage.aspect * x, foot - 0.435 * p]
    mass(pen, rect(sx - 0.015, sy - 0.04, 0.03, 0.04), tint(pen, hex('#2a2d33')), { edge: false })
    mass(pen, rect(sx - 0.16 * p, sy - 0.24 * p - 0.02, 0.32 * p, 0.22 * p), tint(pen, hex('#2a2d33')), { weight: 0.003 })
    dab(pen, rect(sx - 0.145 * p, sy - 0.225 * p - 0.02, 0.29 * p, 0.19 * p), mix(pen.light.lamp, tint(pen, [150, 190, 220]), 0.6), 0.8)
    put(pen, stage, 'chair', x + 0.09, foot + 0.02, 0.6)
  }
}

const shop: Furnish = (pen, stage, floor) => {
  for (const x of [-0.42, -0.2, 0.02, 0.24, 0.46]) put(pen, stage, 'bookshelf', x, floor + 0.02, 1.35)
  for (const x of [-0.28, 0.22]) pendant(pen, stage.side * stage.aspect * x)
  counter(pen, stage, floor + 0.12)
}

const hall: Furnish = (pen, stage, floor) => {
  for (const x of [-0.42, -0.24, 0.24, 0.42]) pillar(pen, stage.aspect * x, floor, 0.055 * (1 + stage.near))
  put(pen, stage, 'scroll', 0, floor - 0.12, 0.8)
  for (const x of [-0.33, 0.33]) thing(pen, 'lantern', null, stage.aspect * x, -0.2, 0.15)
}

const study: Furnish = (pen, stage, floor) => {
  put(pen, stage, 'bookshelf', 0.36, floor + 0.04, 1.35)
  put(pen, stage, 'scroll', 0.08, -0.02, 0.8)
  put(pen, stage, 'table', -0.2, floor + 0.14, 0.46)
  put(pen, stage, 'candle', -0.28, floor + 0.14 - 0.44 * roomPerson(stage), 0.22)
}

const counter = (pen: Pen, stage: Stage, floor: number) => {
  const wood = tint(pen, hex('#8a6a48'))
  mass(pen, rect(stage.box.x, floor - 0.06, stage.box.width, 0.26), darker(wood, 0.25), { texture: 'wall' })
  mass(pen, rect(stage.box.x, floor - 0.085, stage.box.width, 0.034), lighter(wood, 0.1), {})
}

const pendant = (pen: Pen, x: number) => {
  line(pen, [[x, -0.78], [x, -0.5], [x, -0.36]], 0.005, pen.light.ink)
  glow(pen, x, -0.28, 0.3, pen.light.lamp, 0.55)
  mass(pen, polygon([[x - 0.02, -0.37], [x + 0.02, -0.37], [x + 0.065, -0.3], [x - 0.065, -0.3]]), tint(pen, hex('#2f3a3a')), {})
  dab(pen, ellipse(x, -0.297, 0.045, 0.012), pen.light.lamp)
}

const pillar = (pen: Pen, x: number, floor: number, half: number) => {
  mass(pen, rect(x - half, -0.8, half * 2, floor + 0.84), tint(pen, hex('#9a3f2d')), { texture: 'wood', weight: 0.004 })
  mass(pen, rect(x - half * 1.3, floor, half * 2.6, 0.055), tint(pen, hex('#8f887c')), { weight: 0.004 })
}

export const rooms: Record<string, Room> = {
  room: { wall: hex('#b9a58a'), floor: hex('#84603f'), window: 'sash', furnish: livingRoom },
  study: { wall: hex('#a9936f'), floor: hex('#6e4c33'), window: 'lattice', furnish: study },
  kitchen: { wall: hex('#d2c8b0'), floor: hex('#97826a'), window: 'sash', furnish: kitchen },
  cafe: { wall: hex('#a8755a'), floor: hex('#6a4a38'), window: 'wide', furnish: cafe },
  shop: { wall: hex('#b3a184'), floor: hex('#7a6248'), window: 'none', furnish: shop },
  hall: { wall: hex('#7b3a2c'), floor: hex('#8c7a64'), window: 'none', furnish: hall },
  office: { wall: hex('#a7adb0'), floor: hex('#6e7378'), window: 'wide', furnish: office },
  station: { wall: hex('#a69a88'), floor: hex('#7f7a72'), window: 'none', furnish: platform },
  train: { wall: hex('#8a7a66'), floor: hex('#55483c'), window: 'row', furnish: carriage },
  car: { wall: hex('#26282d'), floor: hex('#1c1d20'), window: 'none', furnish: cabin },
}
