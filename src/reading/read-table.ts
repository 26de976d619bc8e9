import type { Language } from '../film/brief.ts'
import type { CameraMove } from '../film/camera-move.ts'
import type { Line } from '../film/script.ts'
import type { CameraAngle, ShotSize } from '../film/shot-size.ts'
import type { ShotNumber } from '../film/storyboard.ts'
import type { TransitionName } from '../film/transition.ts'
import { findTitle } from './find-title.ts'
import { guessLanguage } from './guess-language.ts'
import { compareNumbers } from './read-number.ts'
import { ReadingError } from './reading-error.ts'
import { scriptField } from './script-marks.ts'
import { spokenLines } from './spoken-line.ts'
import { type RawTable, splitTables } from './split-tables.ts'
import { columnNames } from './table-columns.ts'
import { type Cells, isEmpty, readRow } from './table-row.ts'
import { type TableWords, tableWords } from './table-words.ts'

/** One shot as ordered. What is null was left to us. */
export type TableRow = {
  number: ShotNumber
  size: ShotSize | null
  move: CameraMove | null
  angle: CameraAngle | null
  scene: string
  picture: string
  line: Line | null
  seconds: number | null
  transition: { name: TransitionName; seconds: number | null } | null
  music: string | null
  prompt: string | null
  seed: number | null
  notes: string | null
  /** The cells as they stand; null where empty, or where italics say that they are ours. */
  written: { size: string | null; move: string | null }
  remarks: string[]
}

/** Rows in the order written. `remarks` are about the table; each row has its own, which already name the shot. */
export type StoryboardTable = { title: string; author: string | null; language: Language; rows: TableRow[]; remarks: string[] }

/** A finished storyboard table, Markdown, CSV or TSV, obeyed to the letter. Throws ReadingError naming the row. */
export function readTable(text: string): StoryboardTable {
  const [first, ...others] = splitTables(text)
  if (!first) throw new ReadingError(`No storyboard table was found. It needs a header row such as 分镜|景别|运镜|场景描述|画面描述 or number|size|move|scene|picture. Names known for the shot number: ${columnNames.number}.`, { zh: `没有找到分镜表。要有一行列名，例如 分镜|景别|运镜|场景描述|画面描述。镜号这一列可以叫：${columnNames.number}。` })
  const say = tableWords[guessLanguage(text)]
  if (!first.columns.includes('number')) throw new ReadingError(say.noNumbers(first.header.join(', ')))
  const same = others.filter((table) => table.columns.join() === first.columns.join())
  const remarks = others.filter((table) => !same.includes(table)).map((table) => say.otherTable(table.header.join(', ')))
  const unknown = first.header.filter((name, index) => first.columns[index] === null && name !== '')
  if (unknown.length > 0) remarks.push(say.otherColumns(unknown.join(', ')))
  const rows = withLines([first, ...same].flatMap((table) => cellsOf(table, say)).map((cells) => readRow(cells, say)).filter((row) => row !== null), first)
  if (rows.length === 0) throw new ReadingError(say.empty)
  refuseDoubles(rows, say)
  if (rows.some((row, index) => index > 0 && compareNumbers(rows[index - 1]?.number ?? '0', row.number) > 0)) remarks.push(say.order)
  return { title: findTitle(text, 'table'), author: authorOf(text), language: guessLanguage(rows.map(wordsOf).join('\n')), rows, remarks }
}

type NumberedCells = Cells & { row: number }

/** Rows by column, numbered as a person counts them; empty rows are skipped, ditto marks repeat the cell above. */
function cellsOf(table: RawTable, say: TableWords): NumberedCells[] {
  const rows = table.rows.filter((cells) => cells.some((cell) => !isEmpty(cell)))
  const above: Cells = {}
  return rows.map((cells, index) => {
    const extra = cells.slice(table.columns.length).filter((cell) => cell !== '')
    if (extra.length > 0) throw new ReadingError(say.cells(index + 1, cells[0] ?? '', cells.length, table.columns.length))
    const named: Cells = {}
    for (const [at, column] of table.columns.entries()) {
      if (column === null) continue
      const cell = cells[at] ?? ''
      named[column] = ditto.test(cell) ? (above[column] ?? '') : cell
    }
    Object.assign(above, named)
    return { ...named, row: index + 1 }
  })
}

const ditto = /^(?:同上|"|〃|″|\^\^|ditto|do\.|same)$/i

/** A column of lines decides alone, empty cells too; without one the scene's words may be the line. */
function withLines(rows: TableRow[], { columns }: RawTable): TableRow[] {
  if (columns.includes('line')) return rows
  const lines = spokenLines(rows.map(({ number, scene }) => ({ group: number.split('.')[0] ?? '', text: scene })))
  return rows.map((row, index) => ({ ...row, line: lines[index] ?? null }))
}

function refuseDoubles(rows: TableRow[], say: TableWords) {
  const seen = new Map<string, number>()
  for (const [index, { number }] of rows.entries()) {
    const before = seen.get(number)
    if (before !== undefined) throw new ReadingError(say.double(before + 1, index + 1, number))
    seen.set(number, index)
  }
}

const wordsOf = (row: TableRow) => `${row.scene}\n${row.picture}\n${row.line?.text ?? ''}`

const authorOf = (text: string) =>
  text.split('\n').slice(0, 20).map((line) => scriptField(line.replace(/^[-*•\s]+/, ''))).find((field) => field?.field === 'author')?.text || null
