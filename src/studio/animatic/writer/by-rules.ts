import type { Language } from '../../../film/brief.ts'

/** Said to the person with everything that is written here. */
export const byRules = (language: Language): string =>
  language === 'zh' ? '由本机按规则写成，未用语言模型' : 'by rules on this machine, no language model'
