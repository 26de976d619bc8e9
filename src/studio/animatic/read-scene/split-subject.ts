import { onlySetting } from '../writer/setting.ts'
import type { Meaning } from './meaning.ts'
import { plain } from './plain.ts'
import { readWords, type Names, type Word } from './words.ts'

export type Subject = {
  /** What is to be seen. */
  told: Word[]
  /** «The lighthouse, night, rain.»: where and when, said above every shot of a scene. It stands behind the picture, never in front. */
  setting: Word[]
}

/** A sentence that names nothing but place and time is the setting, as long as another one tells what is seen. */
export function splitSubject(subject: string, names: Names): Subject {
  const sentences = plain(subject).split(/(?<=[.。!！?？])(?=\s|\p{Script=Han}|$)|\n/u).map((sentence) => sentence.trim()).filter(Boolean)
  const labels = sentences.map(isLabel)
  const isSetting = sentences.some((sentence, at) => !namesOnlySetting(sentence, names) && !labels[at] && readWords(sentence, names).some((word) => word.meanings.some(visible)))
    ? sentences.map((sentence, at) => labels[at] || namesOnlySetting(sentence, names)) : labels
  if (isSetting.every(Boolean)) return { told: readWords(sentences.join('\n'), names), setting: [] }
  const those = (setting: boolean) => readWords(sentences.filter((_, at) => isSetting[at] === setting).join('\n'), names)
  return { told: those(false), setting: those(true) }
}

function namesOnlySetting(sentence: string, names: Names): boolean {
  const words = readWords(sentence, names)
  return words.some((word) => word.meanings.some(placing)) && words.every((word) => !word.strange && !word.denied && (word.meanings.length === 0 || word.meanings.some((meaning) => placing(meaning) || beside.has(meaning.is)) && !word.meanings.some(visible)))
}

/** As our own writer heads a shot: «a city street, night, rain». */
function isLabel(sentence: string): boolean {
  const bare = sentence.replace(/[.。]$/u, '')
  return onlySetting(bare) || onlySetting(bare.charAt(0).toLowerCase() + bare.slice(1))
}

const placing = (meaning: Meaning) => ['place', 'hour', 'weather', 'season'].includes(meaning.is)
const beside = new Set<Meaning['is']>(['determiner', 'within', 'aside', 'silent', 'quality', 'sky', 'scale', 'old'])
const visible = (meaning: Meaning) => ['thing', 'person', 'member', 'pronoun', 'posture', 'doing'].includes(meaning.is) && !(meaning.is === 'thing' && (meaning.stands === 'sky' || meaning.kind === 'mist'))
