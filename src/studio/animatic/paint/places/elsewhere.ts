import { css, darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { at, dab, glow, line, mass } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'
import { ridgeLayers } from './ridges.ts'
import { foreground } from './foreground.ts'
import { cloud, skyLayer } from './sky.ts'

const greyed = (pen: Pen, colour: Rgb): Rgb => pen.style.name === 'noir' || pen.style.name === 'pencil' ? pen.style.tint(colour, pen.light) : colour

/** Nothing but air: the land is a low line, clouds pass in front of the moon. */
export const openSky = (stage: Stage): Draft[] => {
  const low = { ...stage, horizon: Math.max(0.34, stage.horizon + 0.3) }
  const banks: Draft[] = [0, 1].map((i) => ({
    name: `clouds ${i}`, depth: 0.12 + i * 0.2, box: band(stage, -0.2 + i * 0.16, 0.36 + i * 0.2),
    draw: (pen) => { for (let k = 0; k < 4; k++) at(pen, pen.random.range(-0.55, 0.55) * stage.aspect, -0.02 + i * 0.22 + pen.random.range(-0.06, 0.06), pen.random.range(0.4, 0.8), (local) => cloud(local, mix(pen.light.sky[2], pen.light.mist, 0.5), 0.5)) },
    pose: (time) => ({ x: (time.progress - 0.5) * 0.05 * (i + 1), y: 0, scale: 1, angle: 0, opacity: 1 }),
  }))
  return [skyLayer({ ...stage, horizon: 0.5 }), ...ridgeLayers({ ...low, horizon: 0.44 }, { peaks: 'steep', height: 0.26 }), ...banks.slice(0, stage.scene.weather === 'clear' ? 1 : 2), ...foreground(stage)]
}

export const space = (stage: Stage): Draft[] => [
  {
    name: 'space', depth: 0.02, opaque: true,
    draw: (pen) => {
      const { box } = stage
      pen.style.ground(pen, box, [greyed(pen, hex('#05060f')), greyed(pen, hex('#0d1330')), greyed(pen, hex('#2a1f47'))], 0.6)
      for (let i = 0; i < 7; i++) glow(pen, pen.random.range(box.x, box.x + box.width), pen.random.range(-0.5, 0.5), pen.random.range(0.2, 0.6), greyed(pen, pen.random.pick([hex('#3f4f9a'), hex('#7a3f7a'), hex('#2f6f7a')])), 0.25)
      for (let i = 0; i < 240; i++) {
        const r = pen.random.range(0.0006, 0.0026) * (pen.random.chance(0.06) ? 1.8 : 1)
        dab(pen, ellipse(pen.random.range(box.x, box.x + box.width), pen.random.range(box.y, box.y + box.height), r, r), greyed(pen, hex('#fff6e0')), pen.random.range(0.4, 1))
      }
      pen.style.finish(pen, box)
    },
  },
  {
    name: 'planet', depth: 0.2,
    draw: (pen) => {
      const r = [0.42, 0.3, 0.62, 0.2][stage.scene.variant % 4] ?? 0.4
      const [x, y] = [-stage.side * stage.aspect * 0.3, r > 0.5 ? 0.6 : 0.1]
      const ball = ellipse(x, y, r, r)
      glow(pen, x, y, r * 1.5, greyed(pen, hex('#6fa0d8')), 0.35)
      mass(pen, ball, greyed(pen, hex('#3d6a94')), { weight: 0.004 })
      pen.context.save()
      pen.context.clip(ball.path)
      for (let i = 0; i < 12; i++) mass(pen, blob([-1, -0.5, 0, 0.5, 1].map((u) => [x + u * r, y - r + (i * r) / 6 + pen.random.range(-0.03, 0.03)] as const).concat([[x + r, y - r + (i * r) / 6 + 0.03], [x - r, y - r + (i * r) / 6 + 0.02]])), greyed(pen, pen.random.pick([hex('#d8cbb0'), hex('#4f86a8'), hex('#7a9a6a')])), { edge: false })
      dab(pen, ellipse(x - pen.light.side * r * 0.55, y + r * 0.15, r * 1.05, r * 1.15), hex('#03040a'), 0.66)
      pen.context.restore()
    },
  },
]

export const underwater = (stage: Stage): Draft[] => [
  {
    name: 'deep', depth: 0.02, opaque: true,
    draw: (pen) => {
      const { box, lit } = stage
      pen.style.ground(pen, box, [greyed(pen, hex('#5fb3b8')), greyed(pen, hex('#1f6a82')), greyed(pen, hex('#0b2f4a'))], 0.6)
      for (let i = 0; i < 8; i++) {
        const x = pen.random.range(-0.5, 0.5) * stage.aspect
        const shaft = pen.context.createLinearGradient(0, box.y, 0, 0.3)
        shaft.addColorStop(0, css(greyed(pen, hex('#d6fff2')), 0.3))
        shaft.addColorStop(1, css(greyed(pen, hex('#d6fff2')), 0))
        pen.context.fillStyle = shaft
        pen.context.beginPath()
        pen.context.moveTo(x, box.y)
        pen.context.lineTo(x + 0.06, box.y)
        pen.context.lineTo(x + 0.2 - lit * 0.35, 0.35)
        pen.context.lineTo(x - lit * 0.35, 0.35)
        pen.context.fill()
      }
      pen.style.finish(pen, box)
    },
  },
  ...ridgeLayers({ ...stage, horizon: 0.34 }, { peaks: 'rolling', height: 0.2, rows: 1, far: hex('#2c7488'), near: hex('#1d566c') }),
  {
    name: 'seabed', depth: 0.8, box: band(stage, 0.1, 9),
    draw: (pen) => {
      mass(pen, blob([[stage.box.x, 0.42], [-0.4, 0.37], [0, 0.42], [0.5, 0.36], [stage.box.x + stage.box.width, 0.42], [stage.box.x + stage.box.width, 0.8], [stage.box.x, 0.8]]), greyed(pen, hex('#3f6a63')), { texture: 'earth' })
      for (let i = 0; i < 22; i++) {
        const x = pen.random.range(stage.box.x, stage.box.x + stage.box.width)
        const high = pen.random.range(0.08, 0.3)
        line(pen, soften([[x, 0.5], [x + 0.02, 0.46 - high * 0.4], [x - 0.02, 0.45 - high * 0.7], [x + 0.025, 0.45 - high]], false, 4), 0.015, greyed(pen, pen.random.pick([hex('#2f6a4f'), hex('#a84a3f'), hex('#4f8a5a')])))
      }
    },
    live: (context, time) => {
      context.fillStyle = 'rgba(220,255,250,0.5)'
      for (let i = 0; i < 22; i++) {
        const y = 0.5 - ((time.seconds * 0.08 + i * 0.137) % 1)
        const r = 0.003 + (i % 4) * 0.0015
        context.beginPath()
        context.ellipse(((i * 0.618) % 1 - 0.5) * stage.aspect + Math.sin(time.seconds + i) * 0.01, y, r, r, 0, 0, 6.3)
        context.fill()
      }
    },
  },
]

/** The empty place: paper, a breath of tone behind the subject. */
export const nowhere = (stage: Stage): Draft[] => [{
  name: 'paper', depth: 0.02, opaque: true,
  draw: (pen) => {
    const [a, b, c] = pen.light.sky
    pen.style.ground(pen, stage.box, [darker(a, 0.1), b, lighter(c, 0.05)], 0.66)
    glow(pen, stage.side * stage.aspect * 0.1, 0, 0.8, pen.light.halo, 0.4)
    pen.style.finish(pen, stage.box)
  },
}]
