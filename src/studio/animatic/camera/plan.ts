import type { CameraMove, MoveSpeed } from '../../../film/camera-move.ts'
import type { Composition, Layer, Moment } from '../composition.ts'
import { layerTransform, seenBounds, type Matrix } from './layer-transform.ts'
import { viewAt, type View } from './view.ts'

/** How one shot's layers move: what `planMove` found to fit. */
export type MovePlan = {
  /** The share of the full move that is made, 0…1.5. */
  reach: number
  /** Where layer `index` is at a moment. */
  matrix(index: number, time: Moment): Matrix
  held: boolean[]
  depths: number[]
}

/**
 * Chooses how far the camera goes: as far as speed and length ask, and never so far that an edge of the painting shows.
 * Layers nearer than the subject are brought back a little in depth before the whole move is made smaller.
 */
export function planMove(composition: Composition, move: CameraMove, seconds: number, seed: number, { second = null, amount = 1 }: Manner = {}): MovePlan {
  const { layers, focus } = composition
  const held = layers.map((layer) => holdsSubject(layer, composition))
  const matrixAt = (index: number, depth: number, reach: number, time: Moment) => {
    const layer = layers[index] as Layer
    const view = [move, ...(second ? [second] : [])].map((each) => viewAt(each, focus, time.progress, time.seconds, seed, reach)).reduce(together)
    return layerTransform(view, depth, held[index] ?? false, layer.pose?.(time) ?? null, layer.bounds)
  }
  const moments = Array.from({ length: samples + 1 }, (_, index) => ({ progress: index / samples, seconds: seconds * index / samples }))
  const hidden = (index: number, depth: number, reach: number) => {
    const edges = paintedEdges(layers[index] as Layer, composition)
    return moments.every((time) => inside(seenBounds(matrixAt(index, depth, reach, time), composition.aspect), edges))
  }
  const reach = largest(0, wanted(move, seconds) * amount, (share) => layers.every((layer, index) => hidden(index, Math.min(1, layer.depth), share)))
  const depths = layers.map((layer, index) => largest(Math.min(1, layer.depth), layer.depth, (depth) => hidden(index, depth, reach)))
    .map((depth) => (depth < horizon ? 0 : depth))
  return { reach, depths, held, matrix: (index, time) => matrixAt(index, depths[index] ?? 0, reach, time) }
}

/** A second move in the same breath, and how much of the ordinary one is made. */
export type Manner = { second?: CameraMove | null | undefined; amount?: number | undefined }

/** Two turns of the camera at once: their ways add up. */
const together = (one: View, other: View): View =>
  ({ ...one, x: one.x + other.x, y: one.y + other.y, pan: one.pan + other.pan, tilt: one.tilt + other.tilt })

const samples = 72
/** A sky that shifts by a pixel or two is not seen to, and costs a third of a frame. */
const horizon = 0.03

function wanted(move: CameraMove, seconds: number) {
  if (move.name === 'whip-pan') return 1
  if (move.name === 'handheld') return { slow: 0.6, normal: 1, fast: 1.5 }[move.speed]
  return Math.min(furthest[move.speed], Math.max(least[move.speed], perSecond[move.speed] * seconds))
}

const perSecond: Record<MoveSpeed, number> = { slow: 0.08, normal: 0.15, fast: 0.3 }
const furthest: Record<MoveSpeed, number> = { slow: 0.6, normal: 0.85, fast: 1 }
const least: Record<MoveSpeed, number> = { slow: 0.12, normal: 0.22, fast: 0.4 }

/** Stands where the subject is and has sides: a boat, a figure; not the water that it stands on. */
function holdsSubject({ depth, bounds, opaque }: Layer, { focus, aspect }: Composition) {
  return !opaque && depth > 0.7 && depth < 1.35 && bounds.width < aspect * 0.95
    && Math.abs(bounds.x + bounds.width / 2 - focus.x) < bounds.width / 2 + 0.1
    && Math.abs(bounds.y + bounds.height / 2 - focus.y) < bounds.height / 2 + 0.1
}

type Edges = { left: number; right: number; top: number; bottom: number }

/** The sides where the paint was cut off, and must stay out of the frame; infinite where it ends by itself. */
export function paintedEdges({ bounds, opaque }: Layer, { aspect, overscan }: Composition): Edges {
  const { x, y, width, height } = bounds
  const wide = opaque || width > aspect * 0.6
  const cut = (past: number, always: boolean) => past > -tiny && (always || past > overscan - 0.01)
  const safe = (past: number) => past - Math.min(softness, Math.max(0, past) / 2)
  const [left, right, top, bottom] = [-aspect / 2 - x, x + width - aspect / 2, -0.5 - y, y + height - 0.5]
  return {
    left: cut(left, wide) ? -aspect / 2 - safe(left) : -Infinity,
    right: cut(right, wide) ? aspect / 2 + safe(right) : Infinity,
    top: cut(top, wide) ? -0.5 - safe(top) : -Infinity,
    bottom: cut(bottom, true) ? 0.5 + safe(bottom) : Infinity,
  }
}

/** Sampling between pixels makes the last ones of a painting half transparent. */
const softness = 0.006

const inside = (seen: Edges, painted: Edges) =>
  seen.left >= painted.left - tiny && seen.right <= painted.right + tiny && seen.top >= painted.top - tiny && seen.bottom <= painted.bottom + tiny

const tiny = 1e-6

function largest(low: number, high: number, fits: (value: number) => boolean) {
  if (fits(high)) return high
  let [good, bad] = [low, high]
  for (let step = 0; step < 12; step++) {
    const middle = (good + bad) / 2
    if (fits(middle)) good = middle
    else bad = middle
  }
  return good
}
