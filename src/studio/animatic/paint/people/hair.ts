import { darker, lighter } from '../colour.ts'
import { flesh, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'

/** What hangs or bulks behind the face. */
export const backHair = (pen: Pen, person: Person, t: number, away: boolean): void => {
  if (person.hat === 'space') return
  const hair = tint(pen, person.hair)
  const back = -t * 0.2
  if (person.cut === 'bald') {
    if (away) mass(pen, ellipse(0, -0.02, 0.76, 0.98), flesh(pen, person.skin), { weight: 0.05 })
    return
  }
  const cap: Point[] = [[back - 0.7, 0.1], [back - 0.78, -0.4], [back - 0.48, -0.96], [back, -1.08], [back + 0.48, -0.96], [back + 0.74, -0.4], [back + 0.66, 0.1], [back + 0.5, away ? 0.62 : 0.3], [back, away ? 0.75 : 0.4], [back - 0.5, away ? 0.62 : 0.3]]
  if (person.cut === 'long') mass(pen, blob([[back - 0.84, -0.3], [back - 0.5, -1.05], [back, -1.15], [back + 0.5, -1.05], [back + 0.84, -0.3], [back + 0.92, 0.6], [back + 0.8, 1.5], [back + 0.3, 1.75], [back - 0.4, 1.72], [back - 0.86, 1.45], [back - 0.95, 0.5]]), hair, { texture: 'cloth', weight: 0.045 })
  else if (person.cut === 'bob') mass(pen, blob([[back - 0.86, -0.3], [back - 0.5, -1.07], [back, -1.17], [back + 0.5, -1.07], [back + 0.86, -0.3], [back + 0.93, 0.45], [back + 0.72, 0.82], [back - 0.72, 0.82], [back - 0.95, 0.45]]), hair, { texture: 'cloth', weight: 0.045 })
  else mass(pen, blob(cap), hair, { texture: 'cloth', weight: 0.045 })
  if (person.cut === 'bun' && person.hat !== 'none' && person.hat !== 'crown') mass(pen, ellipse(back - (away ? 0 : 0.68), away ? 0.3 : 0.12, 0.3, 0.27), hair, { texture: 'cloth', weight: 0.04 })
  else if (person.cut === 'bun') for (const [x, y, r] of [[back, -1.28, 0.36], [back - 0.3, -1.2, 0.24], [back + 0.3, -1.2, 0.24]] as const) mass(pen, ellipse(x, y, r, r * 0.78), hair, { texture: 'cloth', weight: 0.04 })
  if (person.cut === 'topknot' && person.hat === 'none') {
    mass(pen, ellipse(back * 0.6, -1.24, 0.22, 0.25), hair, { weight: 0.04 })
    line(pen, [[back - 0.36, -1.17], [back, -1.19], [back + 0.36, -1.21]], 0.045, tint(pen, person.sash))
  }
  if (person.cut === 'tail') mass(pen, blob([[back - Math.sign(t || 1) * 0.6, -0.7], [back - Math.sign(t || 1) * 1.05, -0.5], [back - Math.sign(t || 1) * 1.15, 0.3], [back - Math.sign(t || 1) * 0.95, 0.95], [back - Math.sign(t || 1) * 0.85, 0.2]]), hair, { texture: 'cloth', weight: 0.04 })
  if (person.cut === 'curly') for (let i = 0; i < 13; i++) {
    const a = Math.PI * (0.92 + (i / 12) * 1.16)
    mass(pen, ellipse(back + Math.cos(a) * 0.78, -0.22 + Math.sin(a) * 0.82, 0.25, 0.25), hair, { weight: 0.035 })
  }
}

/** The hairline, the fringe, the strands that catch light. */
export const frontHair = (pen: Pen, person: Person, t: number): void => {
  if (person.cut === 'bald' || person.hat === 'space') return
  const hair = tint(pen, person.hair)
  const c = t * 0.22
  const w = 0.72 * person.broad
  const pulled = person.cut === 'topknot' || person.cut === 'bun'
  const parting = c + (person.woman ? 0.06 : 0.26)
  const line_: Point[] = pulled
    ? [[-w, -0.02], [-w * 0.88, -0.42], [c - 0.42, -0.68], [c, person.woman ? -0.6 : -0.73], [c + 0.42, -0.68], [w * 0.84, -0.46], [w * (0.96 - t * 0.08), -0.3 + (1 - t) * 0.2]]
    : person.cut === 'bob' ? [[-w, 0.3], [-w * 0.9, -0.25], [c - 0.3, -0.36], [c, -0.34], [c + 0.32, -0.36], [w * 0.9, -0.25], [w, 0.3]]
    : [[-w, 0.08], [-w * 0.86, -0.36], [parting - 0.5, -0.5], [parting, -0.78], [parting + 0.2, -0.54], [w * 0.86, -0.36], [w, 0.08]]
  const top: Point[] = [[w * 1.08, -0.35], [w * 0.72, -0.98], [c * 0.3, -1.15], [-w * 0.72, -0.98], [-w * 1.08, -0.35]]
  mass(pen, blob([...line_, ...top]), hair, { texture: 'cloth', weight: 0.04 })
  // Two locks come forward over the shoulders.
  if (person.cut === 'long') for (const side of t > 0.5 ? [-1] : [-1, 1]) mass(pen, blob([[side * w * 0.8, -0.62], [side * w * 1.12, -0.2], [side * w * 1.2, 0.6], [side * w * 1.02, 1.25], [side * w * 0.92, 1.35], [side * w * 0.96, 0.6], [side * w * 0.9, 0.05]]), hair, { texture: 'cloth', weight: 0.035 })
  if (pen.scale < 0.04) return
  const strands = pen.scale > 0.12 ? 22 : 9
  for (let i = 0; i < strands; i++) {
    const u = (i + 0.5) / strands
    const from = line_[Math.min(line_.length - 1, Math.floor(u * line_.length))] as Point
    const tone = pen.random.chance(0.45) ? lighter(hair, 0.22) : darker(hair, 0.35)
    const x = from[0] + pen.random.range(-0.08, 0.08)
    line(pen, soften([[x, from[1] - 0.03], [x * 0.85, (from[1] - 1) / 2], [pulled ? x * 0.35 : parting + (x - parting) * 0.3, -1.06]], false, 4), 0.018, tone, 0.5)
  }
  // Loose strands at the temples: a drawn person, not a mannequin.
  for (const side of t > 0.5 ? [-1] : [-1, 1]) line(pen, soften([[side * w * 0.92, -0.3], [side * w * 1.02, 0.1], [side * w * 0.94, person.woman ? 0.62 : 0.34]], false, 4), person.woman ? 0.05 : 0.028, hair, 0.85)
}
