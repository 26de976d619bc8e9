import type { Language } from '../../../film/brief.ts'
import type { Speech } from './finish-speech.ts'

/** Faster than this is no longer a person speaking. */
const fastest = 1.35

/** Says a line again, faster, until it fits into its seconds; a line that cannot is said as fast as may be, with a remark of how much is cut off. */
export async function fitSpeech(say: (faster: number) => Promise<Speech>, within: number | null, language: Language = 'en'): Promise<{ speech: Speech; remark: string | null }> {
  let speech = await say(1)
  if (within === null) return { speech, remark: null }
  let faster = 1
  // Rate and length are not quite inverse: a second step closes what the first left over.
  for (let tries = 0; tries < 2 && speech.seconds > within && faster < fastest; tries++) {
    faster = Math.min(fastest, faster * (speech.seconds / within) * 1.02)
    speech = await say(faster)
  }
  if (speech.seconds <= within) return { speech, remark: null }
  return { speech, remark: tooLong[language](speech.seconds.toFixed(1), within.toFixed(1)) }
}

const tooLong: Record<Language, (needed: string, room: string) => string> = {
  en: (needed, room) => `the line takes ${needed} s even when said ${fastest} times as fast, and the shot has room for ${room} s: its end is cut off. Make the shot longer, or the line shorter.`,
  zh: (needed, room) => `这句台词念快到 ${fastest} 倍也要 ${needed} 秒，镜头只有 ${room} 秒，结尾会被截掉。请把镜头放长，或把台词改短。`,
}
