import { plainStroke } from '../brush.ts'
import { css, darker, hex, lighter, mix, saturate } from '../colour.ts'
import type { Light, Style } from './style.ts'

/** Cut paper: few full colours, one shade on the side away from the light, no contour. */
export const flat: Style = {
  name: 'flat',
  light: (hour) => hours[hour],
  tint: (colour, light) => mix(saturate(colour, 1.25), light.ambient, light.ambience),
  ground: (pen, box, colours, horizon) => {
    const { context } = pen
    const bands = 5
    const end = Math.max(box.y + 0.3, horizon)
    for (let i = 0; i < bands; i++) {
      const t = i / (bands - 1)
      context.fillStyle = css(t < 0.5 ? mix(colours[0], colours[1], t * 2) : mix(colours[1], colours[2], t * 2 - 1))
      const y = box.y + (end - box.y) * (i / bands)
      context.fillRect(box.x, y, box.width, box.y + box.height - y)
    }
  },
  mass: (pen, shape, colour, manner) => {
    const { context } = pen
    context.fillStyle = css(colour)
    context.fill(shape.path)
    if (manner.texture === undefined && shape.box.height * pen.scale < 0.03) return
    context.save()
    context.clip(shape.path)
    const shift = Math.min(shape.box.width * 0.22, 0.16 / pen.scale)
    context.fillStyle = css(darker(colour, 0.2), 1)
    context.fill(shape.path)
    context.translate(pen.light.side * shift, -shift * 0.16)
    context.fillStyle = css(lighter(colour, 0.03))
    context.fill(shape.path)
    context.restore()
  },
  line: (pen, points, width, colour, alpha) => plainStroke(pen.context, points, width * 1.15, colour, alpha),
  finish: () => undefined,
}

const hours: Record<'dawn' | 'day' | 'dusk' | 'night', Omit<Light, 'side'>> = {
  night: {
    dark: true, sky: [hex('#141a4a'), hex('#24307a'), hex('#4a55b0')], disc: hex('#ffe08a'), halo: hex('#6a6fd0'), far: hex('#3b469c'), mid: hex('#2a3482'), near: hex('#1b2463'),
    fore: hex('#0c1138'), water: [hex('#3d4aa8'), hex('#1a2468')], glint: hex('#ffd873'), mist: hex('#4a55b0'), ink: hex('#0a0e30'), paper: hex('#f6efe0'), accent: hex('#ff5a4d'),
    lamp: hex('#ffc24d'), ambient: hex('#2a3482'), ambience: 0.3,
  },
  dawn: {
    dark: false, sky: [hex('#7fb6d6'), hex('#ffc9a8'), hex('#ffe2b8')], disc: hex('#fff3c9'), halo: hex('#ffdca6'), far: hex('#e8a99a'), mid: hex('#b8787f'), near: hex('#6d5470'),
    fore: hex('#33304f'), water: [hex('#ffd3ae'), hex('#6fa3bd')], glint: hex('#fff6db'), mist: hex('#ffd9b5'), ink: hex('#2c2a48'), paper: hex('#fff6e6'), accent: hex('#f0503c'),
    lamp: hex('#ffd873'), ambient: hex('#ff9f7a'), ambience: 0.12,
  },
  day: {
    dark: false, sky: [hex('#4fb3d9'), hex('#8fd3e3'), hex('#d5eee6')], disc: hex('#ffe27a'), halo: hex('#fdf3c4'), far: hex('#8fc7b8'), mid: hex('#4fa28c'), near: hex('#237a6c'),
    fore: hex('#0d4a4a'), water: [hex('#8fd6dc'), hex('#2b8fb0')], glint: hex('#ffffff'), mist: hex('#d5eee6'), ink: hex('#0c3540'), paper: hex('#fff8e8'), accent: hex('#f25c3f'),
    lamp: hex('#ffd45e'), ambient: hex('#fff3c9'), ambience: 0.06,
  },
  dusk: {
    dark: false, sky: [hex('#4b2a6b'), hex('#c14a6e'), hex('#ff9a56')], disc: hex('#ffd35c'), halo: hex('#ff7f5c'), far: hex('#a8436f'), mid: hex('#74306a'), near: hex('#471f57'),
    fore: hex('#210f36'), water: [hex('#f58a5c'), hex('#5b2a6e')], glint: hex('#ffe08a'), mist: hex('#f08a5c'), ink: hex('#1d0c30'), paper: hex('#fff0d8'), accent: hex('#ff4d3d'),
    lamp: hex('#ffd45e'), ambient: hex('#7a2f6a'), ambience: 0.26,
  },
}
