import type { Rgb } from '../colour.ts'
import { mix } from '../colour.ts'
import { line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { sideBox, still } from '../stage.ts'
import { nearThing } from './near-things.ts'

/** What stands close before the picture: the frame's own choice, drawn dark, out of the subject's way. */
export const foreground = (stage: Stage): Draft[] => {
  const { scene, framing } = stage
  if (framing === 'none') return []
  if (framing === 'reeds') return [reedLayer(stage)]
  if (framing !== 'branch') return nearThing(stage, framing)
  const has = (kind: string) => scene.things.some((thing) => thing.kind === kind)
  return [branchLayer(stage, has('willow') ? 'willow' : has('plum-branch') || scene.season === 'spring' ? 'blossom' : scene.season === 'winter' ? 'bare' : 'pine')]
}

/** Reeds at one corner, dark and close. */
const reedLayer = (stage: Stage): Draft => {
  const side = -stage.side
  const edge = stage.box.width / 2
  const width = Math.min(0.72, stage.aspect * 0.36 + 0.25)
  return {
    name: 'reeds', depth: 1.7, box: sideBox(stage, side, width, 0.02, 9),
    draw: (pen) => {
      const { random, light } = pen
      for (let i = 0; i < 30; i++) {
        // From the outside in: high at the edge of the frame, and never past the layer's inner side.
        const t = random.next() ** 1.5
        const foot = side * (edge - t * (width - 0.2))
        const high = random.range(0.2, 0.56) * (1 - t * 0.62)
        const lean = -side * random.range(0.01, 0.14)
        const points = soften([[foot, 0.76], [foot + lean * 0.15, 0.66 - high * 0.5], [foot + lean, 0.62 - high]], false, 4)
        line(pen, points, random.range(0.004, 0.0085), mix(light.fore, light.near, random.range(0, 0.5)), 0.95)
        if (random.chance(0.4)) plume(pen, points[points.length - 1] as Point, lean, light.fore)
        if (random.chance(0.6)) {
          const [bx, by] = points[Math.floor(points.length * 0.5)] as Point
          line(pen, soften([[bx, by], [bx - side * 0.05, by - 0.05], [bx - side * random.range(0.07, 0.11), by + random.range(-0.03, 0.03)]], false, 3), 0.006, light.fore, 0.9)
        }
      }
    },
    pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.8) * 0.008, x: Math.sin(time.seconds * 0.8) * 0.003 }),
  }
}

/** A plume that hangs to the lee side. */
const plume = (pen: Pen, [x, y]: Point, lean: number, colour: Rgb) => {
  const way = Math.sign(lean || 1)
  const pale = mix(colour, pen.light.mist, 0.32)
  for (let k = 0; k < 11; k++) {
    const u = k / 10
    const [px, py] = [x + way * 0.05 * u, y - 0.012 + 0.05 * u * u]
    line(pen, [[px, py], [px + way * 0.008, py + 0.014], [px + way * pen.random.range(0.006, 0.018), py + pen.random.range(0.022, 0.036)]], 0.004, pale, 0.75)
  }
}

/** A branch that reaches in from a top corner: pine, willow, plum or bare. */
const branchLayer = (stage: Stage, kind: 'pine' | 'willow' | 'blossom' | 'bare'): Draft => {
  const side = -stage.lit
  const edge = stage.box.width / 2
  const reach = Math.min(0.66, stage.aspect * 0.4) + 0.2
  return {
    name: 'branch', depth: 1.7, box: sideBox(stage, side, reach + 0.24, stage.box.y, kind === 'willow' ? 0.16 : 0.02),
    draw: (pen) => {
      const { random } = pen
      const limb = soften([[side * (edge + 0.05), -0.56 - random.range(0, 0.06)], [side * (edge - reach * 0.35), -0.47], [side * (edge - reach * 0.62), -0.39 + random.range(-0.03, 0.02)], [side * (edge - reach * 0.95), -0.36 + random.range(-0.02, 0.05)]], false, 8)
      mass(pen, taper(limb, 0.04, 0.004), pen.light.fore, { texture: 'wood' })
      for (let i = 6; i < limb.length; i += kind === 'willow' ? 1 : 2) {
        const [x, y] = limb[i] as Point
        const tip: Point = [x - side * random.range(0.03, 0.12), y + (random.chance(0.6) ? 1 : -1) * random.range(0.02, 0.07)]
        if (kind !== 'willow') line(pen, soften([[x, y], [x - side * 0.02, (y + tip[1]) / 2], tip], false, 3), 0.006, pen.light.fore)
        leaves[kind](pen, tip, [x, y], side)
      }
    },
    pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.6 + 1) * 0.006 }),
  }
}

const leaves: Record<'pine' | 'willow' | 'blossom' | 'bare', (pen: Pen, tip: Point, root: Point, side: number) => void> = {
  pine: (pen, [x, y]) => {
    for (let k = 0; k < 15; k++) {
      const a = -Math.PI * (0.04 + (k / 14) * 0.92)
      const r = pen.random.range(0.03, 0.052)
      line(pen, [[x, y], [x + Math.cos(a) * r * 0.5, y + Math.sin(a) * r * 0.42], [x + Math.cos(a) * r, y + Math.sin(a) * r * 0.8]], 0.0034, mix(pen.light.fore, pen.light.near, pen.random.range(0, 0.7)))
    }
  },
  willow: (pen, _tip, root, side) => {
    const { random, light } = pen
    const long = random.range(0.1, 0.36)
    const strand = soften([root, [root[0] - side * 0.012, root[1] + long * 0.5], [root[0] + random.range(-0.02, 0.02), root[1] + long]], false, 6)
    line(pen, strand, 0.0028, light.fore, 0.9)
    for (const [x, y] of strand.slice(2)) line(pen, [[x, y], [x + random.range(-0.006, 0.006), y + 0.011], [x + random.sign() * 0.012, y + 0.022]], 0.0045, mix(light.fore, light.near, 0.4), 0.9)
  },
  blossom: (pen, [x, y]) => {
    const { random } = pen
    for (let k = 0; k < 4; k++) mass(pen, ellipse(x + random.range(-0.03, 0.03), y + random.range(-0.02, 0.02), random.range(0.006, 0.012), random.range(0.005, 0.01)), tint(pen, random.chance(0.6) ? [226, 150, 158] : [240, 205, 205]), { edge: false })
  },
  bare: (pen, [x, y], _root, side) => line(pen, [[x, y], [x - side * 0.02, y + 0.01], [x - side * pen.random.range(0.03, 0.05), y - 0.01]], 0.003, pen.light.fore),
}
