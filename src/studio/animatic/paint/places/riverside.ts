import { hex } from '../colour.ts'
import { line, mass, tint } from '../pen.ts'
import { polygon, soften } from '../shape.ts'
import { band } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import { thing } from '../things/index.ts'
import { foreground } from './foreground.ts'
import { cliffLayer, ridgeLayers } from './ridges.ts'
import { skyLayer } from './sky.ts'
import { skyline } from './town.ts'
import { waterLayer } from './water.ts'

/** River, lake, sea, harbour: land on the far side, water to our feet. */
export const riverside = (stage: Stage): Draft[] => {
  const { scene, view } = stage
  const calm = !['storm', 'wind'].includes(scene.weather)
  const open = scene.place === 'sea' || scene.place === 'beach'
  const walled = scene.place === 'cliff' || scene.alsoPlaces.includes('cliff') || (scene.place === 'river' && scene.alsoPlaces.includes('mountain'))
  const variant = scene.variant % 4
  const heights = [0.42, 0.54, 0.3, 0.46] as const
  const layers: Draft[] = [skyLayer(stage)]
  if (!open) layers.push(...ridgeLayers(stage, { peaks: scene.era === 'ancient-china' || walled ? 'steep' : 'rolling', height: (heights[variant] ?? 0.3) * (stage.aspect < 1 ? 1.25 : 1) }))
  else if (scene.place === 'sea' && scene.variant % 2 === 0 && view === 'landscape' && scene.size !== 'extreme-wide') layers.push(...ridgeLayers(stage, { peaks: 'rolling', height: 0.07, rows: 1 }))
  const eastern = scene.era === 'ancient-china' || scene.era === 'timeless'
  const cliff = { ...(eastern ? {} : { colour: hex('#8f877b') }), reach: [0.46, 0.36, 0.62, 0.38][variant] ?? 0.4, height: [0.62, 0.72, 0.42, 0.66][variant] ?? 0.6 }
  const wall = walled && view !== 'face'
  if (wall) {
    layers.push(cliffLayer(stage, cliff))
    if (variant === 1 || variant === 3) layers.push(cliffLayer(stage, { ...cliff, reach: 0.26, height: 0.4, side: stage.side, depth: 0.3, far: 0.25, name: 'far cliff' }))
  }
  if (scene.place === 'harbour') layers.push(skyline(stage, 0.36, scene.era === 'modern' || scene.era === 'future' ? 0.26 : 0.3, 0.3))
  layers.push(waterLayer(stage, { rough: open ? (calm ? 1.6 : 3.4) : calm ? 0.7 : 1.8, ...(wall ? { cliff } : {}) }))
  if (scene.place === 'beach') layers.push(shore(stage))
  if (scene.place === 'bridge' && view !== 'face') layers.push(span(stage))
  if (scene.place === 'harbour' && view === 'landscape') layers.push(pier(stage))
  return [...layers, ...foreground(stage)]
}

/** Sand under our feet, the wet edge of it shining. */
const shore = (stage: Stage): Draft => ({
  name: 'shore', depth: 0.9, box: band(stage, stage.horizon + (0.5 - stage.horizon) * 0.4 - 0.13, 9),
  draw: (pen) => {
    const { box } = stage
    const y = stage.horizon + (0.5 - stage.horizon) * 0.4
    const edge = soften([0, 0.2, 0.4, 0.6, 0.8, 1].map((u, i) => [box.x + box.width * u, y + stage.side * (0.5 - u) * 0.16 + Math.sin(i * 2.1) * 0.018] as const), false, 5)
    const sand = tint(pen, hex('#cdb086'))
    line(pen, edge.map(([x, v]) => [x, v - 0.012] as const), 0.012, pen.light.glint, 0.7)
    mass(pen, polygon([...edge, [box.x + box.width, 0.8], [box.x, 0.8]]), sand, { texture: 'earth', edge: false })
  },
})

const span = (stage: Stage): Draft => ({
  name: 'bridge', depth: 0.75, box: band(stage, stage.horizon - 0.7, stage.horizon + 0.3),
  draw: (pen) => thing(pen, 'bridge', null, stage.side * stage.aspect * 0.06, stage.horizon + 0.09, (stage.aspect / 4.6) * (1 + stage.near)),
})

const pier = (stage: Stage): Draft => ({
  name: 'pier', depth: 0.85, box: band(stage, stage.horizon - 0.35, stage.horizon + 0.34),
  draw: (pen) => {
    const modern = stage.scene.era === 'modern' || stage.scene.era === 'future'
    for (const [x, y, s] of [[-0.3, 0.07, 0.13], [-0.12, 0.1, 0.17], [0.36, 0.15, 0.22]] as const) {
      const at_ = stage.side * stage.aspect * x
      if (modern) thing(pen, 'motorboat', null, at_, stage.horizon + y, s * 0.7)
      else thing(pen, 'ship', null, at_, stage.horizon + y, s * 1.3)
    }
  },
})
