import { createCanvas } from '@napi-rs/canvas'
import { encodePng } from '../../../picture/encode-png.ts'

/** A picture of the ordered size that shows the words it was ordered with. */
export async function drawnPicture(words: string, { width, height }: { width: number; height: number }, variant: number): Promise<Buffer> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const hue = ([...words].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7) + variant * 47) % 360
  context.fillStyle = `hsl(${hue} 30% 24%)`
  context.fillRect(0, 0, width, height)
  context.fillStyle = `hsl(${hue} 34% 36%)`
  context.beginPath()
  context.arc(width * (0.25 + 0.17 * variant), height * 0.34, height * 0.16, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = `hsl(${hue} 30% 16%)`
  context.fillRect(0, height * 0.68, width, height * 0.32)
  context.fillStyle = '#fff'
  const letters = Math.max(12, Math.round(height / 26))
  context.font = `${letters}px sans-serif`
  lines(words, Math.floor(width * 0.9 / letters * 1.7)).slice(0, 9).forEach((line, row) => context.fillText(line, width * 0.05, height * 0.12 + row * letters * 1.3))
  context.fillText(`${'ABCD'[variant] ?? variant}`, width * 0.93, height * 0.94)
  return encodePng(context)
}

const lines = (words: string, length: number) => words.split(/\s+/).reduce<string[]>((rows, word) => {
  const last = rows.at(-1) ?? ''
  return last.length + word.length < length ? [...rows.slice(0, -1), `${last} ${word}`.trim()] : [...rows, word]
}, [''])
