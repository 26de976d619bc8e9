import type { Figure } from '../../scene.ts'
import { darker, hex, lighter, mix } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { at, dab, flesh, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import { head } from './head.ts'
import { held } from './held.ts'
import type { Person } from './person.ts'
import { bodyOf } from './pose.ts'
import type { Body } from './pose.ts'

/** Someone from head to toe in a space whose unit is their height, feet at (0, 0). Mirrored to face left. */
export const figure = (pen: Pen, who: Figure, person: Person, seat: 'floor' | 'chair' = 'floor'): void => {
  const mirror = who.facing === 'left'
  const child = who.age === 'child' ? 0.66 : 1
  at(pen, 0, 0, child, (local) => {
    // The light must not be mirrored with the body.
    const lit: Pen = mirror ? { ...local, light: { ...local.light, side: -local.light.side as 1 | -1 } } : local
    if (local.scale < 0.09) speck(lit, who, person, bodyOf(who, seat))
    else draw(lit, who, person, bodyOf(who, seat))
  }, 0, mirror)
}

const draw = (pen: Pen, who: Figure, person: Person, body: Body) => {
  const frontal = who.facing === 'camera' || who.facing === 'away'
  const turn = who.facing === 'away' ? null : frontal ? 0.12 : 0.72
  const cloth = tint(pen, person.main)
  const wide = (frontal ? 0.125 : 0.1) * person.broad
  const { neck } = body
  const shoulders: readonly [Point, Point] = [[neck[0] - wide * (frontal ? 0.85 : 0.28), neck[1] + 0.055], [neck[0] + wide * (frontal ? 0.85 : 0.62), neck[1] + 0.055]]
  const robed = person.dress === 'robe' || person.dress === 'gown' || person.dress === 'coat'
  arm(pen, person, shoulders[frontal ? 0 : 1], body.arms[0], darker(cloth, 0.16))
  legs(pen, person, body, robed)
  torso(pen, person, body, wide, cloth, robed, frontal, who.facing === 'away')
  mass(pen, taper([[neck[0], neck[1] + 0.035], [(neck[0] + body.head[0]) / 2, neck[1] - 0.025], body.head], (person.woman ? 0.06 : 0.074) * person.broad, person.woman ? 0.056 : 0.07), darker(flesh(pen, person.skin), 0.12), { edge: false, texture: 'none' })
  if (who.facing !== 'away') collar(pen, person, neck, wide, frontal)
  at(pen, body.head[0], body.head[1], 0.07 * (who.age === 'child' ? 1.35 : 1), (local) => head(local, person, who.feeling, turn, frontal ? 0 : 0.5), body.tilt)
  held(pen, who, person, body)
  arm(pen, person, shoulders[frontal ? 1 : 0], body.arms[1], cloth)
}

/** Under a twelfth of the frame only the silhouette speaks. */
const speck = (pen: Pen, who: Figure, person: Person, body: Body) => {
  const cloth = mix(tint(pen, person.main), pen.light.fore, pen.light.dark ? 0.25 : 0.5)
  const [neck, hips] = [body.neck, body.hips]
  for (const leg of body.legs) if (!body.seated) dab(pen, taper([hips, leg[0], leg[1]], 0.11, 0.07), darker(cloth, 0.3))
  if (person.dress === 'robe' || person.dress === 'gown' || body.seated) dab(pen, polygon([[neck[0] - 0.11, neck[1]], [neck[0] + 0.11, neck[1]], [hips[0] + 0.17, body.seated ? 0 : -0.06], [hips[0] - 0.16, body.seated ? 0 : -0.06]]), cloth)
  else dab(pen, taper([neck, hips], 0.24, 0.19), cloth)
  for (const [i, reach] of body.arms.entries()) dab(pen, taper([[neck[0] + (i - 0.5) * 0.12, neck[1] + 0.05], reach[0], reach[1]], 0.09, 0.075), darker(cloth, i === 0 ? 0.25 : 0.1))
  dab(pen, ellipse(body.head[0], body.head[1], 0.066, 0.078), flesh(pen, person.skin))
  dab(pen, ellipse(body.head[0] - 0.012, body.head[1] - 0.03, 0.072, 0.058), darker(tint(pen, person.hair), 0.2))
  if (person.hat === 'straw') dab(pen, polygon([[body.head[0] - 0.14, body.head[1] - 0.02], [body.head[0], body.head[1] - 0.13], [body.head[0] + 0.14, body.head[1] - 0.02]]), tint(pen, hex('#c7a565')))
  if (person.hat === 'scholar') dab(pen, polygon([[body.head[0] - 0.06, body.head[1] - 0.05], [body.head[0] - 0.06, body.head[1] - 0.14], [body.head[0] + 0.06, body.head[1] - 0.14], [body.head[0] + 0.06, body.head[1] - 0.05]]), pen.light.fore)
  held(pen, who, person, body)
}

const torso = (pen: Pen, person: Person, body: Body, wide: number, cloth: Rgb, robed: boolean, frontal: boolean, away: boolean) => {
  const [neck, hips] = [body.neck, body.hips]
  const hem = robed ? hemOf(body) : hips[1] + 0.05
  const waist: Point = [(neck[0] + hips[0] * 1.3) / 2.3, (neck[1] + hips[1] * 1.25) / 2.25]
  const knee = body.legs[1][0]
  const spread = robed ? (body.seated ? 0.25 : person.dress === 'coat' ? 0.13 : 0.165) : wide * 0.85
  const front = robed && !frontal ? Math.max(knee[0], body.legs[1][1][0], body.legs[0][1][0] + 0.02, hips[0] + spread * 0.7) + 0.045 : hips[0] + spread
  const rear = robed && !frontal ? Math.min(hips[0] - spread * 0.75, body.legs[0][1][0] - 0.05) : hips[0] - spread
  const flank = wide * (person.woman ? 0.62 : 0.8)
  const points: Point[] = [
    [neck[0] - 0.03, neck[1] + 0.004], [neck[0] - wide * 0.62, neck[1] + 0.024], [neck[0] - wide * 0.98, neck[1] + 0.062], [neck[0] - wide * 0.95, neck[1] + 0.13], [waist[0] - flank, waist[1]], [hips[0] - wide * 0.98, hips[1] + 0.02],
    ...(robed ? [[rear + 0.01, (hips[1] + hem) / 2], [rear, hem], [(front + rear) / 2, hem + 0.012], [front, hem], [front - 0.015, Math.max(hips[1] + 0.02, Math.min(knee[1] - 0.06, (hips[1] + hem) / 2))]] as Point[] : [[hips[0], hips[1] + 0.07]] as Point[]),
    [hips[0] + wide * 0.98, hips[1] + 0.02], [waist[0] + flank, waist[1]], [neck[0] + wide * 0.95, neck[1] + 0.13], [neck[0] + wide * 0.98, neck[1] + 0.062], [neck[0] + wide * 0.62, neck[1] + 0.024], [neck[0] + 0.03, neck[1] + 0.004],
  ]
  mass(pen, blob(points), cloth, { texture: 'cloth', weight: 0.008 })
  if (robed && pen.scale > 0.25) for (let k = 0; k < 5; k++) {
    const x = rear + ((front - rear) * (k + 0.7)) / 5.4
    line(pen, soften([[waist[0] + (k - 2) * 0.022, waist[1] + 0.03], [(x + waist[0]) / 2, (waist[1] + hem) / 2], [x, hem - 0.02]], false, 3), 0.006, darker(cloth, 0.45), 0.6)
  }
  if (person.dress === 'robe' || person.dress === 'armour') line(pen, [[waist[0] - flank * 1.02, waist[1]], [waist[0], waist[1] + 0.012], [waist[0] + flank * 1.02, waist[1]]], 0.032, tint(pen, person.sash))
  if (person.dress === 'armour') plates(pen, neck, waist, hips, wide)
  if (person.dress === 'suit' && !away && pen.scale > 0.2) line(pen, [[neck[0] + 0.004, neck[1] + 0.03], [neck[0] + 0.006, waist[1] - 0.06], [waist[0] + 0.004, waist[1]]], 0.014, tint(pen, person.sash))
  if (person.dress === 'casual' && pen.scale > 0.2) line(pen, [[waist[0], neck[1] + 0.06], [waist[0] + 0.003, waist[1]], [hips[0], hips[1] + 0.04]], 0.005, darker(cloth, 0.4), 0.7)
}

const hemOf = (body: Body) => body.seated ? 0.005 : Math.min(0, Math.max(body.legs[0][1][1], body.legs[1][1][1]) + 0.005)

const legs = (pen: Pen, person: Person, body: Body, robed: boolean) => {
  const trousers = tint(pen, person.dress === 'armour' ? hex('#3a3330') : person.dress === 'space' ? person.main : darker(person.second, 0.45))
  for (const [i, leg] of body.legs.entries()) {
    const hip: Point = [body.hips[0] + (i === 0 ? -0.03 : 0.03), body.hips[1]]
    if (!robed) mass(pen, taper(soften([hip, leg[0], leg[1]], false, 4), 0.12 * person.broad, 0.062), i === 0 ? darker(trousers, 0.2) : trousers, { weight: 0.007 })
    if (!body.seated) mass(pen, blob([[leg[1][0] - 0.03, leg[1][1] - 0.005], [leg[1][0] + 0.03, leg[1][1] - 0.012], [leg[1][0] + 0.085, leg[1][1] + 0.02], [leg[1][0] + 0.08, leg[1][1] + 0.032], [leg[1][0] - 0.035, leg[1][1] + 0.032]]), tint(pen, hex('#2b2422')), { weight: 0.006 })
  }
}

const arm = (pen: Pen, person: Person, shoulder: Point, [elbow, hand]: readonly [Point, Point], cloth: Rgb) => {
  const skin = flesh(pen, person.skin)
  palm(pen, hand, skin)
  if (person.dress === 'robe') {
    // The wide sleeve: it hangs from the forearm by its own weight.
    const drop = Math.min(0.2, Math.max(0.07, -hand[1] - 0.02))
    const cuff: Point = [hand[0] - 0.012, hand[1] - 0.035]
    mass(pen, blob([[shoulder[0] - 0.045, shoulder[1] - 0.005], [shoulder[0] + 0.045, shoulder[1]], [elbow[0] + 0.035, elbow[1] - 0.035], cuff, [hand[0], hand[1] + 0.03], [hand[0] - 0.02, Math.min(-0.005, hand[1] + drop)], [(hand[0] + elbow[0]) / 2 - 0.04, Math.min(-0.008, (hand[1] + elbow[1]) / 2 + drop)], [elbow[0] - 0.045, Math.min(-0.01, elbow[1] + drop * 0.5)], [shoulder[0] - 0.052, (shoulder[1] + elbow[1]) / 2]]), cloth, { texture: 'cloth', weight: 0.008 })
    if (pen.scale > 0.3) line(pen, soften([cuff, [hand[0] + 0.004, hand[1] + 0.03], [hand[0] - 0.02, Math.min(-0.005, hand[1] + drop)]], false, 3), 0.014, tint(pen, person.sash), 0.8)
    return
  }
  const bare = person.dress === 'gown'
  mass(pen, taper(soften([shoulder, elbow, hand], false, 4), 0.08 * person.broad, 0.05), bare ? skin : cloth, { weight: 0.007 })
  if (person.dress === 'armour') mass(pen, blob([[shoulder[0] - 0.06, shoulder[1] + 0.06], [shoulder[0] - 0.05, shoulder[1] - 0.03], [shoulder[0] + 0.04, shoulder[1] - 0.03], [shoulder[0] + 0.065, shoulder[1] + 0.06]]), tint(pen, hex('#6a5a48')), { weight: 0.007 })
}

/** A hand in four dabs: the back of it, the thumb, the lines between the fingers. */
const palm = (pen: Pen, [x, y]: Point, skin: Rgb) => {
  mass(pen, blob([[x - 0.019, y - 0.012], [x - 0.008, y - 0.024], [x + 0.014, y - 0.022], [x + 0.024, y - 0.008], [x + 0.022, y + 0.014], [x, y + 0.027], [x - 0.018, y + 0.018]]), skin, { weight: 0.005, texture: 'none' })
  if (pen.scale < 0.45) return
  for (const k of [-0.01, 0.002, 0.014]) line(pen, [[x + 0.004, y + k], [x + 0.016, y + k + 0.002], [x + 0.028, y + k + 0.001]], 0.0022, darker(skin, 0.35), 0.55)
  line(pen, soften([[x - 0.012, y - 0.022], [x + 0.002, y - 0.012], [x + 0.008, y - 0.018]], false, 3), 0.004, darker(skin, 0.45), 0.8)
}

const collar = (pen: Pen, person: Person, neck: Point, wide: number, frontal: boolean) => {
  const x = neck[0] + (frontal ? 0 : 0.03)
  if (person.dress === 'robe') {
    const inner = lighter(tint(pen, person.second), 0.25)
    mass(pen, polygon([[x - 0.04, neck[1] - 0.012], [x + 0.042, neck[1] - 0.012], [x + 0.012, neck[1] + 0.085]]), darker(flesh(pen, person.skin), 0.1), { edge: false })
    mass(pen, taper([[x + 0.05, neck[1] - 0.008], [x + 0.022, neck[1] + 0.05], [x - 0.008, neck[1] + 0.085]], 0.022, 0.024), inner, { weight: 0.003 })
    mass(pen, taper([[x - 0.052, neck[1] - 0.008], [x - 0.012, neck[1] + 0.06], [x + 0.02, neck[1] + 0.12], [x + wide * 0.5, neck[1] + 0.19]], 0.024, 0.026), tint(pen, person.sash), { weight: 0.003 })
  } else if (person.dress === 'suit' || person.dress === 'coat') {
    mass(pen, polygon([[x - 0.032, neck[1] + 0.005], [x + 0.032, neck[1] + 0.005], [x + 0.004, neck[1] + 0.13]]), tint(pen, hex('#e6e2d8')), { weight: 0.004 })
    for (const side of [-1, 1]) mass(pen, polygon([[x + side * 0.03, neck[1] - 0.005], [x + side * 0.062, neck[1] + 0.06], [x + side * 0.01, neck[1] + 0.15]]), darker(tint(pen, person.main), 0.2), { weight: 0.004 })
  } else if (person.dress === 'casual') line(pen, soften([[x - 0.045, neck[1] + 0.01], [x, neck[1] + 0.045], [x + 0.045, neck[1] + 0.01]], false, 3), 0.014, darker(tint(pen, person.main), 0.35))
}

const plates = (pen: Pen, neck: Point, waist: Point, hips: Point, wide: number) => {
  const iron = tint(pen, hex('#7a6a55'))
  const y0 = neck[1] + 0.07
  const rows = pen.scale > 0.5 ? 6 : 4
  for (let r = 0; r < rows; r++) {
    const y = y0 + ((hips[1] + 0.04 - y0) * r) / rows
    const x = neck[0] + ((waist[0] - neck[0]) * r) / rows
    line(pen, [[x - wide * 0.8, y], [x, y + 0.012], [x + wide * 0.8, y]], 0.01, darker(iron, 0.45), 0.8)
    if (pen.scale > 0.4) for (let k = -3; k <= 3; k++) line(pen, [[x + k * wide * 0.23, y], [x + k * wide * 0.23, y + 0.02], [x + k * wide * 0.23, y + 0.042]], 0.004, darker(iron, 0.3), 0.8)
  }
  if (pen.scale > 0.3) for (const side of [-1, 1]) mass(pen, ellipse(neck[0] + side * wide * 0.42, y0 + 0.04, 0.034, 0.038), lighter(iron, 0.15), { weight: 0.005 })
}
