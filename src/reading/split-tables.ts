import { parse } from 'csv-parse/sync'
import { type Column, columnsOf } from './table-columns.ts'
import { ReadingError } from './reading-error.ts'

/** `cells` are as written, entities and <br> resolved; `width` is how many the row had. */
export type RawTable = { header: string[]; columns: (Column | null)[]; rows: string[][] }

/** Every storyboard table in a document, Markdown first; where there is none, as CSV or TSV. */
export function splitTables(text: string): RawTable[] {
  const tables = markdownTables(text)
  return tables.length > 0 ? tables : delimitedTables(text)
}

function markdownTables(text: string): RawTable[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const tables: RawTable[] = []
  let open: RawTable | null = null
  for (const [index, line] of lines.entries()) {
    const cells = markdownCells(line)
    if (cells === null) {
      open = null
    } else if (open === null || isRule(markdownCells(lines[index + 1] ?? ''))) {
      const columns = columnsOf(cells)
      open = columns ? { header: cells, columns, rows: [] } : null
      if (open) tables.push(open)
    } else if (!isRule(cells)) {
      open.rows.push(cells)
    }
  }
  return tables
}

const isRule = (cells: string[] | null) => cells !== null && cells.every((cell) => /^:?-+:?$/.test(cell.replace(/[－—–]/g, '-').trim())) && cells.length > 0

/** Null when the line is no table row. A full-width ｜ divides only where no plain | does. */
export function markdownCells(line: string): string[] | null {
  const bare = line.trim()
  const divider = /(?<!\\)\|/.test(bare) ? '|' : bare.includes('｜') ? '｜' : null
  if (divider === null) return null
  const inner = bare.startsWith(divider) ? bare.slice(1) : bare
  const cells: string[] = ['']
  for (let index = 0; index < inner.length; index++) {
    const character = inner.charAt(index)
    const escaped = character === '\\' && inner[index + 1] === '|'
    if (escaped) index++
    if (character === divider) cells.push('')
    else cells[cells.length - 1] = `${cells.at(-1)}${escaped ? '|' : character}`
  }
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => unescapeCell(cell.trim()))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const unescapeCell = (cell: string) =>
  cell.replace(/<br\s*\/?>/gi, '\n').replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })

/** A cell that `markdownCells` reads back to the same: pipes, line ends, edges and our own escapes become entities. */
export const escapeCell = (text: string) =>
  text
    .replace(/&(?=(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replace(/<(?=br\s*\/?>)/gi, '&lt;')
    .replace(/\\(?=\||$)/g, '&#92;')
    .replace(/\|/g, '\\|')
    .replace(/\n/g, '<br>')
    .replace(/[\r\v\f\u0085\u2028\u2029\ufeff]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/^\s|\s$/g, (space) => `&#${space.charCodeAt(0)};`)

/** The first line that names storyboard columns decides the delimiter; what stands above it is introduction. */
function delimitedTables(text: string): RawTable[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  for (const [index, line] of lines.slice(0, 200).entries()) {
    for (const delimiter of ['\t', ',', ';', '，']) {
      if (!line.includes(delimiter)) continue
      const header = csvRows(line, delimiter)?.[0]
      const columns = header && columnsOf(header)
      if (header && columns) return [{ header, columns, rows: delimitedRows(lines.slice(index + 1).join('\n'), delimiter, header) }]
    }
  }
  return []
}

function delimitedRows(text: string, delimiter: string, header: string[]): string[][] {
  const rows = csvRows(text, delimiter)
  if (rows === null) throw new ReadingError('The table has a quote that is never closed. Write a " inside a quoted cell as "" and close each quoted cell.', { zh: '表格里有一个引号没有结束。单元格里的 " 请写成 ""，每个加引号的单元格都要收尾。' })
  // A spreadsheet of several pages repeats its header.
  return rows.filter((row) => row.join('\0') !== header.join('\0'))
}

function csvRows(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, trim: true }).map((row) => row.map((cell) => cell.trim()))
  } catch {
    // csv-parse throws only for an open quote here; the caller says it in our words.
    return null
  }
}
