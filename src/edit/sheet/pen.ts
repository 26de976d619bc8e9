import type { SKRSContext2D } from '@napi-rs/canvas'

/** A red pencil over a panel. `unit` grows with the panel; `halo` is how much larger filled marks are in the light pass under it. */
export type Pen = { context: SKRSContext2D; width: number; height: number; unit: number; halo: number }
export type Point = readonly [x: number, y: number]

export function line({ context }: Pen, from: Point, to: Point) {
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}

export function curve({ context }: Pen, from: Point, over: Point, to: Point) {
  context.beginPath()
  context.moveTo(...from)
  context.quadraticCurveTo(...over, ...to)
  context.stroke()
}

export function arrow(pen: Pen, from: Point, to: Point) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  line(pen, from, [to[0] - Math.cos(angle) * 8 * pen.unit, to[1] - Math.sin(angle) * 8 * pen.unit])
  arrowHead(pen, to, angle)
}

export function arrowHead({ context, unit, halo }: Pen, tip: Point, angle: number) {
  const long = 19 * unit + halo
  const half = 8 * unit + halo
  context.save()
  context.translate(...tip)
  context.rotate(angle)
  context.beginPath()
  context.moveTo(halo, 0)
  context.lineTo(-long, -half)
  context.lineTo(-long * 0.78, 0)
  context.lineTo(-long, half)
  context.closePath()
  context.fill()
  context.restore()
}

export const frame = ({ context, width, height }: Pen, inset: number) => context.strokeRect(width * inset, height * inset, width * (1 - 2 * inset), height * (1 - 2 * inset))

/** The four corners of a small frame about a point; sizes in parts of the panel. */
export function brackets({ context, width, height }: Pen, x: number, y: number, half: number) {
  const side = Math.min(width, height) * half
  const arm = side * 0.55
  for (const [dx, dy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
    const [cx, cy] = [x * width + dx * side * 1.3, y * height + dy * side]
    context.beginPath()
    context.moveTo(cx - dx * arm, cy)
    context.lineTo(cx, cy)
    context.lineTo(cx, cy - dy * arm)
    context.stroke()
  }
}
