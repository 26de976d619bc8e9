import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, hairlines, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Person } from './person.ts'

/** What the head wears, in the head's own unit. */
export const hat = (pen: Pen, person: Person, t: number, away = false): void => {
  if (away && person.hat === 'cap') return capBehind(pen, person)
  wear[person.hat](pen, person, t)
}

/** Its peak is on the other side. */
const capBehind = (pen: Pen, person: Person) => {
  const cloth = tint(pen, person.wear === 'pea coat' ? hex('#27303f') : person.main)
  mass(pen, blob([[-0.78, -0.3], [-0.82, -0.82], [-0.4, -1.16], [0.4, -1.16], [0.82, -0.82], [0.78, -0.3], [0, -0.22]]), cloth, { texture: 'cloth', weight: 0.04 })
}

const wear: Record<Person['hat'], (pen: Pen, person: Person, t: number) => void> = {
  none: () => undefined,
  // 东坡巾: an inner cap no taller than half the face, a lower wall open at the brow, two ribbons behind.
  scholar: (pen, _person, t) => {
    const cloth = tint(pen, hex('#1f2228'))
    const c = t * 0.06
    for (const k of [0, 0.12]) line(pen, soften([[c - 0.6 + k, -0.62], [c - 0.78 + k, -0.1], [c - 0.74 - k, 0.5]], false, 4), 0.07, cloth, 0.9)
    mass(pen, polygon(soften([[c - 0.5, -0.7], [c - 0.53, -1.36], [c - 0.3, -1.47], [c + 0.32, -1.47], [c + 0.5, -1.36], [c + 0.48, -0.7]], true, 3)), cloth, { texture: 'cloth', weight: 0.035 })
    mass(pen, polygon([[c + 0.7, -0.52], [c + 0.64, -1.16], [c + t * 0.42 + 0.05, -1.04], [c + t * 0.42 + 0.02, -0.6]]), lighter(cloth, 0.06), { weight: 0.032 })
    mass(pen, polygon([[c - 0.74, -0.44], [c - 0.7, -1.14], [c + t * 0.36 - 0.05, -1.02], [c + t * 0.36 - 0.02, -0.58]]), lighter(cloth, 0.12), { weight: 0.036 })
    if (pen.scale > 0.05) line(pen, [[c - 0.66, -0.53], [c - 0.2, -0.6], [c + t * 0.34, -0.64]], 0.03, darker(cloth, 0.5), 0.8)
  },
  straw: (pen) => {
    const straw = tint(pen, hex('#c7a565'))
    mass(pen, polygon([[-1.65, -0.42], [-0.7, -1.0], [0, -1.62], [0.7, -1.0], [1.65, -0.42], [0.8, -0.34], [-0.8, -0.34]]), straw, { weight: 0.045 })
    for (let i = -5; i <= 5; i++) line(pen, [[0, -1.58], [i * 0.15, -0.95], [i * 0.3, -0.4]], 0.02, darker(straw, 0.4), 0.6)
  },
  helmet: (pen, person, t) => {
    if (person.wear === 'modern') return void mass(pen, blob([[-0.82, -0.36], [-0.78, -0.9], [-0.3, -1.2], [0.3, -1.2], [0.78, -0.9], [0.84, -0.36], [0.3, -0.5], [-0.3, -0.5]]), tint(pen, person.second), { weight: 0.05 })
    const iron = tint(pen, hex('#565a60'))
    const gold = tint(pen, hex('#c09a4a'))
    const red = tint(pen, person.cape ?? hex('#a3271f'))
    // The tassel first: it falls behind the bowl.
    mass(pen, blob([[0, -1.62], [-0.24, -1.74], [-0.62, -1.5], [-0.98, -0.9], [-1.02, -0.5], [-0.84, -0.86], [-0.72, -1.0], [-0.6, -1.1], [-0.3, -1.36]]), red, { texture: 'cloth', weight: 0.03 })
    for (const side of [-1, 1]) mass(pen, blob([[side * 0.62, -0.5], [side * 0.8 + t * 0.02, -0.4], [side * 0.82 - (side > 0 ? t * 0.16 : 0), 0.3], [side * 0.72 - (side > 0 ? t * 0.16 : 0), 0.62], [side * 0.6 - (side > 0 ? t * 0.1 : 0), 0.3]]), darker(iron, 0.15), { weight: 0.035 })
    mass(pen, blob([[-0.78, -0.36], [-0.76, -0.8], [-0.42, -1.22], [0, -1.38], [0.42, -1.22], [0.74, -0.8], [0.76, -0.4], [0.4 + t * 0.1, -0.56], [t * 0.3, -0.52], [-0.4, -0.56]]), iron, { weight: 0.045 })
    if (pen.scale > 0.04) for (const k of [-0.46, -0.14, 0.2, 0.46]) line(pen, soften([[k * 0.3, -1.34], [k * 0.9 + t * 0.1, -1.0], [k * 1.2 + t * 0.16, -0.6]], false, 3), 0.028, k * pen.light.side > 0 ? lighter(iron, 0.25) : darker(iron, 0.4), 0.8)
    mass(pen, taper(soften([[-0.78, -0.42], [-0.36, -0.6], [t * 0.3, -0.57], [0.42 + t * 0.06, -0.62], [0.76, -0.46]], false, 4), 0.1, 0.1), gold, { weight: 0.025, texture: 'none' })
    mass(pen, blob([[t * 0.3 - 0.1, -0.64], [t * 0.3, -0.86], [t * 0.3 + 0.1, -0.64], [t * 0.3, -0.5]]), gold, { weight: 0.025, texture: 'none' })
    line(pen, [[0, -1.34], [0.005, -1.5], [0.01, -1.72]], 0.07, gold)
  },
  // 冕旒: a board over the cap, strings of jade before the eyes.
  mian: (pen, _person, t) => {
    const black = tint(pen, hex('#1e1c20'))
    const gold = tint(pen, hex('#c09a4a'))
    mass(pen, polygon([[-0.62, -0.56], [-0.56, -1.16], [0.56, -1.16], [0.6, -0.58]]), black, { texture: 'cloth', weight: 0.035 })
    line(pen, [[-0.62, -0.62], [0, -0.66], [0.6, -0.64]], 0.09, gold)
    line(pen, [[-0.95, -0.8], [0, -0.84], [0.92, -0.82]], 0.05, gold)
    mass(pen, polygon([[-0.98, -1.16], [0.9 + t * 0.2, -1.24], [1 + t * 0.24, -1.12], [-1, -1.02]]), black, { weight: 0.035, texture: 'none' })
    for (const x of [-0.86, 0.86 + t * 0.2]) line(pen, soften([[x, -1.08], [x + 0.02, -0.4], [x - 0.02, 0.5]], false, 3), 0.035, tint(pen, hex('#a3271f')))
    const strings = Array.from({ length: 9 }, (_, k) => -0.56 + t * 0.36 + k * 0.14)
    hairlines(pen, strings.map((x) => [[x, -1.1], [x + 0.01, -0.34]] as const), 0.012, gold, 0.8)
    if (pen.scale > 0.03) for (const x of strings) for (let k = 0; k < 6; k++) dab(pen, ellipse(x + 0.005, -1.0 + k * 0.13, 0.026, 0.03), tint(pen, k % 2 === 0 ? hex('#dfe6da') : hex('#a3271f')))
  },
  crown: (pen) => mass(pen, polygon([[-0.66, -0.66], [-0.78, -1.3], [-0.4, -0.98], [0, -1.46], [0.4, -0.98], [0.78, -1.3], [0.66, -0.66]]), tint(pen, hex('#d4a83f')), { weight: 0.04 }),
  cap: (pen, person, t) => {
    const way = Math.sign(t || 1)
    const own = person.wear === 'pea coat' ? hex('#27303f') : person.main
    const cloth = tint(pen, own)
    mass(pen, blob([[-0.76, -0.46], [-0.82, -0.82], [-0.5, -1.14], [0.1, -1.22], [0.62, -1.06], [0.78, -0.74], [0.74, -0.46]]), cloth, { texture: 'cloth', weight: 0.04 })
    mass(pen, taper(soften([[-0.75, -0.42], [-0.2, -0.5], [0.3, -0.54], [0.74, -0.5]], false, 4), 0.15, 0.15), darker(cloth, 0.35), { weight: 0.03, texture: 'none' })
    mass(pen, blob([[way * 0.0, -0.52], [way * 0.7, -0.58], [way * (0.86 + Math.abs(t) * 0.3), -0.42], [way * (0.8 + Math.abs(t) * 0.26), -0.33], [way * 0.4, -0.4], [-way * 0.1, -0.42]]), darker(cloth, 0.5), { weight: 0.035, texture: 'none' })
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
