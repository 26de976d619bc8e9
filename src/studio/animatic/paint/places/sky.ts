import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Moment } from '../../composition.ts'
import { css, darker, lighter, mix } from '../colour.ts'
import { at, dab, glow, mass, mist } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'

/** The opaque layer: air, sun or moon with its halo, stars, far cloud. */
export const skyLayer = (stage: Stage): Draft => {
  const { scene } = stage
  const points = stars(stage)
  return {
    name: 'sky', depth: 0.02, opaque: true,
    draw: (pen) => {
      pen.style.ground(pen, stage.box, pen.light.sky, stage.horizon)
      if (scene.magic && pen.light.dark) galaxy(pen, stage)
      if (stage.disc !== null) disc(pen, stage.disc, scene.sky.moon)
      for (const star of points) dab(pen, ellipse(star.x, star.y, star.r, star.r), pen.style.name === 'pencil' ? pen.light.paper : pen.light.disc, star.alpha)
      if (scene.weather !== 'clear' || scene.look !== 'ink-wash') clouds(pen, stage)
      if (stage.view === 'landscape' || stage.view === 'figures') mist(pen, stage.box.x, stage.box.width, stage.horizon - (scene.look === 'ink-wash' ? 0.32 : 0.2), stage.horizon + 0.14, pen.light.mist, scene.look === 'ink-wash' ? 0.72 : 0.5)
      pen.style.finish(pen, stage.box)
    },
    ...(points.length > 0 && scene.look !== 'pencil' ? { live: twinkle(points) } : {}),
  }
}

type Star = { x: number; y: number; r: number; alpha: number; phase: number }

const stars = (stage: Stage): Star[] => {
  const count = stage.scene.magic && stage.scene.hour === 'night' ? 150 : { none: 0, few: 14, many: 110 }[stage.scene.sky.stars]
  const random = stage.random('stars')
  return Array.from({ length: count }, () => ({
    x: random.range(stage.box.x, stage.box.x + stage.box.width),
    y: random.range(stage.box.y, Math.max(-0.3, stage.horizon - 0.18)),
    r: random.range(0.0008, 0.0024) * (count < 20 ? 1.4 : 1),
    alpha: random.range(0.35, 0.95), phase: random.range(0, 6.3),
  })).filter((star) => stage.disc === null || Math.hypot(star.x - stage.disc.x, star.y - stage.disc.y) > stage.disc.r * 2.2)
}

const twinkle = (points: Star[]) => (context: SKRSContext2D, time: Moment) => {
  context.fillStyle = 'rgba(255,250,230,0.9)'
  for (const star of points.slice(0, 26)) {
    const r = star.r * (0.4 + 0.9 * Math.max(0, Math.sin(time.seconds * 1.7 + star.phase)))
    context.beginPath()
    context.ellipse(star.x, star.y, r, r, 0, 0, 6.3)
    context.fill()
  }
}

/** The river of stars across a sky where anything may happen. */
const galaxy = (pen: Pen, stage: Stage) => {
  const { random, light } = pen
  const along = (t: number) => [stage.box.x + stage.box.width * t, -0.12 - stage.side * (t - 0.5) * 0.62] as const
  for (let i = 0; i < 16; i++) {
    const [x, y] = along(random.next())
    glow(pen, x, y + random.range(-0.04, 0.04), random.range(0.12, 0.26), i % 3 === 0 ? light.halo : light.sky[2], 0.14)
  }
  if (pen.style.name === 'pencil') return
  pen.context.fillStyle = css(light.disc, 0.75)
  pen.context.beginPath()
  for (let i = 0; i < 260; i++) {
    const [x, y] = along(random.next())
    const r = random.range(0.0006, 0.0019)
    const off = random.range(-1, 1) * random.range(0.02, 0.13)
    pen.context.rect(x, y + off, r, r)
  }
  pen.context.fill()
}

