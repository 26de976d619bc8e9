import type { Language } from '../../film/brief.ts'

/** The language in which somebody is spoken to: Chinese for every Chinese Discord, English for all others. */
export const languageOf = (locale: string): Language => /^zh\b/i.test(locale) ? 'zh' : 'en'

/** Words of a command in both languages, for the person who asks. */
export const inLanguage = <Words>(words: Record<Language, Words>, { locale }: { locale: string }): Words => words[languageOf(locale)]
