import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Rgb } from './colour.ts'
import { css, mix } from './colour.ts'
import type { Light, Manner, Style } from './looks/style.ts'
import type { Random } from './seeded.ts'
import type { Point, Shape } from './shape.ts'

/** What every drawing gets: where to draw, in whose manner, by which light. */
export type Pen = {
  context: SKRSContext2D
  random: Random
  style: Style
  light: Light
  /** Frame heights in one unit of the space drawn in: textures keep their grain when things shrink. */
  scale: number
}

/** Draw in a space of its own: its origin at (x, y), its unit `size` long. */
export const at = (pen: Pen, x: number, y: number, size: number, draw: (pen: Pen) => void, turn = 0, mirror = false): void => {
  pen.context.save()
  pen.context.translate(x, y)
  if (turn !== 0) pen.context.rotate(turn)
  pen.context.scale(mirror ? -size : size, size)
  draw({ ...pen, scale: pen.scale * size })
  pen.context.restore()
}

/** A filled form in the look's manner. */
export const mass = (pen: Pen, shape: Shape, colour: Rgb, manner: Manner = {}): void => pen.style.mass(pen, shape, colour, manner)

/** A drawn line in the look's manner. */
export const line = (pen: Pen, points: Point[], width: number, colour: Rgb = pen.light.ink, alpha = 1): void =>
  pen.style.line(pen, points, width, colour, alpha)

/** A thing's own colour as this light and this look show it; `far` 0…1 sinks it into the air. */
export const tint = (pen: Pen, colour: Rgb, far = 0): Rgb => mix(pen.style.tint(colour, pen.light), pen.light.mist, far)

/** Many thin lines of one tone at once: rigging, battens, spears. */
export const hairlines = (pen: Pen, lines: Point[][], width: number, colour: Rgb, alpha = 1): void => {
  const { context } = pen
  context.lineWidth = width
  context.strokeStyle = css(colour, alpha)
  context.beginPath()
  for (const points of lines) points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
  context.stroke()
}

/** Skin keeps more of its own warmth than cloth: a face must be read by any light. */
export const flesh = (pen: Pen, colour: Rgb): Rgb => {
  const own = pen.style.tint(colour, pen.light)
  return pen.style.name === 'noir' ? mix(own, pen.light.paper, 0.22) : pen.style.name === 'pencil' ? own : mix(own, colour, pen.style.name === 'flat' ? 0.7 : 0.55)
}

/** Plain paint, for what no look changes: a pupil, a lamp's heart. */
export const dab = (pen: Pen, shape: Shape, colour: Rgb, alpha = 1): void => {
  pen.context.fillStyle = css(colour, alpha)
  pen.context.fill(shape.path)
}

export const glow = (pen: Pen, x: number, y: number, radius: number, colour: Rgb, alpha: number): void => {
  const gradient = pen.context.createRadialGradient(x, y, 0, x, y, radius)
  gradient.addColorStop(0, css(colour, alpha))
  gradient.addColorStop(0.35, css(colour, alpha * 0.38))
  gradient.addColorStop(1, css(colour, 0))
  pen.context.fillStyle = gradient
  pen.context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

/** A soft bank of air between two heights, opaque in its middle. */
export const mist = (pen: Pen, x: number, width: number, from: number, to: number, colour: Rgb, alpha: number): void => {
  const gradient = pen.context.createLinearGradient(0, from, 0, to)
  gradient.addColorStop(0, css(colour, 0))
  gradient.addColorStop(0.55, css(colour, alpha))
  gradient.addColorStop(1, css(colour, 0))
  pen.context.fillStyle = gradient
  pen.context.fillRect(x, from, width, to - from)
}
