import { darker, hex, lighter, mix } from '../colour.ts'
import { line, mass, mist, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'

/** The depth of a wood: stem behind stem under one roof of leaves, light between them. */
export const woods = (stage: Stage, place: 'forest' | 'bamboo'): Draft => ({
  name: 'woods', depth: 0.45, box: band(stage, stage.box.y, stage.horizon + 0.06),
  draw: (pen) => {
    const { box, horizon } = stage
    const leaf = mix(tint(pen, place === 'bamboo' ? hex('#7d9a58') : hex('#5c7446')), pen.light.mid, 0.35)
    for (const [row, far] of [[0, 0.6], [1, 0.22]] as const) {
      const roof = mix(leaf, pen.light.mist, far)
      const stems = row === 0 ? 22 : 12
      for (let k = 0; k < stems; k++) {
        const x = box.x + box.width * ((k + pen.random.range(0.1, 0.9)) / stems)
        const lean = pen.random.range(-0.02, 0.02)
        line(pen, [[x, horizon + 0.03], [x + lean, horizon - 0.25], [x + lean * 2, -0.5]], (place === 'bamboo' ? 0.008 : 0.013) * (1 + row), mix(darker(roof, place === 'bamboo' ? 0.12 : 0.34), pen.light.mist, far * 0.3))
      }
      const foot = horizon - (row === 0 ? 0.2 : 0.36)
      const edge: Point[] = Array.from({ length: 30 }, (_, k) => [box.x + (box.width * k) / 29, foot + Math.sin(k * 1.7 + row * 2) * 0.02 + pen.random.range(-0.03, 0.03)] as const)
      mass(pen, polygon([[box.x, box.y - 0.1], ...soften(edge, false, 3), [box.x + box.width, box.y - 0.1]]), roof, { edge: false, texture: 'leaf' })
      mist(pen, box.x, box.width, horizon - 0.16, horizon + 0.06, pen.light.mist, 0.5 - row * 0.2)
    }
    if (!pen.light.dark && pen.style.name !== 'pencil') shafts(pen, stage)
  },
})

/** Sun through the leaves. */
const shafts = (pen: Pen, stage: Stage) => {
  const { context, light, random } = pen
  for (let k = 0; k < 4; k++) {
    const x = random.range(-0.45, 0.45) * stage.aspect
    const slant = -stage.lit * 0.22
    const shaft = context.createLinearGradient(0, stage.box.y, 0, stage.horizon)
    const [r, g, b] = lighter(light.halo, 0.3)
    shaft.addColorStop(0, `rgba(${r},${g},${b},0.3)`)
    shaft.addColorStop(1, `rgba(${r},${g},${b},0)`)
    context.fillStyle = shaft
    context.beginPath()
    context.moveTo(x, stage.box.y)
    context.lineTo(x + 0.05, stage.box.y)
    context.lineTo(x + 0.13 + slant, stage.horizon)
    context.lineTo(x + slant, stage.horizon)
    context.fill()
  }
}

/** Two or three near trunks are the frame: bent, forked, rooted, so that nobody takes them for its edge. */
export const trunks = (stage: Stage, place: 'forest' | 'bamboo'): Draft => ({
  name: 'trunks', depth: 1.4,
  draw: (pen) => {
    const { random, light } = pen
    const half = stage.aspect / 2
    const bamboo = place === 'bamboo'
    const bark = mix(light.fore, tint(pen, bamboo ? hex('#55703f') : hex('#5a4634')), 0.4)
    for (const [side, of] of [[-stage.side, bamboo ? 3 : 1], [stage.side, 1]] as const) for (let k = 0; k < of; k++) {
      const x = side * (half - 0.03 - k * random.range(0.06, 0.1))
      const bend = -side * random.range(0.02, 0.06)
      const wide = bamboo ? 0.03 : 0.1
      const spine = bamboo ? [[x, 0.8], [x + bend * 0.4, 0], [x + bend * 1.4, -0.8]] as const : soften([[x, 0.8], [x + bend * 0.2, 0.42], [x + bend * 1.3, 0.05], [x + bend * 0.5, -0.3], [x + bend * 1.6, -0.8]], false, 5)
      mass(pen, taper([...spine], wide * 1.1, wide * 0.7), bark, { texture: 'wood', weight: 0.004 })
      if (bamboo) {
        for (let y = -0.7; y < 0.76; y += 0.19) line(pen, [[x + bend * (0.4 - y * 1.1) - wide * 0.6, y], [x + bend * (0.4 - y * 1.1), y + 0.004], [x + bend * (0.4 - y * 1.1) + wide * 0.6, y]], 0.006, light.near, 0.8)
        continue
      }
      mass(pen, polygon(soften([[x - 0.15, 0.8], [x - 0.065, 0.56], [x - 0.045, 0.4], [x + 0.045, 0.4], [x + 0.065, 0.56], [x + 0.15, 0.8]], true, 3)), bark, { edge: false })
      mass(pen, taper(soften([[x + bend * 0.6, -0.22], [x - side * 0.1, -0.34], [x - side * 0.22, -0.38], [x - side * 0.3, -0.46]], false, 5), 0.036, 0.006), bark, { texture: 'wood', weight: 0.003 })
      for (let leafs = 0; leafs < 16; leafs++) {
        const [lx, ly] = [x - side * random.range(0.12, 0.34), -0.42 + random.range(-0.1, 0.05)]
        line(pen, [[lx, ly], [lx + 0.012, ly + 0.008], [lx + 0.026, ly + 0.022]], 0.012, mix(bark, light.near, random.next()), 0.9)
      }
    }
  },
})
