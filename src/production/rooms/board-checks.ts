import type { Script } from '../../film/script.ts'
import { likeness, ownWords, unsaid, type Found } from './own-words.ts'
import type { ShotDraft } from './drafts.ts'

export type ScriptLine = { speaker: string | null; text: string; language: Script['language'] }
export type Fault = { at: string; problem: string; hard: boolean }

export const linesOf = ({ acts }: Pick<Script, 'acts'>): ScriptLine[] => acts.flatMap(({ beats }) => beats.flatMap(({ line }) => line && line.text.trim() ? [line] : []))

/**
 * The board's lines are the script's lines: each said once, in order, to the letter. What was only misspelt is put back
 * from the script; what is missing, new or out of order is a fault.
 */
export function heldToScript(shots: readonly ShotDraft[], lines: readonly ScriptLine[]): { shots: ShotDraft[]; repaired: string[]; faults: Fault[] } {
  const source = lines.map(({ text }) => text).join('\n')
  const spoken = shots.filter(({ line }) => line !== null && line.text.trim() !== '')
  const first = ownWords(spoken.map(({ line }) => line?.text ?? ''), source)
  const found = first.map((each, index) => each ?? putBack(spoken[index]?.line?.text ?? '', first, index, source))
  const own = new Map(spoken.map((shot, index) => [shot, found[index] ?? null]))
  const starts = startsOf(lines)
  const speakerAt = (at: number) => lines[starts.findLastIndex((start) => start <= at)]?.speaker ?? null
  const repaired = spoken.filter((_, index) => first[index] === null && found[index] !== null).map(({ number }) => number)
  return {
    shots: shots.map((shot) => {
      const line = own.get(shot)
      if (!shot.line || shot.line.text.trim() === '') return { ...shot, line: null }
      return line ? { ...shot, line: { speaker: speakerAt(line.from), text: line.text } } : shot
    }),
    repaired,
    faults: [
      ...spoken.flatMap((shot, index): Fault[] => found[index] ? [] : [{ at: shot.number, problem: `the script does not say «${shot.line?.text ?? ''}» here`, hard: true }]),
      ...spoken.flatMap((shot, index): Fault[] => spansTwo(found[index] ?? null, starts, lines) ? [{ at: shot.number, problem: 'two people speak in one shot’s line: give each a shot', hard: true }] : []),
      ...unsaid(found, source).map((text): Fault => ({ at: before(text, found, spoken, source), problem: `after this shot the script says «${text}», and no shot does`, hard: true })),
    ],
  }
}

const startsOf = (lines: readonly ScriptLine[]) => lines.map((_, index) => lines.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0))

/** Between two lines that stand, one that nearly does: it is what the script says there. */
function putBack(text: string, found: readonly Found[], index: number, source: string): Found {
  const [before, after] = [found[index - 1], found[index + 1]]
  if (before === null || after === null) return null
  const gap = source.slice(before?.to ?? 0, after?.from ?? source.length)
  const [own] = ownWords([gap], gap)
  if (!own || likeness(own.text, text) < 0.6) return null
  const offset = before?.to ?? 0
  return { ...own, from: own.from + offset, to: own.to + offset }
}

function spansTwo(found: Found, starts: readonly number[], lines: readonly ScriptLine[]): boolean {
  if (!found) return false
  const [one, other] = [found.from, found.to - 1].map((at) => starts.findLastIndex((start) => start <= at)) as [number, number]
  return lines.slice(one, other + 1).some(({ speaker }) => speaker !== lines[one]?.speaker)
}

/** The shot after which a passage is missing. */
function before(piece: string, found: readonly Found[], spoken: readonly ShotDraft[], source: string): string {
  const at = source.indexOf(piece.slice(0, 20))
  const index = found.findLastIndex((each) => each !== null && each.to <= Math.max(0, at))
  return spoken[index]?.number ?? '0'
}

const wide = ['extreme-wide', 'wide', 'full']

/** What an experienced eye finds without reading a word: grammar, prompts, movement. */
export function grammar(shots: readonly ShotDraft[]): Fault[] {
  const act = (shot: ShotDraft | undefined) => shot?.number.split('.')[0]
  return shots.flatMap((shot, index): Fault[] => {
    const last = shots[index - 1]
    const faults: [boolean, string, boolean][] = [
      [!/\p{Script=Latin}{3}/u.test(shot.prompt) || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}]{2}/u.test(shot.prompt), 'its image prompt is missing, or not in English', true],
      [`${shot.scene}${shot.picture}`.trim() === '', 'nothing says what is seen', true],
      [act(last) === act(shot) && last?.size === shot.size && last.angle === shot.angle && sameCast(last, shot), 'same size and angle on the same people as the shot before: the cut jumps', false],
      [act(last) !== act(shot) && !wide.includes(shot.size) && shot.size !== 'insert', 'an act begins here, and nothing shows where we are', false],
      [shot.size === 'insert' && index === 0, 'an insert before we know whose it is', false],
    ]
    return faults.filter(([wrong]) => wrong).map(([, problem, hard]) => ({ at: shot.number, problem, hard }))
  }).concat(restless(shots))
}

const sameCast = (one: ShotDraft, other: ShotDraft) => one.cast.toSorted().join() === other.cast.toSorted().join()

/** A camera that always moves tells nothing. */
function restless(shots: readonly ShotDraft[]): Fault[] {
  const moving = shots.filter(({ move }) => move.name !== 'static')
  return shots.length < 4 || moving.length <= shots.length * 0.67 ? [] : moving.slice(Math.ceil(shots.length / 2)).map(({ number }) => ({ at: number, problem: 'the camera moves in most shots: let this one stand', hard: false }))
}

/** Worth asking for: anything that cannot be shot, or more small things than a director would let go. */
export const worthMending = (faults: readonly Fault[], shots: number) =>
  faults.some(({ hard }) => hard) || faults.length > Math.max(2, shots / 5)
