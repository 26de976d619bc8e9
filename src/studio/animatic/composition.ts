import type { SKRSContext2D } from '@napi-rs/canvas'

/**
 * A picture in layers, in units of frame height: the frame is 1 high and `aspect` wide, its centre is (0, 0), y grows downwards.
 * Drawn at any size by scaling the context. Deterministic: the same scene gives the same picture on every machine.
 */
export type Composition = {
  aspect: number
  /** Back to front. The first is opaque and covers the overscan. */
  layers: Layer[]
  /** How far past the frame the layers are painted on each side, in frame heights: the camera may look that far. */
  overscan: number
  /** What the camera is drawn to: push-in, zoom and roll end on it, follow keeps it. */
  focus: { x: number; y: number }
}

export type Layer = {
  name: string
  /** 0 infinitely far (does not shift), 1 the plane of the subject, 2 close foreground. Shift = depth × camera shift. */
  depth: number
  /** What it covers at rest, in frame units; nothing is painted outside. Tight bounds make fast films. */
  bounds: { x: number; y: number; width: number; height: number }
  opaque: boolean
  /** The still part. The context is already scaled and moved: draw in frame units. Painted once a shot. */
  paint(context: SKRSContext2D): void
  /** The whole layer's own movement: a boat sways, a fleet comes nearer, crows cross. Missing: it stays. */
  pose?(time: Moment): Pose
  /** What changes in every frame: glints, rain, smoke, flapping. Keep it cheap: a few strokes. Frame units, in the layer's own space. */
  live?(context: SKRSContext2D, time: Moment): void
}

/** Seconds since the shot began, and how far through it we are, 0…1. */
export type Moment = { seconds: number; progress: number }

/** About the middle of the layer's bounds. Angle in radians. */
export type Pose = { x: number; y: number; scale: number; angle: number; opacity: number }
