import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { FrameSize } from '../../../film/frame-size.ts'
import type { Composition, Layer, Moment } from '../composition.ts'
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
    const joins = below && !below.live && !below.pose && !layer.pose && alike(tracks[index - 1], tracks[index])
    if (joins) groups.at(-1)?.push(index)
    else groups.push([index])
  })
  return groups.flatMap((group) => paintSprite(composition, group, tracks[group[0] ?? 0] ?? [], size) ?? [])
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
  if (right - left < 5 || bottom - top < 5) return layer.live ? { index: group.at(-1) ?? 0, layer, pictures: [], slides, scale, x: 0, y: 0, solidBelow: null } : null
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
  const found = measure(picture, layers[0]?.opaque ?? false, seen, scale, left)
  if (found.bottom <= found.top) return layer.live ? { index: group.at(-1) ?? 0, layer, pictures: [], slides, scale, x: 0, y: 0, solidBelow: null } : null
  const steps = slides === 'x' || slides === 'y' ? phases : 1
  const pictures = steps === 1 && found.top === 0 && found.bottom === picture.height ? [picture]
    : Array.from({ length: steps }, (_, phase) => shifted(picture, found, slides, phase / phases))
  return {
    index: group.at(-1) ?? 0, layer, pictures, slides, scale, x: left, y: top + found.top,
    solidBelow: found.solid === null ? null : (top + found.solid + 1) / scale,
  }
}

/** Repeats the outermost pixels of the ground layer outwards, so that sampling at its very edge finds paint. */
function spreadEdges(picture: Canvas, context: SKRSContext2D) {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalCompositeOperation = 'destination-over'
  for (const [x, y] of [[3, 0], [-3, 0], [0, 3], [0, -3]] as const) context.drawImage(picture, x, y)
}

/** A copy without the empty rows, moved by a part of a pixel. */
function shifted(picture: Canvas, { top, bottom }: { top: number; bottom: number }, slides: Sprite['slides'], by: number) {
  const copy = createCanvas(picture.width, bottom - top)
  const context = copy.getContext('2d')
  if (by > 0) context.imageSmoothingQuality = 'high'
  else context.imageSmoothingEnabled = false
  context.drawImage(picture, slides === 'x' ? by : 0, (slides === 'y' ? by : 0) - top)
  return copy
}

/** The rows that hold paint, and the first row from which on every pixel the frame can see is solid. */
function measure(picture: Canvas, opaque: boolean, seen: { left: number; right: number; bottom: number }[], scale: number, left: number) {
  const { width, height } = picture
  if (opaque) return { top: 0, bottom: height, solid: null }
  const pixels = picture.data()
  const from = Math.max(0, Math.floor(Math.min(...seen.map((box) => box.left)) * scale) - left)
  const to = Math.min(width, Math.ceil(Math.max(...seen.map((box) => box.right)) * scale) - left)
  const row = (y: number) => {
    let [any, all] = [false, true]
    for (let x = from, at = (y * width + from) * 4 + 3; x < to; x++, at += 4) {
      const alpha = pixels[at] ?? 0
      if (alpha > 0) any = true
      if (alpha < 255) all = false
      if (any && !all) break
    }
    return { any, all }
  }
  let top = 0
  while (top < height && !row(top).any) top++
  let bottom = height
  while (bottom > top && !row(bottom - 1).any) bottom--
  // The last rows are the margin of the raster: half covered by nature, and outside the frame.
  let solid = Math.max(top, bottom - 3)
  const reaches = to - from >= (Math.max(...seen.map((box) => box.right)) - Math.min(...seen.map((box) => box.left))) * scale - 4
  const deep = height - bottom < 4
  if (!reaches || !deep) return { top, bottom, solid: null }
  while (solid > top && row(solid - 1).all) solid--
  return { top, bottom, solid: solid < bottom - 8 ? solid : null }
}

function sliding(track: Matrix[]): Sprite['slides'] {
  const first = track[0] as Matrix
  if (!track.every(({ a, b, c, d }) => Math.abs(a - 1) + Math.abs(b) + Math.abs(c) + Math.abs(d - 1) < 1e-9)) return 'freely'
  const alongX = track.some(({ e }) => Math.abs(e - first.e) > 1e-9)
  const alongY = track.some(({ f }) => Math.abs(f - first.f) > 1e-9)
  if (alongX && alongY) return 'freely'
  return alongX ? 'x' : alongY ? 'y' : 'nowhere'
}

function alike(one: Matrix[] | undefined, other: Matrix[] | undefined) {
  if (!one || !other) return false
  return one.every((matrix, index) => {
    const same = other[index] as Matrix
    return (['a', 'b', 'c', 'd', 'e', 'f'] as const).every((key) => Math.abs(matrix[key] - same[key]) < 1e-6)
  })
}
