import { css, lighter, mix } from '../colour.ts'
import { dab, glow, line } from '../pen.ts'
import { ellipse, soften } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { paintWater } from './water.ts'

/** A close-up of water: it is the whole frame, the moon lies broken in it, rings open around a fallen leaf. */
export const waterTexture = (stage: Stage): Draft[] => {
  const high = { ...stage, horizon: stage.box.y, near: 1.4, disc: null }
  const variant = stage.scene.variant % 4
  const moon = { x: stage.lit * stage.aspect * ([0.16, -0.1, 0.22, 0.02][variant] ?? 0.1), y: [-0.1, 0.12, -0.2, 0.02][variant] ?? 0, r: [0.2, 0.26, 0.15, 0.3][variant] ?? 0.2 }
  const rings = { x: -moon.x * 1.1 - 0.12 * stage.lit, y: moon.y > 0 ? -0.14 : 0.2 }
  return [{
    name: 'water close', depth: 0.7, opaque: true,
    draw: (pen) => {
      paintWater(pen, high, stage.box.y, { rough: 0.8, colour: [mix(pen.light.water[0], pen.light.water[1], 0.35), pen.light.water[1]] })
      if (stage.scene.sky.moon || stage.scene.sky.sun) {
        if (pen.style.name !== 'pencil' && pen.style.name !== 'flat') glow(pen, moon.x, moon.y, moon.r * 2.6, pen.light.halo, 0.5)
        for (let i = 0; i < 24; i++) {
          const v = (i / 23) * 2 - 1
          const half = moon.r * Math.sqrt(Math.max(0, 1 - v * v)) * pen.random.range(0.72, 1.16)
          const x = moon.x + Math.sin(v * 9) * 0.018 + pen.random.range(-0.012, 0.012)
          line(pen, soften([[x - half, moon.y + v * moon.r * 1.25], [x, moon.y + v * moon.r * 1.25 + 0.006], [x + half, moon.y + v * moon.r * 1.25 - 0.002]], false, 3), moon.r * 0.082, pen.light.disc, 0.9)
        }
      }
      for (let k = 1; k < 6; k++) {
        const ring = ellipse(rings.x, rings.y, k * 0.055, k * 0.019).edge
        line(pen, ring.slice(2, 14), 0.005, lighter(pen.light.water[0], 0.3), 0.7 - k * 0.09)
        line(pen, ring.slice(16, 27), 0.005, pen.light.fore, 0.55 - k * 0.08)
      }
      dab(pen, ellipse(rings.x, rings.y - 0.004, 0.024, 0.009, -0.3), pen.light.accent)
      pen.style.finish(pen, stage.box)
    },
    live: (context, time) => {
      context.strokeStyle = css([255, 248, 224], 0.4)
      context.lineWidth = 0.0028
      for (let k = 0; k < 3; k++) {
        const t = (time.seconds * 0.22 + k / 3) % 1
        context.globalAlpha = 0.6 * (1 - t)
        context.beginPath()
        context.ellipse(rings.x, rings.y, 0.03 + t * 0.34, 0.012 + t * 0.12, 0, 0, 6.3)
        context.stroke()
      }
      context.globalAlpha = 1
      context.beginPath()
      for (let i = 0; i < 26; i++) {
        const y = -0.45 + ((i * 0.381) % 0.92)
        const x = (((i * 0.618) % 1) - 0.5) * stage.aspect + Math.sin(time.seconds * 0.8 + i) * 0.012
        const long = 0.02 + 0.04 * Math.max(0, Math.sin(time.seconds * 1.2 + i * 2))
        context.moveTo(x - long, y)
        context.lineTo(x + long, y)
      }
      context.stroke()
    },
  }]
}
