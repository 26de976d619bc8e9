import { darker, hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { dab, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { blob, ellipse, polygon, soften, taper } from '../shape.ts'
import type { Point } from '../shape.ts'
import type { Person } from './person.ts'
import type { Body } from './pose.ts'
import { throat } from './throat.ts'

/** What is not a robe: coat, suit, sweater, raincoat, armour, spacesuit. It ends where its wearer's legs are seen. */
export const garment = (pen: Pen, person: Person, body: Body, cloth: Rgb, frontal: boolean, away: boolean): void => {
  const [neck, hips] = [body.neck, body.hips]
  const [x, y] = neck
  const waist: Point = [(x + hips[0] * 1.3) / 2.3, (y + hips[1] * 1.15) / 2.15]
  const s = person.broad * (person.woman ? 0.88 : 1) * (frontal ? 1 : 0.9)
  const flank = (person.woman ? 0.07 : 0.088) * s
  const skirt = person.dress === 'coat' ? 0.19 : person.dress === 'armour' ? 0.16 : 0.045
  const thigh: Point = [hips[0] * 0.4 + body.legs[1][0][0] * 0.6, hips[1] * 0.4 + body.legs[1][0][1] * 0.6]
  const bent = thigh[1] < hips[1] + 0.06
  const hem = hips[1] + (bent ? Math.min(skirt, 0.07) : skirt)
  const spread = person.dress === 'coat' || person.dress === 'armour' ? 0.128 : 0.104
  const lean = bent ? 0 : (body.legs[0][0][0] + body.legs[1][0][0]) * 0.25
  const edge: Point[] = [
    [x - 0.03, y - 0.002], [x - 0.082 * s, y + 0.026], [x - 0.116 * s, y + 0.062], [x - 0.112 * s, y + 0.15], [waist[0] - flank, waist[1]], [hips[0] - 0.1 * s, hips[1] + 0.01], [hips[0] - spread * s + lean, hem],
    [hips[0] + lean, hem + 0.012], ...(bent && skirt > 0.1 ? [[thigh[0] + 0.03, thigh[1] + 0.075], [thigh[0] + 0.04, thigh[1] - 0.05]] as Point[] : [[hips[0] + spread * s + lean, hem]] as Point[]),
    [hips[0] + 0.1 * s, hips[1] + 0.01], [waist[0] + flank, waist[1]], [x + 0.112 * s, y + 0.15], [x + 0.116 * s, y + 0.062], [x + 0.082 * s, y + 0.026], [x + 0.03, y - 0.002],
  ]
  mass(pen, blob(edge), cloth, { texture: 'cloth', weight: 0.0075 })
  if (pen.scale > 0.22 && !away) for (const side of [-1, 1]) line(pen, soften([[x + side * 0.085 * s, y + 0.16], [waist[0] + side * flank * 0.7, waist[1] - 0.01], [waist[0] + side * flank * 0.3, waist[1] + 0.03]], false, 3), 0.006, darker(cloth, 0.5), 0.6)
  if (away) return
  throat(pen, person, body)
  const c = x + (frontal ? 0 : 0.02)
  if (person.dress === 'armour') return plates(pen, person, neck, waist, hips, hem, s)
  if (person.dress === 'coat') coat(pen, person, c, y, waist, hem, cloth)
  else if (person.dress === 'suit') suit(pen, person, c, y, waist, cloth)
  else if (person.dress === 'casual') sweater(pen, person, c, y, waist, hips, hem, cloth, s)
  else line(pen, soften([[c - 0.05, y + 0.02], [c, y + 0.05], [c + 0.05, y + 0.02]], false, 3), 0.03, lighter(cloth, 0.2))
}

/** Broad collar, buttons, pockets; a raincoat has its hood on its back, a pea coat two rows of buttons. */
const coat = (pen: Pen, person: Person, x: number, y: number, waist: Point, hem: number, cloth: Rgb) => {
  const rain = person.wear === 'raincoat'
  const under = tint(pen, rain ? hex('#39424e') : person.second)
  mass(pen, blob([[x - 0.034, y + 0.012], [x, y - 0.002], [x + 0.036, y + 0.012], [x + 0.03, y + 0.05], [x + 0.004, y + 0.085], [x - 0.026, y + 0.05]]), darker(under, 0.1), { weight: 0.004, texture: 'none' })
  if (!rain && pen.scale > 0.25) for (const k of [0.004, 0.018]) line(pen, soften([[x - 0.034, y + k], [x, y + k + 0.016], [x + 0.036, y + k]], false, 3), 0.008, lighter(under, 0.2), 0.8)
  line(pen, soften([[x + 0.008, y + 0.09], [waist[0] + 0.016, waist[1]], [waist[0] + 0.02, hem]], false, 3), 0.006, darker(cloth, 0.55), 0.85)
  for (const side of [-1, 1]) {
    const lapel: Point[] = rain ? [[x + side * 0.024, y - 0.024], [x + side * 0.05, y - 0.018], [x + side * 0.064, y + 0.045], [x + side * 0.012, y + 0.066]]
      : [[x + side * 0.028, y - 0.026], [x + side * 0.05, y - 0.02], [x + side * 0.08, y + 0.062], [x + side * 0.045, y + 0.078], [x + 0.008 + side * 0.006, y + 0.15]]
    mass(pen, polygon(lapel), darker(cloth, side * pen.light.side > 0 ? 0.04 : 0.24), { weight: 0.005, texture: 'none' })
  }
  if (pen.scale < 0.2) return
  const rows = person.wear === 'pea coat' ? [-0.022, 0.05] : [0.028]
  for (let k = 0; k < 4; k++) for (const dx of rows) dab(pen, ellipse(waist[0] + dx, y + 0.175 + k * 0.06, 0.008, 0.009), tint(pen, person.wear === 'pea coat' ? hex('#c2a35a') : darker(person.main, 0.6)))
  for (const side of [-1, 1]) line(pen, [[waist[0] + side * 0.072, waist[1] + 0.06], [waist[0] + side * 0.058, waist[1] + 0.075], [waist[0] + side * 0.045, waist[1] + 0.09]], 0.006, darker(cloth, 0.55), 0.8)
  if (person.wear === 'trench coat') line(pen, [[waist[0] - 0.09, waist[1]], [waist[0], waist[1] + 0.008], [waist[0] + 0.09, waist[1]]], 0.022, darker(cloth, 0.35))
}

const suit = (pen: Pen, person: Person, x: number, y: number, waist: Point, cloth: Rgb) => {
  mass(pen, polygon([[x - 0.036, y + 0.0], [x + 0.036, y + 0.0], [x + 0.006, y + 0.15]]), tint(pen, hex('#e6e2d8')), { weight: 0.004, texture: 'none' })
  mass(pen, polygon([[x - 0.006, y + 0.022], [x + 0.012, y + 0.022], [x + 0.016, y + 0.1], [x + 0.004, y + 0.13], [x - 0.008, y + 0.1]]), tint(pen, person.sash), { weight: 0.003, texture: 'none' })
  for (const side of [-1, 1]) mass(pen, polygon([[x + side * 0.03, y - 0.012], [x + side * 0.062, y + 0.015], [x + side * 0.064, y + 0.07], [x + 0.006, y + 0.165]]), darker(cloth, side * pen.light.side > 0 ? 0.05 : 0.25), { weight: 0.004, texture: 'none' })
  line(pen, [[x + 0.006, y + 0.16], [waist[0] + 0.006, waist[1]], [waist[0] + 0.016, waist[1] + 0.12]], 0.005, darker(cloth, 0.5), 0.8)
}

/** A jersey with its neck and ribs, or a jacket with its zip. */
const sweater = (pen: Pen, person: Person, x: number, y: number, waist: Point, hips: Point, hem: number, cloth: Rgb, s: number) => {
  const zip = person.wear === 'jacket'
  mass(pen, taper(soften([[x - 0.046, y - 0.002], [x - 0.02, y + 0.034], [x + 0.022, y + 0.034], [x + 0.048, y - 0.002]], false, 4), 0.02, 0.02), darker(zip ? tint(pen, person.second) : cloth, 0.18), { weight: 0.004, texture: 'none' })
  if (zip) {
    line(pen, soften([[x + 0.002, y + 0.04], [waist[0] + 0.004, waist[1]], [hips[0] + 0.006, hem]], false, 3), 0.008, lighter(cloth, 0.25), 0.9)
    for (const side of [-1, 1]) mass(pen, polygon([[x + side * 0.012, y + 0.03], [x + side * 0.056, y - 0.012], [x + side * 0.066, y + 0.03], [x + side * 0.026, y + 0.075]]), darker(cloth, 0.16), { weight: 0.004, texture: 'none' })
  }
  line(pen, soften([[hips[0] - 0.098 * s, hem - 0.022], [hips[0], hem - 0.012], [hips[0] + 0.098 * s, hem - 0.022]], false, 3), 0.007, darker(cloth, 0.45), 0.7)
  if (pen.scale > 0.35 && !zip) for (let k = -4; k <= 4; k++) line(pen, [[hips[0] + k * 0.022 * s, hem - 0.02], [hips[0] + k * 0.022 * s, hem - 0.008], [hips[0] + k * 0.022 * s, hem + 0.006]], 0.003, darker(cloth, 0.45), 0.6)
}

/** Scale upon scale, a mirror on each breast, a belt with a beast's buckle. */
const plates = (pen: Pen, person: Person, neck: Point, waist: Point, hips: Point, hem: number, s: number) => {
  const iron = tint(pen, hex('#7d705c'))
  const gold = tint(pen, hex('#c09a4a'))
  const top = neck[1] + 0.075
  const row = 0.03
  const fine = pen.scale > 0.3
  for (let y = top; y < hem - 0.012; y += row) {
    const t = (y - neck[1]) / (hem - neck[1])
    const half = (y < waist[1] ? 0.1 : 0.092 + (y - waist[1]) * 0.14) * s
    const x = neck[0] + (hips[0] - neck[0]) * t
    if (fine) for (let k = -4; k <= 4; k++) {
      const px = x + (k + (Math.round(t * 20) % 2) * 0.5 - 0.25) * half * 0.235
      dab(pen, polygon([[px - half * 0.1, y], [px + half * 0.1, y], [px + half * 0.1, y + row * 0.62], [px, y + row * 0.95], [px - half * 0.1, y + row * 0.62]]), k * pen.light.side > 0 ? lighter(iron, 0.04 + k * pen.light.side * 0.035) : darker(iron, 0.08 - k * pen.light.side * 0.06))
    }
    line(pen, [[x - half, y], [x, y + 0.008], [x + half, y]], 0.006, darker(iron, 0.6), 0.9)
  }
  for (const side of [-1, 1]) {
    mass(pen, ellipse(neck[0] + side * 0.052 * s + 0.008, top + 0.045, 0.036 * s, 0.04), lighter(iron, 0.12), { weight: 0.006, texture: 'none' })
    if (fine) line(pen, ellipse(neck[0] + side * 0.052 * s + 0.008, top + 0.045, 0.026 * s, 0.03).edge.slice(0, 22), 0.006, gold, 0.8)
  }
  mass(pen, polygon([[waist[0] - 0.094 * s, waist[1] - 0.012], [waist[0] + 0.094 * s, waist[1] - 0.012], [waist[0] + 0.096 * s, waist[1] + 0.024], [waist[0] - 0.096 * s, waist[1] + 0.024]]), darker(tint(pen, person.sash), 0.25), { weight: 0.005, texture: 'none' })
  mass(pen, ellipse(waist[0] + 0.012, waist[1] + 0.006, 0.03, 0.026), gold, { weight: 0.005, texture: 'none' })
  // The scarf at the throat.
  mass(pen, blob([[neck[0] - 0.06, neck[1] + 0.03], [neck[0] - 0.03, neck[1] - 0.006], [neck[0] + 0.04, neck[1] - 0.006], [neck[0] + 0.07, neck[1] + 0.03], [neck[0] + 0.03, neck[1] + 0.06], [neck[0] - 0.02, neck[1] + 0.06]]), tint(pen, person.cape ?? person.sash), { weight: 0.006, texture: 'cloth' })
}
