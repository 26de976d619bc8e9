import type { ShotNumber } from '../film/storyboard.ts'
import type { NoteBoard } from './note-board.ts'
import { chineseNumber } from './parse-seconds.ts'
import { findSizes } from './parse-size.ts'
import { readNumber } from './read-number.ts'

/** The shots a phrase is about and the words left without them; `unknown` says what exists when it names a shot that does not; `described` is the form «2.4: …». */
export type Addressed = { numbers: ShotNumber[]; rest: string; unknown: string | null; described: boolean }

/** Null when the phrase names no shot. */
export function addressShots(phrase: string, board: NoteBoard): Addressed | null {
  const found = byBranch(phrase, board) ?? byNumber(phrase, board) ?? byKindInAct(phrase, board) ?? byPlace(phrase, board) ?? byAll(phrase, board)
  return found && { ...found, described: /[:：]/.test(phrase) }
}

type Named = Omit<Addressed, 'described'>

const prefix = '(?:(?:shots?|scenes?|分镜|镜头|镜|第|no\\.?|number|#)\\s*)'
const dotted = '\\d{1,4}(?:[.．]\\d{1,4}){1,5}[a-d]?(?![\\d.]*\\s*(?:s\\b|sec|seconds?|秒|%|x\\b|times|倍|分钟|minutes?))'
const plain = '\\d{1,4}[a-z]?(?!\\d|\\s*(?:s\\b|sec|seconds?|秒|%|x\\b|times|倍|分钟|minutes?|st\\b|nd\\b|rd\\b|th\\b|个|幕))'
const one = `(?:${prefix}+(?:${dotted}|\\d{1,3}-\\d{1,3}(?!\\d)|${plain})|(?<![\\d.:])${dotted})`
const joint = '\\s*(?:,|，|、|&|\\+|/|and|和|与|跟|及|to|through|-|–|—|~|～|到|至)\\s*'
const list = new RegExp(`${one}(?:(?:镜头?|分镜|号)?${joint}(?:and\\s+|和)?(?:${one}|(?<![\\d.])${plain}(?=\\s*(?:$|[:：,，、\\-–]|镜|and\\b|和))))*\\s*(?:镜头|分镜|号镜|镜|号)?`, 'iu')

function byNumber(phrase: string, board: NoteBoard): Named | null {
  const found = list.exec(phrase) ?? leading(phrase, board)
  if (!found) return null
  const rest = tidy(phrase.slice(0, found.index) + ' ' + phrase.slice(found.index + found[0].length))
  const numbers = expand(found[0].trim(), board)
  return typeof numbers === 'string' ? { numbers: [], rest, unknown: numbers } : { numbers, rest, unknown: null }
}

/** «3: closer» and «3 closer», where the storyboard has a shot 3. */
const leading = (phrase: string, board: NoteBoard) => {
  const found = /^(\d{1,4})(?=\s*[:：]|\s+\p{L})(?!\s*(?:s|sec|seconds?|minutes?|秒|分钟)\b)/u.exec(phrase)
  return found && board.shots.some(({ number }) => number === found[1]) ? found : null
}

