import { css, hex, mix } from '../colour.ts'
import { at, mist } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { farJunk, warShip } from './war-junk.ts'

export type Waters = { left: number; width: number; horizon: number; bottom: number; side: 1 | -1 }

/** 舳舻千里: rank behind rank to the horizon, smaller, paler, closer together, mist between; one great ship at the side. Frame units. */
export const fleet = (pen: Pen, waters: Waters, count: number): void => {
  const ranks = count >= 40 ? 9 : count >= 12 ? 5 : 3
  const deep = waters.bottom - waters.horizon
  for (let r = 0; r < ranks; r++) {
    const t = r / (ranks - 1)
    const y = waters.horizon + 0.003 + deep * 0.62 * t ** 2.2
    const high = 0.035 + 0.4 * t ** 2
    // The ranks close up towards the horizon; the nearest leave a lane of water open.
    const each = count >= 40 ? Math.max(3, Math.round(waters.width / (high * (0.62 + 0.7 * t)))) : Math.max(1, Math.round(count / ranks))
    const air = atmosphere(pen, (1 - t) ** 0.8 * 0.72)
    if (high < 0.075) specks(air, waters, y, high, each)
    else for (let k = 0; k < each; k++) {
      const x = waters.left + (waters.width * (k + 0.5 + pen.random.range(-0.22, 0.22) + (r % 2) * 0.5)) / each
      const size = high * pen.random.range(0.8, 1.12)
      const sail = mix(hex('#8a3a2a'), hex('#c2ab82'), pen.random.next() * 0.85)
      if (t > 0.7 && x * waters.side > waters.width * 0.12) continue
      at(air, x, y + pen.random.range(-0.006, 0.012) * (t + 0.1), size, (ship) => (ship.scale < 0.22 ? farJunk(ship, sail) : warShip(ship, true, sail)), 0, waters.side > 0)
    }
    if (r < ranks - 1) mist(pen, waters.left, waters.width, y - high * 0.1, y + high * 0.3 + 0.014, pen.light.mist, 0.34 * (1 - t) + 0.08)
  }
  if (count >= 12) at(pen, waters.side * waters.width * 0.27, waters.bottom - 0.03, 0.86, (ship) => warShip(ship, true), 0, waters.side > 0)
}

/** The farthest ranks, each tone in one fill: sails, hulls, a red spark on every mast. */
const specks = (pen: Pen, { left, width }: Waters, y: number, high: number, each: number) => {
  const { context } = pen
  const spots = Array.from({ length: each }, () => ({ x: left + width * pen.random.next(), y: y + pen.random.range(-0.003, 0.004), s: high * pen.random.range(0.75, 1.1), pale: pen.random.chance(0.4) }))
  const fill = (colour: readonly [number, number, number], draw: (spot: (typeof spots)[number]) => void, of = spots) => {
    context.fillStyle = css(colour)
    context.beginPath()
    for (const spot of of) draw(spot)
    context.fill()
  }
  const quad = (...points: number[]) => {
    context.moveTo(points[0] as number, points[1] as number)
    for (let i = 2; i < points.length; i += 2) context.lineTo(points[i] as number, points[i + 1] as number)
    context.closePath()
  }
  for (const pale of [false, true]) fill(pen.style.tint(pale ? hex('#b39c74') : hex('#8a3a2a'), pen.light), ({ x, y: at, s }) => {
    quad(x - 0.09 * s, at - 0.16 * s, x - 0.1 * s, at - 0.86 * s, x + 0.04 * s, at - 0.98 * s, x + 0.28 * s, at - 0.6 * s, x + 0.28 * s, at - 0.16 * s)
    quad(x - 0.3 * s, at - 0.18 * s, x - 0.3 * s, at - 0.62 * s, x - 0.14 * s, at - 0.68 * s, x - 0.12 * s, at - 0.18 * s)
  }, spots.filter((spot) => spot.pale === pale))
  fill(pen.style.tint(hex('#3c2c22'), pen.light), ({ x, y: at, s }) => quad(x - 0.54 * s, at - 0.32 * s, x - 0.28 * s, at - 0.13 * s, x + 0.3 * s, at - 0.13 * s, x + 0.54 * s, at - 0.28 * s, x + 0.42 * s, at, x - 0.4 * s, at))
  fill(pen.light.accent, ({ x, y: at, s }) => quad(x + 0.02 * s, at - 1.02 * s, x + 0.38 * s, at - 1.0 * s, x + 0.02 * s, at - 0.88 * s))
}

/** The air between us and them takes their colour. */
const atmosphere = (pen: Pen, far: number): Pen => {
  const gone = (colour: readonly [number, number, number]) => mix(colour, pen.light.mist, far)
  return {
    ...pen,
    light: { ...pen.light, ink: gone(pen.light.ink), accent: mix(pen.light.accent, pen.light.mist, far * 0.6), lamp: gone(pen.light.lamp) },
    style: { ...pen.style, tint: (colour, light) => gone(pen.style.tint(colour, light)) },
  }
}
