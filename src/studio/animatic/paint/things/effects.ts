import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Moment } from '../../composition.ts'
import { css, hex, lighter } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Drawing } from './drawing.ts'

const fire = (pen: Pen, kind: string) => {
  const grey = pen.style.name === 'noir' || pen.style.name === 'pencil'
  glow(pen, 0, -0.4, 1.3, pen.light.lamp, 0.65)
  if (kind === 'campfire') for (const turn of [-0.3, 0.3, 0.05]) mass(pen, taper([[-0.4, -0.04 - turn * 0.2], [0.4, -0.04 + turn * 0.2]], 0.09, 0.08), tint(pen, hex('#4a3424')), { weight: 0.01 })
  for (const [size, colour] of [[1, hex('#c2402a')], [0.72, hex('#ec8a34')], [0.42, hex('#ffdc7a')]] as const) {
    dab(pen, blob([[0, -size], [0.1 * size, -0.7 * size], [0.26 * size, -0.5 * size], [0.3 * size, -0.2 * size], [0.12 * size, 0], [-0.14 * size, 0], [-0.32 * size, -0.22 * size], [-0.22 * size, -0.44 * size], [-0.16 * size, -0.66 * size], [-0.04, -0.6 * size]]), grey ? lighter(pen.light.fore, size < 0.5 ? 1 : size < 0.9 ? 0.75 : 0.5) : colour, 0.94)
  }
}

const smoke = (pen: Pen) => {
  for (let i = 0; i < 14; i++) {
    const t = i / 13
    const r = 0.06 + t * 0.17
    const x = Math.sin(t * 4) * 0.1 + pen.random.range(-0.05, 0.05) + t * 0.16
    const puff = pen.context.createRadialGradient(x, -t, 0, x, -t, r)
    const colour = pen.light.dark ? pen.light.far : pen.light.mid
    puff.addColorStop(0, css(colour, 0.5 * (1 - t * 0.6)))
    puff.addColorStop(1, css(colour, 0))
    pen.context.fillStyle = puff
    pen.context.fillRect(x - r, -t - r, r * 2, r * 2)
  }
}

const lightning = (pen: Pen) => {
  const bolt = [[0, -1], [0.08, -0.72], [-0.06, -0.6], [0.1, -0.3], [0, -0.24], [0.06, 0]] as const
  glow(pen, 0, -0.6, 0.9, pen.light.glint, 0.5)
  line(pen, [...bolt], 0.03, pen.light.glint)
  line(pen, [[-0.06, -0.6], [-0.2, -0.45], [-0.24, -0.3]], 0.016, pen.light.glint)
}

const water = (pen: Pen, kind: string) => {
  const rough = kind === 'wave' ? 0.16 : 0.03
  for (let i = 0; i < 7; i++) line(pen, soften([-1, -0.5, 0, 0.5, 1].map((u, k) => [u * (0.5 + i * 0.09), -0.9 + i * 0.14 + (k % 2 === 0 ? rough : -rough)] as const), false, 4), 0.03 + i * 0.006, i % 2 === 0 ? pen.light.glint : pen.light.water[1], 0.7)
}

const orb = (pen: Pen, kind: string) => {
  glow(pen, 0, 0, 1.4, pen.light.halo, 0.5)
  if (kind === 'star') {
    dab(pen, polygon(Array.from({ length: 8 }, (_, i) => [Math.cos(i * 0.785) * (i % 2 === 0 ? 0.5 : 0.1), Math.sin(i * 0.785) * (i % 2 === 0 ? 0.5 : 0.1)] as const)), pen.light.disc)
    return
  }
  mass(pen, ellipse(0, 0, 0.5, 0.5), kind === 'sun' ? tint(pen, hex('#f2a33c')) : pen.light.disc, { edge: pen.style.name === 'pencil' })
}

const falling = (pen: Pen, kind: string) => {
  for (let i = 0; i < 40; i++) {
    const [x, y] = [pen.random.range(-0.5, 0.5), pen.random.range(-0.5, 0.5)]
    if (kind === 'rain') line(pen, [[x, y], [x - 0.01, y + 0.05], [x - 0.02, y + 0.1]], 0.008, pen.light.glint, 0.6)
    else dab(pen, ellipse(x, y, 0.012, 0.012), pen.light.glint, 0.9)
  }
}

export const effects: Record<string, Drawing> = {
  fire: { tall: 0.9, wide: 0.8, draw: fire }, campfire: { tall: 0.6, wide: 1, draw: fire }, smoke: { tall: 3, wide: 0.7, draw: smoke }, lightning: { tall: 9, wide: 0.5, draw: lightning },
  ripple: { tall: 0.4, wide: 2, draw: water }, wave: { tall: 0.8, wide: 2, draw: water }, moon: { tall: 2, wide: 1, air: true, draw: orb }, sun: { tall: 2, wide: 1, air: true, draw: orb },
  star: { tall: 0.4, wide: 1, air: true, draw: orb }, rain: { tall: 3, wide: 1, air: true, draw: falling }, snow: { tall: 3, wide: 1, air: true, draw: falling },
}

/** Flames lick and smoke climbs: a dozen dabs a frame. `size` in frame heights. */
export const burning = (kind: string, x: number, y: number, size: number, pale: boolean) => (context: SKRSContext2D, time: Moment): void => {
  const smoking = kind === 'smoke'
  for (let i = 0; i < 9; i++) {
    const t = (time.seconds * (smoking ? 0.16 : 0.75) + i / 9) % 1
    const sway = Math.sin(time.seconds * 2.1 + i * 1.9) * 0.06 * size * t
    context.globalAlpha = smoking ? 0.16 * (1 - t) : 0.55 * (1 - t)
    context.fillStyle = smoking || pale ? '#c9c9c9' : i % 3 === 0 ? '#ffd873' : '#f08a3a'
    const r = size * (smoking ? 0.06 + t * 0.13 : 0.075 * (1 - t) + 0.008)
    context.beginPath()
    context.ellipse(x + sway + (i % 3 - 1) * size * 0.06, y - t * size * (smoking ? 1 : 1.15), r * 0.8, r * (smoking ? 0.8 : 1.5), 0, 0, 6.3)
    context.fill()
  }
  context.globalAlpha = 1
}
