import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, flesh, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, limb, soften } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'

/** Shoulder, elbow, hand, in whatever the person wears. */
export const arm = (pen: Pen, person: Person, shoulder: Point, [elbow, hand]: readonly [Point, Point], cloth: Rgb): void => {
  const skin = flesh(pen, person.skin)
  const long = Math.hypot(hand[0] - elbow[0], hand[1] - elbow[1]) || 1
  const along: Point = [(hand[0] - elbow[0]) / long, (hand[1] - elbow[1]) / long]
  const wrist: Point = [hand[0] - along[0] * 0.026, hand[1] - along[1] * 0.026]
  palm(pen, hand, along, skin)
  if (person.dress === 'robe') return sleeve(pen, shoulder, elbow, wrist, along, cloth, tint(pen, person.second))
  const bare = person.dress === 'gown'
  const thick = (person.woman ? 0.066 : 0.08) * person.broad
  mass(pen, limb(soften([shoulder, elbow, wrist], false, 5), thick, thick * 0.64), bare ? skin : cloth, { weight: 0.006, texture: bare ? 'none' : 'cloth' })
  if (!bare && pen.scale > 0.3) {
    for (const k of [-0.012, 0.012]) line(pen, soften([[elbow[0] - 0.02, elbow[1] + k], [elbow[0] + 0.005, elbow[1] + k + 0.006], [elbow[0] + 0.026, elbow[1] + k - 0.004]], false, 3), 0.004, darker(cloth, 0.5), 0.7)
    const across: Point = [-along[1] * thick * 0.34, along[0] * thick * 0.34]
    line(pen, [[wrist[0] - across[0], wrist[1] - across[1]], wrist, [wrist[0] + across[0], wrist[1] + across[1]]], 0.01, darker(cloth, 0.45), 0.8)
  }
  if (person.dress === 'armour') pauldron(pen, shoulder)
}

const pauldron = (pen: Pen, [x, y]: Point) => {
  const iron = tint(pen, hex('#6f6250'))
  for (let k = 3; k >= 0; k--) mass(pen, blob([[x - 0.05 - k * 0.003, y + 0.012 + k * 0.026], [x - 0.034, y - 0.026 + k * 0.024], [x + 0.014, y - 0.034 + k * 0.024], [x + 0.05 + k * 0.003, y - 0.004 + k * 0.026], [x + 0.042, y + 0.03 + k * 0.026], [x, y + 0.036 + k * 0.026], [x - 0.04, y + 0.032 + k * 0.026]]), k === 0 ? lighter(iron, 0.12) : darker(iron, 0.1 * k), { weight: 0.006, texture: 'none' })
  if (pen.scale > 0.3) for (let r = 0; r < 4; r++) for (let k = 0; k < 4; k++) dab(pen, ellipse(x - 0.03 + k * 0.02, y + 0.022 + r * 0.026, 0.0042, 0.0042), tint(pen, hex('#c09a4a')))
}

/** The wide sleeve: it hangs from the forearm by its own weight, its mouth open and dark. */
const sleeve = (pen: Pen, shoulder: Point, elbow: Point, wrist: Point, along: Point, cloth: Rgb, lining: Rgb) => {
  const drop = Math.min(0.19, Math.max(0.06, -wrist[1] - 0.01))
  // Across the body the sleeve opens to the other side.
  const d = along[0] < -0.3 ? -1 : 1
  const top: Point = [wrist[0] + along[1] * 0.026 * d, wrist[1] - Math.abs(along[0]) * 0.026]
  const raised = along[1] < -0.5
  const tip: Point = raised ? [elbow[0] * 0.45 + wrist[0] * 0.55 + 0.012, Math.min(-0.01, (elbow[1] + wrist[1]) / 2 + drop)] : [wrist[0] - 0.022 * d, Math.min(-0.006, wrist[1] + drop)]
  const under: Point = [elbow[0] * 0.7 + shoulder[0] * 0.3 - 0.035 * d, Math.min(-0.012, elbow[1] + drop * 0.62)]
  const low: Point = [(tip[0] + under[0]) / 2, Math.min(-0.004, Math.max(tip[1], under[1]) + 0.012)]
  mass(pen, blob([[wrist[0] + 0.004 * d, wrist[1] - 0.02], [wrist[0] + 0.014 * d, wrist[1] + 0.02], [tip[0] + 0.012 * d, (wrist[1] + tip[1]) / 2], tip, [tip[0] - 0.02 * d, tip[1] - 0.01], [wrist[0] - 0.025 * d, wrist[1] + 0.02]]), darker(lining, 0.45), { edge: false })
  const edge: Point[] = [[shoulder[0] - 0.05 * d, shoulder[1] + 0.012], [shoulder[0], shoulder[1] - 0.024], [shoulder[0] + 0.044 * d, shoulder[1] + 0.02], [(shoulder[0] + elbow[0]) / 2 + 0.045 * d, (shoulder[1] + elbow[1]) / 2 - 0.01], [elbow[0] + 0.022 * d, elbow[1] - 0.026], top, [wrist[0] - 0.004 * d, wrist[1] + 0.026], [(wrist[0] + tip[0]) / 2 - 0.016 * d, (wrist[1] + tip[1]) / 2 + 0.01], tip, low, under, [(shoulder[0] + under[0]) / 2 - 0.04 * d, (shoulder[1] + under[1]) / 2]]
  mass(pen, blob(edge), cloth, { texture: 'cloth', weight: 0.0075 })
  if (pen.scale < 0.22) return
  const deep = darker(cloth, 0.5)
  // Folds run from the bent elbow, from the shoulder's weight, and down to the hanging tip.
  line(pen, soften([[elbow[0] + 0.016, elbow[1] - 0.01], [(elbow[0] + low[0]) / 2 + 0.004, (elbow[1] + low[1]) / 2], [low[0] + 0.014, low[1] - 0.03]], false, 4), 0.013, deep, 0.75)
  line(pen, soften([[elbow[0] + 0.03, elbow[1] - 0.006], [(wrist[0] + elbow[0]) / 2, (wrist[1] + elbow[1]) / 2 + drop * 0.4], [tip[0] - 0.014, tip[1] - 0.03]], false, 4), 0.01, deep, 0.7)
  line(pen, soften([[shoulder[0] + 0.012, shoulder[1] + 0.03], [(shoulder[0] + elbow[0]) / 2 - 0.012, (shoulder[1] + elbow[1]) / 2], [under[0] + 0.02, under[1] - 0.03]], false, 4), 0.01, deep, 0.6)
}

/** A hand that closes: the back, the thumb across, three knuckles. */
const palm = (pen: Pen, [x, y]: Point, along: Point, skin: Rgb) => {
  const turn = Math.atan2(along[1], along[0])
  const at = (u: number, v: number): Point => [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)]
  mass(pen, blob([at(-0.03, -0.013), at(-0.01, -0.02), at(0.012, -0.021), at(0.025, -0.008), at(0.024, 0.01), at(0.008, 0.021), at(-0.012, 0.018), at(-0.03, 0.012)]), skin, { weight: 0.004, texture: 'none' })
  if (pen.scale < 0.4) return
  for (const k of [-0.009, 0.001, 0.011]) line(pen, [at(0.006, k), at(0.016, k + 0.001), at(0.025, k)], 0.0024, darker(skin, 0.5), 0.7)
  line(pen, soften([at(-0.016, -0.012), at(0, -0.006), at(0.012, -0.012)], false, 3), 0.0035, darker(skin, 0.5), 0.8)
}
