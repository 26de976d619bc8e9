import type { Said } from './finish-speech.ts'

/** When each word begins: a Chinese character, a word elsewhere. `at` indexes the whole text; times never run backwards. */
export function timeWords({ piece, marks }: Said, shift: number, begins: number, ends: number): { at: number; seconds: number }[] {
  const units = wordsOf(piece.text)
  const unitOf = codeUnits(piece.text)
  const first = new Map<number, number>()
  for (const mark of marks) {
    const unit = unitOf[mark.at]
    const word = unit === undefined ? -1 : units.findLastIndex(({ at }) => at <= unit)
    if (word >= 0 && !first.has(word)) first.set(word, Math.min(ends, Math.max(begins, mark.seconds + shift)))
  }
  const starts = units.map((_, index) => first.get(index))
  if (starts.length > 0) starts[0] = begins
  let last = begins
  const known = starts.map((start) => (start === undefined || start < last ? undefined : (last = start)))
  return units.map(({ at }, index) => ({ at: piece.at + at, seconds: known[index] ?? guess(known, index, ends) }))
}

/** A word that eSpeak did not mark lies evenly between its neighbours. */
function guess(known: (number | undefined)[], index: number, ends: number) {
  let before = index
  while (before > 0 && known[before] === undefined) before--
  let after = index
  while (after < known.length && known[after] === undefined) after++
  const from = known[before] ?? 0
  return from + (((known[after] ?? ends) - from) * (index - before)) / (after - before)
}

function wordsOf(text: string) {
  return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}'’]+?(?=\p{Script=Han})|[\p{L}\p{N}\p{M}'’]+/gu)].map((match) => ({ at: match.index, length: match[0].length }))
}

/** eSpeak counts code points, a string counts UTF-16 units. */
function codeUnits(text: string) {
  let end = 0
  return Array.from(text, (letter) => { end += letter.length; return end - letter.length })
}
