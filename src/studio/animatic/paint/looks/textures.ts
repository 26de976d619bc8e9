import { addStroke } from '../brush.ts'
import type { Rgb } from '../colour.ts'
import { css } from '../colour.ts'
import type { Pen } from '../pen.ts'
import type { Shape } from '../shape.ts'
import type { Manner } from './style.ts'

type Texture = NonNullable<Manner['texture']>

/** How the brush moves over each stuff: how many strokes, how long, which way, how far it wanders. */
const ways: Record<Texture, { strokes: number; length: number; turn: number; stray: number; width: number }> = {
  none: { strokes: 0, length: 0, turn: 0, stray: 0, width: 0 },
  rock: { strokes: 46, length: 0.17, turn: 1.36, stray: 0.28, width: 0.008 },
  cloth: { strokes: 7, length: 0.5, turn: 1.5, stray: 0.12, width: 0.01 },
  leaf: { strokes: 26, length: 0.06, turn: 0.5, stray: 0.9, width: 0.014 },
  wood: { strokes: 12, length: 0.5, turn: 0.04, stray: 0.03, width: 0.004 },
  earth: { strokes: 22, length: 0.26, turn: 0.05, stray: 0.08, width: 0.006 },
  snow: { strokes: 8, length: 0.2, turn: 0.2, stray: 0.2, width: 0.006 },
  wall: { strokes: 10, length: 0.3, turn: 0.02, stray: 0.04, width: 0.004 },
}

/** Texture strokes inside a form, dark and light: 皴 for rock, folds for cloth, grain for wood. */
export const ruggedStrokes = (pen: Pen, shape: Shape, texture: Texture, dark: Rgb, light: Rgb, fade: number): void => {
  const { context, random } = pen
  const way = ways[texture]
  const { box } = shape
  // A small thing on a big sheet gets few strokes: nobody would see them.
  const reach = Math.min(1, (Math.hypot(box.width, box.height) * pen.scale) / 0.7)
  const strokes = Math.round(way.strokes * Math.min(1.6, Math.hypot(box.width, box.height) * pen.scale + 0.25) * (0.35 + 0.65 * reach))
  if (strokes === 0) return
  context.save()
  context.clip(shape.path)
  for (const [tone, share, alpha] of [[dark, 0.5, 0.26], [dark, 0.26, 0.44], [light, 0.24, 0.2]] as const) {
    context.fillStyle = css(tone, alpha * (1 - fade * 0.5))
    context.beginPath()
    for (let i = 0; i < Math.ceil(strokes * share); i++) {
      const x = random.range(box.x, box.x + box.width)
      const y = box.y + box.height * random.next() * (1 - fade * 0.5)
      const long = way.length * random.range(0.4, 1.3) * Math.min(box.height, box.width * 1.5, 0.9 / pen.scale) * 1.5
      const turn = way.turn + random.range(-1, 1) * way.stray
      const width = Math.min(way.width / pen.scale, Math.min(box.width, box.height) * 0.1) * random.range(0.6, 1.9)
      addStroke(context, x, y, x + Math.cos(turn) * long * 0.5 + random.range(-0.12, 0.12) * long, y + Math.sin(turn) * long * 0.5, x + Math.cos(turn) * long, y + Math.sin(turn) * long, width)
      // The dry edge: a hair beside the stroke.
      if (texture === 'rock') addStroke(context, x + width * 1.5, y + long * 0.3, x + width * 1.8, y + long * 0.5, x + width * 1.4 + Math.cos(turn) * long, y + Math.sin(turn) * long * 1.1, width * 0.25)
    }
    context.fill()
  }
  context.restore()
}

/** Parallel hatching inside a form; the darker the closer, and crossed when it is very dark. */
export const hatch = (pen: Pen, shape: Shape, colour: Rgb, darkness: number, turn: number): void => {
  const { context, random } = pen
  if (darkness < 0.12) return
  const { box } = shape
  const gap = (0.024 - 0.015 * Math.min(1, darkness)) / pen.scale
  const cx = box.x + box.width / 2
  const cy = box.y + box.height / 2
  const r = Math.hypot(box.width, box.height) / 2
  if (r < gap) return
  context.save()
  context.clip(shape.path)
  context.lineCap = 'round'
  context.lineWidth = 0.0017 / pen.scale
  const turns = darkness > 0.62 ? [turn, turn + 0.9] : [turn]
  for (const way of turns) {
    context.strokeStyle = css(colour, 0.2 + 0.42 * darkness)
    context.beginPath()
    const c = Math.cos(way)
    const s = Math.sin(way)
    for (let d = -r; d < r; d += gap * random.range(0.75, 1.3)) {
      const from = -r * random.range(0.8, 1.02)
      const to = r * random.range(0.8, 1.02)
      const slip = gap * random.range(-0.4, 0.4)
      context.moveTo(cx + c * from - s * d, cy + s * from + c * d)
      context.lineTo(cx + c * to - s * (d + slip), cy + s * to + c * (d + slip))
    }
    context.stroke()
  }
  context.restore()
}
