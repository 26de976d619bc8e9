import type { Draft, Stage } from '../stage.ts'
import { branchLayer, reedLayer } from './foreground.ts'
import { cliffLayer, ridgeLayers } from './ridges.ts'
import { skyLayer } from './sky.ts'
import { waterLayer } from './water.ts'

/** River, lake, sea, harbour: land on the far side, water to our feet. */
export const riverside = (stage: Stage): Draft[] => {
  const { scene, view } = stage
  const calm = !['storm', 'wind'].includes(scene.weather)
  const open = scene.place === 'sea' || scene.place === 'beach'
  const walled = scene.place === 'cliff' || scene.alsoPlaces.includes('cliff') || (scene.place === 'river' && scene.alsoPlaces.includes('mountain'))
  const variant = scene.variant % 4
  const heights = [0.3, 0.42, 0.22, 0.34] as const
  const layers: Draft[] = [skyLayer(stage)]
  if (!open) layers.push(...ridgeLayers(stage, { peaks: scene.era === 'ancient-china' || walled ? 'steep' : 'rolling', height: (heights[variant] ?? 0.3) * (stage.aspect < 1 ? 1.25 : 1) }))
  else if (scene.place === 'sea' && scene.variant % 2 === 0 && view === 'landscape' && scene.size !== 'extreme-wide') layers.push(...ridgeLayers(stage, { peaks: 'rolling', height: 0.07, rows: 1 }))
  if (walled && view !== 'face') {
    layers.push(cliffLayer(stage, { reach: [0.44, 0.34, 0.6, 0.36][variant] ?? 0.4, height: [0.5, 0.62, 0.36, 0.55][variant] ?? 0.5 }))
    if (variant === 1 || variant === 3) layers.push({ ...cliffLayer(stage, { reach: 0.24, height: 0.4, side: stage.side, depth: 0.3 }), name: 'far cliff' })
  }
  layers.push(waterLayer(stage, { rough: open ? (calm ? 1.6 : 3.4) : calm ? 0.7 : 1.8 }))
  if (view === 'landscape' || view === 'figures') layers.push(...framing(stage, open))
  return layers
}

/** Something near at the edge, so that the eye has a door to go through. */
export const framing = (stage: Stage, open = false): Draft[] => {
  const { scene, framing: kind } = stage
  if (scene.size === 'extreme-wide' && stage.scene.variant % 2 === 1) return []
  const out: Draft[] = []
  if (!open && (kind === 'reeds' || kind === 'both') && stage.view === 'landscape') out.push(reedLayer(stage))
  if (kind === 'branch' || kind === 'both') out.push(branchLayer(stage, scene.things.some((thing) => thing.kind === 'willow') ? 'willow' : scene.season === 'spring' ? 'blossom' : scene.season === 'winter' ? 'bare' : scene.things.some((thing) => thing.kind === 'plum-branch') ? 'blossom' : 'pine'))
  return out
}
