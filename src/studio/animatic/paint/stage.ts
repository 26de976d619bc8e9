import type { ShotSize } from '../../../film/shot-size.ts'
import type { Moment, Pose } from '../composition.ts'
import type { Place, Scene } from '../scene.ts'
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Pen } from './pen.ts'
import { seeded } from './seeded.ts'
import type { Random } from './seeded.ts'
import type { Box } from './shape.ts'

/** How the shot is framed, decided before anything is drawn: what a storyboard artist does with a thumbnail. */
export type Stage = {
  scene: Scene
  aspect: number
  view: View
  /** The frame with its overscan. */
  box: Box
  horizon: number
  /** 0 the camera is far from everything, 1 it touches it. */
  near: number
  /** The side the subject keeps to, and the weight of the land on the other. */
  side: 1 | -1
  /** Where the light comes from. */
  lit: 1 | -1
  disc: { x: number; y: number; r: number } | null
  framing: 'reeds' | 'branch' | 'both' | 'none'
  /** A person's height in this frame. */
  person: number
  random(name: string): Random
}

export type View = 'landscape' | 'figures' | 'face' | 'thing' | 'texture'

/** A layer before it has a pen. */
export type Draft = {
  name: string
  depth: number
  box?: Box
  opaque?: boolean
  draw(pen: Pen): void
  pose?(time: Moment): Pose
  live?(context: SKRSContext2D, time: Moment): void
}

export const overscan = 0.16

export const stageOf = (scene: Scene, aspect: number): Stage => {
  const random = (name: string) => seeded(scene.seed, scene.variant, name)
  const variant = scene.variant % 4
  const chance = random('stage')
  const side = ((scene.seed + variant) % 2 === 0 ? 1 : -1) as 1 | -1
  const lit = (variant % 4 === 1 || variant === 2 ? side : -side) as 1 | -1
  const view = viewOf(scene)
  const half = aspect / 2
  const box = { x: -half - overscan, y: -0.5 - overscan, width: aspect + overscan * 2, height: 1 + overscan * 2 }
  const tall = aspect < 1
  const high = [0.13, 0.25, -0.07, 0.05][variant] as number
  const close = [-0.08, -0.2, 0.06, 0.12][variant] as number
  const angle = { eye: 0, low: 0.16, high: -0.2, overhead: -0.62, dutch: 0, 'over-shoulder': 0, pov: 0 }[scene.angle]
  const horizon = (view === 'landscape' ? high + (tall ? 0.08 : 0) : close) + angle
  // A cliff on the moon's side would hide it: let it stand in the gap.
  const walled = view === 'landscape' && lit !== side && (scene.place === 'cliff' || scene.alsoPlaces.includes('cliff') || scene.alsoPlaces.includes('mountain'))
  const discX = lit * half * chance.range(0.28, 0.66) * (walled ? 0.3 : 1)
  const skyHeight = horizon + 0.5
  const r = (view === 'landscape' ? [0.055, 0.075, 0.042, 0.11][variant] as number : [0.085, 0.06, 0.13, 0.1][variant] as number) * Math.min(1, aspect * 0.8 + 0.2)
  const above = scene.sky.moon || scene.sky.sun
  const low = scene.sky.sun && (scene.hour === 'dawn' || scene.hour === 'dusk')
  const disc = above && scene.angle !== 'overhead' && skyHeight > 0.12
    ? { x: discX, y: low ? horizon - skyHeight * 0.16 : Math.max(-0.5 + r * 1.4, -0.5 + skyHeight * ([0.3, 0.42, 0.36, 0.52][variant] as number)), r }
    : null
  return {
    scene, aspect, view, box, horizon, near: nearness[scene.size], side, lit, disc, random,
    framing: ([['both', 'reeds', 'branch', 'none'], ['reeds', 'branch', 'none', 'both']] as const)[scene.seed % 2]?.[variant] ?? 'none',
    person: (indoors(scene) ? roomHeight[scene.size] ?? personHeight[scene.size] : personHeight[scene.size]) * (view === 'landscape' ? Math.min(1, 0.7 + aspect * 0.2) * ([1, 0.8, 1.15, 0.9][variant] as number) : ([1, 0.92, 1.06, 0.97][variant] as number)),
  }
}

/** The law of shot sizes: a person from head to toe, in frame heights. */
const personHeight: Record<ShotSize, number> = {
  'extreme-wide': 0.045, wide: 0.15, full: 0.62, 'medium-full': 1.12, medium: 1.72, 'medium-close': 2.85, 'close-up': 5, 'extreme-close': 12, insert: 2.85,
}

/** A room is small: even its widest shot shows a person larger than a landscape does. */
const roomHeight: Partial<Record<ShotSize, number>> = { 'extreme-wide': 0.15, wide: 0.3 }

const nearness: Record<ShotSize, number> = {
  'extreme-wide': 0, wide: 0.1, full: 0.3, 'medium-full': 0.45, medium: 0.55, 'medium-close': 0.7, 'close-up': 0.85, 'extreme-close': 1, insert: 1,
}

const viewOf = (scene: Scene): View => {
  const tiny = scene.things.some((thing) => thing.scale === 'tiny' && (thing.main || thing.stands === 'water'))
  const someone = scene.figures.length > 0
  const something = scene.things.some((thing) => thing.stands !== 'sky' && thing.kind !== 'ripple' && thing.kind !== 'wave' && thing.kind !== 'mist')
  switch (scene.size) {
    case 'extreme-wide': case 'wide': return 'landscape'
    case 'full': return tiny || !someone ? 'landscape' : 'figures'
    case 'medium-full': case 'medium': case 'medium-close':
      return someone ? 'figures' : something ? 'thing' : 'landscape'
    case 'close-up': case 'extreme-close': return someone ? 'face' : something ? 'thing' : 'texture'
    case 'insert': return something ? 'thing' : someone ? 'face' : 'texture'
  }
}

const waters: readonly Place[] = ['river', 'lake', 'sea', 'beach', 'harbour']
export const onWater = (scene: Scene): boolean =>
  waters.includes(scene.place) || (scene.place === 'bridge') || (scene.place === 'cliff' && scene.alsoPlaces.some((place) => waters.includes(place)))
  || scene.things.some((thing) => thing.stands === 'water' && thing.main)
export const indoors = (scene: Scene): boolean => ['room', 'study', 'kitchen', 'cafe', 'shop', 'hall', 'office', 'station', 'train', 'car'].includes(scene.place)

export const still: Pose = { x: 0, y: 0, scale: 1, angle: 0, opacity: 1 }

/** A part of the frame with its overscan, between two heights. */
export const band = (stage: Stage, from: number, to: number): Box => {
  const y = Math.max(stage.box.y, from)
  return { x: stage.box.x, y, width: stage.box.width, height: Math.max(0.02, Math.min(stage.box.y + stage.box.height, to) - y) }
}
