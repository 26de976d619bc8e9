import { plainStroke } from '../brush.ts'
import { css, grey, hex, lightness } from '../colour.ts'
import { corners, gradientGround } from './grounds.ts'
import type { Light, Style } from './style.ts'

/** Hard light from one side: black forms with a white rim, fog behind them, deep corners. */
export const noir: Style = {
  name: 'noir',
  light: (hour) => hours[hour],
  tint: (colour, light) => grey(lightness(colour) ** 1.6 * (light.dark ? 0.5 : 0.62)),
  ground: (pen, box, colours, horizon) => {
    gradientGround(pen, box, colours, horizon)
    const { context, light } = pen
    // A searchlight's shaft through the fog: it gives every frame a diagonal.
    const x = (light.side * box.width) / 2
    const shaft = context.createLinearGradient(x, box.y, -x * 0.3, box.y + box.height)
    shaft.addColorStop(0, css(grey(0.95), 0.34))
    shaft.addColorStop(1, css(grey(0.95), 0))
    context.fillStyle = shaft
    context.beginPath()
    context.moveTo(x, box.y)
    context.lineTo(x * 0.62, box.y)
    context.lineTo(-x * 0.75, box.y + box.height)
    context.lineTo(x * 0.2, box.y + box.height)
    context.closePath()
    context.fill()
  },
  mass: (pen, shape, colour, manner) => {
    const { context } = pen
    const value = lightness(colour)
    const fade = manner.fade ?? 0
    const { box } = shape
    const fill = context.createLinearGradient(0, box.y, 0, box.y + box.height)
    fill.addColorStop(0, css(colour))
    fill.addColorStop(1, css(grey(value * (1 - 0.5 * (1 - fade))), 1 - fade * 0.75))
    if (manner.edge === false) {
      context.fillStyle = fill
      context.fill(shape.path)
      return
    }
    context.fillStyle = css(grey(Math.min(1, value * 0.6 + 0.62)), 1 - fade * 0.3)
    context.fill(shape.path)
    context.save()
    context.clip(shape.path)
    const rim = Math.min(Math.min(box.width, box.height) * 0.07, (0.002 + 0.006 * (1 - fade)) / pen.scale)
    context.translate(-pen.light.side * rim, rim * 0.7)
    context.fillStyle = fill
    context.fill(shape.path)
    context.restore()
  },
  line: (pen, points, width, colour, alpha) => plainStroke(pen.context, points, width, colour, alpha),
  finish: (pen, box) => corners(pen, box, hex('#000000'), 0.85),
}

const make = (dark: boolean, v: number[]): Omit<Light, 'side'> => {
  const g = (i: number) => grey(v[i] as number)
  return {
    dark, sky: [g(0), g(1), g(2)], disc: grey(0.98), halo: grey(0.75), far: g(3), mid: g(4), near: g(5), fore: hex('#030303'), water: [g(6), g(7)],
    glint: hex('#ffffff'), mist: g(8), ink: hex('#020202'), paper: grey(0.92), accent: grey(0.95), lamp: hex('#ffffff'), ambient: grey(0.1), ambience: 0.3,
  }
}
const hours = {
  night: make(true, [0.02, 0.1, 0.34, 0.24, 0.13, 0.06, 0.42, 0.03, 0.4]),
  dawn: make(false, [0.3, 0.55, 0.82, 0.52, 0.3, 0.13, 0.78, 0.18, 0.72]),
  day: make(false, [0.42, 0.68, 0.9, 0.6, 0.36, 0.16, 0.86, 0.24, 0.8]),
  dusk: make(true, [0.08, 0.28, 0.66, 0.36, 0.2, 0.09, 0.66, 0.08, 0.58]),
}
