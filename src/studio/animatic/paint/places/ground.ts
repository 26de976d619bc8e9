import type { Rgb } from '../colour.ts'
import { css, darker, lighter, mix } from '../colour.ts'
import { line, mass } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, polygon, soften } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'

export type Cover = 'grass' | 'furrow' | 'sand' | 'snow' | 'stone' | 'earth' | 'asphalt'

/** The ground from the horizon to our feet, its marks growing as they come. */
export const groundLayer = (stage: Stage, cover: Cover, colour: (pen: Pen) => Rgb, extra?: (pen: Pen) => void): Draft => ({
  name: 'ground', depth: 0.6, box: band(stage, stage.horizon - 0.03, 9),
  draw: (pen) => {
    const base = colour(pen)
    const { box } = stage
    const top = stage.horizon
    const bottom = box.y + box.height
    const wavy = cover === 'snow' || cover === 'sand' || cover === 'grass'
    const crest = soften([-0.1, 0.12, 0.3, 0.5, 0.7, 0.9, 1.1].map((u, i) => [box.x + box.width * u, top + (wavy ? Math.sin(i * 2.3 + stage.scene.seed) * 0.014 : 0)] as const), false, 4)
    const far = mix(base, pen.light.mist, 0.45)
    if (pen.style.name === 'pencil' || pen.style.name === 'gouache') mass(pen, polygon([...crest, [box.x + box.width, bottom], [box.x, bottom]]), base, { texture: 'earth', edge: 'top' })
    else {
      const wash = pen.context.createLinearGradient(0, top, 0, bottom)
      wash.addColorStop(0, css(far))
      wash.addColorStop(0.4, css(base))
      wash.addColorStop(1, css(darker(base, pen.light.dark ? 0.5 : 0.3)))
      pen.context.fillStyle = wash
      pen.context.fill(polygon([...crest, [box.x + box.width, bottom], [box.x, bottom]]).path)
    }
    marks[cover](pen, stage, base)
    extra?.(pen)
  },
})

const rows = (stage: Stage, count: number, draw: (y: number, t: number, i: number) => void) => {
  const bottom = stage.box.y + stage.box.height
  for (let i = 0; i < count; i++) {
    const t = ((i + 0.5) / count) ** 1.8
    draw(stage.horizon + 0.008 + (bottom - stage.horizon) * t, t, i)
  }
}

