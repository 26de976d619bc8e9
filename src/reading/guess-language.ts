import type { Language } from '../film/brief.ts'

/** Chinese when there is more of it than of English words; numbers, marks and other scripts do not count. */
export function guessLanguage(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu)?.length ?? 0
  return han > words ? 'zh' : 'en'
}
