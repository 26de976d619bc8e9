import type { Rgb } from '../colour.ts'
import { hex, mix } from '../colour.ts'
import { mass, mist, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import type { Random } from '../seeded.ts'
import { polygon } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'

export type Peaks = 'rolling' | 'steep' | 'dunes'

/** Two or three ridges, one behind the other, each standing in its own mist. */
export const ridgeLayers = (stage: Stage, options: { peaks: Peaks; height: number; rows?: number; far?: Rgb; near?: Rgb }): Draft[] => {
  const rows = options.rows ?? 2
  return Array.from({ length: rows }, (_, i) => {
    const nearer = rows === 1 ? 0.5 : i / (rows - 1)
    const height = options.height * (1 - nearer * 0.45) * (1 + stage.near * 0.35)
    const base = stage.horizon + 0.03
    return {
      name: i === 0 ? 'far ridges' : 'ridges', depth: 0.1 + nearer * 0.16,
      box: band(stage, stage.horizon - height * 1.3 - 0.04, stage.horizon + 0.07),
      draw: (pen) => {
        const colour = mix(options.far ?? pen.light.far, options.near ?? pen.light.mid, nearer * 0.85)
        const soft = stage.near * 0.25
        const shades = i === 0 ? [mix(colour, pen.light.mist, 0.42), colour] : [mix(colour, options.far ?? pen.light.far, 0.3), colour]
        shades.forEach((shade, k) => {
          const crest = ridge(pen.random, stage, base, height * (k === 0 ? 1 : 0.62), options.peaks, stage.side * (k === 0 ? 0.35 : -0.3))
          mass(pen, polygon(crest), mix(shade, pen.light.mist, soft), { fade: options.peaks === 'dunes' ? 0 : 0.85, texture: options.peaks === 'steep' ? 'rock' : 'none', edge: 'top', weight: 0.0022 + nearer * 0.0014 })
          if (options.peaks !== 'dunes') mist(pen, stage.box.x, stage.box.width, base - height * 0.4, base + 0.04, pen.light.mist, 0.5)
        })
      },
    }
  })
}

const ridge = (random: Random, stage: Stage, base: number, height: number, peaks: Peaks, weight: number): Point[] => {
  const { box, aspect } = stage
  const bumps = Array.from({ length: peaks === 'steep' ? 7 : 5 }, () => ({
    x: random.range(box.x, box.x + box.width), high: random.range(0.35, 1), wide: random.range(0.08, 0.2) * (peaks === 'steep' ? 0.8 : 1.9) * Math.max(0.7, aspect / 1.5),
  }))
  const crest: Point[] = []
  const steps = 96
  let rough = 0
  for (let i = 0; i <= steps; i++) {
    const x = box.x + (box.width * i) / steps
    let y = 0.1
    for (const bump of bumps) {
      const d = Math.abs(x - bump.x) / bump.wide
      y = Math.max(y, bump.high * (peaks === 'steep' ? Math.max(0, 1 - d ** 1.25) : Math.exp(-d * d)))
    }
    rough = rough * 0.7 + random.range(-0.04, 0.04) * (peaks === 'steep' ? 1.2 : peaks === 'rolling' ? 0.35 : 0.05)
    // Heavier to one side: a level skyline is dull.
    const slope = 0.72 + (weight * x * 2) / aspect
    crest.push([x, base - height * Math.max(0.05, (y + rough) * slope)])
  }
  return [...crest, [box.x + box.width, base + 0.05], [box.x, base + 0.05]]
}

export const redOchre = hex('#a24a30')

/** The cliff: a wall of rock that drops straight into the water on one side of the frame. */
export const cliffLayer = (stage: Stage, options: { colour?: Rgb; reach?: number; height?: number; side?: 1 | -1; depth?: number } = {}): Draft => {
  const side = options.side ?? ((-stage.side) as 1 | -1)
  const height = (options.height ?? 0.5) * (1 + stage.near * 0.5)
  const reach = (options.reach ?? 0.42) * stage.aspect
  const base = stage.horizon + 0.028
  return {
    name: 'cliff', depth: options.depth ?? 0.38,
    box: band(stage, base - height * 1.25, base + 0.05),
    draw: (pen) => {
      const { random } = pen
      const edge = (side * stage.aspect) / 2 + side * 0.17
      const colour = tint(pen, options.colour ?? redOchre, 0.08 + stage.near * 0.12)
      for (const [k, share] of [1, 0.74, 0.42].entries()) {
        const inner = edge - side * (reach * (k === 0 ? 0.82 : k === 1 ? 1.02 : 1.22) + 0.16)
        const top = base - height * share
        const face: Point[] = [[edge, base + 0.04], [edge, top - random.range(0, 0.05)]]
        const steps = 13
        for (let i = 1; i <= steps; i++) {
          const t = i / steps
          const x = edge + (inner - edge) * (t < 0.72 ? t : 0.72 + (t - 0.72) * 0.78)
          const fall = t < 0.66 ? t * 0.22 + random.range(-0.05, 0.07) : 0.15 + ((t - 0.66) / 0.34) ** 0.62 * 0.85
          face.push([x + random.range(-0.011, 0.011), top + (base - top) * Math.min(1, fall)])
          if (t > 0.6 && t < 0.95) face.push([x + side * random.range(0.002, 0.01), top + (base - top) * Math.min(1, fall + 0.07)])
        }
        face.push([inner, base + 0.01], [inner + side * 0.04, base + 0.04])
        mass(pen, polygon(face), mix(colour, k === 2 ? pen.light.near : pen.light.mist, k === 2 ? 0.3 : k === 0 ? 0.22 : 0), { texture: 'rock', weight: 0.0042, fade: k === 2 ? 0 : 0.35, edge: 'top' })
        if (k < 2) scrub(pen, face, k)
      }
      mist(pen, stage.box.x, stage.box.width, base - 0.1, base + 0.045, pen.light.mist, 0.55)
    },
  }
}

/** Trees no bigger than a thumbnail along a crest: they give the wall its size. */
const scrub = (pen: Pen, face: Point[], k: number) => {
  const { random } = pen
  for (const [x, y] of face.slice(2, 11)) {
    if (random.chance(0.35)) continue
    const s = random.range(0.009, 0.022) * (1 + k * 0.3)
    mass(pen, polygon([[x - s, y + 0.004], [x - s * 0.7, y - s * 0.6], [x, y - s * 1.25], [x + s * 0.8, y - s * 0.5], [x + s, y + 0.004]]), pen.light.near, { edge: false })
  }
}
