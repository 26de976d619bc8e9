import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { FrameSize } from '../../../film/frame-size.ts'
import { paintedBox, type PixelBox } from '../../../picture/painted-box.ts'
import { readBack, release } from '../../../picture/read-back.ts'
import type { Composition, Layer, Moment } from '../composition.ts'
import { type Band, bandsOf } from './bands.ts'
import { seenBounds, type Matrix } from './layer-transform.ts'
import type { MovePlan } from './plan.ts'

/** Neighbouring layers that move as one for the whole shot, painted once. */
export type Sprite = {
  /** The last of them: the one that may pose and live. */
  index: number
  layer: Layer
  /** One picture, or one for each quarter of a pixel where it only slides. */
  pictures: Canvas[]
  slides: 'nowhere' | 'x' | 'y' | 'freely'
  /** Pixels of the picture to a frame height. */
  scale: number
  /** Where the picture's corner is in the layer, in its own pixels. */
  x: number
  y: number
  /** Where the picture holds paint, where it is sampled; empty: anywhere. */
  bands: Band[]
  /** The layer hides all that is behind it from this height down, frame heights; null if it does not. */
  solidBelow: number | null
}

/**
 * Paints what the camera will see, and only that.
 * A layer that only slides along a line is painted at four phases of a pixel: copying a whole-pixel picture takes a third
 * of the time of sampling between pixels, and an error within 1/8 pixel (0.07 rms) is not seen.
 */
export function paintSprites(composition: Composition, plan: MovePlan, size: FrameSize, moments: readonly Moment[]): Sprite[] {
  const tracks = composition.layers.map((_, index) => moments.map((time) => plan.matrix(index, time)))
  const groups: number[][] = []
  composition.layers.forEach((layer, index) => {
    const below = composition.layers[index - 1]
    const joins = below && !below.live && !below.pose && !layer.pose && alike(tracks[groups.at(-1)?.[0] ?? 0], tracks[index])
    if (joins) groups.at(-1)?.push(index)
    else groups.push([index])
  })
  return groups.flatMap((group) => paintSprite(composition, group, tracks[group.at(-1) ?? 0] ?? [], size) ?? [])
}

const phases = 4
const sharpest = 1.3

function paintSprite(composition: Composition, group: number[], track: Matrix[], size: FrameSize): Sprite | null {
  const layers = group.map((index) => composition.layers[index] as Layer)
  const layer = layers.at(-1) as Layer
  const slides = sliding(track)
  const largest = Math.max(...track.map(({ a, b }) => Math.hypot(a, b)))
  const scale = size.height * (slides === 'freely' ? Math.min(sharpest, Math.max(0.5, largest)) : 1)
  const seen = track.map((matrix) => seenBounds(matrix, composition.aspect))
  const left = Math.floor(Math.max(Math.min(...layers.map(({ bounds }) => bounds.x)), Math.min(...seen.map((box) => box.left))) * scale) - 2
  const top = Math.floor(Math.max(Math.min(...layers.map(({ bounds }) => bounds.y)), Math.min(...seen.map((box) => box.top))) * scale) - 2
  const right = Math.ceil(Math.min(Math.max(...layers.map(({ bounds }) => bounds.x + bounds.width)), Math.max(...seen.map((box) => box.right))) * scale) + 2
  const bottom = Math.ceil(Math.min(Math.max(...layers.map(({ bounds }) => bounds.y + bounds.height)), Math.max(...seen.map((box) => box.bottom))) * scale) + 2
  if (right - left < 5 || bottom - top < 5) return layer.live ? { index: group.at(-1) ?? 0, layer, pictures: [], slides, scale, x: 0, y: 0, bands: [], solidBelow: null } : null
  const first = track[0] as Matrix
  const part = (value: number) => value - Math.floor(value)
  const baked = {
    x: slides === 'nowhere' || slides === 'y' ? part(size.width / 2 + first.e * size.height) : 0,
    y: slides === 'nowhere' || slides === 'x' ? part(size.height / 2 + first.f * size.height) : 0,
  }
  const picture = createCanvas(right - left, bottom - top)
  const context = picture.getContext('2d')
  for (const { paint, bounds } of layers) {
    context.save()
    context.setTransform(scale, 0, 0, scale, baked.x - left, baked.y - top)
    context.beginPath()
    context.rect(bounds.x, bounds.y, bounds.width, bounds.height)
    context.clip()
    paint(context)
    context.restore()
  }
  if (layers[0]?.opaque) spreadEdges(picture, context)
  const found = measure(context, layers[0]?.opaque ?? false, seen, scale, left)
  if (found.bottom <= found.top) return layer.live ? { index: group.at(-1) ?? 0, layer, pictures: [], slides, scale, x: 0, y: 0, bands: [], solidBelow: null } : null
  const steps = slides === 'x' || slides === 'y' ? phases : 1
  const whole = found.left === 0 && found.top === 0 && found.right === picture.width && found.bottom === picture.height
  const pictures = steps === 1 && whole ? [picture]
    : Array.from({ length: steps }, (_, phase) => shifted(picture, found, slides, phase / phases))
  return {
    index: group.at(-1) ?? 0, layer, pictures, slides, scale, x: left + found.left, y: top + found.top,
    bands: slides === 'freely' ? found.bands.map((band) => ({ top: band.top - found.top, bottom: band.bottom - found.top, left: band.left - found.left, right: band.right - found.left })) : [],
    solidBelow: found.solid === null ? null : (top + found.solid + 1) / scale,
  }
}

