import { css, darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, rect } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { thing } from '../things/index.ts'
import { foreground } from './foreground.ts'

type Room = { wall: Rgb; floor: Rgb; window: 'sash' | 'lattice' | 'wide' | 'row' | 'arch' | 'none'; furnish(pen: Pen, stage: Stage, floor: number): void }

/** Inside: a back wall with a window to the hour outside, a floor in perspective, things of the trade, a dark edge in front. */
export const interior = (stage: Stage): Draft[] => {
  const room = rooms[stage.scene.place] ?? rooms.room as Room
  const floor = Math.max(0.02, Math.min(0.42, 0.2 + stage.near * 0.26 + (stage.horizon + 0.08) * 0.6))
  const win = { x: -stage.side * stage.aspect * ([0.2, 0.27, 0.14, 0.24][stage.scene.variant % 4] ?? 0.2), y: -0.14, w: Math.min(0.6, stage.aspect * 0.34) * (1 + stage.near * 0.4), h: 0.42 * (1 + stage.near * 0.4) }
  return [
    { name: 'wall', depth: 0.2, opaque: true, draw: (pen) => {
      wall(pen, stage, room, floor)
      if (room.window !== 'none') windowOn(pen, stage, room, win)
      pen.style.finish(pen, stage.box)
    } },
    { name: 'furniture', depth: 0.55, draw: (pen) => room.furnish(pen, stage, floor) },
    ...foreground(stage),
  ]
}

const wall = (pen: Pen, stage: Stage, room: Room, floor: number) => {
  const { box } = stage
  const dim = pen.light.dark ? 0.42 : 0.1
  const plaster = darker(tint(pen, room.wall), dim)
  const boards = darker(tint(pen, room.floor), dim)
  pen.style.ground(pen, box, [darker(plaster, 0.25), plaster, lighter(plaster, 0.06)], floor)
  mass(pen, rect(box.x, floor, box.width, box.height), boards, { edge: false, texture: pen.style.name === 'gouache' ? 'wood' : 'none' })
  for (let i = -13; i <= 13; i++) line(pen, [[i * 0.1, floor], [i * 0.16, floor + 0.14], [i * 0.34, box.y + box.height]], 0.003, darker(boards, 0.4), 0.7)
  mass(pen, rect(box.x, floor - 0.022, box.width, 0.024), darker(plaster, 0.4), { edge: false })
  // The corner of the room, so that it has a side.
  const corner = stage.side * stage.aspect * 0.4
  mass(pen, polygon([[corner, box.y], [corner, floor], [stage.side * (box.width / 2 + 0.1), floor + 0.4], [stage.side * (box.width / 2 + 0.1), box.y]]), darker(plaster, 0.22), { texture: 'wall', weight: 0.003 })
}

