import type { Act, Script } from '../../film/script.ts'
import { unsaid, ownWords, likeness } from './own-words.ts'

/** A line that is not in the text, or a passage that is not in the script. */
export type Wrong = { at: string; problem: 'not in the text' | 'left out'; text: string }

export type Held = { acts: Act[]; wrong: Wrong[] }

/**
 * A script held to the text it is of: lines are set in the text's own letters; what is not in it, or not in this order,
 * is wrong; so is what nobody says and nothing shows, where all of it was asked for.
 */
export function heldToText(acts: readonly Act[], source: string, { whole }: { whole: boolean }): Held {
  const beats = acts.flatMap((act, inActs) => act.beats.map((beat, inBeats) => ({ beat, at: `${inActs + 1}.${inBeats + 1}` })))
  const spoken = beats.filter(({ beat }) => (beat.line?.text.trim() ?? '') !== '')
  const found = ownWords(spoken.map(({ beat }) => beat.line?.text ?? ''), source)
  const own = new Map(spoken.map(({ beat }, index) => [beat, found[index] ?? null]))
  const changed = spoken.flatMap(({ beat, at }, index): Wrong[] => found[index] ? [] : [{ at, problem: 'not in the text', text: beat.line?.text ?? '' }])
  const shown = beats.map(({ beat }) => beat.action).join('\n')
  const left = whole ? unsaid(found, source, 2).flatMap(sentencesOf).filter((piece) => likeness(piece, piece) > 0 && !isHeading(piece, source) && !isShown(piece, shown)) : []
  const held = acts.map((act) => ({
    ...act,
    beats: act.beats.map((beat) => {
      const line = own.get(beat)
      return beat.line && line ? { ...beat, line: { ...beat.line, text: line.text } } : beat.line?.text.trim() === '' ? { ...beat, line: null } : beat
    }),
  }))
  return { acts: held, wrong: [...changed, ...left.map((text): Wrong => ({ at: '', problem: 'left out', text }))] }
}

const sentencesOf = (piece: string) => piece.match(/[^.!?。！？\n]+[.!?。！？]*/gu)?.map((each) => each.trim()).filter((each) => /\p{L}.*\p{L}/su.test(each)) ?? []

/** «he said», a stage direction in brackets, the title over the text. */
function isHeading(piece: string, source: string): boolean {
  const words = piece.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length <= (/\p{Script=Han}/u.test(piece) ? 6 : 4)) return true
  if (new RegExp(`[(（【\\[][^)）】\\]]*${piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(source)) return true
  return source.trimStart().replace(/^#+\s*/, '').startsWith(piece) && words.length <= 12
}

const isShown = (piece: string, shown: string) => ownWords([piece], shown)[0] !== null

/** The cast's names for whoever speaks, and no others. */
export const speakersOf = (script: Pick<Script, 'acts'>) =>
  [...new Set(script.acts.flatMap(({ beats }) => beats.flatMap(({ line }) => line?.speaker ?? [])))]
