import { forms, isPlural } from './forms.ts'
import { findIcons } from './icons.ts'
import { lexicon, plainKey } from './lexicon.ts'
import type { Meaning } from './meaning.ts'

/** A word of the text with what it may stand for. */
export type Word = {
  text: string
  meanings: Meaning[]
  plural: boolean
  chinese: boolean
  /** Counts the commas and stops before it. */
  clause: number
  sentence: number
  /** Said not to be there. */
  denied: boolean
  /** Known to no list: perhaps a noun that cannot be drawn. */
  strange: boolean
}

export type Names = ReadonlyMap<string, Meaning[]>

/** The text as words we know, longest first, with negation marked. `names` are the cast's. */
export function readWords(text: string, names: Names): Word[] {
  const found: Word[] = []
  let clause = 0
  let sentence = 0
  for (const [piece] of text.matchAll(/\p{Script=Han}+|[\p{L}\d][\p{L}\d'’\-]*(?:[ \t]+[\p{L}\d][\p{L}\d'’\-]*)*|[,，、;；:：()（）"“”—–]|[.。!！?？\n]|[^\s]/gu)) {
    if (/^[.。!！?？\n]$/u.test(piece)) { sentence++; clause++ }
    else if (/^[^\p{L}\d]/u.test(piece)) clause++
    else {
      const words = /^\p{Script=Han}/u.test(piece) ? chineseWords(piece, names) : mixedWords(piece, names)
      for (const word of words) found.push({ ...word, clause, sentence, denied: false })
    }
  }
  return deny(found)
}

/** The words of the same clause: they stand together. */
export function clauseOf(words: readonly Word[], at: number): readonly Word[] {
  const clause = words[at]?.clause
  let from = at
  let to = at + 1
  while (words[from - 1]?.clause === clause && from > 0) from--
  while (to < words.length && words[to]?.clause === clause) to++
  return words.slice(from, to)
}

type Bare = Omit<Word, 'clause' | 'sentence' | 'denied'>

/** `穿T恤的人`: a run that began with a letter may hold Han characters. */
function mixedWords(piece: string, names: Names): Bare[] {
  return [...piece.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].flatMap(([part]) =>
    /^\p{Script=Han}/u.test(part) ? chineseWords(part, names) : englishWords(part, names))
}

function englishWords(piece: string, names: Names): Bare[] {
  const { words, starts } = lexicon()
  const raw = plainKey(piece).split(' ').filter(Boolean)
  const found: Bare[] = []
  for (let at = 0; at < raw.length;) {
    const first = forms(raw[at] ?? '')
    let taken: Bare | undefined
    let length = names.size > 0 || first.some((form) => starts.has(form)) ? Math.min(5, raw.length - at) : 1
    for (; length >= 1 && !taken; length--) taken = phrase(raw.slice(at, at + length), first, words, names)
    const text = raw[at] ?? ''
    const icons = taken ? null : iconOf(raw.slice(at, at + 2), text)
    if (taken) { found.push(taken); at += length + 1 }
    else if (icons) { found.push(icons.word); at += icons.length }
    else {
      found.push({ text, meanings: [], plural: /[^s]s$/.test(text), chinese: false, strange: true })
      at++
    }
  }
  return found
}

function phrase(raw: string[], first: string[], words: Map<string, Meaning[]>, names: Names): Bare | undefined {
  const [last = ''] = raw.slice(-1)
  const middle = raw.slice(1, -1).join(' ')
  const text = raw.join(' ')
  const named = names.get(text) ?? names.get(text.replace(/'s$/, ''))
  if (named) return { text, meanings: named, plural: false, chinese: false, strange: false }
  for (const tail of raw.length === 1 ? first : forms(last)) {
    for (const head of raw.length === 1 ? [''] : first) {
      const key = raw.length === 1 ? tail : `${head}${middle && ' '}${middle} ${tail}`
      const meanings = words.get(key)
      if (meanings) return { text: key, meanings, plural: isPlural(last, tail), chinese: false, strange: false }
    }
  }
  return undefined
}

function iconOf(two: string[], one: string) {
  for (const length of [2, 1]) {
    const text = length === 2 ? two.join(' ') : one
    if (length > two.length) continue
    for (const form of length === 2 ? [text, ...forms(two[1] ?? '').map((tail) => `${two[0]} ${tail}`)] : forms(one)) {
      const icons = findIcons(form)
      if (icons) return { length, word: { text: form, meanings: [icons], plural: isPlural(one, form), chinese: false, strange: false } }
    }
  }
  return null
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const longest = 8
/** Endings which leave the word what it was: `船上`, `吹着`, `花儿`. */
const endings = /^[上下里中边旁内外前后间着了过到起们儿子头面]$/u

function chineseWords(piece: string, names: Names): Bare[] {
  const { words } = lexicon()
  const ends = new Map<number, number>()
  for (const { index, segment } of segmenter.segment(piece)) ends.set(index, index + segment.length)
  const known = (text: string) => names.get(text) ?? words.get(text)
  const found: Bare[] = []
  const push = (text: string, meanings: Meaning[], strange = false, plural = false) =>
    found.push({ text, meanings, plural, chinese: true, strange })
  for (let at = 0; at < piece.length;) {
    const last = found.at(-1)
    if (piece[at] === '们' && last) { last.plural = true; at++; continue }
    let length = Math.min(longest, piece.length - at)
    while (length > 0 && !known(piece.slice(at, at + length))) length--
    const unit = piece.slice(at, ends.get(at) ?? at + Math.max(length, 1))
    if (length >= unit.length) push(piece.slice(at, at + length), known(piece.slice(at, at + length)) ?? [])
    else {
      const icons = findIcons(unit)
      // The head of a Chinese noun is its end: 渡船 is a 船, but 月饼 is no 月.
      const head = [...Array(unit.length).keys()].slice(1).map((from) => unit.slice(from)).find((tail) => known(tail)?.some(isThingOrPerson))
      if (icons) push(unit, [icons])
      else if (length > 0 && endings.test(unit.slice(length))) push(unit, known(unit.slice(0, length)) ?? [], false, unit.endsWith('们'))
      else if (head) {
        if (length > 0 && length + head.length === unit.length) push(unit.slice(0, length), known(unit.slice(0, length)) ?? [])
        push(head, known(head) ?? [])
      } else if (length > 0 && !known(unit.slice(0, length))?.some(isThingOrPerson)) {
        push(unit.slice(0, length), known(unit.slice(0, length)) ?? [])
        at += length
        continue
      } else push(unit, [], true)
      at += unit.length
      continue
    }
    at += length
  }
  return found
}

const isThingOrPerson = (meaning: Meaning) => meaning.is === 'thing' || meaning.is === 'person' || meaning.is === 'place' || meaning.is === 'member'

/** «No boat» and «without boats, birds or people» reach to the end of the clause, or of the list, or to a «but». */
function deny(words: Word[]): Word[] {
  let reach: Word | undefined
  return words.map((word, at) => {
    const is = (kind: Meaning['is']) => word.meanings.some((meaning) => meaning.is === kind)
    if (is('but')) reach = undefined
    else if (reach && word.sentence !== reach.sentence) reach = undefined
    else if (reach && word.clause !== reach.clause) reach = listGoesOn(words, at) ? { ...reach, clause: word.clause } : undefined
    if (is('not')) reach = word
    return reach && !is('not') ? { ...word, denied: true } : word
  })
}

function listGoesOn(words: Word[], at: number): boolean {
  const here = words[at]
  const rest = words.slice(at).filter((word) => word.sentence === here?.sentence)
  const or = rest.findIndex((word) => word.text === 'or' || word.text === 'nor')
  return or >= 0 && or <= 5 && !rest.slice(0, or).some((word) => word.meanings.some((meaning) => meaning.is === 'verb' || meaning.is === 'person' && !word.plural && word.chinese))
}
