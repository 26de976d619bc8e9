import { brushStroke, calligraphicContour } from '../brush.ts'
import type { Rgb } from '../colour.ts'
import { css, darker, hex, lighter, mix, saturate } from '../colour.ts'
import type { Pen } from '../pen.ts'
import type { Point, Shape } from '../shape.ts'
import { corners, gradientGround } from './grounds.ts'
import { ruggedStrokes } from './textures.ts'
import type { Light, Style } from './style.ts'

/** Wet washes that bleed downwards into mist, a brush line over them, one red seal. */
export const inkWash: Style = {
  name: 'ink-wash',
  light: (hour) => hours[hour],
  tint: (colour, light) => mix(saturate(colour, 0.62), light.ambient, light.ambience),
  ground: (pen, box, colours, horizon) => {
    gradientGround(pen, box, colours, horizon)
    blooms(pen, box, colours)
  },
  mass: (pen, shape, colour, manner) => {
    const { context } = pen
    const { box } = shape
    const fade = manner.fade ?? 0
    const wash = context.createLinearGradient(0, box.y, 0, box.y + box.height)
    wash.addColorStop(0, css(darker(colour, 0.1), 1))
    wash.addColorStop(0.35, css(colour, 1))
    wash.addColorStop(1, css(fade > 0 ? mix(colour, pen.light.mist, fade) : lighter(colour, 0.05), 1 - fade))
    context.fillStyle = wash
    context.fill(shape.path)
    if (manner.texture === 'cloth' && box.height * pen.scale > 0.05) pooled(pen, shape, colour)
    if (manner.texture !== undefined && manner.texture !== 'none') ruggedStrokes(pen, shape, manner.texture, darker(colour, 0.5), lighter(colour, 0.28), fade)
    if (manner.edge !== false) contour(pen, shape, manner.weight, manner.edge === 'top', colour)
  },
  line: (pen, points, width, colour, alpha) => brushStroke(pen.context, pen.random, points, width * 1.5, colour, alpha * 0.9, width * pen.scale > 0.012 ? 0.2 : 0),
  finish: (pen, box) => {
    fibres(pen, box)
    corners(pen, box, pen.light.dark ? hex('#05080d') : hex('#6b5a3c'), pen.light.dark ? 0.5 : 0.22)
  },
}

/** Cloth: moonlight runs in from its side, and the wash dries darkest along its edge. */
const pooled = (pen: Pen, shape: Shape, colour: Rgb) => {
  const { context, light } = pen
  const { x, y, width, height } = shape.box
  const fall = context.createLinearGradient(x + width * (light.side > 0 ? 1 : 0), y, x + width * (light.side > 0 ? 0 : 1), y + height * 0.5)
  fall.addColorStop(0, css(mix(lighter(colour, 0.22), light.disc, 0.16), 0.6))
  fall.addColorStop(0.38, css(colour, 0))
  fall.addColorStop(1, css(darker(colour, 0.5), 0.6))
  context.fillStyle = fall
  context.fill(shape.path)
  const rim = Math.min(0.02 / pen.scale, Math.min(width, height) * 0.16)
  if (rim * pen.scale > 0.008) calligraphicContour(context, pen.random, shape.edge, rim, darker(colour, 0.45), 0.26, light.side)
}

/** The contour in a few strokes with gaps, as a wrist makes them. */
const contour = (pen: Pen, shape: Shape, weight: number | undefined, topOnly: boolean, colour: Rgb) => {
  const middle = shape.box.y + shape.box.height * 0.75
  const edge = topOnly ? shape.edge.filter(([, y]) => y < middle) : [...shape.edge, shape.edge[0] as Point]
  const width = weight ?? 0.0032 / pen.scale
  const ink = mix(pen.light.ink, darker(colour, 0.55), 0.4)
  if (!topOnly && edge.length < 160) return calligraphicContour(pen.context, pen.random, shape.edge, width * 1.25, ink, 0.85, pen.light.side)
  const run = Math.max(6, Math.ceil(edge.length / 4))
  for (let i = 0; i < edge.length - 1; i += run) brushStroke(pen.context, pen.random, edge.slice(i, i + run + 1), width * pen.random.range(0.7, 1.5), ink, 0.72)
}

