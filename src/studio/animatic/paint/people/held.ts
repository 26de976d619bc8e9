import type { Figure } from '../../scene.ts'
import { darker, hex, lighter } from '../colour.ts'
import { dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, rect, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'
import type { Body } from './pose.ts'

/** What the hands hold, drawn at the near hand in the body's unit. */
export const held = (pen: Pen, who: Figure, person: Person, body: Body): void => {
  for (const word of who.doing) holdings[word]?.(pen, body, person)
}

type Hold = (pen: Pen, body: Body, person: Person) => void
const hand = (body: Body): Point => body.arms[1][1]
const wood = hex('#6b4a2f')

const book: Hold = (pen, body) => {
  const [x, y] = hand(body)
  mass(pen, polygon([[x - 0.02, y - 0.08], [x + 0.09, y - 0.1], [x + 0.11, y + 0.01], [x, y + 0.03]]), tint(pen, hex('#efe6d0')), { weight: 0.005 })
  line(pen, [[x + 0.035, y - 0.09], [x + 0.045, y - 0.03], [x + 0.055, y + 0.02]], 0.005, darker(tint(pen, wood), 0.2))
}

export const holdings: Record<string, Hold> = {
  // 洞箫: end-blown, held down from the lips.
  flute: (pen, body) => {
    const [x, y] = body.head
    const bamboo = tint(pen, hex('#9a7a45'))
    mass(pen, taper([[x + 0.025, y + 0.047], [x + 0.072, y + 0.175], [x + 0.122, y + 0.31]], 0.015, 0.017), bamboo, { weight: 0.004, texture: 'none' })
    if (pen.scale > 0.4) for (let k = 0; k < 5; k++) dab(pen, ellipse(x + 0.054 + k * 0.0125, y + 0.122 + k * 0.033, 0.0032, 0.0036), pen.light.ink)
    if (pen.scale > 0.3) for (const k of [0.25, 0.55, 0.85]) line(pen, [[x + 0.017 + k * 0.097, y + 0.05 + k * 0.263], [x + 0.025 + k * 0.097, y + 0.049 + k * 0.263], [x + 0.034 + k * 0.097, y + 0.045 + k * 0.263]], 0.004, darker(bamboo, 0.5), 0.8)
  },
  cup: (pen, body) => {
    const [x, y] = hand(body)
    mass(pen, polygon([[x - 0.028, y - 0.06], [x + 0.03, y - 0.06], [x + 0.016, y - 0.012], [x - 0.014, y - 0.012]]), tint(pen, hex('#cfd6d2')), { weight: 0.005 })
  },
  drink: (pen, body, person) => holdings.cup?.(pen, body, person),
  spear: (pen, body) => {
    const [x, y] = hand(body)
    line(pen, [[x - 0.05, Math.min(0, y + 0.82)], [x, y], [x + 0.05, y - 0.62]], 0.016, tint(pen, wood))
    mass(pen, polygon([[x + 0.03, y - 0.6], [x + 0.055, y - 0.8], [x + 0.075, y - 0.6], [x + 0.052, y - 0.57]]), tint(pen, hex('#c3c8cc')), { weight: 0.004 })
    mass(pen, blob([[x + 0.03, y - 0.58], [x + 0.07, y - 0.58], [x + 0.085, y - 0.49], [x + 0.04, y - 0.45], [x + 0.015, y - 0.5]]), tint(pen, hex('#b3322a')), { weight: 0.003 })
  },
  sword: (pen, body) => {
    const [x, y] = hand(body)
    mass(pen, polygon([[x, y - 0.012], [x + 0.36, y - 0.2], [x + 0.38, y - 0.215], [x + 0.37, y - 0.19], [x + 0.01, y + 0.012]]), tint(pen, hex('#d5dadd')), { weight: 0.004 })
    line(pen, [[x - 0.01, y - 0.04], [x + 0.012, y - 0.005], [x + 0.03, y + 0.03]], 0.016, tint(pen, hex('#b58b3a')))
  },
  oar: (pen, body) => {
    const [x, y] = hand(body)
    line(pen, [[x - 0.05, y - 0.16], [x + 0.12, y + 0.16], [x + 0.3, y + 0.52]], 0.018, tint(pen, wood))
    mass(pen, taper([[x + 0.24, y + 0.4], [x + 0.34, y + 0.6]], 0.03, 0.05), tint(pen, wood), { weight: 0.004 })
  },
  book, letter: book, scroll: book,
  write: (pen, body) => {
    const [x, y] = hand(body)
    line(pen, [[x - 0.012, y - 0.13], [x + 0.006, y - 0.03], [x + 0.016, y + 0.05]], 0.011, tint(pen, wood))
  },
  phone: (pen, body) => {
    const [x, y] = hand(body)
    mass(pen, polygon([[x - 0.01, y - 0.06], [x + 0.03, y - 0.065], [x + 0.035, y + 0.01], [x - 0.004, y + 0.015]]), tint(pen, hex('#1c1e24')), { weight: 0.004 })
  },
  umbrella: (pen, body, person) => {
    const [x, y] = hand(body)
    line(pen, [[x, y + 0.05], [x - 0.004, y - 0.15], [x - 0.012, y - 0.34]], 0.012, tint(pen, wood))
    const colour = tint(pen, person.woman ? hex('#b8453a') : hex('#3d4550'))
    const top: Point = [x - 0.02, y - 0.42]
    mass(pen, blob([[x - 0.42, y - 0.17], [x - 0.34, y - 0.3], [x - 0.18, y - 0.39], top, [x + 0.16, y - 0.38], [x + 0.31, y - 0.28], [x + 0.37, y - 0.15], [x + 0.18, y - 0.21], [x - 0.02, y - 0.22], [x - 0.22, y - 0.22]]), colour, { weight: 0.007 })
    for (const k of [-0.26, -0.1, 0.08, 0.22]) line(pen, soften([top, [x + k * 0.7, y - 0.34], [x + k * 1.1, y - 0.21]], false, 3), 0.005, darker(colour, 0.4))
  },
  lantern: (pen, body) => {
    const [x, y] = hand(body)
    line(pen, [[x, y], [x + 0.05, y + 0.01], [x + 0.09, y + 0.04]], 0.008, tint(pen, wood))
    glow(pen, x + 0.09, y + 0.12, 0.42, pen.light.lamp, 0.6)
    mass(pen, ellipse(x + 0.09, y + 0.12, 0.055, 0.07), lighter(pen.light.lamp, 0.25), { weight: 0.005 })
  },
  candle: (pen, body) => {
    const [x, y] = hand(body)
    glow(pen, x, y - 0.12, 0.4, pen.light.lamp, 0.6)
    mass(pen, rect(x - 0.012, y - 0.09, 0.024, 0.08), tint(pen, hex('#efe4cc')), { weight: 0.003 })
    dab(pen, blob([[x, y - 0.15], [x + 0.012, y - 0.11], [x, y - 0.09], [x - 0.012, y - 0.11]]), pen.light.lamp)
  },
  bag: (pen, body) => {
    const [x, y] = hand(body)
    mass(pen, polygon([[x - 0.06, y + 0.03], [x + 0.06, y + 0.03], [x + 0.068, y + 0.17], [x - 0.066, y + 0.17]]), tint(pen, hex('#b08a5a')), { weight: 0.006 })
    line(pen, soften([[x - 0.03, y + 0.03], [x, y - 0.015], [x + 0.03, y + 0.03]], false, 3), 0.007, tint(pen, wood))
  },
}
