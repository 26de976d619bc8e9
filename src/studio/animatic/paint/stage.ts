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
  /** One small thing under a great sky: 渺沧海之一粟. */
  immense: boolean
  /** What stands close before the picture, if anything does. */
  framing: Framing
  /** A person's height in this frame. */
  person: number
  random(name: string): Random
}

export type Framing = 'reeds' | 'branch' | 'grass' | 'post' | 'rail' | 'lamp' | 'lantern' | 'curtain' | 'none'

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

/** A camera that follows or orbits wants a quarter of the frame's height on each side. */
export const overscan = 0.25

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
  const immense = view === 'landscape' && (scene.place === 'sea' || scene.magic) && scene.figures.length === 0 && scene.things.some((thing) => thing.scale === 'tiny' && thing.main && thing.stands === 'water')
  const discX = lit * half * chance.range(0.28, 0.66) * (walled ? 0.3 : 1)
  const skyHeight = horizon + 0.5
  const r = (immense ? 0.19 : view === 'landscape' ? [0.055, 0.075, 0.042, 0.11][variant] as number : [0.085, 0.06, 0.13, 0.1][variant] as number) * Math.min(1, aspect * 0.8 + 0.2)
  const above = scene.sky.moon || scene.sky.sun
  const low = scene.sky.sun && (scene.hour === 'dawn' || scene.hour === 'dusk')
  const disc = above && scene.angle !== 'overhead' && skyHeight > 0.12
    ? { x: immense ? discX * 0.5 : discX, y: immense ? horizon - r * 1.15 : low ? horizon - skyHeight * 0.16 : Math.max(-0.5 + r * 1.4, -0.5 + skyHeight * ([0.3, 0.42, 0.36, 0.52][variant] as number)), r }
    : null
  return {
    scene, aspect, view, box, horizon, near: nearness[scene.size], side, lit, disc, immense, random,
    framing: framingOf(scene, view, random('framing')),
    person: (indoors(scene) ? roomHeight[scene.size] ?? personHeight[scene.size] : personHeight[scene.size]) * (view === 'landscape' ? Math.min(1, 0.7 + aspect * 0.2) * ([1, 0.8, 1.15, 0.9][variant] as number) : ([1, 0.92, 1.06, 0.97][variant] as number)),
  }
}

/** Something near at the edge gives the eye a door to go through: in a third of the wide shots, and only what belongs there. */
const framingOf = (scene: Scene, view: View, chance: Random): Framing => {
  const wide = view === 'landscape' || (view === 'figures' && scene.size === 'full')
  if (!wide || chance.next() > 0.32 || scene.weather === 'storm') return 'none'
  const old = scene.era === 'ancient-china' || scene.era === 'timeless'
  const { place } = scene
  if (indoors(scene)) return ['room', 'kitchen', 'cafe', 'study', 'hall'].includes(place) ? 'curtain' : 'none'
  if (['space', 'void', 'underwater', 'forest', 'bamboo', 'desert', 'battlefield'].includes(place)) return 'none'
  if (place === 'street' || place === 'city' || place === 'rooftop') return old ? 'lantern' : place === 'street' ? 'lamp' : 'rail'
  if (place === 'harbour' || (place === 'bridge' && !old)) return 'post'
  if (place === 'sea' || place === 'beach' || place === 'snowfield') return 'none'
  if (!old) return place === 'sky' ? 'none' : 'grass'
  if (place === 'sky') return 'branch'
  return chance.pick(place === 'river' || place === 'lake' ? ['reeds', 'branch', 'reeds'] as const : ['branch', 'grass'] as const)
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

/** The part of the frame along one side, its overscan with it. */
export const sideBox = (stage: Stage, side: number, width: number, from: number, to: number): Box => {
  const own = Math.min(width, stage.box.width)
  return { ...band(stage, from, to), x: side < 0 ? stage.box.x : stage.box.x + stage.box.width - own, width: own }
}

export const modernTimes = (scene: Scene): boolean => scene.era === 'modern' || scene.era === 'future'

/** How tall a person would be at the back wall of this room: what furniture is measured by. */
export const roomPerson = ({ person }: Stage): number => (person <= 0.62 ? person : Math.min(1.25, 0.62 + (person - 0.62) * 0.35))
