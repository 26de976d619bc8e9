import { css, darker, hex, lighter, mix } from '../colour.ts'
import { at, dab, glow, line, mass, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { ellipse, polygon, rect, soften } from '../shape.ts'
import { roomPerson } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { skyscraper } from '../things/buildings.ts'

/** A platform: the train along it, its windows lit, a yellow edge, a roof on posts, a clock. */
export const platform = (pen: Pen, stage: Stage, floor: number): void => {
  const { box } = stage
  const p = roomPerson(stage)
  const top = floor - 1.05 * p
  const body = tint(pen, hex('#3f6a70'))
  const sky = pen.context.createLinearGradient(0, box.y, 0, top)
  sky.addColorStop(0, css(pen.light.sky[0]))
  sky.addColorStop(1, css(pen.light.sky[2]))
  pen.context.fillStyle = sky
  pen.context.fillRect(box.x, box.y, box.width, top - box.y + 0.02)
  for (let x = box.x; x < box.x + box.width; x += pen.random.range(0.1, 0.2)) at(pen, x, top + 0.06, pen.random.range(0.2, 0.4), (local) => skyscraper(local, mix(pen.light.mid, pen.light.mist, 0.4)))
  mass(pen, rect(box.x, top, box.width, floor - top), body, { texture: 'wall', edge: 'top', weight: 0.004 })
  mass(pen, rect(box.x, top + 0.62 * (floor - top), box.width, 0.03 * p + 0.01), tint(pen, hex('#e3d9c2')), { edge: false })
  const step = 0.34 * p + 0.06
  for (let x = box.x, k = 0; x < box.x + box.width; x += step, k++) {
    const door = k % 5 === 2
    const glass = pen.light.dark ? lighter(pen.light.lamp, 0.15) : mix(pen.light.sky[1], pen.light.paper, 0.3)
    if (pen.light.dark && k % 2 === 0) glow(pen, x + step * 0.4, top + 0.3 * (floor - top), step * 0.9, pen.light.lamp, 0.3)
    if (door) line(pen, [[x + step * 0.4, top + 0.08], [x + step * 0.4, (top + floor) / 2], [x + step * 0.4, floor]], 0.006, darker(body, 0.5))
    mass(pen, rect(x + (door ? step * 0.08 : 0), top + 0.16 * (floor - top), door ? step * 0.24 : step * 0.78, 0.38 * (floor - top)), glass, { edge: false })
    if (door) mass(pen, rect(x + step * 0.48, top + 0.16 * (floor - top), step * 0.24, 0.38 * (floor - top)), glass, { edge: false })
  }
  mass(pen, rect(box.x, floor - 0.02, box.width, 0.03), darker(body, 0.7), { edge: false })
  const edge = floor + 0.035
  mass(pen, polygon([[box.x, edge], [box.x + box.width, edge], [box.x + box.width, edge + 0.024], [box.x, edge + 0.024]]), tint(pen, hex('#e0b23c')), { edge: false })
  // The roof on its posts.
  const steel = tint(pen, hex('#4a5054'))
  mass(pen, polygon([[box.x, box.y - 0.05], [box.x + box.width, box.y - 0.05], [box.x + box.width, -0.46], [box.x, -0.4]]), darker(steel, 0.35), { edge: false })
  for (let k = -2; k <= 2; k++) {
    const x = k * stage.aspect * 0.24
    glow(pen, x, -0.4, 0.22, pen.light.lamp, pen.light.dark ? 0.5 : 0.15)
    dab(pen, rect(x - 0.07, -0.425, 0.14, 0.014), lighter(pen.light.lamp, 0.4))
  }
  for (const x of [-0.4, 0.42]) {
    mass(pen, rect(stage.aspect * x - 0.022, -0.6, 0.044, floor + 0.72), steel, { weight: 0.003 })
    for (const side of [-1, 1]) line(pen, soften([[stage.aspect * x, -0.28], [stage.aspect * x + side * 0.05, -0.38], [stage.aspect * x + side * 0.13, -0.43]], false, 4), 0.016, steel)
  }
  clock(pen, stage.side * stage.aspect * 0.2)
  const sign = -stage.side * stage.aspect * 0.16
  for (const side of [-1, 1]) line(pen, [[sign + side * 0.12, -0.45], [sign + side * 0.12, -0.4], [sign + side * 0.12, -0.35]], 0.005, steel)
  mass(pen, rect(sign - 0.17, -0.35, 0.34, 0.09), tint(pen, hex('#23405e')), { weight: 0.003 })
  for (const [dx, w] of [[-0.13, 0.06], [-0.04, 0.09], [0.08, 0.05]] as const) dab(pen, rect(sign + dx, -0.315, w, 0.018), pen.light.paper)
}

const clock = (pen: Pen, x: number) => {
  line(pen, [[x, -0.44], [x, -0.41], [x, -0.38]], 0.008, pen.light.ink)
  mass(pen, ellipse(x, -0.31, 0.07, 0.07), tint(pen, hex('#f0e9d8')), { weight: 0.006 })
  line(pen, [[x, -0.31], [x + 0.004, -0.335], [x + 0.008, -0.36]], 0.008, pen.light.ink)
  line(pen, [[x, -0.31], [x + 0.018, -0.305], [x + 0.034, -0.296]], 0.008, pen.light.ink)
}

/** A railway carriage: two rows of seats, a rack above the windows. */
export const carriage = (pen: Pen, stage: Stage, floor: number): void => {
  const { box } = stage
  const steel = tint(pen, hex('#9aa0a2'))
  line(pen, [[box.x, -0.44], [0, -0.442], [box.x + box.width, -0.44]], 0.016, steel)
  for (let k = -3; k <= 3; k++) line(pen, [[k * 0.3, -0.46], [k * 0.3, -0.43], [k * 0.3 + 0.02, -0.4]], 0.01, steel)
  mass(pen, rect(-stage.side * stage.aspect * 0.3 - 0.09, -0.53, 0.18, 0.09), tint(pen, hex('#8a5a34')), { weight: 0.003 })
  const cloth = tint(pen, hex('#7b3a38'))
  for (const way of [1, -1]) {
    const x = -way * stage.aspect * 0.36
    mass(pen, polygon([[x - way * 0.2, floor - 0.3], [x - way * 0.18, floor - 0.33], [x - way * 0.11, floor - 0.33], [x - way * 0.09, floor - 0.3], [x - way * 0.06, floor], [x + way * 0.17, floor + 0.01], [x + way * 0.19, floor + 0.04], [x + way * 0.18, floor + 0.11], [x + way * 0.14, floor + 0.12], [x + way * 0.13, floor + 0.19], [x - way * 0.2, floor + 0.19]]), cloth, { texture: 'cloth', weight: 0.004 })
    mass(pen, rect(x - way * 0.15 - 0.035, floor - 0.34, 0.07, 0.08), lighter(cloth, 0.5), { weight: 0.003 })
  }
}

/** Behind the wheel: the road through the windscreen, the dashboard, a mirror. */
export const cabin = (pen: Pen, stage: Stage): void => {
  const { context, light, random } = pen
  const half = stage.aspect * 0.5
  const glass = polygon(soften([[-half * 0.98, 0.16], [-half * 0.8, -0.4], [0, -0.45], [half * 0.8, -0.4], [half * 0.98, 0.16], [0, 0.12]], false, 3))
  context.save()
  context.clip(glass.path)
  const sky = context.createLinearGradient(0, -0.45, 0, 0)
  sky.addColorStop(0, css(light.sky[0]))
  sky.addColorStop(1, css(light.sky[2]))
  context.fillStyle = sky
  context.fillRect(-half, -0.5, half * 2, 0.7)
  for (let x = -half; x < half; x += random.range(0.09, 0.16)) if (Math.abs(x) > 0.1) at(pen, x, 0.02, random.range(0.16, 0.42) * (0.5 + Math.abs(x) / half), (local) => skyscraper(local, mix(light.mid, light.near, Math.abs(x) / half)))
  mass(pen, polygon([[-0.05, -0.01], [0.05, -0.01], [half * 1.2, 0.3], [-half * 1.2, 0.3]]), mix(light.near, tint(pen, hex('#4a4b50')), 0.5), { edge: false })
  for (let k = 0; k < 4; k++) dab(pen, polygon([[-0.004 - k * 0.003, 0.01 + k * 0.035], [0.004 + k * 0.003, 0.01 + k * 0.035], [0.008 + k * 0.004, 0.028 + k * 0.04], [-0.008 - k * 0.004, 0.028 + k * 0.04]]), light.paper, 0.8)
  if (light.dark) for (const [x, colour] of [[-0.16, hex('#fff1cc')], [-0.11, hex('#fff1cc')], [0.09, hex('#e0402c')], [0.14, hex('#e0402c')]] as const) glow(pen, x, 0.03, 0.06, tint(pen, colour), 0.9)
  if (['rain', 'storm'].includes(stage.scene.weather)) for (let k = 0; k < 60; k++) dab(pen, ellipse(random.range(-half, half), random.range(-0.42, 0.12), 0.003, 0.005), light.glint, 0.5)
  context.restore()
  const dark = mix(light.fore, tint(pen, hex('#2a2c31')), 0.4)
  const { box } = stage
  mass(pen, polygon(soften([[box.x, 0.24], [-half * 0.6, 0.14], [0, 0.13], [half * 0.6, 0.15], [box.x + box.width, 0.24], [box.x + box.width, 0.8], [box.x, 0.8]], false, 4)), dark, { edge: 'top', weight: 0.003 })
  const wheel = -stage.side * stage.aspect * 0.2
  line(pen, ellipse(wheel, 0.42, 0.22, 0.19).edge.concat([[wheel + 0.22, 0.42]]), 0.03, mix(dark, light.mist, 0.14))
  mass(pen, ellipse(wheel, 0.43, 0.06, 0.05), mix(dark, light.mist, 0.1), { weight: 0.003 })
  for (const [dx, tone] of [[0, light.lamp], [0.1, tint(pen, hex('#7fd0d8'))]] as const) dab(pen, ellipse(-wheel * 0.2 + dx, 0.25, 0.035, 0.022), tone, light.dark ? 0.8 : 0.35)
  mass(pen, rect(stage.side * 0.1 - 0.1, -0.44, 0.2, 0.06), dark, { weight: 0.003 })
  dab(pen, rect(stage.side * 0.1 - 0.088, -0.43, 0.176, 0.04), mix(light.sky[1], light.mist, 0.5))
}
