import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Moment } from '../../composition.ts'
import { css, darker, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import type { Random } from '../seeded.ts'
import { polygon, rect } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { cliffSpan, redOchre } from './ridges.ts'
import type { CliffOptions } from './ridges.ts'
import { band } from '../stage.ts'

export type Sheet = { rough: number; colour?: readonly [Rgb, Rgb]; cliff?: CliffOptions }

/** Water from the horizon to our feet: ripples that widen as they near, the moon broken on them. */
export const waterLayer = (stage: Stage, sheet: Sheet, depth = 0.55): Draft => {
  const top = stage.horizon
  const box = band(stage, top, 9)
  const glints = scatterGlints(stage, box.y, stage.random('glints'))
  const colour = stage.disc === null ? null : stage.scene.look
  return {
    name: 'water', depth, box,
    draw: (pen) => paintWater(pen, stage, box.y, sheet),
    live: shimmer(glints, colour === 'pencil' ? 'rgba(90,92,98,' : 'rgba(255,246,218,', stage.scene.look === 'flat' ? 0.0032 : 0.0021),
  }
}

export const paintWater = (pen: Pen, stage: Stage, top: number, sheet: Sheet): void => {
  const { context, light, random } = pen
  const { box, disc } = stage
  const [far, near] = sheet.colour ?? light.water
  const bottom = box.y + box.height
  if (pen.style.name === 'flat') {
    for (let i = 0; i < 6; i++) {
      context.fillStyle = css(mix(far, near, i / 5))
      const y = top + (bottom - top) * (i / 6) ** 1.5
      context.fillRect(box.x, y, box.width, bottom - y)
    }
  } else {
    const wash = context.createLinearGradient(0, top, 0, bottom)
    wash.addColorStop(0, css(far))
    wash.addColorStop(0.3, css(mix(far, near, 0.5)))
    wash.addColorStop(1, css(near))
    context.fillStyle = wash
    context.fillRect(box.x, top, box.width, bottom - top)
    if (pen.style.name === 'pencil') mass(pen, rect(box.x, top + (bottom - top) * 0.55, box.width, bottom), near, { edge: false, texture: 'wood', fade: 0 })
  }
  if (sheet.cliff !== undefined) mirrored(pen, stage, sheet.cliff, top)
  if (stage.immense) swell(pen, stage, top, bottom, far, near)
  ripples(pen, stage, top, bottom, sheet, far, near)
  if (disc !== null) reflection(pen, disc, top, bottom, random)
  if (pen.style.name !== 'flat' && pen.style.name !== 'pencil') corner(pen, stage, bottom)
}

const ripples = (pen: Pen, stage: Stage, top: number, bottom: number, sheet: Sheet, far: Rgb, near: Rgb) => {
  const { random } = pen
  const { box } = stage
  const rows = pen.style.name === 'flat' ? 26 : 64
  for (let i = 0; i < rows; i++) {
    const t = (i / rows + random.range(0, 1 / rows)) ** 1.7
    const y = top + 0.004 + (bottom - top) * t
    const reach = 0.03 + 0.32 * t * (1 + stage.near)
    const pieces = pen.style.name === 'flat' ? 2 : Math.max(1, Math.round(3.4 - 2.2 * t))
    for (let k = 0; k < pieces; k++) {
      const x = random.range(box.x - reach / 2, box.x + box.width)
      const long = reach * random.range(0.4, 1.5)
      const wave = (0.0012 + 0.011 * t) * sheet.rough
      const base = mix(far, near, t)
      const tone = random.chance(0.58) ? darker(base, 0.22) : lighter(base, 0.24)
      const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((u) => [x + long * u, y + Math.sin(u * 6.28 * (1 + sheet.rough * 0.3) + i) * wave] as const)
      line(pen, points, (0.0012 + 0.0075 * t) * (0.7 + 0.3 * sheet.rough), tone, 0.5 - 0.16 * t)
    }
  }
}

/** Long hills of water, one behind the other, each with light on its back. */
const swell = (pen: Pen, stage: Stage, top: number, bottom: number, far: Rgb, near: Rgb) => {
  const { box } = stage
  for (let i = 0; i < 7; i++) {
    const t = ((i + 1) / 8) ** 1.6
    const y = top + (bottom - top) * t
    const high = 0.008 + 0.07 * t
    const crest = Array.from({ length: 25 }, (_, k) => [box.x + (box.width * k) / 24, y - high * (0.5 + 0.5 * Math.sin(k * (0.62 - 0.3 * t) + i * 2.4 + stage.scene.seed))] as const)
    mass(pen, polygon([...crest, [box.x + box.width, y + high * 1.3], [box.x, y + high * 1.3]]), mix(mix(far, near, t), near, 0.35), { edge: false, fade: 1, texture: 'none' })
    line(pen, crest, 0.0018 + 0.003 * t, lighter(mix(far, near, t), 0.3), 0.5)
  }
}

/** The cliff upside down, dissolving as it comes. */
const mirrored = (pen: Pen, stage: Stage, cliff: CliffOptions, top: number) => {
  const { edge, inner, height } = cliffSpan(stage, cliff)
  const colour = mix(tint(pen, cliff.colour ?? redOchre), pen.light.fore, 0.45)
  for (let i = 0; i < 30; i++) {
    const t = (i + pen.random.next()) / 30
    const to = edge + (inner - edge) * (1 - t * 0.45) + pen.random.range(-0.04, 0.04)
    const y = top + height * 0.5 * t
    line(pen, [[edge, y], [(edge + to) / 2, y + 0.004], [to, y]], 0.02 - 0.008 * t, colour, 0.42 * (1 - t))
  }
}

/** The path of light: whole at the horizon, broken at our feet. */
const reflection = (pen: Pen, disc: { x: number; y: number; r: number }, top: number, bottom: number, random: Random) => {
  const { context, light } = pen
  if (pen.style.name !== 'pencil' && pen.style.name !== 'flat') {
    context.save()
    context.translate(disc.x, top)
    context.scale(1, (bottom - top) / (disc.r * 3.2))
    const sheen = context.createRadialGradient(0, 0, 0, 0, 0, disc.r * 3.2)
    sheen.addColorStop(0, css(light.halo, 0.5))
    sheen.addColorStop(1, css(light.halo, 0))
    context.fillStyle = sheen
    context.fillRect(-disc.r * 3.2, 0, disc.r * 6.4, disc.r * 3.2)
    context.restore()
  }
  const colour = pen.style.name === 'pencil' ? light.paper : light.glint
  for (let i = 0; i < 58; i++) {
    const t = (i + random.range(0, 1)) / 58
    // The swell turns whole bands of it away from us.
    if (t > 0.12 && Math.sin(t * 23 + disc.x * 9) > 0.72) continue
    const y = top + 0.004 + (bottom - top) * t ** 1.35
    const spread = disc.r * (0.5 + 1.9 * t)
    const long = disc.r * random.range(0.3, 1.25) * (0.5 + 1.2 * t)
    const x = disc.x + random.range(-1, 1) * spread * (0.4 + 0.6 * random.next())
    const high = (0.0014 + 0.006 * t) * random.range(0.6, 1.2)
    line(pen, [[x - long / 2, y], [x, y + high * 0.5], [x + long / 2, y]], high * 1.6, colour, (0.92 - 0.55 * t) * (light.dark ? 1 : 0.7))
  }
}

const corner = (pen: Pen, stage: Stage, bottom: number) => {
  const { context, light } = pen
  const shade = context.createLinearGradient(0, bottom - 0.42, 0, bottom)
  shade.addColorStop(0, css(light.fore, 0))
  shade.addColorStop(1, css(light.fore, light.dark ? 0.55 : 0.25))
  context.fillStyle = shade
  context.fillRect(stage.box.x, bottom - 0.42, stage.box.width, 0.42)
}

type Glint = { x: number; y: number; long: number; phase: number; speed: number }

const scatterGlints = (stage: Stage, top: number, random: Random): Glint[] => {
  const bottom = 0.5
  return Array.from({ length: 34 }, (_, i) => {
    const t = random.next() ** 1.4
    const spread = stage.disc === null || i % 3 === 0 ? null : stage.disc.r * (0.8 + 2.4 * t)
    const x = spread === null || stage.disc === null ? random.range(-stage.aspect / 2, stage.aspect / 2) : stage.disc.x + random.range(-1, 1) * spread
    return { x, y: top + 0.006 + (bottom - top) * t, long: 0.006 + 0.035 * t * random.range(0.5, 1.4), phase: random.range(0, 6.28), speed: random.range(1.1, 2.6) }
  })
}

/** Lens-shaped flecks that open and close. */
const shimmer = (glints: Glint[], colour: string, width: number) => (context: SKRSContext2D, time: Moment) => {
  for (const glint of glints) {
    const wave = Math.sin(time.seconds * glint.speed + glint.phase)
    if (wave < 0.1) continue
    context.fillStyle = `${colour}${(wave * 0.75).toFixed(2)})`
    context.beginPath()
    context.ellipse(glint.x + wave * 0.003, glint.y, glint.long * (0.35 + 0.65 * wave), width * (0.35 + glint.long * 16), 0, 0, 6.3)
    context.fill()
  }
}
