import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Moment } from '../composition.ts'
import { at, mist } from './pen.ts'
import { cloud } from './places/sky.ts'
import { band, indoors, still } from './stage.ts'
import type { Draft, Stage } from './stage.ts'

/** Rain, snow and drifting petals between us and the picture: a few dozen strokes a frame. */
export const weather = (stage: Stage): Draft[] => {
  const { scene } = stage
  const banks = scene.weather === 'fog' || scene.things.some((thing) => thing.kind === 'mist') ? [fogBank(stage)] : []
  if (indoors(scene) || ['space', 'underwater', 'void'].includes(scene.place)) return banks
  const kind = scene.weather === 'rain' || scene.weather === 'storm' || scene.things.some((thing) => thing.kind === 'rain') ? 'rain'
    : scene.weather === 'snow' || scene.things.some((thing) => thing.kind === 'snow') ? 'snow'
    : scene.things.some((thing) => thing.kind === 'petal' || thing.kind === 'leaf') ? 'petal' : null
  if (kind === null) return banks
  return [...banks, { name: kind, depth: 1.35, draw: () => undefined, live: fall(stage, kind) }]
}

/** Fog that slides past before the middle distance. */
const fogBank = (stage: Stage): Draft => ({
  name: 'mist', depth: 0.78, box: band(stage, stage.horizon - 0.3, stage.horizon + 0.36),
  draw: (pen) => {
    mist(pen, stage.box.x, stage.box.width, stage.horizon - 0.22, stage.horizon + 0.3, pen.light.mist, 0.55)
    for (let i = 0; i < 3; i++) at(pen, (i - 1) * stage.aspect * 0.36, stage.horizon + pen.random.range(-0.06, 0.1), 0.8, (local) => cloud(local, pen.light.mist, 0.8))
  },
  pose: (time) => ({ ...still, x: (time.progress - 0.5) * 0.06 * stage.side }),
})

const fall = (stage: Stage, kind: 'rain' | 'snow' | 'petal') => {
  const random = stage.random('fall')
  const { box } = stage
  const dark = stage.scene.look === 'pencil'
  const drops = Array.from({ length: kind === 'rain' ? 90 : kind === 'snow' ? 80 : 26 }, () => ({ x: random.next(), y: random.next(), near: random.range(0.35, 1), phase: random.range(0, 6.28) }))
  const colour = kind === 'petal' ? 'rgba(222,150,158,0.85)' : dark ? 'rgba(70,72,80,0.5)' : 'rgba(232,240,246,0.5)'
  return (context: SKRSContext2D, time: Moment) => {
    context.lineCap = 'round'
    context.strokeStyle = colour
    context.fillStyle = kind === 'snow' ? (dark ? 'rgba(150,152,160,0.8)' : 'rgba(255,255,255,0.88)') : colour
    const speed = kind === 'rain' ? 1.7 : kind === 'snow' ? 0.11 : 0.09
    context.lineWidth = 0.0018
    context.beginPath()
    for (const drop of drops) {
      const y = box.y + ((drop.y + time.seconds * speed * drop.near) % 1) * box.height
      const sway = kind === 'rain' ? 0 : Math.sin(time.seconds * 0.9 + drop.phase) * 0.02
      const x = box.x + ((((drop.x + (kind === 'petal' ? time.seconds * 0.05 : time.seconds * 0.02)) % 1) + 1) % 1) * box.width + sway
      if (kind === 'rain') {
        context.moveTo(x, y)
        context.lineTo(x - 0.012 * drop.near, y + 0.065 * drop.near)
      } else if (kind === 'snow') context.rect(x, y, 0.0062 * drop.near, 0.0062 * drop.near)
      else context.ellipse(x, y, 0.009 * drop.near, 0.0048 * drop.near, drop.phase + time.seconds, 0, 6.28)
    }
    if (kind === 'rain') context.stroke()
    else context.fill()
  }
}
