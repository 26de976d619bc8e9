import type { Limits } from '../model.ts'
import type { Slot } from './tool.ts'

/** The size nearest to what was asked that the workflow takes: its shape first, then its pixels. */
export function fitSize({ width, height }: { width: number; height: number }, sizes: Limits['sizes']): { width: number; height: number } {
  if (!sizes) return { width, height }
  const ratio = width / height
  if (Array.isArray(sizes)) return sizes.toSorted((one, other) => off(one, ratio, width * height) - off(other, ratio, width * height))[0] ?? { width, height }
  const { multipleOf: step, minPixels, maxPixels, maxRatio } = sizes
  const shape = Math.min(maxRatio, Math.max(1 / maxRatio, ratio))
  const pixels = Math.min(maxPixels, Math.max(minPixels, width * height))
  let best: { width: number; height: number } | undefined
  for (let wide = step; wide * step <= maxPixels; wide += step) {
    const tall = Math.max(step, Math.round(wide / shape / step) * step)
    if (wide * tall > maxPixels || wide * tall < minPixels) continue
    if (!best || off({ width: wide, height: tall }, shape, pixels) < off(best, shape, pixels)) best = { width: wide, height: tall }
  }
  return best ?? { width: Math.ceil(width / step) * step, height: Math.ceil(height / step) * step }
}

const off = ({ width, height }: { width: number; height: number }, ratio: number, pixels: number) =>
  10 * Math.abs(Math.log(width / height / ratio)) + Math.abs(Math.log(width * height / pixels))

/** A number as a node takes it: whole if need be, on its steps, within its range. */
export function fitNumber(value: number, { type, min = -Infinity, max = Infinity, step, times = 1 }: Slot): number {
  const wanted = Math.min(max, Math.max(min, value * times))
  if (type !== 'INT') return wanted
  const from = Number.isFinite(min) ? min : 0
  const stepped = step === undefined || step <= 1 ? Math.round(wanted) : from + Math.round((wanted - from) / step) * step
  return stepped > max && step !== undefined ? stepped - step : stepped
}

/** A length as a node takes it: of its list the shortest that is long enough. */
export function fitChoice(value: number, slot: Slot): number | string {
  if (!slot.choices?.length) return slot.type === 'STRING' ? String(value) : fitNumber(value, slot)
  const sorted = slot.choices.toSorted((one, other) => Number.parseFloat(String(one)) - Number.parseFloat(String(other)))
  return sorted.find((choice) => Number.parseFloat(String(choice)) >= value - 0.02) ?? sorted.at(-1) ?? value
}
