export type Rgb = readonly [number, number, number]

export const hex = (text: string): Rgb => {
  const n = Number.parseInt(text.slice(1), 16)
  return [n >> 16, (n >> 8) & 255, n & 255]
}

export const css = (colour: Rgb, alpha = 1): string =>
  `rgba(${Math.round(colour[0])},${Math.round(colour[1])},${Math.round(colour[2])},${Math.max(0, Math.min(1, alpha)).toFixed(3)})`

export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
export const lighter = (colour: Rgb, share: number): Rgb => mix(colour, white, share)
export const darker = (colour: Rgb, share: number): Rgb => mix(colour, black, share)

/** 0 black … 1 white, as the eye weighs it. */
export const lightness = (colour: Rgb): number => (colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11) / 255

export const grey = (value: number): Rgb => [value * 255, value * 255, value * 255]

export const saturate = (colour: Rgb, by: number): Rgb => {
  const l = lightness(colour) * 255
  const at = (c: number) => Math.max(0, Math.min(255, l + (c - l) * by))
  return [at(colour[0]), at(colour[1]), at(colour[2])]
}
