import type { SKRSContext2D } from '@napi-rs/canvas'
import type { CameraMove } from '../../film/camera-move.ts'
import { arrow, arrowHead, brackets, curve, frame, line, type Pen } from './pen.ts'

type Mark = (pen: Pen, direction: CameraMove['direction']) => void

/** Draws a camera move over a panel of this size, the way a storyboard artist marks it: in red, over the picture. */
export function drawMove(context: SKRSContext2D, move: CameraMove, width: number, height: number) {
  const unit = Math.sqrt(width * height) / 400
  // Light under the red, so that it reads on a night as on snow.
  for (const [colour, thickness] of [['rgba(255,250,238,0.75)', 8], ['#d23a14', 3.6]] as const) {
    context.save()
    context.strokeStyle = context.fillStyle = colour
    context.lineWidth = thickness * unit
    context.lineJoin = context.lineCap = 'round'
    marks[move.name]({ context, width, height, unit, halo: thickness > 5 ? 2.2 * unit : 0 }, move.direction)
    context.restore()
  }
}

const marks: Record<CameraMove['name'], Mark> = {
  static: (pen) => brackets(pen, 0.5, 0.5, 0.13),
  'push-in': (pen) => nested(pen, 'in', false),
  'pull-out': (pen) => nested(pen, 'out', false),
  zoom: (pen, direction) => nested(pen, direction === 'out' ? 'out' : 'in', true),
  pan: (pen, direction) => across(pen, direction === 'left', (p, from, to, y) => {
    const bend = 0.09 * p.height
    curve(p, [from, y], [(from + to) / 2, y - bend], [to, y])
    arrowHead(p, [to, y], Math.atan2(bend, (to - from) / 2))
  }),
  'whip-pan': (pen, direction) => across(pen, direction === 'left', (p, from, to, y) => {
    const way = Math.sign(to - from)
    for (const [offset, length] of [[-0.075, 0.7], [0, 1], [0.06, 0.8]] as const) line(p, [from, y + offset * p.height], [from + (to - from) * length * 0.9, y + offset * p.height])
    arrowHead(p, [to, y], way > 0 ? 0 : Math.PI)
    arrowHead(p, [to - way * 18 * p.unit, y], way > 0 ? 0 : Math.PI)
  }),
  track: (pen, direction) => across(pen, direction === 'left', (p, from, to, y) => {
    arrow(p, [from, y], [to, y])
    // Dolly rails.
    const rail = y + 0.055 * p.height
    line(p, [from, rail], [to, rail])
    for (let tie = 0; tie <= 12; tie++) { const x = from + ((to - from) * tie) / 12; line(p, [x, rail - 5 * p.unit], [x, rail + 5 * p.unit]) }
  }),
  follow: (pen, direction) => across(pen, direction === 'left', (p, from, to, y) => {
    walker(p, from + Math.sign(to - from) * 24 * p.unit, y)
    const start = from + Math.sign(to - from) * 46 * p.unit
    p.context.setLineDash([12 * p.unit, 11 * p.unit])
    line(p, [start, y], [to - Math.sign(to - from) * 8 * p.unit, y])
    p.context.setLineDash([])
    arrowHead(p, [to, y], to > from ? 0 : Math.PI)
  }),
  tilt: (pen, direction) => upright(pen, direction === 'down', (p, x, from, to) => {
    const bend = 0.05 * p.width
    curve(p, [x, from], [x - bend, (from + to) / 2], [x, to])
    arrowHead(p, [x, to], Math.atan2((to - from) / 2, bend))
  }),
  crane: (pen, direction) => upright(pen, direction === 'down', (p, x, from, to) => {
    arrow(p, [x, from], [x, to])
    // The arm.
    const foot = Math.max(from, to)
    line(p, [x - 0.11 * p.width, foot], [x - 12 * p.unit, (from + to) / 2])
    line(p, [x - 0.14 * p.width, foot], [x - 0.08 * p.width, foot])
  }),
  orbit: (pen, direction) => {
    const way = direction === 'left' ? -1 : 1
    const { context, width, height } = pen
    context.beginPath()
    context.ellipse(width / 2, height * 0.62, width * 0.3, height * 0.2, 0, way > 0 ? Math.PI * 1.15 : -Math.PI * 0.15, way > 0 ? Math.PI * 0.05 : Math.PI * 0.95, way > 0)
    context.stroke()
    arrowHead(pen, [width / 2 + way * width * 0.297, height * 0.645], way > 0 ? -Math.PI * 0.46 : -Math.PI * 0.54)
  },
  roll: (pen, direction) => {
    const way = direction === 'counterclockwise' ? -1 : 1
    const { context, width, height } = pen
    const radius = Math.min(width, height) * 0.3
    context.beginPath()
    context.arc(width / 2, height / 2, radius, way > 0 ? -Math.PI * 0.85 : -Math.PI * 0.15, way > 0 ? Math.PI * 0.25 : Math.PI * 0.75, way < 0)
    context.stroke()
    const end = way > 0 ? Math.PI * 0.25 : Math.PI * 0.75
    arrowHead(pen, [width / 2 + radius * Math.cos(end), height / 2 + radius * Math.sin(end)], end + (way * Math.PI) / 2)
    context.save()
    context.translate(width / 2, height / 2)
    context.rotate(way * 0.14)
    context.setLineDash([9 * pen.unit, 8 * pen.unit])
    context.strokeRect(-width * 0.22, -height * 0.17, width * 0.44, height * 0.34)
    context.restore()
  },
  handheld: (pen) => { wobble(pen, 0.07, 0); wobble(pen, 0.105, 2) },
}

