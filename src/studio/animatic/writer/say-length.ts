import type { Language } from '../../../film/brief.ts'
import { isClassical } from './split-text.ts'

/** Room for a breath after a line, in seconds. */
export const air = 0.8

/** Seconds the voice needs for the words. Counted by script, not by the film's language: texts mix. */
export function saySeconds(text: string, language: Language, classical = language === 'zh' && isClassical(text)): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const words = text.match(/[\p{Alphabetic}\p{Number}][\p{Alphabetic}\p{Mark}\p{Number}'’-]*/gu)
    ?.map((word) => word.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, '')).filter(Boolean) ?? []
  // A very long word is not said in the time of a short one: seven letters make one.
  const spoken = words.reduce((sum, word) => sum + Math.max(1, word.length / 7), 0)
  return han / (classical ? 4 : 4.5) + spoken / 2.4
}
