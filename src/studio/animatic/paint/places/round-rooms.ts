import { css, darker, hex, lighter, mix } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import { modernTimes, roomPerson } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'

/** The lamp room of a lighthouse: glass all round, the sea below, the great lens. */
export const lampRoom = (stage: Stage, floor: number): Draft[] => [
  { name: 'lamp room', depth: 0.2, opaque: true, draw: (pen) => {
    const { box } = stage
    const { light, context } = pen
    pen.style.ground(pen, box, light.sky, 0.06)
    const sea = context.createLinearGradient(0, 0.04, 0, floor)
    sea.addColorStop(0, css(light.water[0]))
    sea.addColorStop(1, css(light.water[1]))
    context.fillStyle = sea
    context.fillRect(box.x, 0.05, box.width, box.height)
    const iron = darker(tint(pen, hex('#55524c')), light.dark ? 0.35 : 0.1)
    // A ring of panes: nearer together towards the sides, as a drum turns away.
    const half = box.width / 2
    for (let k = -5; k <= 5; k++) {
      const x = Math.sin((k / 5) * 1.45) * half * 1.02
      line(pen, [[x, box.y], [x, -0.1], [x, floor]], 0.014, iron)
      const next = Math.sin(((k + 1) / 5) * 1.45) * half * 1.02
      line(pen, [[x, -0.42], [(x + next) / 2, -0.14], [next, 0.14]], 0.006, iron)
      line(pen, [[next, -0.42], [(x + next) / 2, -0.14], [x, 0.14]], 0.006, iron)
    }
    const hoop = (y: number, bend: number) => soften([-1, -0.5, 0, 0.5, 1].map((u) => [u * half, y - bend * (1 - u * u)] as const), false, 5)
    mass(pen, polygon([[-half, box.y - 0.05], ...hoop(-0.4, -0.05), [half, box.y - 0.05]]), iron, { texture: 'wall', edge: false })
    const wall = darker(tint(pen, hex('#a08c70')), light.dark ? 0.4 : 0.08)
    mass(pen, polygon([...hoop(floor - 0.16, 0.04), [half, 0.8], [-half, 0.8]]), wall, { texture: 'wall', edge: false })
    line(pen, hoop(floor - 0.16, 0.04), 0.022, iron)
    mass(pen, polygon([...hoop(floor, 0.04), [half, 0.8], [-half, 0.8]]), darker(tint(pen, hex('#6f5b45')), light.dark ? 0.4 : 0.12), { texture: 'wood', edge: false })
    for (let i = -12; i <= 12; i++) line(pen, [[i * 0.1, floor + 0.01], [i * 0.16, floor + 0.14], [i * 0.38, box.y + box.height]], 0.003, pen.light.ink, 0.35)
    pen.style.finish(pen, box)
  } },
  lens(stage, floor),
]

/** Fresnel's lens: rings of glass about one flame. */
const lens = (stage: Stage, floor: number): Draft => {
  const p = Math.min(1.1, roomPerson(stage) * 1.05)
  const x = -stage.side * stage.aspect * (stage.view === 'landscape' ? 0.16 : 0.27)
  const foot = floor + 0.05 + 0.05 * p
  const middle = foot - 0.98 * p
  const box = { x: x - 1.1 * p, y: middle - 1.1 * p, width: 2.2 * p, height: foot + 0.1 - middle + 1.1 * p }
  return {
    name: 'lens', depth: 0.6, box,
    draw: (pen) => {
      const { light } = pen
      const brass = tint(pen, hex('#a8813c'))
      mass(pen, polygon([[x - 0.2 * p, foot], [x - 0.1 * p, foot - 0.08 * p], [x - 0.09 * p, foot - 0.5 * p], [x + 0.09 * p, foot - 0.5 * p], [x + 0.1 * p, foot - 0.08 * p], [x + 0.2 * p, foot]]), darker(tint(pen, hex('#4a5a58')), 0.2), { weight: 0.005 })
      glow(pen, x, middle, 1.08 * p, light.lamp, light.dark ? 0.7 : 0.35)
      const glass = mix(tint(pen, hex('#bcd8d2')), light.lamp, 0.35)
      for (let k = -7; k <= 7; k++) {
        const v = k / 7
        const wide = 0.36 * p * Math.sqrt(1.08 - v * v * 0.8)
        const y = middle + v * 0.46 * p
        mass(pen, polygon(soften([[x - wide, y - 0.024 * p], [x, y - 0.018 * p], [x + wide, y - 0.024 * p], [x + wide * 0.98, y + 0.03 * p], [x, y + 0.04 * p], [x - wide * 0.98, y + 0.03 * p]], true, 2)), k % 2 === 0 ? glass : lighter(glass, 0.3), { weight: 0.002 })
      }
      for (const r of [0.07, 0.13, 0.19]) line(pen, [...ellipse(x, middle, r * p, r * p).edge, [x + r * p, middle]], 0.01 * p, lighter(glass, 0.55))
      glow(pen, x, middle, 0.3 * p, lighter(light.lamp, 0.5), 0.9)
      dab(pen, ellipse(x, middle, 0.05 * p, 0.07 * p), lighter(light.lamp, 0.7))
      for (const side of [-1, 1]) line(pen, soften([[x + side * 0.2 * p, middle - 0.48 * p], [x + side * 0.375 * p, middle], [x + side * 0.2 * p, middle + 0.48 * p]], false, 5), 0.022 * p, brass)
      for (const v of [-0.5, 0.5]) mass(pen, rect(x - 0.23 * p, middle + v * p - 0.025 * p, 0.46 * p, 0.05 * p), brass, { weight: 0.003 })
      mass(pen, polygon([[x - 0.2 * p, middle - 0.52 * p], [x, middle - 0.68 * p], [x + 0.2 * p, middle - 0.52 * p]]), brass, { weight: 0.003 })
    },
  }
}

