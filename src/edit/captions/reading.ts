import type { Language } from '../../film/brief.ts'
import { bestBreaks, breaksOf } from './sense-breaks.ts'

/** Characters that a reader takes in each second. */
export const readingSpeed: Record<Language, number> = { zh: 9, en: 17 }

/** Characters in a line: fewer where the frame is narrow. */
export function lineLength(language: Language, ratio: number): number {
  const narrow = ratio < 0.8 ? 2 : ratio < 1.2 ? 1 : 0
  return { zh: [18, 14, 12], en: [42, 32, 26] }[language][narrow] ?? 12
}

export const linesIn: Record<Language, number> = { zh: 1, en: 2 }

/** One caption as its lines: two of about one length in English, broken where the voice could rest. */
export function linesOf(text: string, language: Language, max: number): string[] {
  if (text.length <= max) return [text]
  return bestBreaks(breaksOf(text, language), { target: text.length / 2, max }).map(({ from, to }) => text.slice(from, to).trim())
}
