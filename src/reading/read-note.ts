import type { Direction, Directions } from '../film/direction.ts'
import type { NoteBoard } from './note-board.ts'
import { addressShots, type Addressed } from './note-shots.ts'
import { changeShots } from './note-change.ts'
import { cannot } from './note-cannot.ts'
import { directFilm } from './note-film.ts'
import { readBudget } from './note-budget.ts'
import { excepted } from './note-except.ts'
import { readModel } from './note-model.ts'
import { directWhole } from './note-whole.ts'
import { phrasesOf, sentences } from './note-phrases.ts'
import { plainRequest, withoutMarks } from './plain-request.ts'
import { cleanText } from './read-source.ts'
import { isInterjection, looksDirected, readQuestion } from './read-talk.ts'

/**
 * A note in plain words, Chinese or English, as directions. Read by patterns; what no pattern covers comes back in `missed` in the
 * person's own words (with what exists, when a shot does not). Never throws.
 */
export function readNote(text: string, board: NoteBoard): Directions {
  const question = readQuestion(text)
  if (question) return { directions: [], missed: [], question }
  const directions: Direction[] = []
  const missed: string[] = []
  for (const said of cleanText(text).split('\n').map(withoutMarks)) {
    const line = plainRequest(said)
    const budget = readBudget(line)
    const terms = budget ? [budget] : readModel(line, board)
    const whole = terms ? { directions: terms, missed: [] } : directWhole(said, board) ?? directWhole(line, board)
    if (whole) {
      directions.push(...whole.directions)
      missed.push(...whole.missed)
      continue
    }
    for (const told of sentences(line)) {
      const { words, others } = excepted(plainRequest(told), board)
      const found: Direction[] = []
      readSentence(words, others, found, missed)
      const settled = /[?？]\s*$/.test(told) ? found.filter(({ kind }) => !decisions.includes(kind)) : found
      directions.push(...settled)
      if (settled.length < found.length) missed.push(told)
    }
  }
  const heard = [...new Set(missed)].filter((phrase) => directions.length === 0 || !isInterjection(phrase))
  const chatter = directions.length === 0 && heard.every((phrase) => !explained(phrase)) && !looksDirected(text)
  return { directions: joined(directions), missed: heard, ...(chatter ? { chatter } : {}) }
}

/** «Lock it?» asks the others, and may cost money: it decides nothing. */
const decisions: Direction['kind'][] = ['approve', 'circle', 'cancel', 'choose']

/** A phrase that comes back with a reason was understood well enough to be no talk. */
const explained = (phrase: string) => /^«.+»: /.test(phrase)

/** A shot named once is meant by the phrases that follow, until another is named: «2.4: more ships, slower push, dusk». */
function readSentence(sentence: string, board: NoteBoard, directions: Direction[], missed: string[]) {
  let held: Addressed | null = null
  for (const phrase of phrasesOf(sentence, board)) {
    const addressed = addressShots(phrase, board)
    const reason = addressed ? null : cannot(phrase)
    if (reason !== null) {
      missed.push(`«${phrase}»: ${reason}`)
      continue
    }
    if (addressed?.unknown && !meant(addressed, board)) {
      missed.push(phrase)
      continue
    }
    if (addressed?.unknown) {
      missed.push(`«${phrase}»: ${addressed.unknown}`)
      held = addressed
      continue
    }
    const about: Addressed | null = addressed ?? held
    const rest = addressed ? addressed.rest : phrase
    if (addressed) held = addressed
    // Words after a shot that does not exist were meant for it.
    if (about?.unknown) continue
    const film = directFilm(phrase, board)
    const gate = film?.[0]?.kind === 'approve' || (!addressed && film?.[0] && film[0].kind !== 'length')
    const found: Direction[] | null = gate ? film : ((about && changeShots(rest, about, board)) ?? film)
    const current = found || about || isInterjection(phrase) ? null : ofCurrent(phrase, board)
    if (found) directions.push(...found)
    else if (current) {
      directions.push(...current.directions)
      missed.push(...current.missed)
    } else missed.push(phrase)
  }
}

/** «Closer», «make it darker», «this one slower»: of the shot being looked at; where none is, which one is asked. */
function ofCurrent(phrase: string, board: NoteBoard): Directions | null {
  if (phrase.length > 120) return null
  const shot = board.shots.find(({ number }) => number === board.current) ?? null
  const rest = phrase.replace(/^(?:(?:please\s+)?make\s+)?(?:in\s+)?(?:this|that|the current)\s+(?:one|shot|frame|picture)\s*[:：]?\s*|^(?:这|那|当前)(?:一)?(?:个|条)?(?:镜头?|分镜|幅画?|张)\s*[:：，]?\s*|^(?:把)?它\s*/i, '').replace(/\s+(?:in|from|of)\s+(?:this|that)\s+(?:one|shot)$/i, '').trim()
  const example = shot ?? board.shots[0]
  if (!example) return null
  const directions = changeShots(rest, { numbers: [example.number], rest, unknown: null, described: rest !== phrase }, board)
  if (!directions) return null
  if (!shot && !looksDirected(phrase) && phrase.split(/\s+/).length > 3) return null
  return shot ? { directions, missed: [] } : { directions: [], missed: [`«${phrase}»: which shot? Name it, as in «${example.number} ${rest}».`] }
}

/** Whether words about a shot that does not exist would be a direction to one that does: «the meeting is at 2.30» would not. */
function meant({ rest, described }: Addressed, board: NoteBoard): boolean {
  const [example] = board.shots
  return !example || rest === '' || changeShots(rest, { numbers: [example.number], rest, unknown: null, described }, board) !== null
}

/** Changes of the same shots become one direction, in the order first said. */
function joined(directions: Direction[]): Direction[] {
  const result: Direction[] = []
  for (const direction of directions) {
    const before = direction.kind === 'shots' ? result.findIndex((each) => each.kind === 'shots' && each.numbers.join() === direction.numbers.join()) : -1
    const same = result[before]
    if (direction.kind === 'shots' && same?.kind === 'shots') {
      const add = [same.change.add, direction.change.add].filter((words) => words !== undefined).reduce((sum, words) => `${sum}${/\p{Script=Han}/u.test(sum + words) ? '，' : ', '}${words}`, '').replace(/^[,，] ?/, '')
      const remove = [same.change.remove, direction.change.remove].filter((words) => words !== undefined).join(', ')
      result[before] = { ...same, change: { ...same.change, ...direction.change, ...(add ? { add } : {}), ...(remove ? { remove } : {}) } }
    } else if (!result.some((each) => JSON.stringify(each) === JSON.stringify(direction))) {
      result.push(direction)
    }
  }
  return result
}
