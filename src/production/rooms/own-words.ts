/** Where a line stands in the text that it is from; null where the text does not say it there. */
export type Found = { text: string; from: number; to: number } | null

/**
 * Holds lines to the text they are from: each is looked for after the one before it, letter by letter, and comes back
 * in the text's own letters and marks. Whoever wrote the lines down cannot have changed a word.
 */
export function ownWords(lines: readonly string[], source: string): Found[] {
  const text = lettersOf(source)
  let after = 0
  return lines.map((line) => {
    const said = lettersOf(line).letters
    if (said === '') return null
    const at = find(text, said, after)
    if (at < 0) return null
    after = at + said.length
    const [from, to] = [text.places[at] ?? 0, (text.places[after - 1] ?? 0) + (text.widths[after - 1] ?? 1)]
    const whole = withMarks(source, from, to, line.trim())
    return { text: source.slice(whole.from, whole.to).replace(/(?<=\p{Script=Han}|[，。！？；：、])\s*\n\s*/gu, '').replace(/\s+/gu, ' '), from, to }
  })
}

/** What of the text no line says, in the text's own words. Shorter pieces than `least` letters are let go. */
export function unsaid(found: readonly Found[], source: string, least = 1): string[] {
  const ends = [...found.filter((each) => each !== null).toSorted((a, b) => a.from - b.from), { from: source.length, to: source.length }]
  return ends.flatMap(({ from }, index) => {
    const piece = source.slice(ends[index - 1]?.to ?? 0, from).replace(/^[^\p{L}\p{N}]+/u, '').trim()
    return lettersOf(piece).letters.length >= least ? [piece] : []
  })
}

/** How alike two texts are, 0…1, by the pairs of letters that they share. */
export function likeness(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => pairs(lettersOf(text).letters)) as [Map<string, number>, Map<string, number>]
  let shared = 0
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
  const all = sum(first) + sum(second)
  return all === 0 ? 0 : 2 * shared / all
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)

function pairs(letters: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at < letters.length - 1; at++) counts.set(letters.slice(at, at + 2), (counts.get(letters.slice(at, at + 2)) ?? 0) + 1)
  return counts
}

type Letters = { letters: string; places: number[]; widths: number[]; begins: boolean[] }

/** Letters and digits alone, small; each knows where in the text it stands. */
function lettersOf(text: string): Letters {
  let letters = ''
  const places: number[] = []
  const widths: number[] = []
  const begins: boolean[] = []
  let at = 0
  let inWord = false
  for (const character of text) {
    const isLetter = /[\p{L}\p{N}\p{M}]/u.test(character)
    if (isLetter) {
      for (const small of character.normalize('NFKC').toLowerCase().split('')) {
        letters += small
        places.push(at)
        widths.push(character.length)
        begins.push(!inWord || isHan(character))
        inWord = true
      }
      if (isHan(character)) inWord = false
    } else if (!/['’‘]/.test(character)) inWord = false
    at += character.length
  }
  return { letters, places, widths, begins }
}

const isHan = (character: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)

/** Whole words only: «he» is not said in «there». */
function find({ letters, begins }: Letters, said: string, after: number): number {
  for (let at = letters.indexOf(said, after); at >= 0; at = letters.indexOf(said, at + 1)) {
    const next = at + said.length
    if (begins[at] && (next === letters.length || begins[next])) return at
  }
  return -1
}

const closers: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"', '《': '》', '(': ')', '（': '）', '«': '»' }

/** The marks that end it go with it; marks of quotation only as a pair, and only where the line has them. */
function withMarks(source: string, from: number, to: number, line: string): { from: number; to: number } {
  const after = (at: number) => at + (/^[.,!?…。，！？；：、;:—–-]*/u.exec(source.slice(at))?.[0].length ?? 0)
  const opener = source[from - 1] ?? ''
  const inside = line.startsWith(opener) && opener !== '' ? closers[opener] : undefined
  const end = after(to)
  if (inside === undefined) return { from, to: end }
  return source[end] === inside ? { from: from - 1, to: after(end + 1) } : { from: source.slice(from, to).includes(inside) ? from - 1 : from, to: end }
}
