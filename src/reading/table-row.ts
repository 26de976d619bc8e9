import type { CameraMove } from '../film/camera-move.ts'
import type { CameraAngle, ShotSize } from '../film/shot-size.ts'
import { parseAngle } from './parse-angle.ts'
import { parseMove } from './parse-move.ts'
import { parseSeconds } from './parse-seconds.ts'
import { closeness, parseSize } from './parse-size.ts'
import { parseTransition } from './parse-transition.ts'
import { readNumber } from './read-number.ts'
import { ReadingError } from './reading-error.ts'
import type { TableRow } from './read-table.ts'
import { speakerLine } from './speaker-line.ts'
import type { Column } from './table-columns.ts'
import { type TableWords, tableWords } from './table-words.ts'

export type Cells = Partial<Record<Column, string>>

/** One row's cells as a shot; null for a row that only names an act. Throws ReadingError naming the row and what is allowed. */
export function readRow(cells: Cells & { row: number }, say: TableWords): TableRow | null {
  const numbered = readNumber(cells.number ?? '')
  if (numbered === null) {
    if (isHeading(cells)) return null
    const said = Object.entries(cells).find(([column, cell]) => column !== 'row' && column !== 'number' && cell !== '')?.[1]
    throw new ReadingError(isEmpty(cells.number ?? '') ? say.unnumbered(cells.row, String(said)) : say.badNumber(cells.row, cells.number ?? ''))
  }
  const shot = say.shot(numbered)
  const size = readSize(cells, shot, say)
  // «Wide to close-up» in the size column, and no move beside it: the camera goes from the one to the other.
  const move = size.to && isEmpty(cells.move ?? '') ? readTravel(size.size, size.to, cells.size ?? '', shot, say) : readMove(ordered(cells.move), size.size, shot, say)
  const remarks = [...(/[a-z]$/i.test(cells.number ?? '') ? [say.written(shot, cells.number ?? '')] : []), ...size.remarks, ...move.remarks]
  return {
    number: numbered, size: size.size ?? move.size, move: cells.move !== undefined && ours(cells.move) ? readMove(cells.move, size.size, shot, say).move : move.move, angle: size.angle,
    scene: cells.scene ?? '', picture: cells.picture ?? '',
    line: cells.line ? speakerLine(cells.line) : null,
    seconds: readSeconds(cells.seconds, shot, say),
    transition: readTransition(cells.transition, shot, say),
    music: cells.music || null, prompt: cells.prompt || null, seed: readSeed(cells.seed, shot, say), notes: cells.notes || null,
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

function readSize(cells: Cells, shot: string, say: TableWords): { size: ShotSize | null; to?: ShotSize | null; angle: CameraAngle | null; remarks: string[] } {
  const angle = isEmpty(cells.angle ?? '') ? null : parseAngle(cells.angle ?? '')
  if (angle === null && !isEmpty(cells.angle ?? '')) throw new ReadingError(say.angle(shot, cells.angle ?? ''))
  const cell = cells.size ?? ''
  if (isEmpty(cell)) return { size: null, angle, remarks: [] }
  const read = parseSize(cell)
  if (!read) throw new ReadingError(say.size(shot, cell))
  const remarks = read.left === '' ? [] : [say.besideSize(shot, read.left, cell)]
  return { size: read.size, to: read.to, angle: angle ?? read.angle, remarks: read.to && /^\s*(?:to|into|then|from|至|到|变|转|推到|拉到|[-–—→>~]+)\s*$/i.test(read.left) ? [] : remarks }
}

/** A size where a move should be says where the shot ends: the same size stands still, a wider one pulls out, a closer one pushes in. */
export function readMove(cell: string, size: ShotSize | null, shot: string, say: TableWords = tableWords.en): { move: CameraMove | null; size: ShotSize | null; remarks: string[] } {
  if (isEmpty(cell)) return { move: null, size: null, remarks: [] }
  const read = parseMove(cell.replace(/(^|\s)--?camera\s+/i, ' '))
  if (!read) throw new ReadingError(say.move(shot, cell))
  const remarks: string[] = []
  if (read.also.length > 0) remarks.push(say.oneMove(shot, cell, read.move))
  else if (read.left !== '') remarks.push(say.besideMove(shot, read.left, cell))
  if (read.move) {
    if (read.size && size && read.size !== size) remarks.push(say.twoSizes(shot, size, cell))
    return { move: read.move, size: size ?? read.size, remarks }
  }
  const change = size && read.size ? closeness(size, read.size) : 0
  const move = { name: change > 0 ? 'push-in' : change < 0 ? 'pull-out' : 'static', direction: null, speed: 'normal' } as const
  const how = change === 0 || !size ? null : { from: size, to: read.size ?? size, move }
  return { move, size: size ?? read.size, remarks: [...remarks, say.sizeForMove(shot, cell, how)] }
}

function readTravel(from: ShotSize | null, to: ShotSize, cell: string, shot: string, say: TableWords): ReturnType<typeof readMove> {
  const change = from ? closeness(from, to) : 0
  if (!from || change === 0) return { move: null, size: from, remarks: [] }
  const move = { name: change > 0 ? 'push-in' : 'pull-out', direction: null, speed: 'normal' } as const
  return { move, size: from, remarks: [say.travel(shot, cell, { from, to, move })] }
}

function readSeconds(cell: string | undefined, shot: string, say: TableWords): number | null {
  if (cell === undefined || ordered(cell) === '') return null
  const seconds = parseSeconds(cell)
  if (seconds === null || seconds <= 0 || seconds > 600) throw new ReadingError(say.seconds(shot, cell))
  return seconds
}

function readTransition(cell: string | undefined, shot: string, say: TableWords): TableRow['transition'] {
  if (cell === undefined || isEmpty(cell)) return null
  const name = parseTransition(cell)
  if (name === null) throw new ReadingError(say.transition(shot, cell))
  const seconds = /(\d+(?:\.\d+)?)\s*(?:s\b|sec|秒|$)/.exec(cell.normalize('NFKC').replace(/\*$/, ''))
  return { name, seconds: seconds ? Number(seconds[1]) : null }
}

function readSeed(cell: string | undefined, shot: string, say: TableWords): number | null {
  if (cell === undefined || isEmpty(cell)) return null
  const seed = Number(cell.normalize('NFKC'))
  if (!Number.isSafeInteger(seed) || seed < 0) throw new ReadingError(say.seed(shot, cell))
  return seed
}
