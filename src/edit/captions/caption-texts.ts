import type { Line } from '../../film/script.ts'
import { linesIn } from './reading.ts'
import { bestBreaks, breaksOf } from './sense-breaks.ts'
import { subtitled } from './subtitled.ts'

/** What stands in one caption, and which part of the line's text it is. */
export type CaptionText = { text: string; at: number; end: number }

/** The line cut into captions. Chinese loses the commas and full stops that a subtitle does not show; every other character stays. */
export function captionTexts({ text, language }: Line, max: number): CaptionText[] {
  const room = max * linesIn[language]
  const target = language === 'zh' ? max * 0.72 : max * 1.4
  return bestBreaks(breaksOf(text, language), { target, max: language === 'zh' ? room : room - 8 })
    .map(({ from, to }) => ({ text: language === 'zh' ? subtitled(text.slice(from, to)) : text.slice(from, to).replace(/\s+/g, ' ').trim(), at: from, end: to }))
    .filter((caption) => caption.text !== '')
}
