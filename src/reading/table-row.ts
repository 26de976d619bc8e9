import type { CameraMove } from '../film/camera-move.ts'
import type { CameraAngle, ShotSize } from '../film/shot-size.ts'
import { angleList, parseAngle } from './parse-angle.ts'
import { moveList, moveName, parseMove } from './parse-move.ts'
import { parseSeconds } from './parse-seconds.ts'
import { closeness, parseSize, sizeList, sizeName } from './parse-size.ts'
import { parseTransition, transitionList } from './parse-transition.ts'
import { readNumber } from './read-number.ts'
import { ReadingError } from './reading-error.ts'
import type { TableRow } from './read-table.ts'
import { speakerLine } from './speaker-line.ts'
import type { Column } from './table-columns.ts'

export type Cells = Partial<Record<Column, string>>

/** One row's cells as a shot; null for a row that only names an act. Throws ReadingError naming the row and what is allowed. */
export function readRow(cells: Cells & { row: number }): TableRow | null {
  const numbered = readNumber(cells.number ?? '')
  if (numbered === null) {
    if (isHeading(cells)) return null
    const said = Object.entries(cells).find(([column, cell]) => column !== 'row' && column !== 'number' && cell !== '')?.[1]
    throw new ReadingError(isEmpty(cells.number ?? '') ? `Row ${cells.row} has no shot number (its cells begin «${said}»). Give it one, such as 1.2 or 1.2.1.` : `Row ${cells.row} has «${cells.number}» for a shot number. Write it as 1, 1.2 or 1.2.1 (at most six levels of four digits).`)
  }
  const shot = `Shot ${numbered}`
  const size = readSize(cells, shot)
  // «Wide to close-up» in the size column, and no move beside it: the camera goes from the one to the other.
  const move = size.to && isEmpty(cells.move ?? '') ? readTravel(size.size, size.to, cells.size ?? '', shot) : readMove(ordered(cells.move), size.size, shot)
  const remarks = [...(/[a-z]$/i.test(cells.number ?? '') ? [`${shot} is written «${cells.number}».`] : []), ...size.remarks, ...move.remarks]
  return {
    number: numbered, size: size.size ?? move.size, move: cells.move !== undefined && ours(cells.move) ? readMove(cells.move, size.size, shot).move : move.move, angle: size.angle,
    scene: cells.scene ?? '', picture: cells.picture ?? '',
    line: cells.line ? speakerLine(cells.line) : null,
    seconds: readSeconds(cells.seconds, shot),
    transition: readTransition(cells.transition, shot),
    music: cells.music || null, prompt: cells.prompt || null, seed: readSeed(cells.seed, shot), notes: cells.notes || null,
    written: { size: ordered(cells.size) || null, move: ordered(cells.move) || null },
    remarks,
  }
}

export const isEmpty = (cell: string) => /^[\s\-–—_/~]*$/.test(cell)

/** Italics mark what the crew chose: read for its value, but nobody's order. */
const ours = (cell: string) => /^\*[^*].*\*$/s.test(cell) && !cell.startsWith('**')
const ordered = (cell = '') => (isEmpty(cell) || ours(cell) ? '' : cell)

/** «第一幕» or «ACT ONE» alone in its row. */
const isHeading = (cells: Cells) => {
  const filled = Object.entries(cells).filter(([column, cell]) => column !== 'row' && typeof cell === 'string' && !isEmpty(cell))
  return filled.length === 1 && /幕|场|act|scene|part|sequence/i.test(filled[0]?.[1] ?? '')
}

function readSize(cells: Cells, shot: string): { size: ShotSize | null; to?: ShotSize | null; angle: CameraAngle | null; remarks: string[] } {
  const angle = isEmpty(cells.angle ?? '') ? null : parseAngle(cells.angle ?? '')
  if (angle === null && !isEmpty(cells.angle ?? '')) throw new ReadingError(`${shot} has the camera angle «${cells.angle}», which is not known. Allowed are: ${angleList()}.`)
  const cell = cells.size ?? ''
  if (isEmpty(cell)) return { size: null, angle, remarks: [] }
  const read = parseSize(cell)
  if (!read) throw new ReadingError(`${shot} has the shot size «${cell}», which is not known. Allowed are: ${sizeList()}.`)
  const remarks = read.left === '' ? [] : [`${shot}: «${read.left}» beside the size ${cell} was not understood.`]
  return { size: read.size, to: read.to, angle: angle ?? read.angle, remarks: read.to && /^\s*(?:to|into|then|from|至|到|变|转|推到|拉到|[-–—→>~]+)\s*$/i.test(read.left) ? [] : remarks }
}

