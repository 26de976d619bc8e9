import type { Language } from '../film/brief.ts'
import type { Line } from '../film/script.ts'
import type { Shot, Storyboard } from '../film/storyboard.ts'
import { toSeconds } from '../film/time.ts'
import { angleName } from './parse-angle.ts'
import { moveName } from './parse-move.ts'
import { parseSize, sizeName } from './parse-size.ts'
import { transitionName } from './parse-transition.ts'
import { speakerLine } from './speaker-line.ts'
import { escapeCell } from './split-tables.ts'
import { readMove } from './table-row.ts'

/**
 * The storyboard as the table it is usually written in (分镜 景别 运镜 场景描述 画面描述), then our columns. Cells a person wrote stay
 * as written; italics are what the crew chose. `readTable` reads it back to the same, so it can be changed and brought again.
 */
export function storyboardMarkdown(board: Storyboard): string {
  const { language } = board
  const zh = language === 'zh'
  const seconds = board.shots.reduce((frames, shot) => frames + shot.frames, 0) / board.fps
  return [
    `# ${escapeCell(board.title).replace(/\\\|/g, '&#124;')}`,
    '',
    ...(board.author ? [`- **${zh ? '作者' : 'Author'}**${zh ? '：' : ': '}${escapeCell(board.author)}`] : []),
    zh ? `- ${board.shots.length} 个镜头，约 ${Math.round(seconds)} 秒；*斜体*为剧组所选，改成正体即为指定` : `- ${board.shots.length} shots, about ${Math.round(seconds)} s; *italics* were chosen by the crew, plain text is an order`,
    '',
    row(zh ? ['分镜', '景别', '运镜', '场景描述', '画面描述', '机位', '台词', '时长', '转场', '种子', '提示词'] : ['Shot', 'Size', 'Move', 'Scene', 'Picture', 'Angle', 'Line', 'Seconds', 'Transition', 'Seed', 'Prompt']),
    row(Array.from({ length: 11 }, () => '---')),
    ...board.shots.map((shot) => row(cells(shot, board).map(escapeCell))),
    '',
  ].join('\n')
}

const row = (texts: string[]) => `| ${texts.join(' | ')} |`

function cells(shot: Shot, { language, fps }: Storyboard): string[] {
  const length = String(Number(toSeconds(shot.frames, fps).toFixed(3)))
  return [
    shot.number,
    sizeCell(shot, language),
    moveCell(shot, language),
    shot.scene,
    shot.picture,
    angleName(shot.angle, language),
    shot.line ? lineCell(shot.line, language) : '',
    shot.timed ? length : `*${length}*`,
    `${transitionName(shot.transition.name, language)}${shot.transition.frames > 0 ? ` ${Number(toSeconds(shot.transition.frames, fps).toFixed(3))} s` : ''}`,
    String(shot.seed),
    shot.prompt,
  ]
}

/** What was written, unless a note has changed the shot since: then what holds now. */
function sizeCell({ size, written }: Shot, language: Language): string {
  if (written.size !== null && parseSize(written.size)?.size === size) return written.size
  return written.size === null ? `*${sizeName(size, language)}*` : sizeName(size, language)
}

function moveCell({ move, size, written }: Shot, language: Language): string {
  if (written.move === null) return `*${moveName(move, language)}*`
  return sameMove(written.move, size, move) ? written.move : moveName(move, language)
}

function sameMove(cell: string, size: Shot['size'], move: Shot['move']): boolean {
  const read = safely(() => readMove(cell, size, '').move)
  // A direction that was not written is ours to choose: the cell still says the same.
  return read !== null && read.name === move.name && read.speed === move.speed && (read.direction ?? move.direction) === move.direction
}

function safely<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    // The cell came from a provider and names no known move: what holds now is written instead.
    return null
  }
}

/** The narrator is named only where the words alone would be read as somebody's. */
function lineCell({ speaker, text }: Line, language: Language): string {
  if (speaker !== null) return `${speaker}${language === 'zh' ? '：' : ': '}${text}`
  const read = speakerLine(text)
  return read.speaker === null && read.text === text ? text : `${language === 'zh' ? '旁白：' : 'Narrator: '}${text}`
}
