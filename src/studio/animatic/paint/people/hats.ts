import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon } from '../shape.ts'
import type { Person } from './person.ts'

/** What the head wears, in the head's own unit. */
export const hat = (pen: Pen, person: Person, t: number): void => wear[person.hat](pen, person, t)

const wear: Record<Person['hat'], (pen: Pen, person: Person, t: number) => void> = {
  none: () => undefined,
  // 东坡巾: a tall inner cap and a lower wall that opens at the brow.
  scholar: (pen, _person, t) => {
    const cloth = tint(pen, hex('#23252b'))
    const c = -t * 0.1
    mass(pen, polygon([[c - 0.62, -0.66], [c - 0.66, -1.72], [c + 0.62, -1.76], [c + 0.6, -0.66]]), cloth, { texture: 'cloth', weight: 0.04 })
    mass(pen, polygon([[c - 0.84, -0.58], [c - 0.8, -1.38], [c + t * 0.3 - 0.05, -1.22], [c + t * 0.3, -0.62]]), lighter(cloth, 0.1), { weight: 0.04 })
    mass(pen, polygon([[c + 0.84, -0.58], [c + 0.8, -1.38], [c + t * 0.3 + 0.05, -1.22], [c + t * 0.3, -0.62]]), lighter(cloth, 0.05), { weight: 0.04 })
  },
  straw: (pen) => {
    const straw = tint(pen, hex('#c7a565'))
    mass(pen, polygon([[-1.65, -0.42], [-0.7, -1.0], [0, -1.62], [0.7, -1.0], [1.65, -0.42], [0.8, -0.34], [-0.8, -0.34]]), straw, { weight: 0.045 })
    for (let i = -5; i <= 5; i++) line(pen, [[0, -1.58], [i * 0.15, -0.95], [i * 0.3, -0.4]], 0.02, darker(straw, 0.4), 0.6)
  },
  helmet: (pen, person, t) => {
    const iron = tint(pen, hex('#55585f'))
    mass(pen, blob([[-0.86, -0.3], [-0.8, -0.9], [-0.3, -1.36], [0, -1.44], [0.3, -1.36], [0.8, -0.9], [0.86, -0.3], [0.45, -0.5], [0, -0.46], [-0.45, -0.5]]), iron, { weight: 0.05 })
    for (const side of [-1, 1]) mass(pen, polygon([[side * 0.7, -0.42], [side * 0.92, -0.36], [side * 0.96, 0.6], [side * 0.74, 0.74]]), darker(iron, 0.2), { weight: 0.04 })
    line(pen, [[-0.8, -0.52], [t * 0.2, -0.6], [0.8, -0.52]], 0.07, tint(pen, hex('#b58b3a')))
    line(pen, [[0, -1.42], [0.01, -1.62], [0, -1.8]], 0.07, iron)
    mass(pen, blob([[-0.04, -1.78], [-0.26, -2.05], [-0.62, -2.02], [-0.9, -1.6], [-0.56, -1.74], [-0.22, -1.66], [0.06, -1.66]]), tint(pen, person.sash[0] > 120 ? person.sash : hex('#a3271f')), { weight: 0.03 })
  },
  crown: (pen) => mass(pen, polygon([[-0.66, -0.66], [-0.78, -1.3], [-0.4, -0.98], [0, -1.46], [0.4, -0.98], [0.78, -1.3], [0.66, -0.66]]), tint(pen, hex('#d4a83f')), { weight: 0.04 }),
  cap: (pen, person, t) => {
    const way = Math.sign(t || 1)
    mass(pen, blob([[-0.8, -0.46], [-0.74, -0.98], [0, -1.24], [0.74, -0.98], [0.8, -0.46]]), tint(pen, person.main), { weight: 0.045 })
    mass(pen, blob([[way * 0.1, -0.55], [way * 1.25, -0.5], [way * 1.3, -0.4], [way * 0.7, -0.36], [-way * 0.3, -0.46]]), tint(pen, darker(person.main, 0.25)), { weight: 0.04 })
  },
  brim: (pen, _person, t) => {
    const felt = tint(pen, hex('#3a3431'))
    mass(pen, blob([[-0.72, -0.58], [-0.68, -1.2], [-0.3, -1.46], [0, -1.36], [0.3, -1.46], [0.68, -1.2], [0.72, -0.58]]), felt, { weight: 0.05 })
    mass(pen, ellipse(t * 0.1, -0.56, 1.22, 0.16, -0.04), darker(felt, 0.15), { weight: 0.05 })
    line(pen, [[-0.7, -0.74], [0, -0.7], [0.7, -0.74]], 0.12, darker(felt, 0.5))
  },
  hood: (pen, person) => mass(pen, blob([[-0.62, 0.9], [-0.98, 0.3], [-0.96, -0.6], [-0.4, -1.3], [0.4, -1.3], [0.96, -0.6], [0.98, 0.3], [0.62, 0.9], [0.72, 0.1], [0.56, -0.6], [0, -0.86], [-0.56, -0.6], [-0.72, 0.1]]), tint(pen, person.main), { texture: 'cloth', weight: 0.05 }),
  space: (pen) => {
    const shell: Rgb = tint(pen, hex('#e8e8ea'))
    pen.context.lineWidth = 0.16
    mass(pen, polygon([[-0.75, 0.95], [0.75, 0.95], [0.62, 1.25], [-0.62, 1.25]]), shell, { weight: 0.05 })
    dab(pen, ellipse(0, 0, 1.24, 1.24), lighter(shell, 0.4), 0.22)
    line(pen, [...ellipse(0, 0, 1.24, 1.24).edge, [1.24, 0]], 0.12, shell)
    line(pen, ellipse(0, 0, 1.0, 1.0).edge.slice(16, 22), 0.07, hex('#ffffff'), 0.8)
  },
}
