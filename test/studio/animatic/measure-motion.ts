/** Luma of a part of a frame, row by row. */
export type Patch = { width: number; height: number; luma: Float64Array }

export function patchOf(rgba: Uint8Array, frameWidth: number, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Patch {
  const luma = new Float64Array(width * height)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = ((y + row) * frameWidth + x + column) * 4
      luma[row * width + column] = 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0)
    }
  }
  return { width, height, luma }
}

/** How the picture moved between two patches: shift in pixels, growth as a factor, by Lucas and Kanade's least squares, repeated. */
export function motion(before: Patch, after: Patch): { x: number; y: number; scale: number; turn: number } {
  const { width, height } = before
  const [cx, cy] = [width / 2, height / 2]
  let [x, y, grow, turn] = [0, 0, 0, 0]
  for (let pass = 0; pass < 12; pass++) {
    const sums = Array.from({ length: 4 }, () => new Float64Array(5))
    for (let row = 8; row < height - 8; row += 3) {
      for (let column = 8; column < width - 8; column += 3) {
        const [px, py] = [column - cx, row - cy]
        const seen = sample(after, column + x + grow * px - turn * py, row + y + grow * py + turn * px)
        if (seen === null) continue
        const at = row * width + column
        const gx = ((before.luma[at + 1] ?? 0) - (before.luma[at - 1] ?? 0)) / 2
        const gy = ((before.luma[at + width] ?? 0) - (before.luma[at - width] ?? 0)) / 2
        const slopes = [gx, gy, gx * px + gy * py, gy * px - gx * py]
        const miss = (before.luma[at] ?? 0) - seen
        slopes.forEach((slope, i) => {
          const line = sums[i] as Float64Array
          slopes.forEach((other, j) => { line[j] = (line[j] ?? 0) + slope * other })
          line[4] = (line[4] ?? 0) + slope * miss
        })
      }
    }
    const [dx = 0, dy = 0, dGrow = 0, dTurn = 0] = solve(sums)
    x += dx; y += dy; grow += dGrow; turn += dTurn
    if (Math.abs(dx) + Math.abs(dy) < 1e-3) break
  }
  return { x, y, scale: 1 + grow, turn }
}

function sample({ width, height, luma }: Patch, x: number, y: number) {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return null
  const [u, v] = [x - left, y - top]
  const at = top * width + left
  const above = (luma[at] ?? 0) * (1 - u) + (luma[at + 1] ?? 0) * u
  const below = (luma[at + width] ?? 0) * (1 - u) + (luma[at + width + 1] ?? 0) * u
  return above * (1 - v) + below * v
}

function solve(rows: Float64Array[]): number[] {
  const m = rows.map((row) => [...row])
  const size = m.length
  for (let i = 0; i < size; i++) {
    const pivot = m[i] as number[]
    const head = pivot[i] || 1e-9
    for (let k = 0; k < size; k++) {
      if (k === i) continue
      const row = m[k] as number[]
      const factor = (row[i] ?? 0) / head
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  return m.map((row, i) => (row[size] ?? 0) / (row[i] || 1e-9))
}
