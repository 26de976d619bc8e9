import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'

/** What runs along the wires of the small ComfyUI instead of tensors: what a picture would show. */
export type PictureValue = {
  width: number
  height: number
  frames: number
  words: string
  seed: number
  /** A picture that it is made from. */
  base?: Buffer | undefined
  /** What was done to it, in the corner. */
  marks: string[]
}

/** Draws it in its size, with the words it was ordered by. */
export async function paintPicture({ width, height, words, seed, base, marks }: PictureValue): Promise<Buffer> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const hue = (seed * 47 + [...words].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)) % 360
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, `hsl(${hue} 35% 22%)`)
  sky.addColorStop(1, `hsl(${(hue + 40) % 360} 35% 45%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  if (base) context.drawImage(await loadImage(base), 0, 0, width, height)
  else {
    context.fillStyle = `hsl(${(hue + 180) % 360} 30% 60%)`
    context.beginPath()
    context.arc(width * (0.2 + (seed % 7) / 10), height * 0.35, height * 0.15, 0, Math.PI * 2)
    context.fill()
  }
  letter(context, [words, [...marks, `seed ${seed}`].join(' · ')].filter(Boolean), width, height, base !== undefined)
  return canvas.encode('png')
}

function letter(context: SKRSContext2D, lines: string[], width: number, height: number, above: boolean) {
  const size = Math.max(9, Math.round(height / 24))
  context.font = `${size}px sans-serif`
  const rows = lines.flatMap((line) => line.match(new RegExp(`.{1,${Math.max(8, Math.floor(width / size * 1.7))}}(\\s|$)|\\S+`, 'gu')) ?? []).slice(0, 8)
  // what lay under it has its own words below
  const top = above ? 0 : height - (rows.length + 0.6) * size * 1.25
  context.fillStyle = '#000a'
  context.fillRect(0, top, width, (rows.length + 0.6) * size * 1.25)
  context.fillStyle = '#fff'
  rows.forEach((row, index) => context.fillText(row, size * 0.5, top + (index + 1) * size * 1.25))
}
