import { Path2D } from '@napi-rs/canvas'

export type Point = readonly [number, number]
export type Box = { x: number; y: number; width: number; height: number }

/** A closed form: to fill, to clip to, and its edge to draw by hand. */
export type Shape = { path: Path2D; box: Box; edge: Point[] }

export const polygon = (points: Point[]): Shape => {
  const path = new Path2D()
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
  path.closePath()
  return { path, box: boxOf(points), edge: points }
}

/** A soft form through the points. */
export const blob = (points: Point[]): Shape => polygon(soften(points, true))

export const ellipse = (x: number, y: number, rx: number, ry: number, turn = 0): Shape => {
  const points: Point[] = []
  const c = Math.cos(turn)
  const s = Math.sin(turn)
  for (let i = 0; i < 28; i++) {
    const a = (i / 28) * Math.PI * 2
    const u = Math.cos(a) * rx
    const v = Math.sin(a) * ry
    points.push([x + u * c - v * s, y + u * s + v * c])
  }
  return polygon(points)
}

export const rect = (x: number, y: number, width: number, height: number): Shape =>
  polygon([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])

/** A limb, a trunk, a beam: thick at one end, thin at the other, along the points. */
export const taper = (points: Point[], from: number, to: number): Shape => {
  const left: Point[] = []
  const right: Point[] = []
  const last = points.length - 1
  points.forEach(([x, y], i) => {
    const before = points[Math.max(0, i - 1)] as Point
    const after = points[Math.min(last, i + 1)] as Point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const nx = -(after[1] - before[1]) / length
    const ny = (after[0] - before[0]) / length
    const half = (from + (to - from) * (i / (last || 1))) / 2
    left.push([x + nx * half, y + ny * half])
    right.unshift([x - nx * half, y - ny * half])
  })
  return polygon([...left, ...right])
}

/** A taper with round ends: an arm, a leg, a finger. */
export const limb = (points: Point[], from: number, to: number): Shape => {
  const { edge } = taper(points, from, to)
  const cap = (end: Point, next: Point, width: number): Point[] => {
    const length = Math.hypot(end[0] - next[0], end[1] - next[1]) || 1
    const dx = ((end[0] - next[0]) / length) * width * 0.5
    const dy = ((end[1] - next[1]) / length) * width * 0.5
    const at = (along: number, across: number): Point => [end[0] + dx * along - dy * across, end[1] + dy * along + dx * across]
    return [at(0.62, 0.76), at(0.95, 0), at(0.62, -0.76)]
  }
  const half = edge.length / 2
  const first = cap(points[0] as Point, points[1] as Point, from)
  const last = cap(points.at(-1) as Point, points.at(-2) as Point, to)
  return polygon([...edge.slice(0, half), ...last, ...edge.slice(half), ...first])
}

/** Catmull-Rom through the points: the hand does not draw corners unless it means to. */
export const soften = (points: Point[], closed = false, steps = 5): Point[] => {
  const n = points.length
  const at = (i: number) => points[closed ? (i + n) % n : Math.max(0, Math.min(n - 1, i))] as Point
  const out: Point[] = []
  const spans = closed ? n : n - 1
  for (let i = 0; i < spans; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      out.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)])
    }
  }
  if (!closed) out.push(at(n - 1))
  return out
}

const spline = (a: number, b: number, c: number, d: number, t: number) =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)

export const boxOf = (points: Point[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
}