/** 烘云托月: the paper is left for the moon, and wet washes bloom about it. */
const wetHalo = (pen: Pen, { x, y, r }: { x: number; y: number; r: number }) => {
  const { random, light, context } = pen
  for (let i = 0; i < 14; i++) {
    const turn = random.range(0, 6.28)
    const away = r * random.range(1.6, 4.6)
    const size = r * random.range(1.1, 2.6)
    const tone = i % 3 === 0 ? darker(light.sky[1], 0.25) : mix(light.halo, light.mist, 0.5)
    context.save()
    context.translate(x + Math.cos(turn) * away * 1.5, y + Math.sin(turn) * away * 0.6)
    context.scale(2.2, 0.62)
    const bloom = context.createRadialGradient(0, 0, size * 0.2, 0, 0, size)
    bloom.addColorStop(0, css(tone, 0.15))
    bloom.addColorStop(0.6, css(tone, 0.1))
    bloom.addColorStop(1, css(tone, 0))
    context.fillStyle = bloom
    context.fillRect(-size, -size, size * 2, size * 2)
    context.restore()
  }
}

const disc = (pen: Pen, { x, y, r }: { x: number; y: number; r: number }, moon: boolean) => {
  const { light, style } = pen
  const rings = style.name === 'flat'
  if (rings) {
    for (const [reach, alpha] of [[3.4, 0.16], [2.3, 0.22], [1.5, 0.3]] as const) dab(pen, ellipse(x, y, r * reach, r * reach), light.halo, alpha)
  } else if (style.name !== 'pencil') {
    glow(pen, x, y, r * 8, light.halo, light.dark ? 0.42 : 0.5)
    if (style.name === 'ink-wash') wetHalo(pen, { x, y, r })
    glow(pen, x, y, r * 2.6, light.disc, 0.55)
  }
  dab(pen, ellipse(x, y, r, r), light.disc)
  if (style.name === 'pencil') {
    mass(pen, ellipse(x, y, r, r), light.disc)
    for (let k = 2; k < 4; k++) pen.style.line(pen, ellipse(x, y, r * (0.8 + k * 0.35), r * (0.8 + k * 0.35)).edge.slice(0, 22), 0.001, light.ink, 0.3)
  }
  if (!moon) return
  pen.context.save()
  pen.context.clip(ellipse(x, y, r, r).path)
  const sea = mix(light.disc, light.sky[1], 0.3)
  for (const [dx, dy, w, h] of [[-0.3, -0.25, 0.42, 0.3], [0.22, 0.05, 0.36, 0.26], [-0.1, 0.45, 0.4, 0.2], [0.4, -0.45, 0.2, 0.16]] as const) dab(pen, ellipse(x + dx * r, y + dy * r, w * r, h * r, 0.4), sea, 0.38)
  pen.context.restore()
}

const clouds = (pen: Pen, stage: Stage) => {
  const { random } = pen
  const heavy = { clear: 3, wind: 5, cloud: 9, snow: 6, fog: 2, rain: 9, storm: 13 }[stage.scene.weather]
  const height = stage.horizon + 0.5
  const colour = pen.light.dark ? mix(pen.light.sky[1], pen.light.sky[2], 0.45) : lighter(pen.light.sky[2], 0.3)
  for (let i = 0; i < heavy; i++) {
    const v = random.range(0.08, 0.8)
    const size = (1.1 - v * 0.75) * random.range(0.28, 0.6)
    at(pen, random.range(stage.box.x, stage.box.x + stage.box.width), -0.5 + height * v, size, (local) => cloud(local, stage.scene.weather === 'storm' ? mix(colour, pen.light.fore, 0.45) : colour, 0.75))
  }
}

/** A long low cloud, one unit wide. */
export const cloud = (pen: Pen, colour = pen.light.mist, alpha = 0.9): void => {
  const { random, context } = pen
  const flat = pen.style.name === 'flat' || pen.style.name === 'pencil'
  if (flat) {
    mass(pen, blob([[-0.5, 0], [-0.4, -0.07], [-0.24, -0.08], [-0.12, -0.16], [0.06, -0.15], [0.16, -0.09], [0.34, -0.1], [0.5, 0], [0.2, 0.02], [-0.2, 0.015]]), colour)
    return
  }
  for (let k = 0; k < 7; k++) {
    const x = random.range(-0.4, 0.4)
    const r = random.range(0.1, 0.24) * (1 - Math.abs(x))
    const puff = context.createRadialGradient(0, 0, 0, 0, 0, r)
    puff.addColorStop(0, css(colour, alpha * 0.5))
    puff.addColorStop(1, css(colour, 0))
    context.save()
    context.translate(x, random.range(-0.03, 0.03))
    context.scale(1.9, 0.55)
    context.fillStyle = puff
    context.fillRect(-r, -r, r * 2, r * 2)
    context.restore()
  }
}