/** A size where a move should be says where the shot ends: the same size stands still, a wider one pulls out, a closer one pushes in. */
export function readMove(cell: string, size: ShotSize | null, shot: string): { move: CameraMove | null; size: ShotSize | null; remarks: string[] } {
  if (isEmpty(cell)) return { move: null, size: null, remarks: [] }
  const read = parseMove(cell.replace(/(^|\s)--?camera\s+/i, ' '))
  if (!read) throw new ReadingError(`${shot} has the camera move «${cell}», which is not known. Allowed are: ${moveList()}; each may be slow or fast.`)
  const remarks: string[] = []
  if (read.also.length > 0) remarks.push(`${shot}: one camera move a shot is made; of «${cell}» it is ${named(read.move)}.`)
  else if (read.left !== '') remarks.push(`${shot}: «${read.left}» in the move ${cell} was not understood.`)
  if (read.move) {
    if (read.size && size && read.size !== size) remarks.push(`${shot} says ${both(size)} as its size and «${cell}» as its move: it is a ${sizeName(size, 'en')} shot, static.`)
    return { move: read.move, size: size ?? read.size, remarks }
  }
  const change = size && read.size ? closeness(size, read.size) : 0
  const move = { name: change > 0 ? 'push-in' : change < 0 ? 'pull-out' : 'static', direction: null, speed: 'normal' } as const
  const meaning = change === 0 || !size ? 'the camera stands still' : `the camera goes from ${both(size)} to ${both(read.size ?? size)}, a ${named(move)}`
  return { move, size: size ?? read.size, remarks: [...remarks, `${shot} has the shot size «${cell}» where its move should be: read as ${meaning}.`] }
}

function readTravel(size: ShotSize | null, to: ShotSize, cell: string, shot: string): ReturnType<typeof readMove> {
  const change = size ? closeness(size, to) : 0
  if (!size || change === 0) return { move: null, size, remarks: [] }
  const move = { name: change > 0 ? 'push-in' : 'pull-out', direction: null, speed: 'normal' } as const
  return { move, size, remarks: [`${shot} has two shot sizes, «${cell}»: read as the camera goes from ${both(size)} to ${both(to)}, a ${named(move)}.`] }
}

const named = (move: CameraMove | null) => (move ? `${moveName(move, 'en')} ${moveName(move, 'zh')}` : 'static')
const both = (size: ShotSize) => `${sizeName(size, 'en')} ${sizeName(size, 'zh')}`

function readSeconds(cell: string | undefined, shot: string): number | null {
  if (cell === undefined || ordered(cell) === '') return null
  const seconds = parseSeconds(cell)
  if (seconds === null || seconds <= 0 || seconds > 600) throw new ReadingError(`${shot} has the length «${cell}». Write seconds between 0.1 and 600, such as 4, 2.5 s or 6秒.`)
  return seconds
}

function readTransition(cell: string | undefined, shot: string): TableRow['transition'] {
  if (cell === undefined || isEmpty(cell)) return null
  const name = parseTransition(cell)
  if (name === null) throw new ReadingError(`${shot} has the transition «${cell}», which is not known. Allowed are: ${transitionList()}.`)
  const seconds = /(\d+(?:\.\d+)?)\s*(?:s\b|sec|秒|$)/.exec(cell.normalize('NFKC').replace(/\*$/, ''))
  return { name, seconds: seconds ? Number(seconds[1]) : null }
}

function readSeed(cell: string | undefined, shot: string): number | null {
  if (cell === undefined || isEmpty(cell)) return null
  const seed = Number(cell.normalize('NFKC'))
  if (!Number.isSafeInteger(seed) || seed < 0) throw new ReadingError(`${shot} has the seed «${cell}». Write a whole number from 0 up.`)
  return seed
}
