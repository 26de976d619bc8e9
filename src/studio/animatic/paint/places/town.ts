import { darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { at, dab, glow, line, mass, mist, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { band, modernTimes } from '../stage.ts'
import { courtHouse, litWindow, skyscraper } from '../things/buildings.ts'
import { thing } from '../things/index.ts'
import { groundLayer } from './ground.ts'
import { ridgeLayers } from './ridges.ts'
import { skyLayer } from './sky.ts'

const old = (stage: Stage) => stage.scene.era === 'ancient-china' || stage.scene.era === 'ancient-west'

/** Rows of roofs or towers against the sky. */
export const skyline = (stage: Stage, depth: number, high: number, far: number): Draft => ({
  name: `skyline ${depth}`, depth, box: band(stage, stage.horizon - high * 1.5, stage.horizon + 0.05),
  draw: (pen) => {
    const { random } = pen
    const step = old(stage) ? 0.1 : 0.072
    for (let x = stage.box.x; x < stage.box.x + stage.box.width + 0.1; x += step * random.range(0.6, 1.3)) {
      const tall = high * random.range(0.4, 1.15) * (1 + 0.5 * Math.max(0, 1 - Math.abs(x - stage.side * stage.aspect * -0.25) * 2))
      const colour = mix(pen.light.mid, pen.light.mist, far)
      if (old(stage)) at(pen, x, stage.horizon + 0.03, high * random.range(0.26, 0.42), (local) => courtHouse({ ...local, style: { ...local.style, tint: (own, light) => mix(pen.style.tint(own, light), light.mist, far) } }))
      else at(pen, x, stage.horizon + 0.02, tall, (local) => skyscraper({ ...local, light: { ...local.light, lamp: mix(local.light.lamp, pen.light.mist, far * 0.6) } }, darker(colour, random.range(0, 0.25))))
    }
    mist(pen, stage.box.x, stage.box.width, stage.horizon - high * 0.35, stage.horizon + 0.06, pen.light.mist, 0.5)
  },
})

export const city = (stage: Stage): Draft[] => [
  skyLayer(stage), skyline(stage, 0.14, 0.3, 0.62), skyline(stage, 0.34, 0.36, 0.15),
  groundLayer(stage, modernTimes(stage.scene) && stage.scene.place === 'city' ? 'asphalt' : 'stone', (pen) => mix(pen.light.near, tint(pen, hex('#6c6a68')), 0.5)),
  ...(stage.scene.place === 'rooftop' ? [parapet(stage)] : modernTimes(stage.scene) ? [avenue(stage)] : []),
]

/** Near towers at both sides, street lamps before them. */
const avenue = (stage: Stage): Draft => ({
  name: 'avenue', depth: 0.64,
  draw: (pen) => {
    const foot = stage.horizon + 0.07
    for (const side of [-1, 1]) for (const k of [1, 0]) {
      const x = side * (stage.aspect * 0.44 + 0.12 - k * 0.17)
      const colour = mix(pen.light.near, pen.light.mid, 0.15 + k * 0.35)
      at(pen, x, foot - k * 0.02, (0.62 + 0.2 * pen.random.next()) * (1 - k * 0.25), (local) => skyscraper(local, colour))
      if (pen.light.dark) neon(pen, x - side * 0.11, foot - 0.22 + k * 0.05, 0.1 - k * 0.03, k)
    }
    for (const x of [-0.36, -0.2, 0.22, 0.38]) thing(pen, 'street-lamp', null, x * stage.aspect, foot + 0.03, 0.2)
    if (pen.light.dark || stage.scene.weather === 'rain') wet(pen, { x: 0, y: stage.horizon })
  },
})

const parapet = (stage: Stage): Draft => ({
  name: 'parapet', depth: 0.85, box: band(stage, stage.horizon - 0.26, 9),
  draw: (pen) => {
    const y = stage.horizon + 0.16
    mass(pen, rect(stage.box.x, y, stage.box.width, 1), mix(pen.light.near, tint(pen, hex('#77706a')), 0.4), { texture: 'wall' })
    mass(pen, rect(stage.box.x, y - 0.035, stage.box.width, 0.05), mix(pen.light.mid, tint(pen, hex('#8a837c')), 0.4), {})
    if (!modernTimes(stage.scene)) return thing(pen, 'lantern', null, -stage.side * stage.aspect * 0.42, y - 0.02, 0.08)
    // A water tank on legs, an aerial, the box of the air.
    const steel = mix(pen.light.near, tint(pen, hex('#7d7f80')), 0.5)
    const tank = -stage.side * stage.aspect * 0.38
    for (const dx of [-0.07, 0.06]) line(pen, [[tank + dx, y], [tank + dx, y - 0.08], [tank + dx, y - 0.16]], 0.009, steel)
    mass(pen, rect(tank - 0.09, y - 0.32, 0.18, 0.18), steel, { texture: 'wall', weight: 0.003 })
    mass(pen, polygon([[tank - 0.1, y - 0.315], [tank, y - 0.38], [tank + 0.1, y - 0.315]]), darker(steel, 0.3), { weight: 0.003 })
    const mast = stage.side * stage.aspect * 0.43
    line(pen, [[mast, y], [mast, y - 0.16], [mast, y - 0.34]], 0.006, pen.light.fore)
    for (const [dy, w] of [[0.33, 0.05], [0.29, 0.07], [0.25, 0.09]] as const) line(pen, [[mast - w / 2, y - dy], [mast, y - dy], [mast + w / 2, y - dy]], 0.004, pen.light.fore)
    if (pen.light.dark) glow(pen, mast, y - 0.35, 0.04, pen.light.accent, 0.9)
  },
})

/** A street to its vanishing point: façades on both sides, lamps, wet light on the ground. */
export const street = (stage: Stage): Draft[] => {
  const vanish = { x: stage.side * stage.aspect * ([0.1, -0.2, 0.22, 0][stage.scene.variant % 4] ?? 0), y: stage.horizon }
  return [
    skyLayer(stage), skyline(stage, 0.12, old(stage) ? 0.2 : 0.26, 0.55),
    { name: 'facades', depth: 0.62, draw: (pen) => { for (const side of [-1, 1] as const) facades(pen, stage, vanish, side) } },
    groundLayer(stage, modernTimes(stage.scene) ? 'asphalt' : 'stone', (pen) => mix(pen.light.near, tint(pen, hex('#7c7a76')), pen.light.dark ? 0.25 : 0.65), (pen) => { if (pen.light.dark || stage.scene.weather === 'rain') wet(pen, vanish) }),
    { name: 'lamps', depth: 0.8, draw: (pen) => { for (const side of [-1, 1]) for (const t of [0.16, 0.34, 0.66, 1.05]) lampAt(pen, stage, vanish, side, t) } },
  ]
}

const facades = (pen: Pen, stage: Stage, vanish: { x: number; y: number }, side: 1 | -1) => {
  const { random } = pen
  const edge = side * (stage.aspect / 2 + 0.5)
  const lane = stage.aspect < 1 ? 0.72 : 1
  const at_ = (t: number) => ({ x: vanish.x + (edge - vanish.x) * t ** 1.35 * lane + side * 0.03, top: vanish.y - (0.1 + 0.95 * t ** 1.3), foot: vanish.y + 0.03 + 0.42 * t ** 1.4 })
  const cuts = [0.06, 0.2, 0.36, 0.54, 0.76, 1.02, 1.4]
  for (let i = 0; i < cuts.length - 1; i++) {
    const [a, b] = [at_(cuts[i] as number), at_(cuts[i + 1] as number)]
    const drop = random.range(0, 0.16) * (b.x - a.x === 0 ? 0 : 1)
    const colour = mix(tint(pen, random.pick(walls)), pen.light.mist, 0.5 - i * 0.11)
    const lift = (p: typeof a) => p.top + (vanish.y - p.top) * drop
    mass(pen, polygon([[a.x, lift(a)], [b.x, lift(b)], [b.x, b.foot], [a.x, a.foot]]), pen.light.dark ? darker(colour, 0.3) : colour, { texture: 'wall', weight: 0.003 })
    const q = (u: number, v: number) => [a.x + (b.x - a.x) * u, lift(a) + (a.foot - lift(a)) * v + ((lift(b) + (b.foot - lift(b)) * v) - (lift(a) + (a.foot - lift(a)) * v)) * u] as const
    const pane = (u0: number, v0: number, u1: number, v1: number, c: Rgb, alpha = 1) => dab(pen, polygon([q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)]), c, alpha)
    for (let r = 0; r < 4; r++) for (let c = 0; c < 3; c++) {
      const on = random.chance(pen.light.dark ? 0.45 : 0.2)
      pane(0.12 + c * 0.28, 0.08 + r * 0.15, 0.28 + c * 0.28, 0.17 + r * 0.15, on && pen.light.dark ? pen.light.lamp : darker(colour, 0.45), 0.9)
    }
    // The shop: a lit front, an awning, a hanging sign.
    pane(0.08, 0.74, 0.92, 0.98, pen.light.dark ? mix(pen.light.lamp, colour, 0.15) : darker(colour, 0.35))
    pane(0.44, 0.76, 0.48, 0.98, darker(colour, 0.6))
    mass(pen, polygon([q(0.02, 0.69), q(0.98, 0.69), [q(1, 0.75)[0] - side * 0.015, q(1, 0.75)[1]], [q(0, 0.75)[0] - side * 0.012, q(0, 0.75)[1]]]), i % 2 === 0 ? pen.light.accent : tint(pen, hex('#3f6a64')), { weight: 0.003 })
    const sign = q(0.8, 0.4)
    const tall = Math.min(0.3, (a.foot - a.top) * 0.26)
    if (modernTimes(stage.scene) && pen.light.dark) neon(pen, sign[0] - side * tall * 0.2, sign[1] + tall, tall, i + (side > 0 ? 2 : 0))
    else mass(pen, rect(sign[0] - side * tall * 0.24, sign[1], side * tall * 0.22, tall * 0.7), i % 2 === 0 ? tint(pen, hex('#c9a24a')) : pen.light.accent, { weight: 0.003 })
    if (pen.light.dark) glow(pen, q(0.5, 0.86)[0], q(0.5, 0.86)[1], (0.1 + 0.22 * (cuts[i] as number)) * lane, pen.light.lamp, 0.35 * lane)
  }
}

/** A sign in tubes of light, hung out over the street; it colours the wet ground below it. */
const neon = (pen: Pen, x: number, foot: number, tall: number, which: number) => {
  const colour = neonOf(pen, which)
  const wide = tall * 0.3
  glow(pen, x, foot - tall / 2, tall * 0.95, colour, 0.5)
  mass(pen, rect(x - wide / 2, foot - tall, wide, tall), mix(pen.light.fore, colour, 0.14), { edge: false })
  const bright = lighter(colour, 0.35)
  const thick = Math.max(0.0022, tall * 0.028)
  line(pen, [[x - wide / 2, foot - tall], [x + wide / 2, foot - tall], [x + wide / 2, foot], [x - wide / 2, foot], [x - wide / 2, foot - tall]], thick, bright)
  if (tall < 0.04) return
  const signs = which % 2 === 0 ? 3 : 4
  for (let k = 0; k < signs; k++) {
    const y = foot - tall + ((k + 0.5) / signs) * tall
    const s = (tall / signs) * 0.3
    line(pen, [[x - s, y - s * 0.7], [x, y - s * 0.75], [x + s, y - s * 0.7]], thick, bright)
    line(pen, [[x, y - s], [x + s * 0.1, y], [x - s * 0.5, y + s]], thick, bright)
    if (k % 2 === 0) line(pen, [[x - s, y + s * 0.2], [x, y + s * 0.15], [x + s, y + s * 0.8]], thick, bright)
  }
}

const neonOf = (pen: Pen, which: number): Rgb => pen.style.name === 'noir' ? pen.light.paper : pen.style.name === 'pencil' ? tint(pen, hex('#8a8c92')) : neons[which % neons.length] as Rgb
const neons: readonly Rgb[] = ['#ff4f8b', '#3fd8e0', '#ffb63d', '#7dff9a', '#b06cff'].map(hex)

const walls: readonly Rgb[] = ['#a68a6f', '#8f5f4a', '#b5a58c', '#7d7f86', '#9c7a5c', '#6f6a72'].map(hex)

const wet = (pen: Pen, vanish: { x: number; y: number }) => {
  for (let i = 0; i < 30; i++) {
    const t = pen.random.next()
    const side = pen.random.sign()
    const x = vanish.x + side * (0.04 + 0.7 * t) * pen.random.range(0.4, 1.05)
    const y = vanish.y + 0.03 + 0.5 * t ** 1.3
    const wide = 0.012 + 0.04 * t
    // Under every light a broken column of it.
    const colour = i % 3 === 0 ? pen.light.lamp : neonOf(pen, i)
    for (let k = 0; k < 8; k++) {
      const off = pen.random.range(-0.3, 0.3) * wide
      dab(pen, ellipse(x + off, y + k * (0.004 + 0.011 * t), wide * pen.random.range(0.25, 0.6), 0.0016 + 0.004 * t), colour, (pen.light.dark ? 0.42 : 0.12) * (1 - k * 0.1))
    }
  }
}

const lampAt = (pen: Pen, stage: Stage, vanish: { x: number; y: number }, side: number, t: number) => {
  const x = vanish.x + side * (0.06 + 0.72 * t ** 1.25) * Math.min(1.1, stage.aspect * 0.72)
  const y = vanish.y + 0.03 + 0.42 * t ** 1.4
  if (old(stage)) thing(pen, 'lantern', null, x, vanish.y - 0.32 * t + 0.02, 0.02 + 0.14 * t)
  else thing(pen, 'street-lamp', null, x, y, 0.09 + 0.62 * t)
}

/** Palace, temple, castle: one great building on its axis, a court before it. */
export const court = (stage: Stage): Draft[] => {
  const { scene } = stage
  const castle = scene.place === 'castle'
  return [
    skyLayer(stage), ...ridgeLayers(stage, { peaks: castle ? 'rolling' : 'steep', height: 0.3, rows: 1 }),
    {
      name: 'great hall', depth: 0.4, box: band(stage, stage.horizon - 0.75, stage.horizon + 0.14),
      draw: (pen) => {
        const x = stage.side * -stage.aspect * ([0.06, 0.2, 0, 0.16][scene.variant % 4] ?? 0)
        const size = 0.34 * (1 + stage.near * 0.7)
        const foot = stage.horizon + 0.07
        if (castle) return keep(pen, x, foot, size)
        if (scene.place === 'temple') thing(pen, 'pagoda', null, x + stage.side * stage.aspect * 0.27, foot - 0.02, size * 1.5)
        for (const side of [-1, 1]) at(pen, x + side * size * 1.35, foot, size * 0.55, courtHouse)
        hall(pen, x, foot, size)
      },
    },
    groundLayer(stage, castle ? 'grass' : 'stone', (pen) => tint(pen, castle ? hex('#6f7a4c') : hex('#a79c8a'))),
  ]
}

const hall = (pen: Pen, x: number, y: number, size: number) => at(pen, x, y, size, (local) => {
  mass(local, polygon([[-1.2, 0.02], [-1.12, -0.16], [1.12, -0.16], [1.2, 0.02]]), tint(local, hex('#cfc6b4')), { texture: 'wall', weight: 0.006 })
  mass(local, polygon([[-0.22, 0.02], [-0.14, -0.16], [0.14, -0.16], [0.22, 0.02]]), lighter(tint(local, hex('#cfc6b4')), 0.15), { texture: 'wood', weight: 0.005 })
  thing(local, 'pavilion', null, 0, -0.13, 0.9)
  at(local, 0, 0, 1, (wide) => {
    wide.context.scale(1.75, 1)
    thing(wide, 'pavilion', null, 0, -0.13, 0.78)
  })
  for (let i = -3; i <= 3; i++) litWindow(local, i * 0.22 - 0.05, -0.42, 0.1, 0.16)
})

const keep = (pen: Pen, x: number, y: number, size: number) => at(pen, x, y, size, (local) => {
  const stone = tint(local, hex('#8b857c'))
  for (const [tx, w, h] of [[-0.75, 0.34, 0.95], [0.7, 0.36, 1.05], [-0.2, 0.4, 1.35], [0.28, 0.3, 1.15]] as const) {
    mass(local, rect(tx - w / 2, -h, w, h), stone, { texture: 'wall', weight: 0.008 })
    for (let k = 0; k < 4; k++) mass(local, rect(tx - w / 2 + (k * w) / 4 + 0.005, -h - 0.07, w / 6, 0.08), stone, { weight: 0.004 })
    if (h > 1.1) mass(local, polygon([[tx - w * 0.6, -h - 0.05], [tx, -h - 0.45], [tx + w * 0.6, -h - 0.05]]), tint(local, hex('#4a5566')), { weight: 0.008 })
    litWindow(local, tx - 0.03, -h * 0.7, 0.06, 0.14)
  }
  mass(local, rect(-0.8, -0.5, 1.6, 0.52), darker(stone, 0.12), { texture: 'wall', weight: 0.008 })
  mass(local, polygon([[-0.14, 0.02], [-0.14, -0.22], [0, -0.34], [0.14, -0.22], [0.14, 0.02]]), darker(stone, 0.75), { edge: false })
})