/** A list with ranges, in the board's own order; a sentence when a shot is not there. */
function expand(text: string, board: NoteBoard): ShotNumber[] | string {
  const known = board.shots.map(({ number }) => number)
  const items = text.replace(/(?:shots?|scenes?|分镜|镜头|镜|第|号|no\.?|number|#)\s*/gi, ' ').split(/\s*(?:,|，|、|&|\+|\/|and|和|与|跟|及)\s*/).filter((item) => item.trim() !== '')
  const numbers: ShotNumber[] = []
  for (const item of items) {
    const whole = readNumber(item)
    if (whole !== null && known.includes(whole)) {
      numbers.push(whole)
      continue
    }
    const [from, to, ...more] = item.split(/\s*(?:to|through|-|–|—|~|～|到|至)\s*/).map(readNumber)
    const wanted = to === undefined ? whole : null
    if (to === undefined || from == null || to === null || more.length > 0) {
      if (wanted !== null && known.includes(wanted)) numbers.push(wanted)
      else return missing(wanted ?? item.trim(), known)
      continue
    }
    const [start, end] = [known.indexOf(from), known.indexOf(to)]
    if (start === -1 || end === -1) return missing(start === -1 ? from : to, known)
    numbers.push(...known.slice(Math.min(start, end), Math.max(start, end) + 1))
  }
  return [...new Set(numbers)].sort((a, b) => known.indexOf(a) - known.indexOf(b))
}

const missing = (number: string, known: string[]) =>
  known.length === 0 ? `there is no storyboard yet, so no shot ${number}.` : `shot ${number} is not in this storyboard. It has ${known.length > 20 ? `${known.slice(0, 18).join(', ')} … ${known.at(-1)} (${known.length} shots)` : known.join(', ')}.`

const ordinals: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, last: -1, final: -1, opening: 1, closing: -1 }
const ordinal = Object.keys(ordinals).join('|')
const numeral = (word: string) => ordinals[word.toLowerCase()] ?? (/\d/.test(word) ? Number.parseInt(word, 10) : chineseNumber(word))

/** Shots of one act share their number's first part: «act 2», «the second act», 「第二幕」. */
function byAct(phrase: string, board: NoteBoard): Named | null {
  const found = new RegExp(`(?:the\\s+)?(?:\\b(?:act|part)\\s+(\\d{1,3}|one|two|three|four|five)\\b|(${ordinal}|\\d{1,2}(?:st|nd|rd|th))\\s+(?:act|part)\\b|第\\s*([一二三四五六七八九十\\d]{1,3})\\s*[幕场])`, 'i').exec(phrase)
  if (!found) return null
  const word = found[1] ?? found[2] ?? found[3] ?? ''
  const acts = [...new Set(board.shots.map(({ number }) => number.split('.')[0] ?? ''))]
  const wanted = ({ one: 1, two: 2, three: 3, four: 4, five: 5 } as Record<string, number>)[word.toLowerCase()] ?? numeral(word)
  const act = wanted === -1 ? acts.at(-1) : String(wanted)
  const numbers = board.shots.map(({ number }) => number).filter((number) => number.split('.')[0] === act)
  const unknown = numbers.length > 0 ? null : `there is no act ${act} in this storyboard. It has ${acts.length > 0 ? `acts ${acts.join(', ')}` : 'no shots yet'}.`
  return { numbers, rest: tidy(phrase.replace(found[0], ' ')), unknown }
}

/** «Act 1 close-ups»: of the act's shots those of a size. */
function byKindInAct(phrase: string, board: NoteBoard): Named | null {
  const act = byAct(phrase, board)
  if (!act || act.unknown) return act
  return byAll(act.rest, { ...board, shots: board.shots.filter(({ number }) => act.numbers.includes(number)) }) ?? act
}

/** «2.*»: all of which the number begins so. */
function byBranch(phrase: string, board: NoteBoard): Named | null {
  const found = /(?<![\d.])(\d{1,4}(?:\.\d{1,4}){0,4})\.(?:\*|x\b)/i.exec(phrase)
  if (!found) return null
  const numbers = board.shots.map(({ number }) => number).filter((number) => number.startsWith(`${found[1]}.`))
  return { numbers, rest: tidy(phrase.replace(found[0], ' ')), unknown: numbers.length > 0 ? null : missing(found[0], board.shots.map(({ number }) => number)) }
}

/** «the last shot», «the ending», 「第一个镜头」, 「最后一镜」. */
function byPlace(phrase: string, board: NoteBoard): Named | null {
  const found = new RegExp(`(?:the\\s+)?\\b(${ordinal})\\s+shot\\b|(最后|末)(?:一?个)?(?:一)?(?:镜头|分镜|镜)|(?:第([一二三四五六七八九十]{1,3})|第(\\d{1,3})|(首))个?(?:镜头|分镜|镜)|(?:the\\s+)?\\b(ending|outro)\\b|(结尾|片尾)|(?:the\\s+)(opening|intro)\\b|(开头|开场|片头)`, 'i').exec(phrase)
  if (!found || board.shots.length === 0) return null
  const place = found[2] || found[6] || found[7] ? -1 : found[5] || found[8] || found[9] ? 1 : numeral(found[1] ?? found[3] ?? found[4] ?? '')
  const shot = board.shots.at(place === -1 ? -1 : place - 1)
  return { numbers: shot ? [shot.number] : [], rest: tidy(phrase.replace(found[0], ' ')), unknown: shot ? null : `there are only ${board.shots.length} shots.` }
}

/** «all», «every shot», «all close-ups», 「所有特写」. */
function byAll(phrase: string, board: NoteBoard): Named | null {
  const plural = /^(?:the\s+)?(close-?ups|wides|wide shots|long shots|full shots|medium shots|mediums|inserts|establishing shots)\b/i.exec(phrase)
  if (plural) return byAll(`all ${phrase}`, board)
  const found = /\b(?:all|every|each)\b(?:\s+(?:of\s+)?(?:the\s+|them\b)?)?|所有的?|全部的?|每个|每一个|各个/i.exec(phrase)
  if (!found || board.shots.length === 0) return null
  const after = phrase.slice(found.index + found[0].length)
  const size = findSizes(after)[0]
  const near = size && size.from <= 2 ? size : undefined
  const numbers = board.shots.filter((shot) => !near || shot.size === near.value).map(({ number }) => number)
  const rest = tidy(phrase.slice(0, found.index) + ' ' + (near ? after.slice(near.to) : after).replace(/^\s*(?:shots?|ones|镜头|分镜|镜)/i, ''))
  return { numbers, rest, unknown: numbers.length > 0 ? null : `no shot is ${near?.phrase}.` }
}

const tidy = (words: string) => words.replace(/^\s*(?:把|将|给|(?:for|in|the)\b)?\s*[:：,，\-–]?\s*|\s*[:：,，]?\s*(?:\b(?:for|in|of|to|on))?\s*$/gi, '').replace(/\s+/g, ' ').trim()
