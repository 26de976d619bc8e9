import type { Thing } from '../../scene.ts'
import { figure } from '../people/figure.ts'
import { personOf } from '../people/person.ts'
import { at } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { still } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import type { Cast } from '../subjects.ts'
import { lanternOn, motorBoat, sailBoat, sampanBack, sampanFront, wake, wineTable } from '../things/boats.ts'
import { fleet } from '../things/fleet.ts'
import { warShip } from '../things/war-junk.ts'

/** Boats and whoever sits in them. */
export const afloat = (stage: Stage, boat: Thing): Cast => {
  if (boat.kind === 'fleet' || boat.count >= 5 || (boat.kind === 'ship' && boat.count > 1)) return armada(stage, boat)
  const { scene } = stage
  const length = boatLength(stage, boat)
  const crew = scene.figures.slice(0, 4)
  const middle = seats(crew.length).reduce((sum, seat) => sum + seat, 0) / Math.max(1, crew.length)
  const x = crew.length > 0 && stage.view === 'figures' ? (scene.size === 'full' ? -stage.side * 0.06 : -middle * length * (turned(stage) ? -1 : 1) + stage.side * stage.aspect * ([0.02, 0.05, 0.1, -0.04][scene.variant % 4] ?? 0)) : stage.side * stage.aspect * ([0.14, 0.2, 0.1, 0.17][scene.variant % 4] ?? 0.14)
  const seated = length * 0.425 * 0.56
  const y = stage.view === 'figures' ? (({ full: 0.27, 'medium-full': 0.33, medium: 0.37, 'medium-close': 0.62 } as Record<string, number>)[scene.size] ?? 0.3) + ([0, -0.04, 0.05, 0.04][scene.variant % 4] ?? 0)
    : stage.horizon + (0.5 - stage.horizon) * ([0.42, 0.5, 0.34, 0.46][scene.variant % 4] ?? 0.42)
  const drift = boat.moves === 'still' ? 0.012 : 0.05
  const way = boat.moves === 'left' ? -1 : boat.moves === 'right' ? 1 : -stage.side
  const box = { x: x - length * 0.78, y: y - Math.max(length * (boat.kind === 'ship' ? 1.05 : 0.42), seated * 1.6), width: length * 1.56, height: Math.max(length * (boat.kind === 'ship' ? 1.05 : 0.42), seated * 1.6) + length * 0.2 }
  const draft: Draft = {
    name: 'boat', depth: 1, box,
    draw: (pen) => at(pen, x, y, length, (local) => drawBoat(turned(stage) ? { ...local, light: { ...local.light, side: -local.light.side as 1 | -1 } } : local, stage, boat), 0, turned(stage)),
    pose: (time) => ({ ...still, x: way * drift * (time.progress - 0.5), y: Math.sin(time.seconds * 1.15) * 0.0035, angle: Math.sin(time.seconds * 0.9 + 0.6) * 0.009 }),
  }
  const main = crew.findIndex((who) => who.main)
  return { drafts: [draft], focus: { x: x + (crew.length > 1 && main >= 0 ? seats(crew.length)[main] ?? 0 : 0.1) * length * (turned(stage) ? -1 : 1) * (stage.view === 'figures' ? 1 : 0), y: y - seated * 0.85 } }
}

/** Every other candidate sees the boat from its other side. */
const turned = (stage: Stage) => stage.scene.variant % 2 === 1

const boatLength = (stage: Stage, boat: Thing): number => {
  const scale = { tiny: 0.55, small: 0.8, normal: 1, large: 1.25, huge: 1.6 }[boat.scale]
  if (stage.view !== 'landscape' && boat.scale === 'tiny' && stage.scene.figures.length === 0) return Math.min(stage.aspect * 0.3, 0.2)
  if (stage.view === 'landscape') {
    const base = { 'extreme-wide': 0.09, wide: 0.26, full: 0.3 }[stage.scene.size as 'wide'] ?? 0.4
    return Math.min(stage.aspect * 0.6, base * scale * (boat.kind === 'ship' ? 1.5 : 1))
  }
  const full = stage.scene.size === 'full'
  const fits = full ? stage.aspect * 0.86 : (stage.aspect * 0.94) / (stage.scene.figures.length > 1 ? 0.58 : 0.4)
  // The candidates stand nearer or farther within the size.
  return Math.min(fits, stage.person * 2.05 * (full ? 0.9 : 0.78) * ([1, 0.84, 1.07, 0.92][stage.scene.variant % 4] ?? 1))
}

const seats = (crew: number): number[] => crew === 1 ? [0.16] : crew === 2 ? [0.335, 0.02] : crew === 3 ? [0.32, 0.17, 0.02] : [0.33, 0.23, 0.12, 0.01]

const drawBoat = (pen: Pen, stage: Stage, boat: Thing) => {
  const modern = stage.scene.era === 'modern' || stage.scene.era === 'future'
  if (boat.kind === 'ship' && !modern) return at(pen, 0, 0, 0.95, (local) => warShip(local, boat.moves === 'toward'))
  wake(pen)
  if (modern) return boat.kind === 'ship' || stage.scene.figures.length === 0 ? motorBoat(pen) : sailBoat(pen)
  sampanBack(pen)
  const crew = stage.scene.figures.slice(0, 4)
  const tall = stage.view === 'landscape' ? 0.4 : 0.425
  if (crew.length === 2 && pen.scale > 0.3) at(pen, 0.178, -0.04, 0.09, wineTable)
  const places = seats(crew.length)
  crew.forEach((who, i) => {
    const facing = crew.length > 1 ? (i === 0 ? 'left' : 'right') : who.facing === 'camera' || who.facing === 'away' ? (stage.side > 0 ? 'left' : 'right') : who.facing
    const standing = who.posture === 'stand' || (who.posture === 'row' && crew.length > 2)
    at(pen, places[i] ?? 0, -0.035, tall, (local) => figure(local, { ...who, facing, posture: standing ? 'stand' : who.posture === 'row' ? 'row' : 'sit' }, personOf(who, stage.scene.era)))
  })
  sampanFront(pen)
  if (stage.scene.hour === 'night' && pen.scale > 0.12) lanternOn(pen, -0.1, -0.165, 0.014)
}

/** A fleet fills the water to the horizon and comes on. */
const armada = (stage: Stage, boat: Thing): Cast => {
  const waters = { left: stage.box.x, width: stage.box.width, horizon: stage.horizon, bottom: stage.scene.size === 'extreme-wide' ? 0.34 : 0.5, side: stage.side }
  const grows = boat.moves === 'toward' ? 0.22 : 0.05
  return {
    focus: { x: 0, y: stage.horizon - 0.06 },
    drafts: [{
      name: 'fleet', depth: 0.9, box: stage.box,
      draw: (pen) => fleet(pen, waters, boat.kind === 'fleet' ? Math.max(boat.count, 40) : boat.count),
      pose: (time) => ({ ...still, scale: 1 + grows * time.progress, y: grows * 0.16 * time.progress + Math.sin(time.seconds * 0.9) * 0.002 }),
    }],
  }
}
