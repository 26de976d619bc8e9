import { hex, lighter, mix } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import { ellipse, polygon, rect, soften, taper } from '../shape.ts'
import type { Draft, Framing, Stage } from '../stage.ts'
import { band, sideBox, still } from '../stage.ts'
import { thing } from '../things/index.ts'

/** The near things of places where no reeds grow: a mooring post, a railing, a lamp, a curtain. Half in shadow, so that the eye passes them. */
export const nearThing = (stage: Stage, framing: Framing): Draft[] => {
  const draw = nearThings[framing]
  return draw === undefined ? [] : [draw(stage)]
}

const nearThings: Partial<Record<Framing, (stage: Stage) => Draft>> = {
  grass: (stage) => {
    const side = -stage.side
    const edge = stage.box.width / 2
    const width = Math.min(0.9, stage.aspect * 0.42 + 0.25)
    return {
      name: 'grass', depth: 1.6, box: sideBox(stage, side, width, 0.2, 9),
      draw: (pen) => {
        const { random, light } = pen
        for (let i = 0; i < 70; i++) {
          const t = random.next()
          const foot = side * (edge - t * (width - 0.1))
          const high = random.range(0.06, 0.26) * (1 - t * 0.6)
          const lean = random.range(-0.07, 0.07)
          line(pen, soften([[foot, 0.78], [foot + lean * 0.2, 0.66 - high * 0.5], [foot + lean, 0.6 - high]], false, 3), random.range(0.004, 0.009), mix(light.fore, light.near, random.range(0, 0.6)), 0.95)
        }
      },
      pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.9) * 0.006 }),
    }
  },
  post: (stage) => {
    const side = -stage.side
    const x = side * stage.aspect * 0.4
    return {
      name: 'mooring post', depth: 1.45, box: sideBox(stage, side, stage.aspect * 0.1 + 0.25 + 0.16, 0.06, 9),
      draw: (pen) => {
        const wood = mix(pen.light.fore, tint(pen, hex('#4a3c30')), 0.25)
        mass(pen, taper([[x, 0.8], [x + 0.004, 0.46], [x, 0.16]], 0.1, 0.085), wood, { texture: 'wood', weight: 0.003 })
        mass(pen, ellipse(x, 0.16, 0.043, 0.013), lighter(wood, 0.18), { weight: 0.002 })
        const rope = mix(pen.light.fore, tint(pen, hex('#b29a6a')), 0.5)
        for (const y of [0.27, 0.295, 0.32]) line(pen, soften([[x - 0.05, y], [x, y + 0.012], [x + 0.05, y]], false, 3), 0.014, rope)
        line(pen, soften([[x + side * 0.045, 0.3], [x + side * 0.16, 0.44], [x + side * 0.4, 0.5]], false, 5), 0.013, rope)
      },
    }
  },
  rail: (stage) => ({
    name: 'railing', depth: 1.4, box: band(stage, 0.29, 9),
    draw: (pen) => {
      const iron = mix(pen.light.fore, pen.light.near, 0.2)
      const { box } = stage
      for (let x = box.x; x <= box.x + box.width; x += 0.09) mass(pen, rect(x, 0.33, 0.012, 0.5), iron, { edge: false })
      mass(pen, rect(box.x, 0.31, box.width, 0.026), iron, { edge: false })
      line(pen, [[box.x, 0.312], [0, 0.312], [box.x + box.width, 0.312]], 0.004, mix(iron, pen.light.mist, 0.5))
    },
  }),
  lamp: (stage) => {
    const side = -stage.side
    const x = side * stage.aspect * 0.42
    return {
      name: 'near lamp', depth: 1.4, box: sideBox(stage, side, stage.aspect * 0.08 + 0.25 + 0.34, stage.box.y, 9),
      draw: (pen) => {
        mass(pen, taper([[x, 0.8], [x, 0.1], [x, -0.5], [x, -0.8]], 0.036, 0.022), pen.light.fore, { edge: false })
        mass(pen, rect(x - 0.03, 0.3, 0.06, 0.5), pen.light.fore, { edge: false })
        if (pen.light.dark) glow(pen, x - side * 0.03, -0.38, 0.28, pen.light.lamp, 0.3)
        line(pen, soften([[x, -0.46], [x - side * 0.05, -0.475], [x - side * 0.1, -0.43]], false, 4), 0.012, pen.light.fore)
        dab(pen, polygon([[x - side * 0.07, -0.42], [x - side * 0.13, -0.42], [x - side * 0.115, -0.385], [x - side * 0.085, -0.385]]), pen.light.dark ? lighter(pen.light.lamp, 0.4) : pen.light.fore)
      },
    }
  },
  lantern: (stage) => {
    const side = -stage.side
    return {
      name: 'near lantern', depth: 1.4, box: sideBox(stage, side, stage.aspect * 0.1 + 0.25 + 0.3, stage.box.y, 0.2),
      draw: (pen) => {
        const x = side * stage.aspect * 0.4
        line(pen, [[x, -0.78], [x, -0.5], [x, -0.4]], 0.005, pen.light.ink)
        thing(pen, 'lantern', null, x, -0.2, 0.2)
      },
      pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.9) * 0.012 }),
    }
  },
  curtain: (stage) => {
    const side = -stage.side
    const edge = stage.box.width / 2 + 0.02
    const width = Math.min(0.2, stage.aspect * 0.09) + 0.27
    return {
      name: 'curtain', depth: 1.3, box: sideBox(stage, side, width + 0.06, stage.box.y, 9),
      draw: (pen) => {
        const cloth = mix(pen.light.fore, tint(pen, hex('#8a5a4a')), 0.45)
        const inner = (v: number) => side * (edge - width * (0.72 + 0.2 * Math.sin(v * 2.2 + 1)))
        const hem = [0, 0.2, 0.4, 0.6, 0.8, 1].map((v) => [inner(v), -0.8 + 1.6 * v] as const)
        mass(pen, polygon([[side * edge, -0.8], ...soften(hem, false, 4), [side * edge, 0.8]]), cloth, { texture: 'cloth', weight: 0.003 })
        for (let k = 1; k < 6; k++) line(pen, soften(hem.map(([x, y]) => [x + (side * edge - x) * (k / 6), y] as const), false, 4), 0.012, k % 2 === 0 ? mix(cloth, pen.light.fore, 0.6) : mix(cloth, pen.light.mist, 0.16), 0.7)
      },
      pose: (time) => ({ ...still, x: Math.sin(time.seconds * 0.7) * 0.002 }),
    }
  },
}
