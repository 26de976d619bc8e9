import type { Limits } from './model.ts'

export type Size = { width: number; height: number }

/** The nearest size that a model makes for this frame: of its shape first, then as large as the frame, never smaller where it can be helped. */
export function fitSize(sizes: Limits['sizes'], frame: Size): Size {
  if (sizes === undefined) return frame
  const ratio = frame.width / frame.height
  if (Array.isArray(sizes)) {
    const misfit = ({ width, height }: Size) => Math.abs(Math.log(width / height / ratio)) * 10 + Math.abs(Math.log((width * height) / (frame.width * frame.height)))
    return sizes.reduce((best, size) => misfit(size) < misfit(best) ? size : best)
  }
  const { multipleOf, minPixels, maxPixels, maxRatio } = sizes
  const shape = Math.min(maxRatio, Math.max(1 / maxRatio, ratio))
  const pixels = Math.min(maxPixels, Math.max(minPixels, frame.width * frame.height))
  const height = Math.sqrt(pixels / shape)
  // of the multiples around, the one of the best shape that stays within the limits
  const around = (length: number) => [Math.floor(length / multipleOf), Math.ceil(length / multipleOf), Math.ceil(length / multipleOf) + 1].map((times) => Math.max(1, times) * multipleOf)
  const fits = around(height * shape).flatMap((wide) => around(height).map((high) => ({ width: wide, height: high })))
    .filter((size) => size.width * size.height >= minPixels && size.width * size.height <= maxPixels && Math.max(size.width / size.height, size.height / size.width) <= maxRatio)
  const misfit = (size: Size) => Math.abs(Math.log(size.width / size.height / shape)) * 4 + Math.abs(Math.log((size.width * size.height) / pixels))
  return fits.length === 0 ? { width: Math.floor(height * shape / multipleOf) * multipleOf, height: Math.floor(height / multipleOf) * multipleOf } : fits.reduce((best, size) => misfit(size) < misfit(best) ? size : best)
}
