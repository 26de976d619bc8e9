import type { Language } from '../../film/brief.ts'
import type { Aspect } from '../../film/frame-size.ts'
import { bestBreaks, breaksOf } from './sense-breaks.ts'

/** Characters that a reader takes in each second. */
export const readingSpeed: Record<Language, number> = { zh: 9, en: 17 }

/** Characters in a line: fewer where the frame is narrow. */
export const lineLength: Record<Language, Record<Aspect, number>> = {
  zh: { '16:9': 18, '2.39:1': 18, '4:3': 16, '1:1': 14, '9:16': 12 },
  en: { '16:9': 42, '2.39:1': 42, '4:3': 38, '1:1': 32, '9:16': 26 },
}

export const linesIn: Record<Language, number> = { zh: 1, en: 2 }

/** One caption as its lines: two of about one length in English, broken where the voice could rest. */
export function linesOf(text: string, language: Language, max: number): string[] {
  if (text.length <= max) return [text]
  return bestBreaks(breaksOf(text, language), { target: text.length / 2, max }).map(({ from, to }) => text.slice(from, to).trim())
}
