import { css, darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, rect } from '../shape.ts'
import { modernTimes } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import { foreground } from './foreground.ts'
import { lampRoom, stairwell } from './round-rooms.ts'
import { rooms } from './rooms.ts'
import type { Room } from './rooms.ts'

/** Inside: a back wall with a window to the hour outside, a floor in perspective, things of the trade. */
export const interior = (stage: Stage): Draft[] => {
  const { scene } = stage
  const floor = Math.max(0.02, Math.min(0.42, 0.2 + stage.near * 0.26 + (stage.horizon + 0.08) * 0.6))
  if (scene.place === 'room' && scene.era !== 'ancient-china' && scene.alsoPlaces.includes('sea')) return [...lampRoom(stage, floor), ...foreground(stage)]
  const steps = scene.things.some((thing) => thing.kind === 'stairs')
  const room = rooms[scene.place] ?? rooms.room as Room
  const win = { x: -stage.side * stage.aspect * ([0.2, 0.27, 0.14, 0.24][scene.variant % 4] ?? 0.2), y: -0.14, w: Math.min(0.6, stage.aspect * 0.34) * (1 + stage.near * 0.4), h: 0.42 * (1 + stage.near * 0.4) }
  return [
    { name: 'wall', depth: 0.2, opaque: true, draw: (pen) => {
      wall(pen, stage, room, floor)
      if (room.window !== 'none' && !steps) windowOn(pen, stage, room, win)
      pen.style.finish(pen, stage.box)
    } },
    steps ? stairwell(stage, floor) : { name: 'furniture', depth: 0.55, draw: (pen) => room.furnish(pen, stage, floor) },
    ...foreground(stage),
  ]
}

const wall = (pen: Pen, stage: Stage, room: Room, floor: number) => {
  const { box } = stage
  const dim = pen.light.dark ? 0.36 : 0.1
  const plaster = darker(tint(pen, room.wall), dim)
  const boards = darker(tint(pen, room.floor), dim)
  pen.style.ground(pen, box, [darker(plaster, 0.25), plaster, lighter(plaster, 0.06)], floor)
  mass(pen, rect(box.x, floor, box.width, box.height), boards, { edge: false, texture: pen.style.name === 'gouache' ? 'wood' : 'none' })
  for (let i = -15; i <= 15; i++) line(pen, [[i * 0.1, floor], [i * 0.16, floor + 0.14], [i * 0.38, box.y + box.height]], 0.003, darker(boards, 0.4), 0.7)
  mass(pen, rect(box.x, floor - 0.022, box.width, 0.024), darker(plaster, 0.4), { edge: false })
  // The corner of the room, so that it has a side.
  const corner = stage.side * stage.aspect * 0.4
  const end = stage.side * (box.width / 2 + 0.1)
  mass(pen, polygon([[corner, box.y - 0.1], [corner, floor], [end, floor + 0.4], [end, box.y - 0.1]]), darker(plaster, 0.22), { texture: 'wall', weight: 0.003, edge: false })
  line(pen, [[corner, box.y], [corner, 0], [corner, floor]], 0.003, darker(plaster, 0.5))
}

type Pane = { x: number; y: number; w: number; h: number }

const windowOn = (pen: Pen, stage: Stage, room: Room, win: Pane) => {
  const { light } = pen
  const panes = room.window === 'row' ? [-1, 0, 1].map((i) => ({ ...win, x: i * stage.aspect * 0.36, w: stage.aspect * 0.3 })) : room.window === 'wide' ? [{ ...win, w: win.w * 1.6 }] : [win]
  for (const pane of panes) {
    view(pen, stage, pane)
    const { x, y, w, h } = pane
    const frame = darker(tint(pen, hex('#6b4a30')), light.dark ? 0.35 : 0.05)
    const bars = room.window === 'lattice' ? 5 : room.window === 'arch' ? 3 : room.window === 'wide' && modernTimes(stage.scene) ? 1 : 2
    const thick = room.window === 'lattice' ? 0.006 : 0.011
    for (let k = 0; k <= bars; k++) {
      const along = x - w / 2 + (k * w) / bars
      line(pen, [[along, y - h / 2], [along, y], [along, y + h / 2]], thick, frame)
      const down = y - h / 2 + (k * h) / bars
      line(pen, [[x - w / 2, down], [x, down], [x + w / 2, down]], thick, frame)
    }
    mass(pen, rect(x - w / 2 - 0.02, y + h / 2 - 0.006, w + 0.04, 0.026), frame, {})
  }
  onFloor(pen, stage, panes[0] ?? win)
}

