import { basename, extname } from 'node:path'
import type { SourceKind } from '../film/brief.ts'
import { actHeading, bare, sceneHeading } from './script-marks.ts'
import { splitCue } from './speaker-line.ts'

/** From a heading, a «Title:» line, 《》, a short first line, the file's name, or the first words. */
export function findTitle(text: string, kind: SourceKind, name?: string): string {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 500)).filter((line) => line !== '')
  const top = lines.slice(0, 12)
  const labelled = top.map((line) => /^[-*•\s]*\**(?:标题|片名|剧名|题目|title)\**\s*[:：]\**\s*(.+)$/i.exec(line)?.[1])
  const heading = (kind === 'wish' ? [] : lines).map((line) => /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1])
  const named = top.slice(0, 3).map((line) => /《([^》]{1,40})》/.exec(line)?.[1])
  const found = [...labelled, ...heading, ...named].find((title) => title !== undefined && plain(title) !== '')
  if (found !== undefined) return shortened(plain(found))
  const words = lines.filter((line) => !/[|｜\t]/.test(line) && !(kind === 'script' && isScriptMark(line)))
  const first = plain(words[0] ?? '')
  if (kind !== 'table' && kind !== 'wish' && words.length > 1 && isTitle(first)) return first
  if (kind === 'table' && isTitle(first) && words[0] === lines[0] && !/[,，]/.test(first)) return first
  const file = plain(basename(name ?? '', extname(name ?? '')).replace(/[_]+/g, ' '))
  if (/[\p{L}\p{N}]/u.test(file)) return shortened(file)
  if (kind === 'table') return 'Storyboard'
  if (kind === 'script' && !isTitle(first)) return 'Untitled'
  return shortened(firstClause(first || plain(lines[0] ?? '')))
}

const isScriptMark = (line: string) => splitCue(line) !== null || sceneHeading(bare(line)) !== null || actHeading(bare(line)) !== null || /^[(（[【]/.test(bare(line))

const isTitle = (line: string) => line !== '' && line.length <= 40 && !/[.。!！?？;；,，:：…]$/.test(line) && (/\p{Script=Han}/u.test(line) ? line.length <= 16 : line.split(' ').length <= 8)

const firstClause = (line: string) => (/\p{Script=Han}/u.test(line) ? (line.split(/[，。！？；：,!?;]/).find((clause) => clause.trim() !== '') ?? line) : line.replace(/[.!?]+$/, ''))

const plain = (title: string) =>
  title.replace(/^\s*\d+(?:\.\d+)*[.、]?\s+(?=\S)/, '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#<>|\\]+/g, ' ').replace(/^《(.*)》$/, '$1').replace(/[\p{Cc}/]+/gu, ' ').replace(/\s+/g, ' ').trim()

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Whole words, at most 60 characters, and never half an emoji. */
function shortened(title: string): string {
  const han = /\p{Script=Han}/u.test(title)
  const characters = [...graphemes.segment(title.slice(0, 2000))].map((part) => part.segment)
  const limit = han ? 24 : 60
  if (characters.length <= limit) return title
  const cut = characters.slice(0, limit - 1).join('')
  return `${(han ? cut : cut.replace(/\s+\S*$/, '')).trim()}…`
}
