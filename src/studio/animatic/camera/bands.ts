import { paintedBox, type PixelBox } from '../../../picture/painted-box.ts'
import type { Matrix } from './layer-transform.ts'

/** Rows of a picture from `top` to `bottom`, and between which columns they hold paint, in its own pixels. */
export type Band = PixelBox

const rows = 32

/** What of the picture within `box` holds paint, in bands from top to bottom, each a little wider than its paint: sampling reaches over an edge. */
export function bandsOf(bytes: Uint8Array, width: number, box: PixelBox): Band[] {
  const count = Math.ceil((box.bottom - box.top) / rows)
  return Array.from({ length: count }, (_, index) => box.top + index * rows).flatMap((top) => {
    const bottom = Math.min(box.bottom, top + rows)
    const { left, right } = paintedBox(bytes.subarray(top * width * 4, bottom * width * 4), width)
    return right > left ? [{ top, bottom, left: Math.max(box.left, left - 2), right: Math.min(box.right, right + 2) }] : []
  })
}

/** Pixels that are painted as fast as one more rectangle is begun. */
const begun = 6000

/**
 * Where a picture's paint falls, as whole-pixel rectangles that lie below one another within `width` and `height`: together they
 * show what drawing the whole picture shows, and a boat's empty sky is not sampled. `matrix` takes the picture's pixels to the frame's.
 */
export function fallsOn(bands: readonly Band[], matrix: Matrix, { width, height }: { width: number; height: number }): PixelBox[] {
  const placed = bands.map((band) => placedAt(band, matrix))
  const edges = [...new Set(placed.flatMap(({ top, bottom }) => [top, bottom]).map((y) => Math.min(height, Math.max(0, y))))].sort((a, b) => a - b)
  const found: PixelBox[] = []
  for (const [index, top] of edges.slice(0, -1).entries()) {
    const bottom = edges[index + 1] ?? top
    const here = placed.filter((box) => box.top < bottom && box.bottom > top)
    const left = Math.max(0, Math.min(...here.map((box) => box.left)))
    const right = Math.min(width, Math.max(...here.map((box) => box.right)))
    if (here.length === 0 || right <= left) continue
    const last = found.at(-1)
    const both = last && last.bottom === top ? { top: last.top, bottom, left: Math.min(last.left, left), right: Math.max(last.right, right) } : null
    if (last && both && area(both) - area(last) - area({ top, bottom, left, right }) < begun) Object.assign(last, both)
    else found.push({ top, bottom, left, right })
  }
  return found
}

const area = ({ top, bottom, left, right }: PixelBox) => (bottom - top) * (right - left)

function placedAt({ top, bottom, left, right }: Band, { a, b, c, d, e, f }: Matrix): PixelBox {
  const xs = [[left, top], [right, top], [left, bottom], [right, bottom]].map(([x = 0, y = 0]) => a * x + c * y + e)
  const ys = [[left, top], [right, top], [left, bottom], [right, bottom]].map(([x = 0, y = 0]) => b * x + d * y + f)
  return { left: Math.floor(Math.min(...xs)) - 1, right: Math.ceil(Math.max(...xs)) + 1, top: Math.floor(Math.min(...ys)) - 1, bottom: Math.ceil(Math.max(...ys)) + 1 }
}
