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
  const swell = random.range(0.3, 0.6)
  const left: Point[] = []
  const right: Point[] = []
  // The wrist wanders, it does not shake: each width leans on the one before.
  let wander = 1
  points.forEach(([x, y], i) => {
    const t = i / last
    const before = points[Math.max(0, i - 1)] as Point
    const after = points[Math.min(last, i + 1)] as Point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const pressure = t < swell ? 0.34 + 0.66 * Math.sin((t / swell) * Math.PI * 0.5) : 0.06 + 0.94 * Math.cos(((t - swell) / (1 - swell)) * Math.PI * 0.5)
    wander = wander * 0.6 + random.range(0.8, 1.2) * 0.4
    const half = (width / 2) * pressure * wander
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

/**
 * A closed contour in one breath: heavy on the side away from the light and underneath, a hair where the light falls,
 * gone altogether where the hand lifted.
 */
export const calligraphicContour = (context: SKRSContext2D, random: Random, edge: Point[], width: number, colour: Rgb, alpha: number, side: number): void => {
  const n = edge.length
  if (n < 3) return
  let area = 0
  for (let i = 0; i < n; i++) {
    const [ax, ay] = edge[i] as Point
    const [bx, by] = edge[(i + 1) % n] as Point
    area += ax * by - bx * ay
  }
  const out = area > 0 ? 1 : -1
  const [p1, p2] = [random.range(0, 6.28), random.range(0, 6.28)]
  const ring: [Point, Point][] = edge.map(([x, y], i) => {
    const before = edge[(i + n - 1) % n] as Point
    const after = edge[(i + 1) % n] as Point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const nx = (out * (after[1] - before[1])) / length
    const ny = (-out * (after[0] - before[0])) / length
    const weight = 0.5 + 0.5 * (-nx * side * 0.75 + ny * 0.5)
    const a = (i / n) * Math.PI * 2
    const breath = 0.72 + 0.34 * Math.sin(a * 3 + p1) + 0.24 * Math.sin(a * 7 + p2)
    const half = (width / 2) * Math.max(0.05, (0.2 + 1.25 * weight) * breath)
    return [[x + nx * half * 0.7, y + ny * half * 0.7], [x - nx * half * 1.3, y - ny * half * 1.3]]
  })
  context.beginPath()
  for (const [[x, y]] of ring) context.lineTo(x, y)
  context.closePath()
  ring.reverse().forEach(([, [x, y]], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
  context.closePath()
  context.fillStyle = css(colour, alpha)
  context.fill()
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
