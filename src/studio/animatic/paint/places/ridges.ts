import type { Rgb } from '../colour.ts'
import { addStroke } from '../brush.ts'
import { css, darker, hex, lighter, mix } from '../colour.ts'
import { line, mass, mist, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import type { Random } from '../seeded.ts'
import { polygon } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'

export type Peaks = 'rolling' | 'steep' | 'dunes'

/** Two or three ridges, one behind the other, each standing in its own mist. */
export const ridgeLayers = (stage: Stage, options: { peaks: Peaks; height: number; rows?: number; far?: Rgb; near?: Rgb }): Draft[] => {
  const rows = options.rows ?? (stage.near >= 0.5 ? 2 : 3)
  return Array.from({ length: rows }, (_, i) => {
    const nearer = rows === 1 ? 0.5 : i / (rows - 1)
    const height = options.height * (1 - nearer * 0.62) * (1 + stage.near * 0.35)
    const base = stage.horizon + 0.03
    return {
      name: i === 0 ? 'far ridges' : i === rows - 1 ? 'near ridges' : 'ridges', depth: 0.08 + nearer * 0.2,
      box: band(stage, stage.horizon - height * 1.45 - 0.04, stage.horizon + 0.07),
      draw: (pen) => {
        const own = (given: Rgb | undefined, usual: Rgb) => given === undefined ? usual : tint(pen, given)
        const colour = mix(own(options.far, pen.light.far), own(options.near, pen.light.mid), nearer * 0.9)
        const pale = pen.style.name === 'ink-wash' ? 0.52 : 0.34
        const shade = mix(mix(colour, pen.light.mist, pale * (1 - nearer)), pen.light.mist, stage.near * 0.25)
        const crest = ridge(pen.random, stage, base, height, options.peaks, stage.side * (nearer < 0.5 ? 0.4 : -0.35))
        const distant = i === 0 && rows > 1 && pen.style.name !== 'pencil'
        mass(pen, polygon(crest), shade, { fade: options.peaks === 'dunes' ? 0 : 0.9, texture: options.peaks === 'steep' && !distant ? 'rock' : 'none', edge: distant ? false : 'top', weight: 0.0016 + nearer * 0.0014 })
        if (pen.style.name === 'ink-wash' && options.peaks !== 'dunes') {
          hempStrokes(pen, crest.slice(0, -2), height, shade, nearer)
          banks(pen, stage, base, height)
        }
        if (options.peaks !== 'dunes') mist(pen, stage.box.x, stage.box.width, base - height * 0.55, base + 0.035, pen.light.mist, 0.62 - nearer * 0.2)
      },
    }
  })
}

/** 披麻皴: long slack strokes that fall from the crest, as hemp hangs. */
const hempStrokes = (pen: Pen, crest: Point[], height: number, colour: Rgb, nearer: number) => {
  const { context, random } = pen
  for (const [tone, alpha] of [[darker(colour, 0.42), 0.2 + 0.2 * nearer], [lighter(colour, 0.3), 0.22]] as const) {
    context.fillStyle = css(tone, alpha)
    context.beginPath()
    for (let i = 2; i < crest.length - 2; i++) {
      if (random.chance(0.35)) continue
      const [x, y] = crest[i] as Point
      const slope = ((crest[i + 2] as Point)[1] - (crest[i - 2] as Point)[1]) / Math.max(0.001, (crest[i + 2] as Point)[0] - (crest[i - 2] as Point)[0])
      const lean = Math.max(-1, Math.min(1, slope)) * 0.35 + random.range(-0.12, 0.12)
      const from = random.range(0.002, 0.03)
      const long = height * random.range(0.1, 0.34)
      addStroke(context, x, y + from, x + lean * long * 0.3, y + from + long * 0.5, x + lean * long, y + from + long, random.range(0.0016, 0.005))
    }
    context.fill()
  }
}

/** 留白: the paper itself lies between the hills. */
const banks = (pen: Pen, stage: Stage, base: number, height: number) => {
  const { context, random, light } = pen
  for (let i = 0; i < 4; i++) {
    const x = random.range(stage.box.x, stage.box.x + stage.box.width)
    const r = random.range(0.16, 0.34)
    context.save()
    context.translate(x, base - height * random.range(0.06, 0.42))
    context.scale(2.4, 0.2)
    const bank = context.createRadialGradient(0, 0, 0, 0, 0, r)
    bank.addColorStop(0, css(lighter(light.mist, 0.16), 0.62))
    bank.addColorStop(0.6, css(lighter(light.mist, 0.1), 0.34))
    bank.addColorStop(1, css(light.mist, 0))
    context.fillStyle = bank
    context.fillRect(-r, -r, r * 2, r * 2)
    context.restore()
  }
}

const ridge = (random: Random, stage: Stage, base: number, height: number, peaks: Peaks, weight: number): Point[] => {
  const { box, aspect } = stage
  const bumps = Array.from({ length: peaks === 'steep' ? 9 : 5 }, () => ({
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
      y = Math.max(y, bump.high * (peaks === 'steep' ? Math.exp(-((d * 0.92) ** 2.6)) * 0.86 + 0.14 * Math.max(0, 1 - d) : Math.exp(-d * d)))
    }
    rough = rough * 0.7 + random.range(-0.04, 0.04) * (peaks === 'steep' ? 1.05 : peaks === 'rolling' ? 0.35 : 0.05)
    // Heavier to one side: a level skyline is dull.
    const slope = 0.72 + (weight * x * 2) / aspect
    crest.push([x, base - height * Math.max(0.05, (y + rough) * slope)])
  }
  return [...crest, [box.x + box.width, base + 0.05], [box.x, base + 0.05]]
}

export const redOchre = hex('#a24a30')

/** The cliff: slabs of rock, shoulder before shoulder, that drop straight into the water on one side of the frame. */
export const cliffLayer = (stage: Stage, options: CliffOptions = {}): Draft => {
  const { height, base } = cliffSpan(stage, options)
  return {
    name: options.name ?? 'cliff', depth: options.depth ?? 0.38,
    box: band(stage, base - height * 1.25, base + 0.05),
    draw: (pen) => {
      const own = options.colour ?? redOchre
      // 赤壁 is red even by the moon.
      const colour = mix(mix(tint(pen, own, 0.02 + stage.near * 0.1), own, pen.style.name === 'ink-wash' && own === redOchre ? 0.3 : 0), pen.light.mist, options.far ?? 0)
      for (const slab of slabs(stage, options, pen.random)) {
        const stone = mix(colour, slab.k % 2 === 0 ? pen.light.near : pen.light.paper, slab.k % 2 === 0 ? 0.2 : 0.1)
        // A rim of light down every slab's side makes a cliff a row of towers: in noir only the crest catches it.
        const noir = pen.style.name === 'noir'
        mass(pen, polygon(slab.outline), stone, { texture: 'rock', weight: 0.0042, edge: noir ? false : 'top' })
        // The side that the light does not reach.
        mass(pen, polygon(slab.shade), mix(stone, pen.light.fore, 0.42), { edge: false, texture: 'rock' })
        if (noir) line(pen, slab.top, 0.004, lighter(stone, 0.7), 0.8)
        if (noir || pen.style.name === 'ink-wash') axeStrokes(pen, slab.outline, stone)
        if (stage.scene.era === 'ancient-china' || stage.scene.era === 'timeless') scrub(pen, slab.top)
        else turf(pen, slab.top)
      }
      mist(pen, stage.box.x, stage.box.width, base - 0.12, base + 0.045, pen.light.mist, 0.5)
    },
  }
}

/** 斧劈皴: the side of a dry brush dragged down the rock, as an axe splits it. */
const axeStrokes = (pen: Pen, outline: Point[], colour: Rgb) => {
  const { context, random } = pen
  const shape = polygon(outline)
  const { box } = shape
  context.save()
  context.clip(shape.path)
  for (const [tone, alpha, count] of [[darker(colour, 0.55), 0.34, 16], [lighter(colour, 0.3), 0.3, 9]] as const) {
    context.fillStyle = css(tone, alpha)
    context.beginPath()
    for (let i = 0; i < count; i++) {
      const x = box.x + box.width * random.next()
      const y = box.y + box.height * random.next() * 0.85
      const long = random.range(0.03, 0.1)
      // One drag of the brush leaves a wedge and the hairs beside it.
      addStroke(context, x, y, x + 0.004, y + long * 0.35, x + random.range(-0.008, 0.008), y + long, random.range(0.005, 0.011))
      for (let k = 1; k < 4; k++) addStroke(context, x + k * 0.005, y + long * random.range(0.1, 0.4), x + k * 0.005 + 0.002, y + long * 0.6, x + k * 0.006, y + long * random.range(0.7, 1.1), 0.0013)
    }
    context.fill()
  }
  context.restore()
}

export type CliffOptions = { colour?: Rgb; reach?: number; height?: number; side?: 1 | -1; depth?: number; far?: number; name?: string }

export const cliffSpan = (stage: Stage, options: CliffOptions) => {
  const side = options.side ?? ((-stage.side) as 1 | -1)
  const edge = side * (stage.box.width / 2 + 0.02)
  return { side, edge, inner: side * (stage.aspect / 2 + 0.02) - side * (options.reach ?? 0.42) * stage.aspect, height: (options.height ?? 0.5) * (1 + stage.near * 0.5), base: stage.horizon + 0.028 }
}

const slabs = (stage: Stage, options: CliffOptions, random: Random) => {
  const { side, edge, inner, height, base } = cliffSpan(stage, options)
  const count = 6
  return Array.from({ length: count }, (_, k) => {
    const t = k / (count - 1)
    const near = edge + (inner - edge) * Math.max(0, t * 0.78 - 0.06)
    const far = edge + (inner - edge) * Math.min(1, t * 0.8 + random.range(0.2, 0.3))
    const high = height * (1 - 0.78 * t ** 1.5) * random.range(0.88, 1.1)
    const top: Point[] = []
    for (let i = 0; i <= 7; i++) {
      const u = i / 7
      top.push([near + (far - near) * u * 0.82, base - high * (1 - 0.16 * u ** 2) + random.range(-0.016, 0.016) + (i === 0 ? 0.02 : 0)])
    }
    const face: Point[] = []
    for (let i = 1; i <= 9; i++) {
      const v = i / 9
      const ledge = random.chance(0.3) ? 0.02 : 0
      face.push([near + (far - near) * (0.82 + 0.14 * v + ledge * 0.6) + random.range(-0.008, 0.008) * side, base - high * 0.84 * (1 - v) + 0.01])
    }
    const foot: Point = [near, base + 0.03]
    const dark = pick(stage.lit, side) ? face : top.slice(0, 3)
    const shade: Point[] = pick(stage.lit, side)
      ? [[near + (far - near) * 0.66, base - high * 0.87], ...face, [near + (far - near) * 0.7, base + 0.02], [near + (far - near) * 0.62, base - high * 0.4]]
      : [...dark, [near + (far - near) * 0.34, base - high * 0.5], [near + (far - near) * 0.26, base + 0.02], foot]
    return { k, top, shade, outline: [foot, ...top, ...face, [far - (far - near) * 0.02, base + 0.03]] as Point[] }
  })
}

const pick = (lit: number, side: number) => lit === side

/** Grass over the edge of a northern cliff. */
const turf = (pen: Pen, crest: Point[]) => {
  const green = mix(tint(pen, hex('#6f7f4a')), pen.light.near, 0.25)
  for (const [x, y] of crest) for (let k = 0; k < 4; k++) {
    const px = x + pen.random.range(-0.03, 0.03)
    line(pen, [[px, y + 0.012], [px + 0.002, y + 0.002], [px + pen.random.range(-0.012, 0.012), y - pen.random.range(0.004, 0.014)]], 0.007, green)
  }
}

/** Trees no bigger than a thumbnail along a crest: they give the wall its size. */
const scrub = (pen: Pen, crest: Point[]) => {
  const { random } = pen
  for (const [x, y] of crest) for (let k = 0; k < 2; k++) {
    if (random.chance(0.5)) continue
    const s = random.range(0.007, 0.021)
    const px = x + random.range(-0.025, 0.025)
    const dark = mix(pen.light.near, pen.light.fore, random.next() * 0.7)
    line(pen, [[px, y + 0.006], [px + s * 0.1, y - s * 0.5], [px, y - s * 1.3]], s * 0.16, dark)
    for (const [dx, dy, w] of [[-0.35, -0.5, 0.8], [0.4, -0.8, 0.75], [0, -1.25, 0.7]] as const) line(pen, [[px + (dx - w) * s, y + dy * s], [px + dx * s, y + (dy - 0.2) * s], [px + (dx + w) * s, y + (dy + 0.04) * s]], s * 0.42, dark)
  }
}
