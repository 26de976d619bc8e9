import type { Figure } from '../../scene.ts'
import { darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, flesh, line as stroke, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'

/** Looks without a brush draw a line of one width: on a face it must be a fine one. */
const line = (pen: Pen, points: Point[], width: number, colour: Rgb, alpha = 1) =>
  stroke(pen, points, pen.style.name === 'flat' || pen.style.name === 'noir' ? width * 0.62 : width, colour, alpha)

type Mood = { inner: number; outer: number; open: number; curve: number; mouth: number }

/** What a feeling does to a face: inner and outer brow, how open the eyes, the mouth's corners, how open the mouth. */
const feelings: Record<Figure['feeling'], Mood> = {
  calm: { inner: 0, outer: 0, open: 0.85, curve: 0.03, mouth: 0 },
  joy: { inner: -0.03, outer: -0.01, open: 0.6, curve: 0.12, mouth: 0.07 },
  sorrow: { inner: -0.09, outer: 0.035, open: 0.7, curve: -0.026, mouth: 0 },
  anger: { inner: 0.09, outer: -0.07, open: 0.8, curve: -0.06, mouth: 0.02 },
  fear: { inner: -0.12, outer: 0, open: 1.3, curve: -0.06, mouth: 0.09 },
  wonder: { inner: -0.1, outer: -0.08, open: 1.25, curve: 0.02, mouth: 0.09 },
  proud: { inner: 0.05, outer: -0.09, open: 0.7, curve: 0.01, mouth: 0 },
}

/**
 * Brows, eyes, nose and mouth on a head whose radius is 1 (crown −1, chin +1). `turn` 0 to the camera, 1 to the right.
 * The smaller it is drawn, the less of it: a far face is two strokes and a shadow.
 */
export const face = (pen: Pen, person: Person, feeling: Figure['feeling'], turn: number, gaze: number, speaks = false): void => {
  const ink = mix(pen.light.ink, tint(pen, person.hair), 0.2)
  const mood = speaks ? { ...feelings[feeling], mouth: Math.max(0.06, feelings[feeling].mouth) } : feelings[feeling]
  const cx = turn * 0.36
  if (pen.scale < 0.014) return
  const far = 1 - turn * 0.36
  for (const [side, share] of [[-1, 1], [1, far]] as const) {
    const young = person.age === 'child' || (person.woman && person.age !== 'old')
    const ex = cx + side * 0.31 * (side > 0 ? far : 1)
    const width = (young ? 0.185 : 0.17) * person.eyes * share
    if (pen.scale < 0.032) {
      line(pen, [[ex - width, 0.07], [ex, 0.02], [ex + width, 0.06]], 0.075, ink)
      line(pen, [[ex - width, -0.17], [ex, -0.21], [ex + width, -0.17]], 0.045 * person.brow + 0.02, ink, 0.8)
      continue
    }
    eye(pen, person, ex, young ? 0.1 : 0.06, width, mood.open * (young ? 1.15 : 1), side, gaze, ink)
    brow(pen, person, ex, width, side, mood, ink)
  }
  nose(pen, person, cx, turn, ink)
  mouth(pen, person, cx + turn * 0.06, turn, mood, ink)
  if (pen.scale > 0.055) age(pen, person, cx, mood.inner, ink)
}

const brow = (pen: Pen, person: Person, ex: number, width: number, side: number, mood: Mood, ink: Rgb) => {
  const inner: Point = [ex - side * width * 1.05, -0.165 + mood.inner]
  const top: Point = [ex + side * width * 0.3, -0.25 + (mood.inner + mood.outer) / 2]
  const outer: Point = [ex + side * width * 1.35, -0.17 + mood.outer]
  const weight = person.woman ? 0.026 : 0.036 + 0.022 * person.brow
  const arch = soften([inner, [(inner[0] + top[0]) / 2, (inner[1] + top[1]) / 2 - 0.015], top, outer], false, 4)
  stroke(pen, arch, weight, ink, 0.92)
  if (!person.woman && pen.scale > 0.1) for (let k = 0; k < 7; k++) {
    const [x, y] = arch[Math.floor(((k + 0.5) / 7) * arch.length)] as Point
    line(pen, [[x - side * 0.02, y + 0.02], [x + side * 0.015, y - 0.012], [x + side * 0.055, y - 0.03]], 0.012, ink, 0.6)
  }
}

/** A lid like one brush stroke, half an iris under it, a spark on the side of the light. */
const eye = (pen: Pen, person: Person, x: number, y: number, width: number, open: number, side: number, gaze: number, ink: Rgb) => {
  const { context } = pen
  const up = 0.092 * open * person.eyes
  const down = 0.045 * Math.min(1, open) * person.eyes
  const inner: Point = [x - side * width, y + 0.022]
  const outer: Point = [x + side * width * 1.05, y - (person.woman ? 0.03 : 0.012)]
  const lid: Point[] = [inner, [x - side * width * 0.45, y - up * 0.82], [x + side * width * 0.3, y - up], outer]
  const upper = soften(lid, false, 4)
  const almond = blob([...lid, [x + side * width * 0.4, y + down], [x - side * width * 0.4, y + down]])
  const skin = flesh(pen, person.skin)
  dab(pen, almond, pen.style.name === 'noir' ? lighter(skin, 0.35) : mix(lighter(skin, 0.3), [236, 232, 222], 0.5))
  context.save()
  context.clip(almond.path)
  const ix = x + gaze * width * 0.3
  const iris = 0.092 * person.eyes
  const iy = y - up * 0.3
  dab(pen, ellipse(ix, iy, iris, iris), mix(ink, tint(pen, hex('#4a2e1c')), 0.45))
  if (pen.scale > 0.1) dab(pen, ellipse(ix - pen.light.side * iris * 0.2, iy + iris * 0.42, iris * 0.7, iris * 0.42), tint(pen, hex('#8a6038')), 0.6)
  dab(pen, ellipse(ix, iy, iris * 0.5, iris * 0.5), darker(ink, 0.6))
  // The lid's own shadow on the ball.
  dab(pen, blob([inner, [x, y - up * 1.15], outer, [x + side * width * 0.3, y - up * 0.5], [x - side * width * 0.4, y - up * 0.35]]), ink, 0.34)
  context.restore()
  dab(pen, ellipse(ix + pen.light.side * iris * 0.38, iy - iris * 0.24, iris * 0.24, iris * 0.22), hex('#ffffff'), 0.9)
  line(pen, [...upper, [outer[0] + side * 0.05, outer[1] + (person.woman ? -0.02 : 0.012)]], person.woman ? 0.044 : 0.034, ink)
  line(pen, soften([[x + side * width * 0.85, y + down * 0.45], [x + side * width * 0.3, y + down * 1.05], [x - side * width * 0.5, y + down * 0.9]], false, 3), 0.012, ink, 0.45)
  if (pen.scale > 0.05) line(pen, upper.slice(1).map(([px, py]) => [px, py - 0.045] as const), 0.011, ink, 0.42)
  if (person.woman && pen.scale > 0.08) for (let k = 0; k < 4; k++) {
    const [lx, ly] = upper[Math.floor((0.55 + k * 0.13) * (upper.length - 1))] as Point
    line(pen, [[lx, ly], [lx + side * 0.025, ly - 0.022], [lx + side * 0.06, ly - 0.035]], 0.014, ink)
  }
}

const nose = (pen: Pen, person: Person, cx: number, turn: number, ink: Rgb) => {
  const way = turn > 0.08 ? 1 : -pen.light.side
  const tip = cx + turn * 0.19
  const low = 0.4 * person.nose * (person.woman || person.age === 'child' ? 0.92 : 1)
  const shade = darker(flesh(pen, person.skin), 0.3)
  const small = person.woman || person.age === 'child' ? 0.75 : 1
  if (pen.scale > 0.03) dab(pen, blob([[cx - way * 0.02, -0.14], [tip - way * 0.02, low * 0.5], [tip + way * 0.05, low], [tip - way * 0.1 * small, low + 0.02], [cx - way * 0.09, 0.06], [cx - way * 0.13, -0.1]]), shade, 0.3)
  if (turn > 0.2 && small < 1) line(pen, soften([[tip + 0.0, low * 0.5], [tip + 0.05, low - 0.04], [tip + 0.025, low + 0.02], [tip - 0.04, low + 0.02]], false, 4), 0.016, ink, 0.7)
  else if (turn > 0.2) {
    line(pen, soften([[cx + 0.08, -0.1], [cx + 0.06, 0.04], [tip + 0.02, low * 0.62], [tip + 0.075, low - 0.03], [tip + 0.04, low + 0.035], [tip - 0.04, low + 0.03]], false, 4), 0.024 * small, ink, 0.8)
  } else line(pen, soften([[cx + way * 0.1, -0.08], [cx + way * 0.055, 0.1], [tip + way * 0.08, low - 0.04], [tip + way * 0.02, low + 0.035]], false, 4), 0.017 * small, ink, 0.5)
  line(pen, soften([[tip - 0.13 * small, low - 0.06], [tip - 0.15 * small, low], [tip - 0.09, low + 0.02]], false, 3), 0.02, ink, 0.65)
  if (pen.scale > 0.055) for (const side of [-1, 1]) if (side < 0 || turn < 0.5) dab(pen, ellipse(tip + side * 0.055 - 0.01, low + 0.016, 0.028, 0.012), ink, 0.6)
}

const mouth = (pen: Pen, person: Person, x: number, turn: number, { curve, mouth: open }: Mood, ink: Rgb) => {
  const y = 0.63
  const left = (person.woman ? 0.145 : 0.18) * (1 + Math.max(0, curve))
  const right = left * (1 - turn * 0.38)
  const lip = mix(flesh(pen, person.skin), tint(pen, person.woman ? hex('#b3302f') : hex('#94463c')), person.woman ? 0.8 : 0.5)
  const corner = y - curve
  const fair = person.beard === 'none' || person.beard === 'stubble'
  if (open > 0.04) {
    const hole = blob([[x - left, corner], [x - left * 0.3, y - 0.03], [x + right * 0.3, y - 0.03], [x + right, corner], [x + right * 0.5, y + open], [x - left * 0.5, y + open]])
    dab(pen, hole, mix(tint(pen, hex('#3a1512')), pen.light.ink, 0.45))
    if (curve > 0.08 && pen.scale > 0.04) dab(pen, blob([[x - left * 0.7, corner + 0.035], [x, y - 0.015], [x + right * 0.7, corner + 0.035], [x, y + 0.03]]), mix(hex('#efe8da'), flesh(pen, person.skin), 0.25))
    line(pen, soften([[x - left * 1.1, corner - 0.01], [x - left * 0.3, y - 0.035], [x + right * 0.3, y - 0.035], [x + right * 1.1, corner - 0.01]], false, 4), 0.026, ink, 0.85)
    if (fair) line(pen, soften([[x - left * 0.5, y + open + 0.01], [x, y + open + 0.035], [x + right * 0.5, y + open + 0.01]], false, 3), 0.036, lip, 0.8)
    return
  }
  dab(pen, blob([[x - left, corner], [x - left * 0.32, y - 0.045], [x, y - 0.03], [x + right * 0.32, y - 0.045], [x + right, corner], [x, y + 0.008]]), lip, 0.7)
  dab(pen, blob([[x - left * 0.75, corner + curve * 0.6], [x, y + 0.008], [x + right * 0.75, corner + curve * 0.6], [x + right * 0.3, y + 0.068], [x - left * 0.3, y + 0.068]]), lighter(lip, 0.1), person.woman ? 0.85 : 0.5)
  line(pen, soften([[x - left * 1.08, corner], [x - left * 0.3, y - 0.002 + curve * 0.3], [x + right * 0.3, y - 0.002 + curve * 0.3], [x + right * 1.08, corner]], false, 4), 0.025, ink, 0.88)
  if (fair) line(pen, [[x - left * 0.4, y + 0.125], [x, y + 0.14], [x + right * 0.35, y + 0.125]], 0.014, ink, 0.3)
}

/** What years and frowns write on a face. */
const age = (pen: Pen, person: Person, cx: number, frown: number, ink: Rgb) => {
  const soft = person.age === 'old' ? 0.55 : person.age === 'adult' && !person.woman ? 0.22 : 0
  if (soft > 0) {
    line(pen, soften([[cx - 0.16, 0.38], [cx - 0.25, 0.5], [cx - 0.26, 0.62]], false, 3), 0.02, ink, soft)
    for (const side of [-1, 1]) line(pen, soften([[cx + side * 0.18, 0.18], [cx + side * 0.3, 0.2], [cx + side * 0.4, 0.15]], false, 3), 0.012, ink, soft * 0.8)
  }
  if (person.age === 'old') for (const y of [-0.42, -0.5]) line(pen, soften([[cx - 0.26, y], [cx, y - 0.02], [cx + 0.22, y]], false, 3), 0.011, ink, 0.4)
  if (person.age === 'old') for (const k of [-1, 0, 1]) line(pen, [[cx - 0.52, 0.05 + k * 0.05], [cx - 0.57, 0.06 + k * 0.08], [cx - 0.61, 0.06 + k * 0.11]], 0.01, ink, 0.4)
  if (frown > 0.04) for (const side of [-1, 1]) line(pen, [[cx + side * 0.055, -0.24], [cx + side * 0.035, -0.17], [cx + side * 0.045, -0.1]], 0.018, ink, 0.6)
}
