import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'
import type { Body } from './pose.ts'
import { throat } from './throat.ts'

/** One sweep of cloth from the shoulders to the ground, a few folds, the crossed collar. */
export const robe = (pen: Pen, person: Person, body: Body, cloth: Rgb, frontal: boolean, away: boolean): void => {
  const [neck, hips] = [body.neck, body.hips]
  const shape = body.seated && body.hips[1] > -0.25 ? seatedShape(neck, hips, frontal) : standingShape(person, body, frontal)
  mass(pen, blob(shape.edge), cloth, { texture: 'cloth', weight: 0.0085 })
  folds(pen, shape.folds, cloth)
  if (away) return void line(pen, [[shape.waist[0] - 0.09, shape.waist[1]], shape.waist, [shape.waist[0] + 0.09, shape.waist[1]]], 0.02, tint(pen, person.sash))
  throat(pen, person, body)
  collar(pen, person, neck, shape.waist, frontal)
  sash(pen, person, shape.waist, body.seated)
}

type Shaped = { edge: Point[]; folds: Point[][]; waist: Point }

/** Knees forward, the hem spread on the planks. */
const seatedShape = (neck: Point, hips: Point, frontal: boolean): Shaped => {
  const [x, y] = neck
  const [hx, hy] = hips
  const waist: Point = [(x + hx) / 2 + (frontal ? 0 : 0.012), y + (hy - y) * 0.66]
  const edge: Point[] = frontal
    ? [[x - 0.028, y], [x - 0.085, y + 0.036], [x - 0.118, y + 0.1], [waist[0] - 0.092, waist[1]], [hx - 0.2, hy + 0.005], [hx - 0.27, -0.03], [hx - 0.24, 0.008], [hx, 0.014], [hx + 0.24, 0.008], [hx + 0.27, -0.03], [hx + 0.2, hy + 0.005], [waist[0] + 0.092, waist[1]], [x + 0.118, y + 0.1], [x + 0.085, y + 0.036], [x + 0.028, y]]
    : [[x - 0.03, y - 0.006], [x - 0.078, y + 0.03], [x - 0.118, y + 0.095], [x - 0.128, y + 0.18], [hx - 0.105, hy - 0.06], [hx - 0.14, hy + 0.02], [hx - 0.18, -0.02], [hx - 0.165, 0.008], [hx + 0.04, 0.014], [hx + 0.24, 0.01], [hx + 0.305, -0.012], [hx + 0.3, -0.05], [hx + 0.235, hy - 0.035], [hx + 0.13, hy - 0.06], [waist[0] + 0.088, waist[1]], [x + 0.104, y + 0.13], [x + 0.086, y + 0.055], [x + 0.034, y]]
  const knee: Point = frontal ? [hx + 0.2, -0.04] : [hx + 0.25, -0.07]
  return {
    edge, waist,
    folds: [
      [[waist[0] - 0.02, waist[1] + 0.03], [hx + 0.04, hy + 0.01], [hx + 0.18, 0]],
      [[waist[0] + 0.03, waist[1] + 0.025], [hx + 0.13, hy - 0.02], knee],
      [[waist[0] - 0.06, waist[1] + 0.03], [hx - 0.09, hy + 0.02], [hx - 0.15, -0.004]],
      [[knee[0], knee[1] + 0.004], [knee[0] - 0.05, -0.035], [knee[0] - 0.1, 0]],
      [[x - 0.075, y + 0.1], [x - 0.08, y + 0.2], [waist[0] - 0.07, waist[1]]],
    ],
  }
}

const standingShape = (person: Person, body: Body, frontal: boolean): Shaped => {
  const [neck, hips] = [body.neck, body.hips]
  const [x, y] = neck
  const feet = [body.legs[0][1], body.legs[1][1]] as const
  const gown = person.dress === 'gown'
  const hem = Math.min(gown ? -0.13 : -0.012, Math.max(feet[0][1], feet[1][1]) + (gown ? -0.1 : 0.012))
  const front = Math.max(feet[0][0], feet[1][0], body.legs[1][0][0]) + (frontal ? 0.12 : 0.105)
  const rear = Math.min(feet[0][0], feet[1][0]) - (frontal ? 0.12 : 0.1)
  const waist: Point = [(x + hips[0] * 1.3) / 2.3 + (frontal ? 0 : 0.008), (y + hips[1] * 1.15) / 2.15]
  const slim = (person.woman ? 0.064 : 0.088) * person.broad
  const s = person.broad * (person.woman ? 0.9 : 1)
  const middle = (hips[1] + hem) / 2
  const edge: Point[] = [
    [x - 0.028, y - 0.004], [x - 0.08 * s, y + 0.03], [x - 0.112 * s, y + 0.085], [x - 0.102 * s, y + 0.17], [waist[0] - slim, waist[1]], [hips[0] - 0.108 * s, hips[1] + 0.03], [(rear + hips[0] - 0.11) / 2, middle], [rear - 0.012, hem - 0.01],
    [rear * 0.6 + front * 0.4, hem + 0.018], [front - 0.03, hem + 0.012], [front + 0.016, hem - 0.014], [(front + hips[0] + 0.11) / 2 - 0.01, middle], [hips[0] + 0.108 * s, hips[1] + 0.03], [waist[0] + slim, waist[1]], [x + 0.1 * s, y + 0.17], [x + (frontal ? 0.112 : 0.096) * s, y + 0.085], [x + 0.08 * s, y + 0.03], [x + 0.028, y - 0.004],
  ]
  return {
    edge, waist,
    folds: [0.16, 0.34, 0.5, 0.68, 0.86].map((u, k): Point[] => {
      const end = rear + (front - rear) * u
      return [[waist[0] + (u - 0.5) * slim * 1.5, waist[1] + 0.035 + (k % 2) * 0.05], [(waist[0] + end) / 2 + (u - 0.5) * 0.02, (waist[1] + hem) / 2 + 0.02], [end + 0.006, hem - 0.008 - (k % 2) * 0.04]]
    }),
  }
}

