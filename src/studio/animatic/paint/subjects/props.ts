import type { Thing } from '../../scene.ts'
import type { Rgb } from '../colour.ts'
import { hex, mix } from '../colour.ts'
import { at, dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect } from '../shape.ts'
import { indoors, onWater, still } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import { burning } from '../things/effects.ts'
import { measure, thing } from '../things/index.ts'

const own = ['boat', 'sampan-oar', 'fleet', 'rain', 'snow', 'moon', 'sun', 'star', 'mist', 'ripple', 'wave', 'petal', 'leaf']
const flocks = ['bird', 'crow', 'crane', 'goose', 'mayfly', 'fish']
const burns = ['fire', 'campfire', 'smoke']

/** Everything in the shot beside the people and their boat. */
export const props = (stage: Stage, taken: { x: number; half: number }): Draft[] => {
  const armada = stage.scene.things.some((item) => item.kind === 'fleet')
  const things = stage.scene.things.filter((item) => (item.icon !== null || !own.includes(item.kind)) && !(armada && ['banner', 'flag', 'spear', 'ship'].includes(item.kind)))
  const held = stage.scene.figures.flatMap((who) => who.doing)
  const birds = things.filter((item) => item.icon === null && (flocks.includes(item.kind) || item.kind === 'cloud'))
  const grounded = things.filter((item) => !birds.includes(item) && !held.includes(item.kind) && atHome(stage, item)).slice(0, 6)
  return [...(grounded.length > 0 ? grounded.map((item, i) => standing(stage, item, i, grounded.length, taken)) : []), ...birds.map((item) => flock(stage, item)), ...(stage.scene.magic ? [motes(stage)] : [])]
}

/** Furniture stands in rooms and a room has its own; a lamp for a desk or an envelope needs a table under it. */
const atHome = ({ scene, view }: Stage, item: Thing): boolean => {
  if (item.icon === null && fittings.includes(item.kind)) return indoors(scene) && view === 'thing' && item.main && !['stairs', 'door', 'window'].includes(item.kind)
  if (item.icon !== null && !indoors(scene) && (item.stands === 'table' || item.stands === 'wall')) return item.main && view !== 'landscape'
  return !(indoors(scene) && item.icon === null && measure(item.kind, false).tall > 2.5)
}
const fittings = ['door', 'window', 'bed', 'table', 'chair', 'stairs', 'bookshelf', 'candle']

const scales = { tiny: 0.35, small: 0.65, normal: 1, large: 1.6, huge: 2.6 }

