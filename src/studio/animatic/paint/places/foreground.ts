import type { Rgb } from '../colour.ts'
import { mix } from '../colour.ts'
import { line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band, still } from '../stage.ts'


/** Reeds at one corner, dark and close. */
export const reedLayer = (stage: Stage, colour?: Rgb): Draft => {
  const side = -stage.side
  const half = stage.aspect / 2
  const width = Math.min(0.62, stage.aspect * 0.4)
  const x = side < 0 ? stage.box.x : half + 0.16 - width
  return {
    name: 'reeds', depth: 1.7, box: { x, y: 0.02, width, height: stage.box.y + stage.box.height - 0.02 },
    draw: (pen) => {
      const { random, light } = pen
      const dark = colour ?? light.fore
      for (let i = 0; i < 26; i++) {
        const t = random.next() ** 1.5
        const foot = side * (half + 0.12 - t * (width - 0.16))
        const high = random.range(0.16, 0.52) * (1 - t * 0.62)
        const lean = -side * random.range(0.01, 0.16)
        const points = soften([[foot, 0.66], [foot + lean * 0.15, 0.62 - high * 0.5], [foot + lean, 0.6 - high]], false, 4)
        line(pen, points, random.range(0.004, 0.0085), mix(dark, light.near, random.range(0, 0.5)), 0.95)
        if (random.chance(0.4)) head(pen, points[points.length - 1] as Point, lean, dark)
        if (random.chance(0.6)) {
          const [bx, by] = points[Math.floor(points.length * 0.5)] as Point
          line(pen, soften([[bx, by], [bx - side * 0.05, by - 0.05], [bx - side * random.range(0.08, 0.13), by + random.range(-0.03, 0.03)]], false, 3), 0.006, dark, 0.9)
        }
      }
    },
    pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.8) * 0.008, x: Math.sin(time.seconds * 0.8) * 0.003 }),
  }
}

/** A plume that hangs to the lee side. */
const head = (pen: Pen, [x, y]: Point, lean: number, colour: Rgb) => {
  const way = Math.sign(lean || 1)
  const pale = mix(colour, pen.light.mist, 0.32)
  for (let k = 0; k < 11; k++) {
    const u = k / 10
    const [px, py] = [x + way * 0.05 * u, y - 0.012 + 0.05 * u * u]
    line(pen, [[px, py], [px + way * 0.008, py + 0.014], [px + way * pen.random.range(0.006, 0.018), py + pen.random.range(0.022, 0.036)]], 0.004, pale, 0.75)
  }
}

/** A branch that reaches in from a top corner: pine, willow, plum or bare. */
export const branchLayer = (stage: Stage, kind: 'pine' | 'willow' | 'blossom' | 'bare'): Draft => {
  const side = stage.framing === 'both' ? stage.side : -stage.side
  const half = stage.aspect / 2
  const reach = Math.min(0.72, stage.aspect * 0.46)
  const height = 0.44
  return {
    name: 'branch', depth: 1.8, box: band({ ...stage, box: { ...stage.box, x: side < 0 ? stage.box.x : half + 0.16 - reach - 0.34, width: reach + 0.34 } }, stage.box.y, stage.box.y + height + 0.08),
    draw: (pen) => {
      const { random } = pen
      const start: Point = [side * (half + 0.17), -0.5 - random.range(-0.02, 0.08)]
      const limb = soften([start, [side * (half - reach * 0.28), -0.44], [side * (half - reach * 0.55), -0.37 + random.range(-0.03, 0.02)], [side * (half - reach * 0.95), -0.36 + random.range(-0.02, 0.05)]], false, 8)
      mass(pen, taper(limb, 0.034, 0.004), pen.light.fore, { texture: 'wood' })
      for (let i = 5; i < limb.length; i += kind === 'willow' ? 1 : 2) {
        const [x, y] = limb[i] as Point
        const down = random.chance(0.6) ? 1 : -1
        const tip: Point = [x - side * random.range(0.03, 0.12), y + down * random.range(0.02, 0.07)]
        if (kind !== 'willow') line(pen, soften([[x, y], [x - side * 0.02, (y + tip[1]) / 2], tip], false, 3), 0.006, pen.light.fore)
        leaves(pen, kind, tip, [x, y], side)
      }
    },
    pose: (time) => ({ ...still, angle: Math.sin(time.seconds * 0.6 + 1) * 0.006 }),
  }
}

const leaves = (pen: Pen, kind: string, [x, y]: Point, root: Point, side: number) => {
  const { random, light } = pen
  if (kind === 'pine') {
    for (let k = 0; k < 15; k++) {
      const a = -Math.PI * (0.04 + (k / 14) * 0.92)
      const r = random.range(0.03, 0.052)
      line(pen, [[x, y], [x + Math.cos(a) * r * 0.5, y + Math.sin(a) * r * 0.42], [x + Math.cos(a) * r, y + Math.sin(a) * r * 0.8]], 0.0034, mix(light.fore, light.near, random.range(0, 0.7)))
    }
  } else if (kind === 'willow') {
    const long = random.range(0.1, 0.36)
    const strand = soften([root, [root[0] - side * 0.012, root[1] + long * 0.5], [root[0] + random.range(-0.02, 0.02), root[1] + long]], false, 6)
    line(pen, strand, 0.0028, light.fore, 0.9)
    for (const [lx, ly] of strand.slice(2)) line(pen, [[lx, ly], [lx + random.range(-0.006, 0.006), ly + 0.011], [lx + random.sign() * 0.012, ly + 0.022]], 0.0045, mix(light.fore, light.near, 0.4), 0.9)
  } else if (kind === 'blossom') {
    for (let k = 0; k < 4; k++) mass(pen, ellipse(x + random.range(-0.03, 0.03), y + random.range(-0.02, 0.02), random.range(0.006, 0.012), random.range(0.005, 0.01)), tint(pen, random.chance(0.6) ? [226, 150, 158] : [240, 205, 205]), { edge: false })
  } else line(pen, [[x, y], [x - side * 0.02, y + 0.01], [x - side * random.range(0.03, 0.05), y - 0.01]], 0.003, light.fore)
}
