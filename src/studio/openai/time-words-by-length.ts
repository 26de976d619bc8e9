/**
 * When each word begins, where the voice does not say: by how long words are to say, with a breath at every mark.
 * A character in Chinese, a word elsewhere; `at` indexes the text.
 */
export function timeWordsByLength(text: string, { from, to }: { from: number; to: number }): { at: number; seconds: number }[] {
  const units = [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}'’]+?(?=\p{Script=Han})|[\p{L}\p{N}\p{M}'’]+/gu)]
    .map(({ 0: word, index }, order, all) => {
      const next = all[order + 1]
      return { at: index, weight: weigh(word) + (next ? breath(text.slice(index + word.length, next.index)) : 0) }
    })
  const whole = units.reduce((sum, { weight }) => sum + weight, 0)
  let said = 0
  return units.map(({ at, weight }) => {
    const seconds = from + (to - from) * (said / whole)
    said += weight
    return { at, seconds }
  })
}

/** A Chinese character is a syllable; of a word, about every third letter begins one. */
const weigh = (word: string) => /\p{Script=Han}/u.test(word) ? 1 : Math.max(1, word.length / 3)

const breath = (between: string) => /[。！？!?.…—\n]/.test(between) ? 2 : /[；;：:]/.test(between) ? 1.5 : /[，,、]/.test(between) ? 1 : 0