const windowOn = (pen: Pen, stage: Stage, room: Room, win: { x: number; y: number; w: number; h: number }) => {
  const { context, light } = pen
  const panes = room.window === 'row' ? [-1, 0, 1].map((i) => ({ ...win, x: i * stage.aspect * 0.36, w: stage.aspect * 0.3 })) : room.window === 'wide' ? [{ ...win, w: win.w * 1.6 }] : [win]
  for (const { x, y, w, h } of panes) {
    const sky = context.createLinearGradient(0, y - h / 2, 0, y + h / 2)
    sky.addColorStop(0, css(light.sky[0]))
    sky.addColorStop(1, css(light.sky[2]))
    context.fillStyle = sky
    context.fillRect(x - w / 2, y - h / 2, w, h)
    context.save()
    context.clip(rect(x - w / 2, y - h / 2, w, h).path)
    if (stage.scene.sky.moon || stage.scene.sky.sun) {
      glow(pen, x + w * 0.2, y - h * 0.2, 0.3, light.halo, 0.6)
      dab(pen, ellipse(x + w * 0.2, y - h * 0.2, 0.035, 0.035), light.disc)
    }
    for (const [k, tone] of [light.far, light.mid].entries()) mass(pen, blob([[x - w * 0.6, y + h * 0.6], [x - w * 0.45, y + h * (0.12 + k * 0.2)], [x - w * 0.15, y + h * (0.22 + k * 0.14)], [x + w * 0.1, y + h * (0.02 + k * 0.28)], [x + w * 0.45, y + h * (0.2 + k * 0.06)], [x + w * 0.6, y + h * 0.6]]), tone, { edge: false })
    context.restore()
    const frame = darker(tint(pen, hex('#6b4a30')), light.dark ? 0.35 : 0.05)
    const bars = room.window === 'lattice' ? 5 : room.window === 'arch' ? 3 : 2
    for (let k = 0; k <= bars; k++) line(pen, [[x - w / 2 + (k * w) / bars, y - h / 2], [x - w / 2 + (k * w) / bars, y], [x - w / 2 + (k * w) / bars, y + h / 2]], room.window === 'lattice' ? 0.006 : 0.011, frame)
    for (let k = 0; k <= bars; k++) line(pen, [[x - w / 2, y - h / 2 + (k * h) / bars], [x, y - h / 2 + (k * h) / bars], [x + w / 2, y - h / 2 + (k * h) / bars]], room.window === 'lattice' ? 0.006 : 0.011, frame)
    mass(pen, rect(x - w / 2 - 0.02, y + h / 2 - 0.006, w + 0.04, 0.026), frame, {})
  }
  const first = panes[0] ?? win
  // Its light on the floor: through blinds in the noir.
  const strips = pen.style.name === 'noir' ? 7 : 1
  for (let k = 0; k < strips; k++) dab(pen, polygon([[first.x - first.w * 0.5 + 0.3 * stage.side, 0.32 + k * 0.05], [first.x + first.w * 0.5 + 0.3 * stage.side, 0.32 + k * 0.05], [first.x + first.w * 0.62 + 0.45 * stage.side, (strips === 1 ? 0.55 : 0.345) + k * 0.05], [first.x - first.w * 0.4 + 0.45 * stage.side, (strips === 1 ? 0.55 : 0.345) + k * 0.05]]), pen.style.name === 'noir' ? light.paper : light.halo, pen.style.name === 'noir' ? 0.5 : 0.16)
  if (pen.style.name === 'noir') for (let k = 0; k < 8; k++) dab(pen, polygon([[first.x + 0.5 * stage.side - 0.3, -0.42 + k * 0.06], [first.x + 0.5 * stage.side + 0.34, -0.36 + k * 0.06], [first.x + 0.5 * stage.side + 0.34, -0.336 + k * 0.06], [first.x + 0.5 * stage.side - 0.3, -0.396 + k * 0.06]]), light.paper, 0.3)
}

const put = (pen: Pen, stage: Stage, kind: string, x: number, y: number, high: number) => thing(pen, kind, null, stage.side * stage.aspect * x, y, high * (1 + stage.near * 0.7) * (({ 'extreme-wide': 0.5, wide: 0.72 } as Record<string, number>)[stage.scene.size] ?? 1))

