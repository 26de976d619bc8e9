import type { Figure } from '../../scene.ts'
import { darker, hex, mix } from '../colour.ts'
import { at, dab, flesh, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, limb, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import { arm } from './arm.ts'
import { garment } from './garment.ts'
import { backHair } from './hair.ts'
import { head } from './head.ts'
import { held } from './held.ts'
import type { Person } from './person.ts'
import { bodyOf } from './pose.ts'
import type { Body } from './pose.ts'
import { cape, robe } from './robe.ts'

/** Someone from head to toe in a space whose unit is their height, feet at (0, 0). Mirrored to face left. */
export const figure = (pen: Pen, who: Figure, person: Person, seat: 'floor' | 'chair' = 'floor'): void => {
  const mirror = who.facing === 'left'
  const child = who.age === 'child' ? 0.66 : 1
  at(pen, 0, 0, child, (local) => {
    // The light must not be mirrored with the body.
    const lit: Pen = mirror ? { ...local, light: { ...local.light, side: -local.light.side as 1 | -1 } } : local
    const body = bodyOf(who, seat, person.dress === 'robe')
    if (local.scale < 0.09) speck(lit, who, person, body)
    else draw(lit, who, person, body)
  }, 0, mirror)
}

const draw = (pen: Pen, who: Figure, person: Person, body: Body) => {
  const away = who.facing === 'away'
  const frontal = away || who.facing === 'camera'
  const turn = away ? null : frontal ? 0.26 : 0.72
  const cloth = tint(pen, person.main)
  const { neck } = body
  const wide = (frontal ? 0.115 : 0.095) * person.broad * (person.woman ? 0.88 : 1)
  const shoulders: readonly [Point, Point] = [[neck[0] - wide * (frontal ? 0.76 : -0.55), neck[1] + 0.072], [neck[0] + wide * (frontal ? 0.76 : -0.5), neck[1] + 0.072]]
  const skull = (draw: (local: Pen) => void) => at(pen, body.head[0], body.head[1], 0.07 * (who.age === 'child' ? 1.35 : 1), draw, body.tilt)
  if (person.cape !== null && !away) cape(pen, body, tint(pen, person.cape), away)
  // Hair falls behind the neck and the shoulders.
  if (turn !== null) skull((local) => backHair(local, person, turn, false))
  if (!away) arm(pen, person, shoulders[0], body.arms[0], darker(cloth, 0.14))
  else for (const i of [0, 1] as const) arm(pen, person, shoulders[i], body.arms[i], cloth)
  legs(pen, person, body)
  if (person.dress === 'robe' || person.dress === 'gown') robe(pen, person, body, cloth, frontal, away)
  else garment(pen, person, body, cloth, frontal, away)
  if (person.cape !== null && away) cape(pen, body, tint(pen, person.cape), away)
  skull((local) => head(local, person, who.feeling, turn, frontal ? 0 : 0.4, who.doing.some((word) => word === 'talk' || word === 'sing')))
  held(pen, who, person, body)
  if (!away) arm(pen, person, shoulders[1], body.arms[1], cloth)
}

/** Under a twelfth of the frame only the silhouette speaks. */
const speck = (pen: Pen, who: Figure, person: Person, body: Body) => {
  const cloth = mix(tint(pen, person.main), pen.light.fore, pen.light.dark ? 0.2 : 0.45)
  const [neck, hips] = [body.neck, body.hips]
  for (const leg of body.legs) if (!body.seated) dab(pen, taper([hips, leg[0], leg[1]], 0.11, 0.07), darker(cloth, 0.35))
  if (person.cape !== null) dab(pen, polygon([[neck[0] - 0.02, neck[1]], [neck[0] - 0.26, -0.1], [neck[0] - 0.02, -0.14]]), tint(pen, person.cape))
  if (person.dress === 'robe' || person.dress === 'gown' || body.seated) {
    const low = body.seated ? 0 : -0.04
    dab(pen, blob([[neck[0] - 0.03, neck[1] - 0.01], [neck[0] - 0.12, neck[1] + 0.07], [hips[0] - 0.13, hips[1] - 0.02], [hips[0] - (body.seated ? 0.2 : 0.15), low], [hips[0] + (body.seated ? 0.28 : 0.16), low], [hips[0] + (body.seated ? 0.24 : 0.12), hips[1] - 0.02], [neck[0] + 0.11, neck[1] + 0.08], [neck[0] + 0.03, neck[1] - 0.01]]), cloth)
  } else dab(pen, taper([neck, hips, [hips[0], hips[1] + (person.dress === 'coat' ? 0.2 : 0.05)]], 0.22, 0.2), cloth)
  for (const [i, reach] of body.arms.entries()) dab(pen, taper(soften([[neck[0] + (i - 0.5) * 0.1, neck[1] + 0.06], reach[0], reach[1]], false, 3), 0.09, person.dress === 'robe' ? 0.11 : 0.06), darker(cloth, i === 0 ? 0.3 : 0.14))
  dab(pen, ellipse(body.head[0] + 0.01, body.head[1], 0.056, 0.07), flesh(pen, person.skin))
  dab(pen, blob([[body.head[0] - 0.066, body.head[1] + 0.03], [body.head[0] - 0.066, body.head[1] - 0.05], [body.head[0], body.head[1] - 0.078], [body.head[0] + 0.056, body.head[1] - 0.05], [body.head[0] + 0.02, body.head[1] - 0.035], [body.head[0] - 0.02, body.head[1] + 0.03]]), darker(tint(pen, person.hair), 0.2))
  const [x, y] = body.head
  if (person.beard === 'full' || person.beard === 'long') dab(pen, blob([[x, y + 0.04], [x + 0.055, y + 0.03], [x + 0.05, y + 0.11], [x + 0.03, y + 0.13]]), tint(pen, person.hair))
  if (person.hat === 'straw') dab(pen, polygon([[x - 0.14, y - 0.02], [x, y - 0.13], [x + 0.14, y - 0.02]]), tint(pen, hex('#c7a565')))
  if (person.hat === 'scholar') dab(pen, polygon([[x - 0.055, y - 0.04], [x - 0.05, y - 0.105], [x + 0.045, y - 0.105], [x + 0.05, y - 0.045]]), pen.light.fore)
  if (person.hat === 'cap' || person.hat === 'helmet') dab(pen, blob([[x - 0.07, y - 0.02], [x - 0.05, y - 0.09], [x + 0.04, y - 0.09], [x + 0.07, y - 0.03]]), darker(cloth, 0.4))
  if (person.cut === 'topknot' && person.hat === 'none') dab(pen, ellipse(x - 0.01, y - 0.09, 0.022, 0.026), tint(pen, person.hair))
  held(pen, who, person, body)
}

const legs = (pen: Pen, person: Person, body: Body) => {
  const robed = person.dress === 'robe' || person.dress === 'gown'
  const trousers = tint(pen, person.dress === 'armour' ? hex('#3a3330') : person.dress === 'space' ? person.main : mix(darker(person.second, 0.55), hex('#2f3440'), 0.45))
  const boot = tint(pen, person.dress === 'armour' ? hex('#2b2422') : hex('#241f20'))
  for (const [i, [knee, ankle]] of body.legs.entries()) {
    const hip: Point = [body.hips[0] + (i === 0 ? -0.03 : 0.03), body.hips[1]]
    const shade = i === 0 ? 0.28 : 0
    if (!robed) {
      const shin = soften([hip, knee, ankle], false, 5)
      mass(pen, limb(shin, 0.115 * person.broad, person.woman ? 0.048 : 0.058), darker(trousers, shade), { texture: 'cloth', weight: 0.006 })
    } else if (!body.seated) mass(pen, taper([[(knee[0] + ankle[0]) / 2, (knee[1] + ankle[1]) / 2], ankle], 0.07, 0.05), darker(tint(pen, person.dress === 'gown' ? person.skin : hex('#d8d0c0')), shade), { weight: 0.005 })
    if (body.seated) continue
    const [x, y] = ankle
    mass(pen, blob([[x - 0.03, y - (robed ? 0.01 : 0.04)], [x + 0.026, y - (robed ? 0.014 : 0.045)], [x + 0.035, y], [x + 0.088, y + 0.016], [x + 0.09, y + 0.032], [x - 0.036, y + 0.032]]), darker(boot, shade), { weight: 0.005 })
  }
}