/** Repeats the outermost pixels of the ground layer outwards, so that sampling at its very edge finds paint. */
function spreadEdges(picture: Canvas, context: SKRSContext2D) {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalCompositeOperation = 'destination-over'
  for (const [x, y] of [[3, 0], [-3, 0], [0, 3], [0, -3]] as const) context.drawImage(picture, x, y)
}

/** A copy without the empty margins, moved by a part of a pixel. */
function shifted(picture: Canvas, { left, top, right, bottom }: PixelBox, slides: Sprite['slides'], by: number) {
  const copy = createCanvas(right - left, bottom - top)
  const context = copy.getContext('2d')
  if (by > 0) context.imageSmoothingQuality = 'high'
  else context.imageSmoothingEnabled = false
  context.drawImage(picture, (slides === 'x' ? by : 0) - left, (slides === 'y' ? by : 0) - top)
  return copy
}

type Seen = { left: number; right: number }

/** The part that holds paint, and the first row from which on every pixel the frame can see is solid. */
function measure(context: SKRSContext2D, opaque: boolean, seen: readonly Seen[], scale: number, left: number): PixelBox & { solid: number | null; bands: Band[] } {
  const { width, height } = context.canvas
  if (opaque) return { left: 0, top: 0, right: width, bottom: height, solid: null, bands: [] }
  const bytes = readBack(context, 0, 0, width, height)
  const box = withMargin(paintedBox(bytes, width), width, height)
  const solid = solidFrom(bytes, { ...box, width, height }, {
    left: Math.max(0, Math.floor(Math.min(...seen.map((each) => each.left)) * scale) - left),
    right: Math.min(width, Math.ceil(Math.max(...seen.map((each) => each.right)) * scale) - left),
  }, (Math.max(...seen.map((each) => each.right)) - Math.min(...seen.map((each) => each.left))) * scale)
  const bands = bandsOf(bytes, width, box)
  release(bytes)
  return { ...box, solid, bands }
}

/** Between pixels, and a quarter of one further, paint reaches over its edge. */
function withMargin(box: PixelBox, width: number, height: number): PixelBox {
  if (box.bottom <= box.top) return box
  return { left: Math.max(0, box.left - 1), top: Math.max(0, box.top - 1), right: Math.min(width, box.right + 1), bottom: Math.min(height, box.bottom + 1) }
}

function solidFrom(bytes: Uint8Array, { top, bottom, width, height }: { top: number; bottom: number; width: number; height: number }, seen: Seen, wanted: number) {
  // The last rows are the margin of the raster: half covered by nature, and outside the frame.
  const lowest = Math.max(top, bottom - 3)
  if (seen.right - seen.left < wanted - 4 || height - bottom >= 4) return null
  const rowIsSolid = (y: number) => {
    for (let at = (y * width + seen.left) * 4 + 3, end = (y * width + seen.right) * 4; at < end; at += 4) if (bytes[at] !== 255) return false
    return true
  }
  let solid = lowest
  while (solid > top && rowIsSolid(solid - 1)) solid--
  return solid < bottom - 8 ? solid : null
}

function sliding(track: Matrix[]): Sprite['slides'] {
  const first = track[0] as Matrix
  if (!track.every(({ a, b, c, d }) => Math.abs(a - 1) + Math.abs(b) + Math.abs(c) + Math.abs(d - 1) < 1e-9)) return 'freely'
  const alongX = track.some(({ e }) => Math.abs(e - first.e) > 1e-9)
  const alongY = track.some(({ f }) => Math.abs(f - first.f) > 1e-9)
  if (alongX && alongY) return 'freely'
  return alongX ? 'x' : alongY ? 'y' : 'nowhere'
}

/** Three pixels of parallax at 720p, over a whole shot, are not seen between two ridges. */
const asOne = 0.004
const corners = [[-0.9, -0.5], [0.9, -0.5], [-0.9, 0.5], [0.9, 0.5]] as const

function alike(one: Matrix[] | undefined, other: Matrix[] | undefined) {
  if (!one || !other) return false
  return one.every((matrix, index) => {
    const same = other[index] as Matrix
    return corners.every(([x, y]) => Math.hypot((matrix.a - same.a) * x + (matrix.c - same.c) * y + matrix.e - same.e, (matrix.b - same.b) * x + (matrix.d - same.d) * y + matrix.f - same.f) < asOne)
  })
}
