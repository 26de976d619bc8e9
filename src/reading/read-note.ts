import type { Direction, Directions } from '../film/direction.ts'
import type { NoteBoard } from './note-board.ts'
import { addressShots, type Addressed } from './note-shots.ts'
import { changeShots } from './note-change.ts'
import { cannot } from './note-cannot.ts'
import { directFilm } from './note-film.ts'
import { excepted } from './note-except.ts'
import { directWhole } from './note-whole.ts'
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
    const whole = directWhole(said, board) ?? directWhole(line, board)
    if (whole) {
      directions.push(...whole.directions)
      missed.push(...whole.missed)
      continue
    }
    for (const sentence of sentences(line).map(plainRequest).filter(Boolean)) {
      const { words, others } = excepted(sentence, board)
      readSentence(words, others, directions, missed)
    }
  }
  const heard = [...new Set(missed)].filter((phrase) => directions.length === 0 || !isInterjection(phrase))
  const chatter = directions.length === 0 && heard.every((phrase) => !explained(phrase)) && !looksDirected(text)
  return { directions: joined(directions), missed: heard, ...(chatter ? { chatter } : {}) }
}

/** A phrase that comes back with a reason was understood well enough to be no talk. */
const explained = (phrase: string) => /^«.+»: /.test(phrase)

const sentences = (line: string) => line.split(/[;；。！!]+|\.(?=\s|$)/).map((part) => part.trim()).filter((part) => part !== '')

/** A shot named once is meant by the phrases that follow, until another is named: «2.4: more ships, slower push, dusk». */
function readSentence(sentence: string, board: NoteBoard, directions: Direction[], missed: string[]) {
  let held: Addressed | null = null
  for (const phrase of phrases(fronted(sentence, board))) {
    const addressed = addressShots(phrase, board)
    const reason = addressed ? null : cannot(phrase)
    if (reason !== null) {
      missed.push(`«${phrase}»: ${reason}`)
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

/** «Add rain and thunder to 2.4» speaks of the shot last; what comes before it is said of it all the same. */
function fronted(sentence: string, board: NoteBoard): string {
  const found = /^((?:add|put|include|show|remove|delete|lose|erase|hide|take|get rid|drop|no|more|with|without)\b.+?)\s+(?:from|in|to|of|for|on|into)\s+(\S.*)$/i.exec(sentence)
  const [, words = '', where = ''] = found ?? []
  if (!found || addressShots(words, board)) return listed(sentence)
  const addressed = addressShots(where, board)
  return listed(addressed && addressed.rest === '' && !addressed.unknown ? `${where}: ${words}` : sentence)
}

/** «Remove the crow and the tree» is one wish: what has an article is no order of its own. */
const listed = (sentence: string) => sentence.replace(
  /\b(?:remove|delete|lose|erase|hide|drop|take out|get rid of|no|without)\s+(?:(?:the|any|all|that|those)\s+)?[\p{L} -]+?(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+)(?:the|any|that|those|an?)\s+[\p{L}-]+)+/giu,
  (list) => list.replace(/\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+/gi, tied))

/** Stands for «and» where a phrase must not be parted; a character that cleaned text does not have. */
const tied = '\u0001'

/** At commas and «and»; a number standing alone belongs to the list beside it: «1.2, 1.3 and 1.4 closer», «drop 1.3, 1.4». */
function phrases(sentence: string): string[] {
  const pieces = sentence
    .split(/\s*[,，、]\s*|(?<!\bblack)\s+(?:and|then|but)\s+|\s*(?:然后|并且|而且|同时)\s*|(?<=[\d\s])和(?=\s*\d)/i)
    .map((piece) => piece.replaceAll(tied, ' and ').replace(/^(?:and|also|then|but|please|请|也|再把|并)\s*(?![a-z])/i, '').trim())
    .filter((piece) => piece !== '')
  const merged: string[] = []
  let list = ''
  for (const [index, piece] of pieces.entries()) {
    const before = merged.at(-1)
    if (!lone.test(piece)) merged.push(list + piece)
    else if (list === '' && before !== undefined && /\d镜?头?$/.test(before) && !/^\s*\d/.test(pieces[index + 1] ?? '')) merged[merged.length - 1] = `${before}, ${piece}`
    else if (index < pieces.length - 1) {
      list += `${piece}, `
      continue
    } else merged.push(list + piece)
    list = ''
  }
  return merged
}

const lone = /^(?:shots?|第|镜头?|分镜)?\s*\d+(?:\.\d+)*(?:\s*(?:-|–|—|to|到|至)\s*\d+(?:\.\d+)*)?\s*(?:镜头?|号)?$/i

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
