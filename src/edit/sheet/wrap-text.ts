import type { SKRSContext2D } from '@napi-rs/canvas'

/** Lines no wider than `width` in the context's font, at most `limit`; what does not fit ends in an ellipsis. Chinese breaks anywhere its punctuation allows, Latin between words. */
export function wrapText(context: SKRSContext2D, text: string, width: number, limit: number): string[] {
  const wide = (line: string) => context.measureText(line).width
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text.trim())) {
    if (piece === '\n' || wide((line + piece).trimEnd()) > width) {
      if (line.trim() !== '') lines.push(line.trim())
      line = ''
      if (lines.length > limit) break
    }
    line = piece === '\n' ? '' : line + (line === '' ? piece.trimStart() : piece)
    // One piece wider than the line (an address, a long word) is cut by letters.
    while (wide(line.trimEnd()) > width && [...line].length > 1) {
      const fits = longestFit(line, width, wide)
      lines.push(fits)
      line = line.slice(fits.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  if (lines.length <= limit) return lines
  return [...lines.slice(0, limit - 1), ellipsis(lines[limit - 1] ?? '', width, wide)]
}

/** The text in one line, shortened where it must be. */
export const fitLine = (context: SKRSContext2D, text: string, width: number) => wrapText(context, text.replace(/\s+/g, ' '), width, 1)[0] ?? ''

const closes = /^[\p{Pe}\p{Pf}，。！？；：、…—,.!?;:%”’"')\]》」』·～]/u
const opens = /[\p{Ps}\p{Pi}“‘《「『([]$/u

/** The smallest runs that may not be broken: a word, or a character with the punctuation that belongs to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.replace(/[^\S\n]+/g, ' '))) {
    const before = pieces.at(-1)
    const inWord = before !== undefined && /[\p{Script=Latin}\p{N}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}'’\-_/]$/u.test(before) && /^[\p{Script=Latin}\p{N}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}'’\-_/ ]/u.test(segment)
    if (before !== undefined && before !== '\n' && segment !== '\n' && (closes.test(segment) || opens.test(before) || inWord)) pieces[pieces.length - 1] = before + segment
    else pieces.push(segment)
  }
  return pieces
}

function longestFit(line: string, width: number, wide: (line: string) => number) {
  let fits = ''
  for (const letter of line) {
    if (fits !== '' && wide(fits + letter) > width) break
    fits += letter
  }
  return fits
}

function ellipsis(line: string, width: number, wide: (line: string) => number) {
  let letters = [...line]
  while (letters.length > 0 && wide(`${letters.join('')}…`) > width) letters = letters.slice(0, -1)
  return `${letters.join('').replace(/[\s，。、；：,.;:]+$/u, '')}…`
}