const rooms: Record<string, Room> = {
  room: { wall: hex('#b9a58a'), floor: hex('#84603f'), window: 'sash', furnish: (pen, stage, floor) => { put(pen, stage, 'door', 0.3, floor + 0.01, 0.52); put(pen, stage, 'bed', -0.3, floor + 0.13, 0.2) } },
  study: { wall: hex('#a9936f'), floor: hex('#6e4c33'), window: 'lattice', furnish: (pen, stage, floor) => { put(pen, stage, 'bookshelf', 0.36, floor + 0.04, 0.62); put(pen, stage, 'scroll', 0.08, -0.02, 0.34); put(pen, stage, 'table', -0.2, floor + 0.14, 0.22); put(pen, stage, 'candle', -0.28, floor - 0.07 - stage.near * 0.12, 0.11) } },
  kitchen: { wall: hex('#c9c2ac'), floor: hex('#97826a'), window: 'sash', furnish: (pen, stage, floor) => { counter(pen, stage, floor); for (const [x, kind] of [[-0.1, 'wine-jar'], [0.06, 'cup'], [0.22, 'wine-jar']] as const) put(pen, stage, kind, x, floor - 0.075, kind === 'cup' ? 0.05 : 0.1) } },
  cafe: { wall: hex('#a8755a'), floor: hex('#6a4a38'), window: 'wide', furnish: (pen, stage, floor) => { for (const x of [-0.3, 0.02, 0.32]) pendant(pen, stage.side * stage.aspect * x); for (const x of [-0.32, 0.34]) put(pen, stage, 'table', x, floor + 0.15, 0.19); put(pen, stage, 'chair', 0.12, floor + 0.15, 0.26); put(pen, stage, 'cup', 0.34, floor - 0.03, 0.045) } },
  shop: { wall: hex('#b3a184'), floor: hex('#7a6248'), window: 'none', furnish: (pen, stage, floor) => { for (const x of [-0.36, -0.12, 0.13, 0.37]) put(pen, stage, 'bookshelf', x, floor + 0.02, 0.56); counter(pen, stage, floor + 0.1) } },
  hall: { wall: hex('#7b3a2c'), floor: hex('#8c7a64'), window: 'none', furnish: (pen, stage, floor) => { for (const x of [-0.42, -0.24, 0.24, 0.42]) pillar(pen, stage.aspect * x, floor, 0.055 * (1 + stage.near)); put(pen, stage, 'scroll', 0, floor - 0.12, 0.36); for (const x of [-0.33, 0.33]) put(pen, stage, 'lantern', x, -0.2, 0.13) } },
  office: { wall: hex('#a7adb0'), floor: hex('#6e7378'), window: 'wide', furnish: (pen, stage, floor) => { for (const x of [-0.33, 0.3]) { put(pen, stage, 'table', x, floor + 0.14, 0.19); screen(pen, stage.side * stage.aspect * x, floor - 0.06 - stage.near * 0.1) } put(pen, stage, 'chair', 0.08, floor + 0.15, 0.26) } },
  station: { wall: hex('#a69a88'), floor: hex('#7f7a72'), window: 'arch', furnish: (pen, stage, floor) => { for (const x of [-0.42, 0.05, 0.44]) pillar(pen, stage.aspect * x, floor, 0.04); put(pen, stage, 'train', 0.34, floor + 0.06, 0.2); clock(pen, stage.side * stage.aspect * 0.2) } },
  train: { wall: hex('#77604a'), floor: hex('#55483c'), window: 'row', furnish: (pen, stage, floor) => { for (const x of [-0.34, 0.34]) seat(pen, stage.aspect * x, floor, x < 0 ? 1 : -1) } },
  car: { wall: hex('#3b3d42'), floor: hex('#26272b'), window: 'wide', furnish: (pen, stage) => { mass(pen, polygon([[stage.box.x, 0.24], [-0.2, 0.17], [stage.box.x + stage.box.width, 0.25], [stage.box.x + stage.box.width, 0.8], [stage.box.x, 0.8]]), pen.light.fore, {}); line(pen, ellipse(-stage.side * stage.aspect * 0.22, 0.32, 0.16, 0.13).edge.slice(0, 28), 0.025, pen.light.ink) } },
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
const screen = (pen: Pen, x: number, y: number) => {
  mass(pen, rect(x - 0.09, y - 0.12, 0.18, 0.12), tint(pen, hex('#2a2d33')), {})
  dab(pen, rect(x - 0.08, y - 0.11, 0.16, 0.1), mix(pen.light.lamp, tint(pen, [150, 190, 220]), 0.6), 0.75)
}
const clock = (pen: Pen, x: number) => {
  mass(pen, ellipse(x, -0.34, 0.075, 0.075), tint(pen, hex('#ece4d2')), { weight: 0.006 })
  line(pen, [[x, -0.34], [x + 0.005, -0.37], [x + 0.01, -0.395]], 0.008, pen.light.ink)
  line(pen, [[x, -0.34], [x + 0.02, -0.335], [x + 0.038, -0.325]], 0.008, pen.light.ink)
}
const seat = (pen: Pen, x: number, floor: number, way: number) => mass(pen, polygon([[x - way * 0.2, floor - 0.2], [x - way * 0.1, floor - 0.22], [x - way * 0.05, floor + 0.04], [x + way * 0.16, floor + 0.05], [x + way * 0.16, floor + 0.17], [x - way * 0.2, floor + 0.2]]), tint(pen, hex('#6f3a34')), { texture: 'cloth' })