const marks: Record<Cover, (pen: Pen, stage: Stage, base: Rgb) => void> = {
  grass: (pen, stage, base) => rows(stage, 26, (y, t) => {
    for (let k = 0; k < 7; k++) {
      const x = pen.random.range(stage.box.x, stage.box.x + stage.box.width)
      const high = 0.004 + 0.055 * t * pen.random.range(0.5, 1.2)
      const tone = pen.random.chance(0.6) ? darker(base, 0.34) : lighter(base, 0.2)
      for (let b = -1; b < 2; b++) line(pen, [[x + b * high * 0.25, y], [x + b * high * 0.35, y - high * 0.6], [x + b * high * 0.6 + high * 0.15, y - high]], 0.0015 + 0.004 * t, tone, 0.75)
    }
  }),
  furrow: (pen, stage, base) => {
    const vanish = stage.side * stage.aspect * 0.2
    for (let i = -22; i <= 22; i++) line(pen, [[vanish + i * 0.012, stage.horizon + 0.004], [vanish + i * 0.09, stage.horizon + 0.17], [vanish + i * 0.3, stage.box.y + stage.box.height]], 0.007, i % 2 === 0 ? darker(base, 0.3) : lighter(base, 0.2), 0.6)
    marks.grass(pen, stage, base)
  },
  sand: (pen, stage, base) => rows(stage, 20, (y, t, i) => {
    const x = pen.random.range(stage.box.x - 0.2, stage.box.x + stage.box.width)
    line(pen, soften([0, 0.25, 0.5, 0.75, 1].map((u) => [x + u * (0.2 + 0.8 * t), y + Math.sin(u * 5 + i) * 0.012 * (0.2 + t)] as const), false, 3), 0.002 + 0.006 * t, i % 3 === 0 ? lighter(base, 0.25) : darker(base, 0.2), 0.45)
  }),
  snow: (pen, stage, base) => rows(stage, 12, (y, t, i) => {
    const x = pen.random.range(stage.box.x - 0.3, stage.box.x + stage.box.width * 0.7)
    const w = 0.25 + 0.7 * t
    mass(pen, blob([[x, y], [x + w * 0.3, y - 0.012 - 0.03 * t], [x + w * 0.7, y - 0.006 - 0.02 * t], [x + w, y], [x + w * 0.5, y + 0.006]]), i % 2 === 0 ? lighter(base, 0.3) : mix(base, pen.light.far, 0.25), { edge: false })
  }),
  stone: (pen, stage, base) => {
    const bottom = stage.box.y + stage.box.height
    for (let i = -9; i <= 9; i++) line(pen, [[i * 0.05, stage.horizon], [i * 0.2, stage.horizon + (bottom - stage.horizon) * 0.4], [i * 0.46, bottom]], 0.003, darker(base, 0.35), 0.6)
    rows(stage, 9, (y, t) => line(pen, [[stage.box.x, y], [0, y + 0.002], [stage.box.x + stage.box.width, y]], 0.0015 + 0.004 * t, darker(base, 0.35), 0.6))
  },
  asphalt: (pen, stage, base) => {
    const { box, horizon } = stage
    const bottom = box.y + box.height
    const x = stage.side * stage.aspect * ([0.1, -0.2, 0.22, 0][stage.scene.variant % 4] ?? 0)
    const road = (t: number, u: number) => [x + u * (0.02 + 1.15 * t), horizon + (bottom - horizon) * t] as const
    const paint = mix(base, pen.light.paper, pen.light.dark ? 0.32 : 0.7)
    for (const side of [-1, 1]) {
      mass(pen, polygon([road(0, side * 0.9), road(1, side * 0.9), road(1, side * 3), road(0, side * 3)]), lighter(base, 0.1), { edge: false, texture: 'none' })
      mass(pen, polygon([road(0, side * 0.9), road(1, side * 0.9), road(1, side * 0.96), road(0, side * 0.96)]), lighter(base, 0.3), { edge: false, texture: 'none' })
    }
    for (const t of [0.04, 0.1, 0.2, 0.37]) mass(pen, polygon([road(t, -0.02), road(t, 0.02), road(t * 1.45 + 0.01, 0.02), road(t * 1.45 + 0.01, -0.02)]), paint, { edge: false, texture: 'none' })
    for (let k = -4; k <= 4; k++) mass(pen, polygon([road(0.66, k * 0.2 - 0.055), road(0.66, k * 0.2 + 0.055), road(0.86, k * 0.2 + 0.055), road(0.86, k * 0.2 - 0.055)]), paint, { edge: false, texture: 'none' })
    rows(stage, 12, (y, t) => {
      const from = pen.random.range(box.x, box.x + box.width)
      line(pen, [[from, y], [from + 0.1 + 0.2 * t, y + 0.002], [from + 0.2 + 0.5 * t, y]], 0.002 + 0.004 * t, pen.random.chance(0.5) ? darker(base, 0.25) : lighter(base, 0.12), 0.4)
    })
  },
  earth: (pen, stage, base) => rows(stage, 22, (y, t) => {
    const x = pen.random.range(stage.box.x, stage.box.x + stage.box.width)
    line(pen, [[x, y], [x + 0.05 + 0.1 * t, y + 0.003], [x + 0.12 + 0.3 * t, y]], 0.002 + 0.008 * t, pen.random.chance(0.6) ? darker(base, 0.3) : lighter(base, 0.16), 0.5)
  }),
}

/** A way that runs to the horizon. */
export const path = (pen: Pen, stage: Stage, colour: Rgb): void => {
  const { horizon, side } = stage
  const bottom = stage.box.y + stage.box.height
  const x = -side * stage.aspect * 0.08
  const right = soften([[x + 0.006, horizon + 0.004], [x + side * 0.1 + 0.02, horizon + 0.06], [x - side * 0.02 + 0.12, horizon + 0.22], [side * 0.1 + 0.42, bottom]], false, 5)
  const left = soften([[x - 0.006, horizon + 0.004], [x + side * 0.1 - 0.02, horizon + 0.06], [x - side * 0.02 - 0.1, horizon + 0.22], [side * 0.1 - 0.42, bottom]], false, 5)
  mass(pen, polygon([...left, ...right.reverse()]), colour, { texture: 'earth', edge: pen.style.name === 'pencil' })
}

