export type PixelBox = { left: number; top: number; right: number; bottom: number }

/** The smallest box that holds all that is not transparent; empty when nothing is. */
export function paintedBox(bytes: Uint8Array, width: number): PixelBox {
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  const height = pixels.length / width
  const rowIsEmpty = (y: number) => {
    for (let at = y * width, end = at + width; at < end; at++) if (pixels[at] !== 0) return false
    return true
  }
  let top = 0
  while (top < height && rowIsEmpty(top)) top++
  let bottom = height
  while (bottom > top && rowIsEmpty(bottom - 1)) bottom--
  let [left, right] = [width, 0]
  for (let y = top; y < bottom; y++) {
    const start = y * width
    for (let x = 0; x < left; x++) if (pixels[start + x] !== 0) left = x
    for (let x = width - 1; x >= right; x--) if (pixels[start + x] !== 0) right = x + 1
  }
  return right > left ? { left, top, right, bottom } : { left: 0, top: 0, right: 0, bottom: 0 }
}
