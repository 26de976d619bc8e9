import type { Meaning } from './meaning.ts'
import type { Word } from './words.ts'

/** «…, no crow» and 「，没有乌鸦」: a clause of its own that only says what is not there takes it out of every sentence. */
export function removed(words: readonly Word[]): (meaning: Meaning) => boolean {
  const kinds = new Set<string>()
  for (const clause of new Set(words.map((word) => word.clause))) {
    const said = words.filter((word) => word.clause === clause)
    if (said.length < 2 || !said[0]?.meanings.some((meaning) => meaning.is === 'not')) continue
    const rest = said.slice(1)
    if (!rest.every((word) => word.meanings.some((meaning) => allowed.has(meaning.is)))) continue
    for (const word of rest) for (const meaning of word.meanings) { const key = keyOf(meaning); if (key) kinds.add(key) }
  }
  return (meaning) => { const key = keyOf(meaning); return key !== null && kinds.has(key) }
}

const keyOf = (meaning: Meaning): string | null =>
  meaning.is === 'thing' ? `thing ${meaning.kind}` : meaning.is === 'member' ? `member ${meaning.index}` : meaning.is === 'person' && !meaning.generic ? `person ${meaning.name ?? meaning.role}` : meaning.is === 'sky' && meaning.moon ? 'moon' : meaning.is === 'sky' && meaning.stars ? 'stars' : null

const allowed = new Set<Meaning['is']>(['thing', 'member', 'person', 'determiner', 'colour', 'quality', 'scale', 'number', 'old', 'young', 'sky', 'nobody', 'silent'])

/** Words that empty the picture of people whoever else the text names. */
export const emptied = (words: readonly Word[]) => words.some((word) => word.text === 'nobody in sight' || word.text === '画中无人')