/** Steps: round a tower's column when they are what the shot is about, else a flight along the wall to a door. */
export const stairwell = (stage: Stage, floor: number): Draft => {
  const main = stage.scene.things.some((thing) => thing.kind === 'stairs' && thing.main)
  return { name: 'stairs', depth: 0.5, draw: (pen) => (main && stage.scene.figures.length === 0 ? spiral(pen, stage) : flight(pen, stage, floor)) }
}

const spiral = (pen: Pen, stage: Stage) => {
  const { box } = stage
  const stone = darker(tint(pen, hex('#9a8f80')), pen.light.dark ? 0.25 : 0)
  for (let y = box.y; y < box.y + box.height; y += 0.09) line(pen, soften([[box.x, y + 0.06], [0, y - 0.02], [box.x + box.width, y + 0.06]], false, 6), 0.003, darker(stone, 0.5), 0.5)
  const reach = Math.min(0.62, stage.aspect * 0.4)
  const steps = Array.from({ length: 30 }, (_, k) => ({ k, turn: k * 0.42 * stage.side, y: 0.72 - k * 0.055 }))
  const tread = ({ turn, y }: { turn: number; y: number }): Point[] => [[0, y], [Math.cos(turn) * reach, y + Math.sin(turn) * 0.11], [Math.cos(turn + 0.44) * reach, y + Math.sin(turn + 0.44) * 0.11]]
  const back = (turn: number) => Math.sin(turn + 0.2) < 0
  const draw = (own: typeof steps) => {
    for (const step of own) {
      const tone = mix(lighter(stone, 0.16), pen.light.fore, back(step.turn) ? 0.35 : 0.05)
      const edge = tread(step)
      mass(pen, polygon([edge[1] as Point, edge[2] as Point, [(edge[2] as Point)[0], (edge[2] as Point)[1] + 0.055], [(edge[1] as Point)[0], (edge[1] as Point)[1] + 0.055]]), darker(tone, 0.4), { edge: false })
      mass(pen, polygon(edge), tone, { weight: 0.003 })
    }
  }
  draw(steps.filter(({ turn }) => back(turn)))
  mass(pen, rect(-0.07, box.y - 0.02, 0.14, box.height + 0.04), stone, { texture: 'wall', weight: 0.004, edge: false })
  line(pen, [[-0.07, box.y], [-0.07, 0], [-0.07, box.y + box.height]], 0.004, pen.light.ink)
  line(pen, [[0.07, box.y], [0.07, 0], [0.07, box.y + box.height]], 0.004, pen.light.ink)
  draw(steps.filter(({ turn }) => !back(turn)))
  glow(pen, reach * 0.7 * stage.lit, -0.3, 0.55, pen.light.lamp, 0.4)
}

const flight = (pen: Pen, stage: Stage, floor: number) => {
  const p = roomPerson(stage)
  const stone = darker(tint(pen, modernTimes(stage.scene) ? hex('#8f8c88') : hex('#8a6a48')), pen.light.dark ? 0.2 : 0)
  const way = -stage.side
  const from = way * stage.aspect * 0.02
  const [run, rise] = [0.17 * p + 0.03, 0.115 * p]
  for (let k = 11; k >= 0; k--) {
    const x = from + way * k * run
    mass(pen, rect(Math.min(x, x + way * (run + 0.9)), floor - (k + 1) * rise, run + 0.9, rise + (k === 0 ? 0.06 : 0.01)), k % 2 === 0 ? stone : lighter(stone, 0.07), { edge: false })
    line(pen, [[x, floor - (k + 1) * rise], [x + way * run / 2, floor - (k + 1) * rise], [x + way * run, floor - (k + 1) * rise]], 0.005, lighter(stone, 0.35))
    line(pen, [[x, floor - (k + 1) * rise], [x, floor - (k + 0.5) * rise], [x, floor - k * rise]], 0.004, darker(stone, 0.5))
    line(pen, [[x + way * run * 0.5, floor - (k + 1) * rise], [x + way * run * 0.5, floor - (k + 3) * rise], [x + way * run * 0.5, floor - (k + 1) * rise - 0.5 * p]], 0.008, pen.light.ink)
  }
  line(pen, [[from - way * run * 0.2, floor - 0.5 * p], [from + way * run * 5.5, floor - 0.5 * p - 6 * rise], [from + way * run * 11.5, floor - 0.5 * p - 12 * rise]], 0.02 * p + 0.006, tint(pen, hex('#6b4a30')))
  // A door with light behind it.
  const x = stage.side * stage.aspect * 0.3
  const [wide, tall] = [0.28 * p, 1.2 * p]
  mass(pen, rect(x - wide - 0.025, floor - tall - 0.03, wide * 2 + 0.05, tall + 0.04), tint(pen, hex('#4a3424')), { weight: 0.004 })
  dab(pen, rect(x - wide, floor - tall, wide * 2, tall), lighter(pen.light.lamp, 0.1))
  mass(pen, polygon([[x - stage.side * wide, floor - tall], [x - stage.side * wide * 0.1, floor - tall + 0.05], [x - stage.side * wide * 0.1, floor + 0.04], [x - stage.side * wide, floor]]), tint(pen, hex('#8a4a34')), { texture: 'wood', weight: 0.004 })
  glow(pen, x, floor - tall * 0.5, tall * 0.9, pen.light.lamp, 0.5)
  dab(pen, polygon([[x - wide, floor + 0.01], [x + wide, floor + 0.01], [x + wide * 2.4, floor + 0.24], [x - wide * 1.4, floor + 0.24]]), pen.light.lamp, 0.3)
}