const standing = (stage: Stage, item: Thing, i: number, of: number, taken: { x: number; half: number }): Draft => {
  const size = measure(item.kind, item.icon !== null)
  const person = stage.view === 'landscape' ? Math.max(stage.person, item.main ? 0.1 : 0.06) : Math.min(stage.person, 1.4)
  const wall = item.stands === 'wall'
  const many = Math.min(item.count, 24)
  const tableTop = item.stands === 'table' || item.stands === 'hand'
  // What is taller than a house stands behind the people, on the land's edge.
  const behind = stage.view !== 'landscape' && size.tall > 2.5 && !wall
  const limit = behind ? Math.min(0.56, stage.horizon + 0.48) : stage.view === 'landscape' ? (item.main ? 0.62 : 0.4) : 0.62
  const small = stage.view !== 'landscape' && tableTop ? 0.5 : 1
  const high = Math.min(limit, (stage.aspect * (item.main ? 0.6 : 0.42)) / size.wide, Math.max(item.main ? 0.16 : 0.05, person * size.tall * scales[item.scale] * small))
  const side = i % 2 === 0 ? -stage.side : stage.side
  const base = stage.view === 'landscape' ? stage.horizon + (0.5 - stage.horizon) * (size.tall > 2 ? 0.16 : 0.45 + i * 0.06) : tableTop ? 0.47 : 0.43
  const y = behind ? stage.horizon + 0.035 : wall ? -0.08 : item.stands === 'water' ? stage.horizon + (0.5 - stage.horizon) * 0.5 : size.air || item.stands === 'air' || item.stands === 'sky' ? -0.18 : base
  const open = taken.half > 0 ? taken.x + side * (taken.half + high * size.wide * 0.5 + 0.02) : side * stage.aspect * (0.16 + 0.1 * Math.floor(i / 2))
  const reach = stage.aspect / 2 - high * size.wide * 0.3
  const x = of === 1 && taken.half === 0 ? stage.side * stage.aspect * 0.12 : Math.max(-reach, Math.min(reach, open))
  const islet = onWater(stage.scene) && item.stands === 'ground' && size.tall > 1.5 && item.icon === null
  const spread = many > 1 ? stage.aspect : high * size.wide * 0.5 + high * 0.25
  const fire = burns.includes(item.kind) && item.icon === null
  return {
    name: `${item.kind} ${i}`, depth: behind ? 0.58 : stage.view === 'landscape' && size.tall > 2 ? 0.7 : 0.95,
    ...(many === 1 && !size.air && !lit.includes(item.kind) && !islet ? { box: { x: x - spread, y: y - high * 1.25, width: spread * 2, height: high * 1.5 } } : {}),
    draw: (pen) => {
      if (islet) rocks(pen, stage, x, y, high * size.wide)
      if (tableTop && stage.view !== 'landscape' && indoors(stage.scene) && i === 0) mass(pen, rect(stage.box.x, 0.4, stage.box.width, 0.3), tint(pen, hex('#70502f')), { texture: 'wood' })
      if (pen.style.name === 'flat' && !size.air) dab(pen, ellipse(x - stage.lit * high * 0.3, y, high * size.wide * 0.5, high * 0.04), pen.light.fore, 0.3)
      const spots = Array.from({ length: many }, (_, k) => k === 0 ? { x, y, s: 1 } : { x: x + pen.random.range(-0.5, 0.5) * stage.aspect * Math.min(1, 0.25 + many * 0.05), y: y + pen.random.range(-0.06, 0.04), s: pen.random.range(0.6, 1) }).sort((a, b) => a.y - b.y)
      for (const spot of spots) thing(pen, item.kind, item.icon, spot.x, spot.y, high * spot.s, item.icon === null && item.moves === 'left')
    },
    ...(fire ? { live: burning(item.kind, x, y - high * 0.1, high, stage.scene.look === 'noir' || stage.scene.look === 'pencil') } : {}),
    ...(item.moves === 'still' ? {} : { pose: (time) => ({ ...still, x: ({ left: -1, right: 1 } as Record<string, number>)[item.moves] === undefined ? 0 : (({ left: -1, right: 1 } as Record<string, number>)[item.moves] ?? 0) * 0.16 * (time.progress - 0.5), y: item.moves === 'up' ? -0.12 * time.progress : item.moves === 'down' ? 0.12 * time.progress : 0, scale: item.moves === 'toward' ? 1 + 0.25 * time.progress : item.moves === 'away' ? 1 - 0.2 * time.progress : 1 }) }),
  }
}

/** Things whose light reaches far past them. */
const lit = ['lighthouse', 'lantern', 'street-lamp', 'campfire', 'fire', 'candle', 'smoke']

/** A tower by the sea stands on its rock, with the surf about it. */
export const rocks = (pen: Pen, stage: Stage, x: number, y: number, wide: number) => {
  const stone = mix(tint(pen, hex('#6d675f')), pen.light.near, 0.35)
  const half = Math.max(wide * 0.9, 0.09)
  const inland = -stage.side
  const crest = [[-2.6, 0.34], [-1.9, 0.2], [-1.3, 0.05], [-0.7, -0.02], [0.5, -0.03], [1, 0.06], [1.5, 0.22], [1.9, 0.36]].map(([u = 0, v = 0]) => [x - inland * u * half, y + v * half + pen.random.range(-0.006, 0.006)] as const)
  mass(pen, polygon([...crest, ...[...crest].reverse().map(([px], i) => [px, y + half * 0.42 + (i % 2) * 0.006] as const)]), stone, { texture: 'rock', weight: 0.004, edge: 'top' })
  for (let i = 0; i < 9; i++) {
    const px = x - inland * half * (-2.7 + i * 0.55) + pen.random.range(-0.02, 0.02)
    line(pen, [[px - half * 0.35, y + half * 0.42], [px, y + half * 0.38], [px + half * 0.35, y + half * 0.43]], 0.006, pen.light.glint, 0.6)
  }
}

