import type { Language } from '../../../film/brief.ts'

/** One breath: words of one tongue, where they begin in the text (UTF-16), and the silence after them. */
export type Piece = { text: string; at: number; tongue: string; pause: number }
export type SpeechPlan = { pieces: Piece[]; pace: number; unspoken: string[] }

/** Cuts a text into breaths. Positions in a piece are positions in the text: what cannot be said becomes a space. */
export function planSpeech(text: string, language: Language): SpeechPlan {
  const { sayable, unspoken } = withoutTheUnsayable(text)
  const classical = language === 'zh' && isClassical(text)
  const slow = classical ? 1.3 : 1
  const pieces = runsOfOneTongue(sayable, language === 'zh' ? 'cmn' : 'en')
    .flatMap((run) => (run.tongue === 'cmn' ? phrases(run, clause) : sentences(run)))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
    .map((piece) => ({ ...piece, pause: piece.pause * slow }))
  return { pieces, pace: classical ? 0.92 : 1, unspoken }
}

const tongues: [RegExp, string][] = [
  [/\p{Script=Han}/u, 'cmn'], [/\p{Script=Latin}/u, 'en'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'], [/\p{Script=Cyrillic}/u, 'ru'], [/\p{Script=Greek}/u, 'el'], [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Devanagari}/u, 'hi'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'], [/\p{Script=Georgian}/u, 'ka'], [/\p{Script=Armenian}/u, 'hy'],
]
const tongueOf = (letter: string) => tongues.find(([script]) => script.test(letter))?.[1]

/** eSpeak reads a rare character as the name of its code point, in letters: silence is kinder. */
function withoutTheUnsayable(text: string) {
  const unspoken = new Set<string>()
  const sayable = Array.from(text, (letter) => {
    const plain = letter.normalize('NFKC')
    if (/[Ａ-Ｚａ-ｚ０-９]/.test(letter)) return plain
    const known = letter.length === 1 && /[\p{L}\p{N}\p{M}]/u.test(letter) && (tongueOf(letter) !== undefined || /[\p{N}\p{M}]/u.test(letter))
    if (known || /[\s\p{P}%+=&$€£¥]/u.test(letter)) return letter
    if (/[\p{L}\p{N}]/u.test(letter) || /\p{Extended_Pictographic}/u.test(letter)) unspoken.add(letter)
    return ' '.repeat(letter.length)
  }).join('')
  return { sayable, unspoken: [...unspoken] }
}

function runsOfOneTongue(text: string, standard: string): Piece[] {
  const runs: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    const last = runs.at(-1)
    // Digits stay with the words before them, except at a line's start, where the language of the line has them.
    const tongue = tongueOf(letter) ?? last?.tongue ?? standard
    const joins = last && (last.tongue === tongue || (last.tongue === 'ja' && tongue === 'cmn') || !/[\p{L}\p{N}]/u.test(last.text))
    if (last && joins) { last.text += letter; if (!/[\p{L}\p{N}]/u.test(last.text.slice(0, -1))) last.tongue = tongue } else runs.push({ text: letter, at, tongue, pause: 0.04 })
  }
  return runs
}

const pauses: [RegExp, number][] = [[/[。！？!?.]/, 0.5], [/…/, 0.6], [/—/, 0.4], [/[；;\n]/, 0.42], [/[：:]/, 0.34], [/[，,]/, 0.26], [/、/, 0.16]]
// Nobody says more than forty characters in one breath, whatever the text leaves out.
const clause = /[^，。！？；：、…—,;:!?\n]{1,40}[，。！？；：、…—,;:!?\n”’」』）》\s]*/gu
const anyClause = /[^,;:—\n]{1,280}[,;:—\n\s]*/gu

function phrases(run: Piece, pattern: RegExp): Piece[] {
  return [...run.text.matchAll(pattern)].map(([text], index, all) => ({
    text,
    at: run.at + (all[index]?.index ?? 0),
    tongue: run.tongue,
    pause: pauses.find(([mark]) => mark.test(/[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? ''))?.[1] ?? run.pause,
  }))
}

/** A language with stress keeps its sentence whole, for the melody; only a very long one is cut at its commas. */
function sentences(run: Piece): Piece[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(run.text)].flatMap(({ segment, index }) => {
    const sentence = { text: segment, at: run.at + index, tongue: run.tongue, pause: /[.!?…]\W*$/.test(segment) ? 0.42 : /\W$/.test(segment.trimEnd()) ? 0.25 : run.pause }
    return segment.length > 280 || /[\n—]/.test(segment.trim()) ? phrases(sentence, anyClause) : [sentence]
  })
}

function isClassical(text: string) {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const old = text.match(/[之乎者也矣焉哉兮曰其于於與吾汝乃遂亦]/gu)?.length ?? 0
  const now = text.match(/[的了吗们这那呢吧]|什么|因为|所以/gu)?.length ?? 0
  return han >= 4 && now === 0 && old / han > 0.06
}