/** What the hour and the town are doing outside. */
const view = (pen: Pen, stage: Stage, { x, y, w, h }: Pane) => {
  const { context, light, random } = pen
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
  const { place, alsoPlaces } = stage.scene
  if (modernTimes(stage.scene) && (['cafe', 'office', 'shop', 'train', 'hall'].includes(place) || alsoPlaces.some((also) => also === 'city' || also === 'street'))) {
    for (const [row, tone] of [mix(light.far, light.mist, 0.3), light.mid].entries()) for (let bx = x - w / 2 - 0.05; bx < x + w / 2; bx += random.range(0.05, 0.09)) {
      const high = h * (0.75 - row * 0.25) * random.range(0.5, 1)
      const wide = random.range(0.05, 0.08)
      dab(pen, rect(bx, y + h / 2 - high, wide, high), tone)
      for (let k = 0; k < 14; k++) if (random.chance(light.dark ? 0.4 : 0.12)) dab(pen, rect(bx + 0.008 + (k % 3) * 0.018, y + h / 2 - high + 0.012 + Math.floor(k / 3) * 0.026, 0.009, 0.012), light.dark ? light.lamp : lighter(tone, 0.3), 0.9)
    }
    if (stage.scene.weather === 'rain' || stage.scene.weather === 'storm') for (let k = 0; k < 22; k++) {
      const [rx, ry] = [random.range(x - w / 2, x + w / 2), random.range(y - h / 2, y + h / 2)]
      line(pen, [[rx, ry], [rx - 0.002, ry + 0.02], [rx - 0.004, ry + 0.045]], 0.0025, light.glint, 0.4)
    }
  } else for (const [k, tone] of [light.far, light.mid].entries()) mass(pen, blob([[x - w * 0.6, y + h * 0.6], [x - w * 0.45, y + h * (0.12 + k * 0.2)], [x - w * 0.15, y + h * (0.22 + k * 0.14)], [x + w * 0.1, y + h * (0.02 + k * 0.28)], [x + w * 0.45, y + h * (0.2 + k * 0.06)], [x + w * 0.6, y + h * 0.6]]), tone, { edge: false })
  context.restore()
}

/** The window's light on the floor and the wall: through blinds in the noir. */
const onFloor = (pen: Pen, stage: Stage, { x, w }: Pane) => {
  const blinds = pen.style.name === 'noir'
  const colour: Rgb = blinds ? pen.light.paper : pen.light.halo
  const [near, far] = [0.3 * stage.side, 0.45 * stage.side]
  for (let k = 0; k < (blinds ? 7 : 1); k++) {
    const [top, foot] = [0.32 + k * 0.05, (blinds ? 0.345 : 0.55) + k * 0.05]
    dab(pen, polygon([[x - w * 0.5 + near, top], [x + w * 0.5 + near, top], [x + w * 0.62 + far, foot], [x - w * 0.4 + far, foot]]), colour, blinds ? 0.5 : 0.16)
  }
  if (blinds) for (let k = 0; k < 8; k++) dab(pen, polygon([[x + 0.5 * stage.side - 0.3, -0.42 + k * 0.06], [x + 0.5 * stage.side + 0.34, -0.36 + k * 0.06], [x + 0.5 * stage.side + 0.34, -0.336 + k * 0.06], [x + 0.5 * stage.side - 0.3, -0.396 + k * 0.06]]), colour, 0.3)
}
