import type { Direction, Directions } from '../film/direction.ts'
import type { NoteBoard } from './note-board.ts'
import { addressShots } from './note-shots.ts'

/** «swap 1.2 and 1.3», «move 1.3 after 2.1», 「把1.3移到2.1后面」. Null when the line asks for no other order. */
export function reordered(line: string, board: NoteBoard): Directions | null {
  const swap = swaps.map((pattern) => pattern.exec(line)).find((found) => found !== null)
  if (swap) return among(line, board, [swap[1] ?? '', swap[2] ?? ''], ([one, other]) => swapped(board, one ?? '', other ?? ''))
  const move = moves.map((pattern) => pattern.exec(line)).find((found) => found !== null)
  const { what = '', where = '', at = '', edge } = move?.groups ?? {}
  if (!move) return null
  if (edge) return among(line, board, [what], ([number]) => [{ kind: 'move', numbers: [number ?? ''], after: lastIn(edge) ? endOf(board, number) : null }])
  return among(line, board, [what, at], ([number, goal]) => [{ kind: 'move', numbers: [number ?? ''], after: /after|behind|后/i.test(where) ? goal ?? null : before(board, goal ?? '', number ?? '') }])
}

const swaps = [
  /^(?:swap|switch|exchange)\s+(.+?)\s+(?:and|with|for|&)\s+(.+?)(?:\s+(?:around|over|please))?$/i,
  /^(?:交换|对调|互换|调换)(?:一下)?(.+?)[和与跟、](.+?)(?:的?(?:位置|顺序))?$/,
  /^(?:把|将)?(.+?)[和与跟、](.+?)(?:的?(?:位置|顺序))?(?:互换|对调|调换|交换|换一下|调一下|换个?位置|调个?位置|倒过来)(?:一下|位置|顺序)*$/,
]

const moves = [
  /^(?:move|put|place|bring)\s+(?<what>.+?)\s+(?<where>after|before|behind|in front of)\s+(?<at>.+)$/i,
  /^(?:move|put|place|bring)\s+(?<what>.+?)\s+(?:to|at)\s+the\s+(?:very\s+)?(?<edge>beginning|start|front|top|end|back)$/i,
  /^(?:把|将)?(?<what>.+?)(?:移|挪|放|调|搬)到(?<edge>最后面?|最前面?|开头|结尾|末尾|片头|片尾)$/,
  /^(?:把|将)?(?<what>.+?)(?:移|挪|放|调|搬)到(?<at>.+?)(?:的)?(?<where>之?后[面边]?|之?前[面边]?)$/,
]

const lastIn = (edge: string) => /end|back|后|尾/.test(edge)

/** Each name must be one shot that there is; when it is none at all, the line asked for something else. */
function among(line: string, board: NoteBoard, names: string[], make: (numbers: string[]) => Direction[]): Directions | null {
  const read = names.map((name) => addressShots(/^\d+$/.test(name.trim()) ? `shot ${name}` : name.trim(), board))
  if (read.some((found) => found === null || found.rest !== '')) return null
  const unknown = read.find((found) => found?.unknown)?.unknown
  if (unknown) return { directions: [], missed: [`«${line}»: ${unknown}`] }
  const numbers = read.flatMap((found) => found?.numbers ?? [])
  return numbers.length === names.length && new Set(numbers).size === numbers.length ? { directions: make(numbers), missed: [] } : null
}

function swapped(board: NoteBoard, one: string, other: string): Direction[] {
  const numbers = board.shots.map(({ number }) => number)
  const [first = '', second = ''] = [one, other].sort((a, b) => numbers.indexOf(a) - numbers.indexOf(b))
  const [at, to] = [numbers.indexOf(first), numbers.indexOf(second)]
  const forward: Direction = { kind: 'move', numbers: [second], after: numbers[at - 1] ?? null }
  return to === at + 1 ? [forward] : [forward, { kind: 'move', numbers: [first], after: numbers[to - 1] ?? null }]
}

const others = (board: NoteBoard, number: string | undefined) => board.shots.map((shot) => shot.number).filter((each) => each !== number)
const endOf = (board: NoteBoard, number: string | undefined) => others(board, number).at(-1) ?? null
const before = (board: NoteBoard, goal: string, number: string) => others(board, number)[others(board, number).indexOf(goal) - 1] ?? null