const folds = (pen: Pen, all: Point[][], cloth: Rgb) => {
  if (pen.scale < 0.2) return
  for (const [k, fold] of all.entries()) {
    const path = soften(fold, false, 4)
    line(pen, path, k % 2 === 0 ? 0.015 : 0.01, darker(cloth, 0.52), k % 2 === 0 ? 0.72 : 0.6)
    if (pen.scale > 0.4) line(pen, path.map(([px, py]) => [px + pen.light.side * 0.011, py + 0.004] as const), 0.009, lighter(cloth, 0.2), 0.22)
  }
}

/** 交领右衽: the left lapel over the right, white under it. */
const collar = (pen: Pen, person: Person, neck: Point, waist: Point, frontal: boolean) => {
  const x = neck[0] + (frontal ? 0 : 0.022)
  const y = neck[1]
  if (person.dress === 'gown') return
  const inner = lighter(tint(pen, hex('#d9d3c4')), 0.1)
  const trim = darker(tint(pen, person.main), 0.55)
  mass(pen, taper(soften([[x + 0.026, y - 0.016], [x + 0.03, y + 0.02], [x + 0.02, y + 0.055], [x - 0.005, y + 0.092]], false, 3), 0.012, 0.02), inner, { weight: 0.003, texture: 'none' })
  mass(pen, taper(soften([[x - 0.036, y - 0.016], [x - 0.034, y + 0.02], [x - 0.016, y + 0.055], [x + 0.012, y + 0.088]], false, 3), 0.012, 0.016), inner, { weight: 0.003, texture: 'none' })
  mass(pen, taper(soften([[x + 0.032, y - 0.022], [x + 0.044, y + 0.012], [x + 0.036, y + 0.055], [x + 0.006, y + 0.11], [(x + waist[0]) / 2 - 0.01, (y + waist[1]) / 2 + 0.05]], false, 4), 0.013, 0.02), trim, { weight: 0.003, texture: 'none' })
  mass(pen, taper(soften([[x - 0.042, y - 0.022], [x - 0.05, y + 0.012], [x - 0.036, y + 0.058], [x + 0.012, y + 0.12], [x * 0.5 + waist[0] * 0.5 + 0.052, waist[1] - 0.012]], false, 4), 0.013, 0.024), trim, { weight: 0.003, texture: 'none' })
}

const sash = (pen: Pen, person: Person, [x, y]: Point, seated: boolean) => {
  const band = tint(pen, person.sash)
  const half = (person.woman ? 0.066 : 0.088) * person.broad
  const back = seated ? 0.02 : 0
  mass(pen, polygon([[x - half - back, y - 0.022], [x - half * 0.3, y - 0.006], [x + half, y - 0.02], [x + half, y + 0.008], [x - half * 0.3, y + 0.024], [x - half - back, y + 0.01]]), band, { edge: false, texture: 'none' })
  line(pen, soften([[x - half - back, y + 0.01], [x - half * 0.3, y + 0.024], [x + half, y + 0.008]], false, 3), 0.006, darker(band, 0.5), 0.8)
  if (seated || pen.scale < 0.2) return
  for (const [k, long] of [[0.012, 0.2], [0.034, 0.16]] as const) mass(pen, taper(soften([[x + 0.02, y + 0.016], [x + k + 0.012, y + long * 0.5], [x + k + 0.004, y + long]], false, 4), 0.012, 0.024), darker(band, k * 6), { weight: 0.003, texture: 'none' })
}

/** A cloak from both shoulders, blown back from the way they face. */
export const cape = (pen: Pen, body: Body, colour: Rgb, away: boolean): void => {
  const [x, y] = body.neck
  const low = body.seated ? 0 : -0.05
  const edge: Point[] = away
    ? [[x - 0.05, y + 0.01], [x - 0.13, y + 0.06], [x - 0.17, y + 0.35], [x - 0.22, low], [x, low + 0.03], [x + 0.22, low], [x + 0.17, y + 0.35], [x + 0.13, y + 0.06], [x + 0.05, y + 0.01]]
    : [[x + 0.1, y + 0.03], [x, y + 0.0], [x - 0.11, y + 0.03], [x - 0.19, y + 0.2], [x - 0.27, y + 0.45], [x - 0.4, low - 0.06], [x - 0.25, low], [x - 0.16, low - 0.04], [x - 0.02, low + 0.01], [x + 0.13, low - 0.03], [x + 0.15, y + 0.4], [x + 0.145, y + 0.1]]
  mass(pen, blob(edge), colour, { texture: 'cloth', weight: 0.009 })
  if (pen.scale < 0.15) return
  for (const [u, end] of [[-0.1, -0.31], [-0.09, -0.2], [-0.05, -0.1], [0.11, 0.09]] as const) line(pen, soften([[x + u, y + 0.06], [x + (u + end) / 2 - 0.015, (y + low) / 2], [x + end, low - 0.03]], false, 4), 0.012, darker(colour, 0.5), 0.6)
}
