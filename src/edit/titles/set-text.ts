import type { SKRSContext2D } from '@napi-rs/canvas'

export type Setting = { size: number; rows: string[] }

/** The largest size, up to `size`, at which the text fits the box, broken at words; a text of any length fits. */
export function setText(context: SKRSContext2D, text: string, { size, width, height, font }: { size: number; width: number; height: number; font: (size: number) => string }): Setting {
  for (let tried = size; ; tried *= 0.93) {
    context.font = font(tried)
    const rows = wrapText(context, text, width)
    // Big lettering in one line is kept while it is not much smaller than in two.
    const settled = rows.length * tried * 1.3 <= height && rows.every((row) => context.measureText(row).width <= width)
    if ((settled && (rows.length === 1 || tried < size * 0.72)) || tried < 7) return { size: tried, rows: rows.slice(0, Math.max(1, Math.floor(height / (tried * 1.3)))) }
  }
}

export function wrapText(context: SKRSContext2D, text: string, width: number): string[] {
  const rows: string[] = ['']
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.replace(/\s+/g, ' ').trim())) {
    for (const piece of context.measureText(segment).width > width ? Array.from(segment) : [segment]) {
      const row = rows.at(-1) ?? ''
      if (row !== '' && context.measureText(row + piece).width > width && !/^[\p{P}\s]/u.test(piece)) rows.push(piece.trimStart())
      else rows[rows.length - 1] = row + piece
    }
  }
  return rows.map((row) => row.trim()).filter((row) => row !== '')
}

export const isRightToLeft = (text: string) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text)
