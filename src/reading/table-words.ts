import type { CameraMove } from '../film/camera-move.ts'
import type { ShotSize } from '../film/shot-size.ts'
import { angleList } from './parse-angle.ts'
import { moveList, moveName } from './parse-move.ts'
import { sizeList, sizeName } from './parse-size.ts'
import { transitionList } from './parse-transition.ts'

/** What is said of a table, in the table's language. Names of sizes and moves stand in both: tables mix them. */
const english = {
  shot: (number: string) => `Shot ${number}`,
  unnumbered: (row: number, said: string) => `Row ${row} has no shot number (its cells begin «${said}»). Give it one, such as 1.2 or 1.2.1.`,
  badNumber: (row: number, number: string) => `Row ${row} has «${number}» for a shot number. Write it as 1, 1.2 or 1.2.1 (at most six levels of four digits).`,
  written: (shot: string, number: string) => `${shot} is written «${number}».`,
  angle: (shot: string, cell: string) => `${shot} has the camera angle «${cell}», which is not known. Allowed are: ${angleList()}.`,
  size: (shot: string, cell: string) => `${shot} has the shot size «${cell}», which is not known. Allowed are: ${sizeList()}.`,
  besideSize: (shot: string, left: string, cell: string) => `${shot}: «${left}» beside the size ${cell} was not understood.`,
  move: (shot: string, cell: string) => `${shot} has the camera move «${cell}», which is not known. Allowed are: ${moveList()}; each may be slow or fast.`,
  oneMove: (shot: string, cell: string, move: CameraMove | null) => `${shot}: one camera move a shot is made; of «${cell}» it is ${named(move)}.`,
  besideMove: (shot: string, left: string, cell: string) => `${shot}: «${left}» in the move ${cell} was not understood.`,
  twoSizes: (shot: string, size: ShotSize, cell: string) => `${shot} says ${both(size)} as its size and «${cell}» as its move: it is a ${sizeName(size, 'en')} shot, static.`,
  sizeForMove: (shot: string, cell: string, how: Travel | null) => `${shot} has the shot size «${cell}» where its move should be: read as ${how ? `the camera goes from ${both(how.from)} to ${both(how.to)}, a ${named(how.move)}` : 'the camera stands still'}.`,
  travel: (shot: string, cell: string, { from, to, move }: Travel) => `${shot} has two shot sizes, «${cell}»: read as the camera goes from ${both(from)} to ${both(to)}, a ${named(move)}.`,
  seconds: (shot: string, cell: string) => `${shot} has the length «${cell}». Write seconds between 0.1 and 600, such as 4, 2.5 s or 6秒.`,
  transition: (shot: string, cell: string) => `${shot} has the transition «${cell}», which is not known. Allowed are: ${transitionList()}.`,
  seed: (shot: string, cell: string) => `${shot} has the seed «${cell}». Write a whole number from 0 up.`,
  noNumbers: (header: string) => `The table has no column of shot numbers. Its columns are ${header}. Name one «number» or «分镜».`,
  otherTable: (header: string) => `A second table with other columns (${header}) was left out.`,
  otherColumns: (names: string) => `Columns that were not understood are left out: ${names}.`,
  empty: 'The storyboard table has a header and no shots. Write one row for each shot.',
  order: 'The shots are kept in the order of the rows, which is not the order of their numbers.',
  cells: (row: number, first: string, cells: number, columns: number) => `Row ${row} (${first}) has ${cells} cells, and the table has ${columns} columns. Write a | inside a cell as \\|, and in CSV put a cell with a comma in quotes.`,
  double: (one: number, other: number, number: string) => `Rows ${one} and ${other} both have shot number ${number}. Give each shot its own number (a spreadsheet may have cut 1.10 to 1.1).`,
}
export type TableWords = typeof english
type Travel = { from: ShotSize; to: ShotSize; move: CameraMove }

const chinese: TableWords = {
  shot: (number) => `镜头 ${number}`,
  unnumbered: (row, said) => `第 ${row} 行没有镜号（开头是「${said}」）。请写上，例如 1.2 或 1.2.1。`,
  badNumber: (row, number) => `第 ${row} 行的镜号「${number}」看不懂。请写成 1、1.2 或 1.2.1（最多六级，每级四位数）。`,
  written: (shot, number) => `${shot} 原写作「${number}」。`,
  angle: (shot, cell) => `${shot} 的机位角度「${cell}」不认识。可用的有：${angleList()}。`,
  size: (shot, cell) => `${shot} 的景别「${cell}」不认识。可用的有：${sizeList()}。`,
  besideSize: (shot, left, cell) => `${shot}：景别「${cell}」里的「${left}」没看懂。`,
  move: (shot, cell) => `${shot} 的运镜「${cell}」不认识。可用的有：${moveList()}；都可以加「缓慢」或「快速」。`,
  oneMove: (shot, cell, move) => `${shot}：一个镜头只做一种运镜，「${cell}」取${zh(move)}。`,
  besideMove: (shot, left, cell) => `${shot}：运镜「${cell}」里的「${left}」没看懂。`,
  twoSizes: (shot, size, cell) => `${shot} 景别是${sizeName(size, 'zh')}，运镜写的是「${cell}」：按${sizeName(size, 'zh')}、固定机位来拍。`,
  sizeForMove: (shot, cell, how) => `${shot} 的运镜栏写的是景别「${cell}」：理解为${how ? `从${sizeName(how.from, 'zh')}到${sizeName(how.to, 'zh')}，${zh(how.move)}` : '固定机位'}。`,
  travel: (shot, cell, { from, to, move }) => `${shot} 写了两个景别「${cell}」：理解为从${sizeName(from, 'zh')}到${sizeName(to, 'zh')}，${zh(move)}。`,
  seconds: (shot, cell) => `${shot} 的时长「${cell}」看不懂。请写 0.1 到 600 之间的秒数，例如 4、2.5 s 或 6秒。`,
  transition: (shot, cell) => `${shot} 的转场「${cell}」不认识。可用的有：${transitionList()}。`,
  seed: (shot, cell) => `${shot} 的种子「${cell}」看不懂。请写 0 或正整数。`,
  noNumbers: (header) => `表里没有镜号这一栏，现有的栏是：${header}。请把其中一栏叫作「分镜」或「number」。`,
  otherTable: (header) => `第二张表的栏不一样（${header}），没有用。`,
  otherColumns: (names) => `没看懂、因而没用的栏：${names}。`,
  empty: '分镜表只有表头，没有镜头。请一行写一个镜头。',
  order: '镜头按行的先后来拍，不按镜号排。',
  cells: (row, first, cells, columns) => `第 ${row} 行（${first}）有 ${cells} 格，而表有 ${columns} 栏。格子里的 | 请写成 \\|；CSV 里带逗号的格子请加引号。`,
  double: (one, other, number) => `第 ${one} 行和第 ${other} 行的镜号都是 ${number}。请给每个镜头自己的镜号（电子表格可能把 1.10 变成了 1.1）。`,
}

export const tableWords = { en: english, zh: chinese }

const named = (move: CameraMove | null) => (move ? `${moveName(move, 'en')} ${moveName(move, 'zh')}` : 'static')
const zh = (move: CameraMove | null) => (move ? moveName(move, 'zh') : '固定机位')
const both = (size: ShotSize) => `${sizeName(size, 'en')} ${sizeName(size, 'zh')}`
