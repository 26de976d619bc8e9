import { addStroke, brushStroke } from '../brush.ts'
import type { Rgb } from '../colour.ts'
import { css, darker, hex, lighter, mix, saturate } from '../colour.ts'
import type { Pen } from '../pen.ts'
import type { Box, Shape } from '../shape.ts'
import { corners, gradientGround } from './grounds.ts'
import type { Light, Style } from './style.ts'

/** Thick warm paint: opaque forms built of visible strokes, cool in the shade, warm where the light falls. */
export const gouache: Style = {
  name: 'gouache',
  light: (hour) => hours[hour],
  tint: (colour, light) => mix(saturate(colour, 1.05), light.ambient, light.ambience),
  ground: (pen, box, colours, horizon) => {
    gradientGround(pen, box, colours, horizon)
    skyStrokes(pen, box, colours, horizon)
  },
  mass: (pen, shape, colour, manner) => {
    const { context } = pen
    const fade = manner.fade ?? 0
    context.fillStyle = css(colour)
    if (fade > 0) {
      const fill = context.createLinearGradient(0, shape.box.y, 0, shape.box.y + shape.box.height)
      fill.addColorStop(0, css(colour))
      fill.addColorStop(1, css(mix(colour, pen.light.mist, fade), 1 - fade * 0.5))
      context.fillStyle = fill
    }
    context.fill(shape.path)
    if (shape.box.height * pen.scale > 0.03 && manner.texture !== 'none') paintStrokes(pen, shape, colour, fade, manner.texture === 'rock' ? 1.2 : manner.texture === 'cloth' ? 1.45 : 0.15)
  },
  line: (pen, points, width, colour, alpha) => brushStroke(pen.context, pen.random, points, width * 1.7, colour, alpha, 0),
  finish: (pen, box) => corners(pen, box, hex('#3a1d10'), 0.22),
}

/** Broad strokes over the form in four tones: warm and light towards the light, cool and deep away from it. */
const paintStrokes = (pen: Pen, shape: Shape, colour: Rgb, fade: number, turn: number) => {
  const { context, random, light } = pen
  const { box } = shape
  const reach = Math.hypot(box.width, box.height) * pen.scale
  const count = Math.round(Math.min(15, 3 + reach * 11))
  context.save()
  context.clip(shape.path)
  const tones = [
    [mix(darker(colour, 0.26), light.ambient, 0.2), 0], [mix(darker(colour, 0.12), light.ambient, 0.1), 0.25],
    [mix(lighter(colour, 0.1), light.halo, 0.1), 0.6], [mix(lighter(colour, 0.2), light.halo, 0.26), 0.85],
  ] as const
  for (const [tone, where] of tones) {
    context.fillStyle = css(tone, 0.4 * (1 - fade * 0.5))
    context.beginPath()
    for (let i = 0; i < count; i++) {
      const u = Math.max(0, Math.min(1, where + random.range(-0.4, 0.4)))
      const x = box.x + box.width * (light.side > 0 ? u : 1 - u)
      const y = random.range(box.y, box.y + box.height * (1 - fade * 0.4))
      const long = Math.min(box.width, box.height * 2, 0.4 / pen.scale) * random.range(0.24, 0.55)
      const angle = turn + random.range(-0.35, 0.35)
      addStroke(context, x, y, x + (Math.cos(angle) * long) / 2, y + (Math.sin(angle) * long) / 2 + long * 0.05, x + Math.cos(angle) * long, y + Math.sin(angle) * long, Math.min(long * 0.4, 0.032 / pen.scale) * random.range(0.6, 1.2))
    }
    context.fill()
  }
  context.restore()
}

const skyStrokes = (pen: Pen, box: Box, colours: readonly [Rgb, Rgb, Rgb], horizon: number) => {
  const { context, random } = pen
  const end = Math.max(box.y + 0.3, Math.min(box.y + box.height, horizon))
  for (let band = 0; band < 8; band++) for (const light of [true, false]) {
    const t0 = band / 8
    const base = t0 < 0.58 ? mix(colours[0], colours[1], t0 / 0.58) : mix(colours[1], colours[2], (t0 - 0.58) / 0.42)
    context.fillStyle = css(light ? lighter(base, 0.13) : darker(base, 0.1), 0.42)
    context.beginPath()
    for (let i = 0; i < 5; i++) {
      const y = box.y + (end - box.y) * (t0 + random.range(-0.05, 0.16))
      const x = random.range(box.x - 0.1, box.x + box.width)
      const long = random.range(0.16, 0.5)
      addStroke(context, x, y, x + long / 2, y + random.range(-0.012, 0.012), x + long, y + random.range(-0.02, 0.02), random.range(0.02, 0.045))
    }
    context.fill()
  }
}

const hours: Record<'dawn' | 'day' | 'dusk' | 'night', Omit<Light, 'side'>> = {
  night: {
    dark: true, sky: [hex('#2a2148'), hex('#5a3d63'), hex('#b0786a')], disc: hex('#ffe9b8'), halo: hex('#c9b48e'), far: hex('#7a5a78'), mid: hex('#50406a'), near: hex('#322b4e'),
    fore: hex('#12162a'), water: [hex('#a87672'), hex('#2f2750')], glint: hex('#ffdf9a'), mist: hex('#a5788a'), ink: hex('#12142a'), paper: hex('#f2e3c6'), accent: hex('#d1472f'),
    lamp: hex('#ffb54d'), ambient: hex('#54386a'), ambience: 0.27,
  },
  dawn: {
    dark: false, sky: [hex('#8ea7b8'), hex('#f0b99a'), hex('#f9d9a2')], disc: hex('#fff0c2'), halo: hex('#ffd9a0'), far: hex('#c9a59b'), mid: hex('#94807f'), near: hex('#5f5a5a'),
    fore: hex('#33302f'), water: [hex('#f4cba4'), hex('#7f8f97')], glint: hex('#fff4d4'), mist: hex('#f2cfae'), ink: hex('#3a2a22'), paper: hex('#f6e8cc'), accent: hex('#cf4a30'),
    lamp: hex('#ffd27a'), ambient: hex('#f0a878'), ambience: 0.18,
  },
  day: {
    dark: false, sky: [hex('#6fa6b8'), hex('#a9c9c0'), hex('#efe3bd')], disc: hex('#fff2bf'), halo: hex('#fdeec0'), far: hex('#9fb3a0'), mid: hex('#7a9166'), near: hex('#54703f'),
    fore: hex('#2d4229'), water: [hex('#b9d2c4'), hex('#4a8590')], glint: hex('#fffbe8'), mist: hex('#e3ddbd'), ink: hex('#33291f'), paper: hex('#f7ead0'), accent: hex('#cf4a30'),
    lamp: hex('#ffd27a'), ambient: hex('#f5dfa8'), ambience: 0.12,
  },
  dusk: {
    dark: false, sky: [hex('#5a4a70'), hex('#d0705a'), hex('#f5b05a')], disc: hex('#ffe08c'), halo: hex('#ff9f5c'), far: hex('#a8686a'), mid: hex('#754a58'), near: hex('#4a3242'),
    fore: hex('#261a28'), water: [hex('#f0a060'), hex('#58435f')], glint: hex('#ffe4a4'), mist: hex('#dd8f66'), ink: hex('#2a1720'), paper: hex('#f7e2c0'), accent: hex('#d13f2a'),
    lamp: hex('#ffd27a'), ambient: hex('#a04a3c'), ambience: 0.25,
  },
}