/** A flock strung across the upper third: large and few in a near shot, specks in a wide one. */
const flock = (stage: Stage, item: Thing): Draft => {
  const many = item.kind === 'cloud' ? 3 : Math.min(26, item.count === 1 && !item.main ? 3 : item.count)
  const way = item.moves === 'left' ? -1 : 1
  const base = { landscape: 0.05, figures: 0.075, face: 0.09, thing: 0.2, texture: 0.12 }[stage.view] * (item.main ? 1.5 : 1) * (item.kind === 'crane' ? 1.8 : item.kind === 'mayfly' ? 1.5 : item.kind === 'cloud' ? 5 : 1) * (item.scale === 'huge' || item.scale === 'large' ? 1.5 : 1)
  const underwater = item.kind === 'fish'
  return {
    name: item.kind, depth: 0.75,
    draw: (pen) => {
      const x0 = stage.disc === null ? 0 : stage.disc.x * 0.55
      const y0 = underwater ? (stage.scene.place === 'underwater' ? 0 : 0.3) : stage.disc === null ? -0.2 : stage.disc.y * 0.6
      const far: Rgb = mix(pen.light.fore, pen.light.mist, 0.1)
      for (let k = 0; k < many; k++) {
        const t = many === 1 ? 0.5 : k / (many - 1)
        const x = many === 1 ? x0 + stage.side * 0.06 : x0 + (t - 0.5) * stage.aspect * 0.72 * (underwater ? 1 : way) + pen.random.range(-0.06, 0.06)
        const y = y0 + (item.kind === 'goose' ? Math.abs(t - 0.5) * 0.24 : -(t - 0.4) * 0.16) + pen.random.range(-0.06, 0.06)
        const size = base * pen.random.range(0.55, 1.15)
        at(pen, x, Math.max(-0.46, y), 1, (local) => thing({ ...local, light: { ...local.light, ink: far } }, item.kind, null, 0, 0, many === 1 ? base * 1.6 : size, way < 0), (item.kind === 'mayfly' ? pen.random.range(-0.7, 0.7) : -0.1 * way))
      }
    },
    pose: (time) => ({ ...still, x: way * 0.22 * (time.progress - 0.5), y: Math.sin(time.seconds * 2.2) * 0.006 - 0.03 * time.progress }),
  }
}

/** Otherworldly light adrift. */
const motes = (stage: Stage): Draft => {
  const random = stage.random('motes')
  const points = Array.from({ length: 44 }, () => ({ x: random.range(-0.5, 0.5) * stage.aspect, y: random.range(-0.5, 0.5), r: random.range(0.0012, 0.0055), phase: random.range(0, 6.28) }))
  return {
    name: 'motes', depth: 1.25,
    draw: (pen) => { for (const point of points.slice(0, 14)) glow(pen, point.x, point.y, point.r * 9, pen.light.lamp, 0.5) },
    live: (context, time) => {
      context.fillStyle = 'rgba(255,236,178,0.9)'
      for (const point of points) {
        context.globalAlpha = 0.35 + 0.6 * Math.max(0, Math.sin(time.seconds * 1.3 + point.phase))
        context.beginPath()
        context.ellipse(point.x + Math.sin(time.seconds * 0.5 + point.phase) * 0.02, point.y - ((time.seconds * 0.012 + point.phase) % 0.1), point.r, point.r, 0, 0, 6.3)
        context.fill()
      }
      context.globalAlpha = 1
    },
  }
}
