import { pencilStroke } from '../brush.ts'
import { css, grey, hex, lightness, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import type { Point } from '../shape.ts'
import { rect } from '../shape.ts'
import { hatch } from './textures.ts'
import type { Light, Style } from './style.ts'

const paper = hex('#f3f1ea')
const lead = hex('#2b2c30')

/** White paper, graphite: contours gone over twice, tone by hatching, the construction left standing. */
export const pencil: Style = {
  name: 'pencil',
  light: (hour) => hours[hour],
  tint: (colour) => toPaper(colour),
  ground: (pen, box, colours, horizon) => {
    const { context } = pen
    context.fillStyle = css(paper)
    context.fillRect(box.x, box.y, box.width, box.height)
    const tone = context.createLinearGradient(0, box.y, 0, Math.max(box.y + 0.3, horizon))
    tone.addColorStop(0, css(colours[0], 0.85))
    tone.addColorStop(1, css(colours[2], 0.25))
    context.fillStyle = tone
    context.fillRect(box.x, box.y, box.width, box.height)
    const darkness = 1 - lightness(colours[0])
    const half = box.y + (Math.max(box.y + 0.4, horizon) - box.y) * 0.72
    if (darkness > 0.2) hatch(pen, rect(box.x, box.y, box.width, half - box.y), lead, darkness * 0.75, -0.62)
    if (darkness > 0.4) hatch(pen, rect(box.x, box.y, box.width, (half - box.y) * 0.55), lead, darkness * 0.6, -0.25)
  },
  mass: (pen, shape, colour, manner) => {
    const { context, random } = pen
    const fade = manner.fade ?? 0
    const darkness = 1 - lightness(colour)
    const fill = context.createLinearGradient(0, shape.box.y, 0, shape.box.y + shape.box.height)
    fill.addColorStop(0, css(mix(paper, colour, 0.62), 1))
    fill.addColorStop(1, css(mix(paper, colour, 0.5 - fade * 0.4), 1 - fade * 0.9))
    context.fillStyle = fill
    context.fill(shape.path)
    if (shape.box.width * pen.scale > 0.025) hatch(pen, shape, lead, darkness * (1 - fade * 0.35), manner.texture === 'rock' ? 1.25 : manner.texture === 'wood' ? 0.1 : -0.75)
    if (manner.edge === false) return
    const edge = manner.edge === 'top' ? shape.edge.filter(([, y]) => y < shape.box.y + shape.box.height * 0.75) : [...shape.edge, shape.edge[0] as Point]
    pencilStroke(context, random, edge, Math.min(0.0042 / pen.scale, (manner.weight ?? 0.0026 / pen.scale) * 0.8), lead, 0.9 - fade * 0.3, 0.0018 / pen.scale)
  },
  line: (pen, points, width, colour, alpha) => pencilStroke(pen.context, pen.random, points, Math.min(0.0052 / pen.scale, Math.max(0.0012 / pen.scale, width * 0.7)), mix(colour, lead, 0.3), alpha, 0.0013 / pen.scale),
  finish: (pen, box) => {
    const { context } = pen
    context.strokeStyle = css(hex('#6a86a8'), 0.28)
    context.lineWidth = 0.0012
    context.beginPath()
    for (const third of [-1 / 6, 1 / 6]) {
      context.moveTo(box.x, third)
      context.lineTo(box.x + box.width, third + 0.003)
      context.moveTo(third * box.width, box.y)
      context.lineTo(third * box.width + 0.003, box.y + box.height)
    }
    context.stroke()
  },
}

const toPaper = (colour: Rgb): Rgb => grey(0.2 + 0.76 * lightness(colour))

const make = (dark: boolean, values: number[]): Omit<Light, 'side'> => {
  const g = (i: number) => grey(values[i] as number)
  return {
    dark, sky: [g(0), g(1), g(2)], disc: hex('#fdfcf8'), halo: hex('#fdfcf8'), far: g(3), mid: g(4), near: g(5), fore: g(6), water: [g(7), g(8)],
    glint: hex('#ffffff'), mist: paper, ink: lead, paper, accent: hex('#b04a3c'), lamp: hex('#ffffff'), ambient: grey(0.6), ambience: 0.1,
  }
}
const hours = {
  night: make(true, [0.42, 0.6, 0.82, 0.74, 0.56, 0.36, 0.2, 0.86, 0.5]),
  dawn: make(false, [0.86, 0.93, 0.96, 0.88, 0.74, 0.55, 0.34, 0.95, 0.8]),
  day: make(false, [0.94, 0.96, 0.96, 0.9, 0.78, 0.6, 0.38, 0.96, 0.86]),
  dusk: make(false, [0.62, 0.78, 0.93, 0.76, 0.58, 0.4, 0.24, 0.92, 0.64]),
}
