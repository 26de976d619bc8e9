import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../../film/brief.ts'
import { encodePng } from '../../picture/encode-png.ts'
import { drawable, registerFonts, textFonts } from '../fonts.ts'

type Frame = { width: number; height: number; language: Language }

/** A caption as a transparent PNG of the frame's size, to be laid over the picture: no text ever enters a filter. */
export async function drawCaption(lines: readonly string[], { width, height, language }: Frame): Promise<Buffer> {
  registerFonts()
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const standard = Math.min(height, width * 1.1) * (language === 'zh' ? 0.056 : 0.052)
  const { size, rows } = fit(context, lines.map(drawable), { standard, width: width * 0.88, height: height * 0.4 })
  context.font = `600 ${size}px ${textFonts}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  const leading = size * 1.34
  // Upright films are shown with the app's own words along the bottom.
  const bottom = height * (1 - (height > width ? 0.14 : 0.065)) - size * 0.25
  rows.forEach((row, index) => {
    const y = bottom - (rows.length - 1 - index) * leading
    context.direction = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(row) ? 'rtl' : 'ltr'
    context.shadowColor = 'rgba(10, 8, 6, 0.75)'
    context.shadowBlur = size * 0.22
    context.strokeStyle = 'rgba(16, 12, 9, 0.82)'
    context.lineWidth = size * 0.13
    context.strokeText(row, width / 2, y)
    context.shadowColor = 'transparent'
    context.fillStyle = '#fff9ee'
    context.fillText(row, width / 2, y)
  })
  return encodePng(context, { transparent: true })
}

/** Smaller first, then broken: a line is never cut off at the edge, however long. */
function fit(context: SKRSContext2D, lines: string[], { standard, width, height }: { standard: number; width: number; height: number }) {
  for (let size = standard; ; size *= 0.92) {
    context.font = `600 ${size}px ${textFonts}`
    const rows = size > standard * 0.75 ? lines : lines.flatMap((line) => wrap(context, line, width))
    if ((rows.every((row) => context.measureText(row).width <= width) && rows.length * size * 1.34 <= height) || size < 6) return { size, rows }
  }
}

function wrap(context: SKRSContext2D, line: string, width: number): string[] {
  const rows = ['']
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line)) {
    const row = rows.at(-1) ?? ''
    if (context.measureText(row + segment).width <= width) { rows[rows.length - 1] = row + segment; continue }
    if (row.trim() !== '') rows.push('')
    for (const letter of segment.trimStart()) {
      const last = rows.at(-1) ?? ''
      if (context.measureText(last + letter).width > width && last !== '') rows.push(letter)
      else rows[rows.length - 1] = last + letter
    }
  }
  return rows.map((row) => row.trim()).filter((row) => row !== '')
}