/** Two frames, one inside the other, and arrows between their corners: the camera goes from one to the other. */
function nested(pen: Pen, way: 'in' | 'out', lens: boolean) {
  const { width, height, context, unit } = pen
  const inset = 0.21
  if (lens) context.setLineDash([11 * unit, 9 * unit])
  frame(pen, inset)
  context.setLineDash([])
  for (const [x, y] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
    const outer = [x === 0 ? 0.035 * width : 0.965 * width, y === 0 ? 0.045 * height : 0.955 * height] as const
    const inner = [(x === 0 ? inset - 0.025 : 1.025 - inset) * width, (y === 0 ? inset - 0.03 : 1.03 - inset) * height] as const
    if (lens) line(pen, outer, inner)
    else arrow(pen, way === 'in' ? outer : inner, way === 'in' ? inner : outer)
  }
  if (lens) arrow(pen, [width / 2, way === 'in' ? 0.05 * height : (inset - 0.03) * height], [width / 2, way === 'in' ? (inset - 0.03) * height : 0.05 * height])
}

function across(pen: Pen, leftwards: boolean, draw: (pen: Pen, from: number, to: number, y: number) => void) {
  const { width, height } = pen
  const [from, to] = leftwards ? [0.86, 0.14] : [0.14, 0.86]
  const y = height * 0.84
  // Where the frame begins and where it ends.
  brackets(pen, leftwards ? 0.9 : 0.1, 0.84, 0.06)
  brackets(pen, leftwards ? 0.1 : 0.9, 0.84, 0.06)
  draw(pen, from * width, to * width, y)
}

function upright(pen: Pen, downwards: boolean, draw: (pen: Pen, x: number, from: number, to: number) => void) {
  const { height, width } = pen
  const [from, to] = downwards ? [0.2, 0.8] : [0.8, 0.2]
  brackets(pen, 0.88, downwards ? 0.13 : 0.87, 0.06)
  brackets(pen, 0.88, downwards ? 0.87 : 0.13, 0.06)
  draw(pen, 0.88 * width, from * height, to * height)
}

function walker({ context, unit, halo }: Pen, x: number, y: number) {
  context.beginPath()
  context.arc(x, y - 15 * unit, 6 * unit + halo, 0, 7)
  context.fill()
  context.beginPath()
  context.moveTo(x, y - 8 * unit)
  context.lineTo(x, y + 6 * unit)
  context.moveTo(x - 8 * unit, y - 2 * unit)
  context.lineTo(x + 8 * unit, y - 2 * unit)
  context.moveTo(x - 7 * unit, y + 18 * unit)
  context.lineTo(x, y + 6 * unit)
  context.lineTo(x + 7 * unit, y + 18 * unit)
  context.stroke()
}

/** A frame by an unsteady hand. */
function wobble({ context, width, height, unit }: Pen, inset: number, phase: number) {
  const corners = [[inset, inset], [1 - inset, inset], [1 - inset, 1 - inset], [inset, 1 - inset], [inset, inset]] as const
  context.beginPath()
  context.moveTo(corners[0][0] * width, corners[0][1] * height)
  for (let side = 0; side < 4; side++) {
    for (let step = 1; step <= 48; step++) {
      const at = (key: 0 | 1) => corners[side]![key] + ((corners[side + 1]![key] - corners[side]![key]) * step) / 48
      const shake = (Math.sin(step * 0.62 + side * 1.7 + phase) * 3.2 + Math.sin(step * 0.27 + phase * 2) * 3) * unit
      context.lineTo(at(0) * width + (side % 2 === 1 ? shake : 0), at(1) * height + (side % 2 === 0 ? shake : 0))
    }
  }
  context.stroke()
}
