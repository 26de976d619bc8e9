import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Rgb } from './colour.ts'
import { css } from './colour.ts'
import type { Random } from './seeded.ts'
import type { Point } from './shape.ts'

/** One stroke of a loaded brush: it lands, swells, lifts; now and then it runs dry and the paper shows. */
export const brushStroke = (
  context: SKRSContext2D, random: Random, points: Point[], width: number, colour: Rgb, alpha = 1, dry = 0,
): void => {
  const last = points.length - 1
  if (last < 1) return
  const swell = random.range(0.3, 0.65)
  const left: Point[] = []
  const right: Point[] = []
  points.forEach(([x, y], i) => {
    const t = i / last
    const before = points[Math.max(0, i - 1)] as Point
    const after = points[Math.min(last, i + 1)] as Point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const pressure = 0.22 + 0.78 * Math.sin(Math.PI * Math.min(1, t < swell ? (t / swell) * 0.5 + 0.06 : 0.5 + ((t - swell) / (1 - swell)) * 0.5))
    const half = (width / 2) * pressure * random.range(0.82, 1.15)
    const nx = (-(after[1] - before[1]) / length) * half
    const ny = ((after[0] - before[0]) / length) * half
    left.push([x + nx, y + ny])
    right.unshift([x - nx, y - ny])
  })
  context.beginPath()
  for (const [x, y] of left) context.lineTo(x, y)
  for (const [x, y] of right) context.lineTo(x, y)
  context.closePath()
  context.fillStyle = css(colour, alpha)
  context.fill()
  if (dry > 0) dryTail(context, random, points, width, colour, alpha * dry)
}

const dryTail = (context: SKRSContext2D, random: Random, points: Point[], width: number, colour: Rgb, alpha: number) => {
  context.lineWidth = width * 0.12
  context.strokeStyle = css(colour, alpha)
  context.beginPath()
  for (let k = 0; k < 4; k++) {
    const off = random.range(-0.8, 0.8) * width
    const from = Math.floor(points.length * random.range(0.3, 0.7))
    for (let i = from; i < points.length; i++) {
      const [x, y] = points[i] as Point
      if (i === from || random.chance(0.15)) context.moveTo(x + off * 0.3, y + off)
      else context.lineTo(x + off * 0.3, y + off)
    }
  }
  context.stroke()
}

/** Adds a leaf-shaped stroke to the path that is open: many strokes of one tone are then one fill. */
export const addStroke = (context: SKRSContext2D, x: number, y: number, mx: number, my: number, ex: number, ey: number, width: number): void => {
  const length = Math.hypot(ex - x, ey - y) || 1
  const nx = (-(ey - y) / length) * width
  const ny = ((ex - x) / length) * width
  context.moveTo(x, y)
  context.quadraticCurveTo(mx + nx, my + ny, ex, ey)
  context.quadraticCurveTo(mx - nx, my - ny, x, y)
}

/** A pencil line: gone over twice, never quite the same. */
export const pencilStroke = (
  context: SKRSContext2D, random: Random, points: Point[], width: number, colour: Rgb, alpha: number, wobble: number,
): void => {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (let pass = 0; pass < 2; pass++) {
    context.lineWidth = width * (pass === 0 ? 1 : 0.55)
    context.strokeStyle = css(colour, alpha * (pass === 0 ? 0.8 : 0.5))
    const dx = random.range(-1, 1) * wobble
    const dy = random.range(-1, 1) * wobble
    context.beginPath()
    for (const [x, y] of points) context.lineTo(x + dx + random.range(-0.3, 0.3) * wobble, y + dy + random.range(-0.3, 0.3) * wobble)
    context.stroke()
  }
}

export const plainStroke = (context: SKRSContext2D, points: Point[], width: number, colour: Rgb, alpha: number): void => {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = width
  context.strokeStyle = css(colour, alpha)
  context.beginPath()
  for (const [x, y] of points) context.lineTo(x, y)
  context.stroke()
}
