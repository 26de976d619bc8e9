import type { Language } from '../../../film/brief.ts'
import type { Beat, CastMember } from '../../../film/script.ts'
import { findSpeech } from './find-speech.ts'
import { saySeconds } from './say-length.ts'
import { clauses, isClassical, isVerse, join, lines, sentences } from './split-text.ts'

/** A paragraph or stanza in beats: one thing said or told each. The lines of all beats, joined, are the text. */
export function proseBeats(paragraph: string, { cast, language, spoken, wishIsStory }: { cast: readonly CastMember[]; language: Language; spoken: string[]; wishIsStory: boolean }): Beat[] {
  const stage = wishIsStory ? /^[（(](.+)[）)]$/su.exec(paragraph.trim()) : null
  if (stage?.[1]) return [{ action: stage[1].trim(), line: null }]
  const classical = isClassical(paragraph)
  const most = classical ? 5 : 8
  if (isVerse(paragraph)) return couplets(lines(paragraph)).map((text) => tell(text, null, language))
  const beats: Beat[] = []
  for (const run of unwrap(paragraph).flatMap((line) => findSpeech(line, cast, spoken))) {
    if (run.speaker) spoken.push(run.speaker)
    let held = ''
    for (const piece of sentences(run.text).flatMap((sentence) => breathe(sentence, most))) {
      const together = join(held, piece)
      // A word alone is no shot; two short sentences of one voice are one beat.
      if (held && (saySeconds(held, language, classical) >= 1.6 || saySeconds(together, language, classical) > most)) {
        beats.push(tell(held, run.speaker, language))
        held = piece
      } else held = together
    }
    if (held) beats.push(tell(held, run.speaker, language))
  }
  return gather(beats, language)
}

/** A sentence too long for one breath, in parts at its clauses, each as long as fits. */
export function breathe(sentence: string, mostSeconds: number): string[] {
  const zh: Language = /\p{Script=Han}/u.test(sentence) ? 'zh' : 'en'
  if (saySeconds(sentence, zh) <= mostSeconds) return [sentence]
  const pieces = clauses(sentence).flatMap((piece) => (saySeconds(piece, zh) > 12 ? chop(piece) : [piece]))
  const total = saySeconds(sentence, zh)
  // Even parts: two of five seconds read better than one of eight and one of two.
  const fair = total / Math.ceil(total / mostSeconds)
  const parts: string[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (last !== undefined && (saySeconds(last, zh) + saySeconds(piece, zh) / 2 <= fair || saySeconds(last, zh) < 1.2)) parts[parts.length - 1] = join(last, piece)
    else parts.push(piece)
  }
  const end = parts.at(-1)
  if (parts.length > 1 && end !== undefined && saySeconds(end, zh) < 1.2) parts.splice(-2, 2, join(parts.at(-2) ?? '', end))
  return parts
}

/** Twelve seconds without a comma: nobody has that much breath. At a space, else anywhere. */
const chop = (piece: string): string[] => piece.match(/.{1,60}(?:\s+|$)|\S{1,40}/gsu)?.map((part) => part.trim()).filter(Boolean) ?? [piece]

const tell = (text: string, speaker: string | null, language: Language): Beat => ({ action: text, line: { speaker, text, language: lineLanguage(text, language) } })

/** Texts mix: a line is read by the voice of the script most of it is written in. */
export function lineLanguage(text: string, language: Language): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han + words === 0 ? language : han >= words ? 'zh' : 'en'
}

/** A file's hard line breaks are no pauses; short lines and finished sentences keep theirs. */
function unwrap(paragraph: string): string[] {
  const rows = lines(paragraph)
  if (rows.every((row) => row.length <= 40)) return rows
  return rows.reduce<string[]>((whole, row) => {
    const last = whole.at(-1)
    if (last === undefined || (/[。！？.!?…:：]["”’」』]?$/u.test(last) && last.length < 60)) return [...whole, row]
    return [...whole.slice(0, -1), join(last, row)]
  }, [])
}

function couplets(rows: string[]): string[] {
  const pairs: string[] = []
  for (const row of rows) {
    const last = pairs.at(-1)
    const zh = lineLanguage(row, 'en') === 'zh'
    const fits = last !== undefined && !last.includes('\n') && (zh ? last.length <= 9 && row.length <= 9 : saySeconds(`${last} ${row}`, 'en') <= 6)
    // Two lines of verse stay two lines on the screen.
    if (fits && !/[。.!?！？]["”’]?$/u.test(last)) pairs[pairs.length - 1] = `${last}\n${row}`
    else pairs.push(row)
  }
  return pairs
}

/** «客曰：» or «said the keeper.» alone is too little for a picture: it joins the narrator's neighbouring words. */
function gather(beats: Beat[], language: Language): Beat[] {
  const kept: Beat[] = []
  for (const beat of beats) {
    const last = kept.at(-1)
    const short = (one: Beat) => one.line !== null && saySeconds(one.line.text, language) < 1.1
    if (last?.line && beat.line && last.line.speaker === beat.line.speaker && (short(last) || short(beat)) && saySeconds(last.line.text + beat.line.text, language) < 9) {
      kept[kept.length - 1] = tell(join(last.line.text, beat.line.text), beat.line.speaker, language)
    } else kept.push(beat)
  }
  return kept
}
