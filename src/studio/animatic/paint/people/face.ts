import type { Figure } from '../../scene.ts'
import { darker, hex, lighter, mix } from '../colour.ts'
import { dab, flesh, line, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'

/** What a feeling does to a face: inner and outer brow, how open the eyes, the mouth's corners, how open the mouth. */
const feelings: Record<Figure['feeling'], { inner: number; outer: number; open: number; curve: number; mouth: number }> = {
  calm: { inner: 0, outer: 0, open: 0.8, curve: 0.03, mouth: 0 },
  joy: { inner: -0.06, outer: -0.05, open: 0.55, curve: 0.15, mouth: 0.1 },
  sorrow: { inner: -0.13, outer: 0.07, open: 0.52, curve: -0.1, mouth: 0 },
  anger: { inner: 0.12, outer: -0.09, open: 0.72, curve: -0.07, mouth: 0.02 },
  fear: { inner: -0.15, outer: 0.0, open: 1.3, curve: -0.07, mouth: 0.12 },
  wonder: { inner: -0.14, outer: -0.12, open: 1.2, curve: 0.02, mouth: 0.13 },
  proud: { inner: 0.06, outer: -0.12, open: 0.6, curve: 0.05, mouth: 0 },
}

/**
 * Eyes, brows, nose and mouth on a head whose radius is 1 (crown −1, chin +1). `turn` −1…1 looks to the left or right.
 * The smaller it is drawn, the less of it: a far face is two dots and a shadow.
 */
export const face = (pen: Pen, person: Person, feeling: Figure['feeling'], turn: number, gaze: number): void => {
  const ink = mix(pen.light.ink, tint(pen, person.hair), 0.25)
  const mood = feelings[feeling]
  const cx = turn * 0.36
  const size = pen.scale
  if (size < 0.016) return
  const gap = 0.36 * (1 - Math.abs(turn) * 0.12)
  const sides = [-1, 1] as const
  for (const side of sides) {
    const farther = side * turn > 0 ? 1 - Math.abs(turn) * 0.32 : 1
    const ex = cx + side * gap * farther
    const width = 0.2 * person.eyes * farther
    if (size < 0.035) {
      dab(pen, ellipse(ex, 0.08, 0.08 * farther, 0.055), ink, 0.9)
      line(pen, [[ex - 0.14, -0.14], [ex, -0.18], [ex + 0.14, -0.13]], 0.07, ink)
      continue
    }
    eye(pen, person, ex, 0.08, width, mood.open, side, turn, gaze, ink)
    const brow: Point[] = [
      [ex - side * width * 1.05, -0.2 + mood.inner], [ex, -0.27 + (mood.inner + mood.outer) / 2 - 0.02], [ex + side * width * 1.25, -0.2 + mood.outer],
    ]
    line(pen, soften(brow, false, 4), 0.085 * person.brow + 0.018, ink, 0.95)
  }
  nose(pen, person, cx, turn, ink)
  mouth(pen, person, cx, turn, mood.curve, mood.mouth, ink)
  if (size > 0.06) lines(pen, person, cx, mood.inner, ink)
}

const eye = (pen: Pen, person: Person, x: number, y: number, width: number, open: number, side: number, turn: number, gaze: number, ink: readonly [number, number, number]) => {
  const { context } = pen
  const up = 0.1 * open * person.eyes
  const down = 0.055 * Math.min(1, open) * person.eyes
  const slant = person.woman ? 0.02 : 0.01
  const inner: Point = [x - side * width, y + slant]
  const outer: Point = [x + side * width, y - slant * 1.4]
  const upper = soften([inner, [x - side * width * 0.35, y - up], [x + side * width * 0.4, y - up * 0.95], outer], false, 4)
  const lower = soften([outer, [x + side * width * 0.3, y + down], [x - side * width * 0.4, y + down * 0.9], inner], false, 4)
  const almond = blob([inner, [x - side * width * 0.35, y - up], [x + side * width * 0.4, y - up * 0.95], outer, [x + side * width * 0.3, y + down], [x - side * width * 0.4, y + down * 0.9]])
  dab(pen, almond, mix(tint(pen, hex('#f3eee4')), hex('#f6f1e6'), 0.35))
  context.save()
  context.clip(almond.path)
  const ix = x + gaze * width * 0.3 + turn * 0.02
  const iris = 0.105 * person.eyes
  dab(pen, ellipse(ix, y - up * 0.2, iris, iris * 1.08), mix(ink, tint(pen, hex('#4a2e1c')), 0.55))
  if (pen.scale > 0.1) dab(pen, ellipse(ix, y - up * 0.2 + iris * 0.35, iris * 0.75, iris * 0.5), tint(pen, hex('#8a5a34')), 0.55)
  dab(pen, ellipse(ix, y - up * 0.2, iris * 0.52, iris * 0.55), darker(ink, 0.6))
  dab(pen, blob([inner, [x, y - up * 1.1], outer, [x, y - up * 0.45]]), ink, 0.22)
  context.restore()
  dab(pen, ellipse(ix + pen.light.side * iris * 0.36, y - up * 0.2 - iris * 0.36, iris * 0.24, iris * 0.24), hex('#ffffff'), 0.92)
  line(pen, [...upper, [outer[0] + side * 0.035, outer[1] - (person.woman ? 0.035 : 0)]], person.woman ? 0.05 : 0.038, ink)
  line(pen, lower, 0.016, ink, 0.55)
  if (pen.scale > 0.05) line(pen, upper.map(([px, py]) => [px, py - 0.05 - up * 0.1] as const), 0.014, ink, 0.5)
  if (person.woman && pen.scale > 0.08) for (let k = 0; k < 5; k++) {
    const [lx, ly] = upper[Math.floor((0.45 + k * 0.12) * (upper.length - 1))] as Point
    line(pen, [[lx, ly], [lx + side * 0.02, ly - 0.03], [lx + side * 0.045, ly - 0.05]], 0.012, ink)
  }
}

const nose = (pen: Pen, person: Person, cx: number, turn: number, ink: readonly [number, number, number]) => {
  const way = Math.abs(turn) > 0.1 ? Math.sign(turn) : -pen.light.side
  const tip = cx + turn * 0.14
  const low = 0.44 * person.nose
  const shade = darker(flesh(pen, person.skin), 0.22)
  if (pen.scale > 0.03) dab(pen, blob([[cx - way * 0.02, -0.1], [tip + way * 0.03, low - 0.08], [tip + way * 0.12, low], [tip - way * 0.02, low + 0.045], [tip - way * 0.1, low - 0.02], [cx - way * 0.06, 0.1]]), shade, 0.4)
  if (Math.abs(turn) > 0.25) line(pen, soften([[cx + way * 0.05, -0.06], [cx + way * 0.09, 0.14], [tip + way * 0.13, low - 0.04], [tip + way * 0.07, low + 0.04], [tip - way * 0.04, low + 0.03]], false, 4), 0.026, ink, 0.8)
  else line(pen, soften([[tip - 0.12, low - 0.03], [tip - 0.05, low + 0.035], [tip + 0.05, low + 0.035], [tip + 0.12, low - 0.03]], false, 4), 0.026, ink, 0.75)
  if (pen.scale > 0.06) for (const side of [-1, 1]) dab(pen, ellipse(tip + side * 0.06 - way * 0.015, low + 0.012, 0.026, 0.013), ink, 0.6)
}

const mouth = (pen: Pen, person: Person, cx: number, turn: number, curve: number, open: number, ink: readonly [number, number, number]) => {
  const y = 0.68
  const x = cx + turn * 0.05
  const w = (person.woman ? 0.17 : 0.21) * (1 + curve * 1.1) * (1 - Math.abs(turn) * 0.2)
  const lip = mix(flesh(pen, person.skin), tint(pen, person.woman ? hex('#b3302f') : hex('#9a5648')), person.woman ? 0.8 : 0.55)
  const corner = -curve
  if (open > 0.04) {
    const hole = blob([[x - w, y + corner], [x, y - 0.035], [x + w, y + corner], [x + w * 0.6, y + open], [x, y + open * 1.35], [x - w * 0.6, y + open]])
    dab(pen, hole, mix(hex('#4a1a18'), pen.light.ink, 0.4))
    if (curve > 0.08) dab(pen, blob([[x - w * 0.75, y + corner * 0.4], [x, y], [x + w * 0.75, y + corner * 0.4], [x, y + 0.055]]), hex('#f4efe6'))
    line(pen, [...hole.edge, hole.edge[0] as Point], 0.03, lip)
    return
  }
  dab(pen, blob([[x - w, y + corner], [x - w * 0.35, y - 0.055], [x, y - 0.035], [x + w * 0.35, y - 0.055], [x + w, y + corner], [x, y + 0.005]]), lip, 0.85)
  dab(pen, blob([[x - w * 0.8, y + corner * 0.6], [x, y + 0.005], [x + w * 0.8, y + corner * 0.6], [x + w * 0.35, y + 0.075], [x - w * 0.35, y + 0.075]]), lighter(lip, 0.1), 0.8)
  line(pen, soften([[x - w, y + corner], [x - w * 0.3, y - 0.004 + curve * 0.3], [x + w * 0.3, y - 0.004 + curve * 0.3], [x + w, y + corner]], false, 4), 0.026, ink, 0.85)
}

const lines = (pen: Pen, person: Person, cx: number, frown: number, ink: readonly [number, number, number]) => {
  const soft = person.age === 'old' ? 0.55 : person.age === 'adult' ? 0.22 : 0
  if (soft > 0) for (const side of [-1, 1]) {
    line(pen, soften([[cx + side * 0.18, 0.42], [cx + side * 0.27, 0.54], [cx + side * 0.28, 0.66]], false, 3), 0.018, ink, soft)
    line(pen, soften([[cx + side * 0.2, 0.24], [cx + side * 0.36, 0.27], [cx + side * 0.5, 0.22]], false, 3), 0.014, ink, soft * 0.8)
  }
  if (person.age === 'old') for (const y of [-0.42, -0.5]) line(pen, soften([[cx - 0.3, y], [cx, y - 0.025], [cx + 0.3, y]], false, 3), 0.013, ink, 0.4)
  if (frown > 0.05) for (const side of [-1, 1]) line(pen, [[cx + side * 0.06, -0.28], [cx + side * 0.04, -0.2], [cx + side * 0.05, -0.13]], 0.022, ink, 0.7)
  if (frown < -0.1) line(pen, soften([[cx - 0.18, -0.42], [cx, -0.46], [cx + 0.18, -0.42]], false, 3), 0.014, ink, 0.4)
}
