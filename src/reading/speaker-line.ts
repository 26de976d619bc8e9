import type { Line } from '../film/script.ts'
import { guessLanguage } from './guess-language.ts'

/** A cell or script line that is known to be spoken: «苏轼：…», «MARY (V.O.): …», «旁白：…»; without a name it is the narrator's. */
export function speakerLine(text: string): Line {
  // A bold name is still a name.
  const cue = splitCue(text.replace(/^\*\*([^*:：\n]+)(?:\*\*\s*([:：])|([:：])\s*\*\*)/, '$1$2$3'))
  return cue && cue.text !== '' ? lineOf(cue.speaker, cue.text) : lineOf(null, text)
}

export const lineOf = (speaker: string | null, text: string): Line => ({ speaker, text, language: guessLanguage(text) })

/** `raw` is the name as written, with its bracket; speaker null is the narrator. Null when no name stands before a colon. */
export function splitCue(text: string): { speaker: string | null; raw: string; note: string; text: string } | null {
  const match = /^([^\s:：*][^:：*\n]{0,39}?)\s*[:：]\s*([\s\S]*)$/.exec(text)
  const raw = match?.[1]?.trim() ?? ''
  const name = raw.replace(/\s*[(（[【][^)）\]】]*[)）\]】]/g, '').trim()
  const note = /[(（[【]([^)）\]】]*)[)）\]】]/.exec(raw)?.[1]?.trim() ?? ''
  if (!match || !isName(name) || /^https?$/i.test(raw) || /^\d$/.test(raw.at(-1) ?? '')) return null
  return { speaker: narrators.test(name) ? null : name, raw, note, text: match[2] ?? '' }
}

const narrators = /^(?:旁白|解说|解说词|画外音|叙述者|叙述|narrator|narration|voice[- ]?over|v\.?\s?o\.?|vo|announcer)$/i

/** At most a few words, no sentence inside, and not «he said». */
function isName(name: string): boolean {
  if (!/\p{L}/u.test(name) || /[，。！？；,!?;“”"「」|<>]/.test(name) || /\.\s/.test(name.replace(/\b(mr|mrs|ms|dr|st|prof)\.\s/gi, ''))) return false
  if (/\p{Script=Han}/u.test(name)) return name.length <= 10 && !/[曰道说问答云叹写着]$/.test(name)
  const words = name.split(/\s+/)
  return words.length <= 4 && !/\b(?:said|says|asked|is|are|was|were|the following|that)\b/i.test(name) && (words.every((word) => /^[^\p{Ll}]/u.test(word)) || words.length === 1 || narrators.test(name))
}