/** Where a wash was wetter: big soft clouds of a neighbouring tone. */
const blooms = (pen: Pen, box: { x: number; y: number; width: number; height: number }, colours: readonly [Rgb, Rgb, Rgb]) => {
  const { context, random } = pen
  for (let i = 0; i < 5; i++) {
    const x = random.range(box.x, box.x + box.width)
    const y = random.range(box.y, box.y + box.height * 0.5)
    const r = random.range(0.16, 0.34)
    const tone = random.chance(0.5) ? darker(colours[0], 0.25) : lighter(colours[1], 0.16)
    const bloom = context.createRadialGradient(0, 0, r * 0.1, 0, 0, r)
    bloom.addColorStop(0, css(tone, 0.22))
    bloom.addColorStop(0.7, css(tone, 0.12))
    bloom.addColorStop(1, css(tone, 0))
    context.save()
    context.translate(x, y)
    context.scale(2.1, 0.6)
    context.fillStyle = bloom
    context.fillRect(-r, -r, r * 2, r * 2)
    context.restore()
  }
}

const fibres = (pen: Pen, box: { x: number; y: number; width: number; height: number }) => {
  const { context, random } = pen
  context.lineWidth = 0.0011
  for (const tone of [lighter(pen.light.paper, 0.2), darker(pen.light.paper, 0.5)]) {
    context.strokeStyle = css(tone, 0.07)
    context.beginPath()
    for (let i = 0; i < 60; i++) {
      const x = random.range(box.x, box.x + box.width)
      const y = random.range(box.y, box.y + box.height)
      context.moveTo(x, y)
      context.quadraticCurveTo(x + random.range(-0.02, 0.02), y + random.range(-0.02, 0.02), x + random.range(-0.05, 0.05), y + random.range(-0.03, 0.03))
    }
    context.stroke()
  }
}

const shared = { ink: hex('#141a20'), paper: hex('#e9dfc8'), accent: hex('#b5362a'), lamp: hex('#f0b35a') }
const hours: Record<'dawn' | 'day' | 'dusk' | 'night', Omit<Light, 'side'>> = {
  night: {
    ...shared, ink: hex('#0a0f16'), dark: true, sky: [hex('#152133'), hex('#2f4259'), hex('#7c8fa0')], disc: hex('#fbeecb'), halo: hex('#d9d3b4'),
    far: hex('#62768a'), mid: hex('#3a4c60'), near: hex('#1f2d3d'), fore: hex('#0b121b'), water: [hex('#8296a5'), hex('#1c2a3b')], glint: hex('#fff1cc'),
    mist: hex('#8fa1af'), ambient: hex('#22344a'), ambience: 0.42,
  },
  dawn: {
    ...shared, dark: false, sky: [hex('#8fa3ae'), hex('#d8c9bb'), hex('#f1d3b8')], disc: hex('#f7c795'), halo: hex('#f5d7b5'), far: hex('#a9aeb0'), mid: hex('#7b8788'),
    near: hex('#4b5a5d'), fore: hex('#222c30'), water: [hex('#eccfb6'), hex('#7d9097')], glint: hex('#fff6e2'), mist: hex('#eadccb'), ambient: hex('#d9b79a'), ambience: 0.2,
  },
  day: {
    ...shared, dark: false, sky: [hex('#b9c6c3'), hex('#e2dfcf'), hex('#f0e9d8')], disc: hex('#f3dfae'), halo: hex('#f6ecd0'), far: hex('#aab7b4'), mid: hex('#75877f'),
    near: hex('#44564f'), fore: hex('#1d2823'), water: [hex('#dfe0d2'), hex('#8ba19e')], glint: hex('#ffffff'), mist: hex('#ebe6d7'), ambient: hex('#d8d4c0'), ambience: 0.12,
  },
  dusk: {
    ...shared, dark: false, sky: [hex('#4f5268'), hex('#a57f7e'), hex('#e7ab7c')], disc: hex('#ee7d4b'), halo: hex('#f3b27c'), far: hex('#9a7f82'), mid: hex('#62535f'),
    near: hex('#372f3d'), fore: hex('#17131c'), water: [hex('#e0a37c'), hex('#4a4356')], glint: hex('#ffe1b0'), mist: hex('#cfa48c'), ambient: hex('#6f4b50'), ambience: 0.32,
  },
}
