import { cleanText } from '../../reading/read-source.ts'

/** What was said, without the mention by which the bot was addressed. */
export const wordsFor = (content: string, bot: string): string =>
  cleanText(content.replace(new RegExp(`^\\s*<@!?${bot}>[\\s,:，：]*|\\s*<@!?${bot}>\\s*`, 'g'), ' ')).trim().slice(0, 4000)
