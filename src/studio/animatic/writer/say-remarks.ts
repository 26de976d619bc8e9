import type { Language } from '../../../film/brief.ts'

type Found = { missed: readonly string[]; wanted: number | null; natural: number; reached: boolean; got: number }

/** What the person should know about their board, in their language. */
export function sayRemarks({ missed, wanted, natural, reached, got }: Found, language: Language): string[] {
  const zh = language === 'zh'
  const remarks: string[] = []
  if (wanted !== null && !reached) {
    const length = Math.round(got)
    const longer = got > wanted
    remarks.push(zh
      ? (longer ? `台词至少要 ${length} 秒才说得完，放不进 ${wanted} 秒：一字未删，片长 ${length} 秒。` : `这段文字撑不满 ${wanted} 秒：片长 ${length} 秒。`)
      : (longer ? `The lines need at least ${length} s and do not fit ${wanted} s: no word was cut, the film is ${length} s long.` : `There is not enough here for ${wanted} s: the film is ${length} s long.`))
  } else if (wanted !== null && Math.abs(natural - wanted) > 2) {
    remarks.push(zh ? `自然片长 ${Math.round(natural)} 秒，按要求调成 ${wanted} 秒。` : `Its own pace would be ${Math.round(natural)} s; timed to the ${wanted} s that were asked for.`)
  }
  const words = [...new Set(missed.map((word) => word.trim()).filter(Boolean))]
  if (words.length > 0) {
    const shown = words.slice(0, 24).join(zh ? '、' : ', ') + (words.length > 24 ? (zh ? ` 等 ${words.length} 处` : ` and ${words.length - 24} more`) : '')
    remarks.push(zh ? `英文提示词里未能译出、因而略去的词：${shown}。` : `Words left out of the English prompts because they could not be translated: ${shown}.`)
  }
  return remarks
}
