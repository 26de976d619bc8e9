import type { Direction, Directions, ShotChange } from '../film/direction.ts'
import type { NoteBoard } from './note-board.ts'
import { reordered } from './note-order.ts'
import { addressShots } from './note-shots.ts'

/** Notes that carry words to be kept verbatim, commas and full stops included: a line, a picture, a title, a new shot. Null for all others. */
export function directWhole(line: string, board: NoteBoard): Directions | null {
  const title = /^(?:(?:the\s+)?title(?:\s+is)?\s*[:：]?|(?:call|name)\s+(?:it|the film|this film)|标题\s*(?:改成|改为|是|叫|[:：])|片名\s*(?:改成|改为|是|叫|[:：])|改名为?)\s*[:：]?\s*(.+)$/i.exec(line.trim())
  if (title) return { directions: [{ kind: 'title', title: unquoted(title[1] ?? '') }], missed: [] }
  return inserted(line, board) ?? insertedElsewise(line, board) ?? reordered(line.trim().replace(/[.。!！]+$/, ''), board) ?? worded(line, board)
}

/** «insert after 1.2: a crow lands», 「在1.2后加一个镜头：乌鸦落下」. */
function inserted(line: string, board: NoteBoard): Directions | null {
  const match =
    /^(?:please\s+)?(?:add|insert|put)\s+(?:an?\s+|another\s+)?(?:new\s+)?(?:shots?\s+)?(after|before|at the (?:end|start|beginning))\s*([^:：]*?)\s*(?:[:：]|(?<=\d)\s*[,，]|(?<=\d)\s+(?:of|with|showing|where)\s)\s*(.+)$/i.exec(line.trim()) ??
    /^(?:请)?在?\s*(?:第|镜头?)?\s*([\d.]+)\s*(?:镜头?)?\s*(之?后|之?前)\s*(?:面)?\s*(?:加|插入|添加|增加)\s*(?:一?个)?(?:新)?(?:镜头|分镜|镜)?\s*[:：，,]?\s*(.+)$/.exec(line.trim())
  if (!match) return null
  const chinese = /[前后]/.test(match[2] ?? '')
  const [where, at] = chinese ? [match[2] ?? '', match[1] ?? ''] : [match[1] ?? '', match[2] ?? '']
  const end = /end|start|beginning/i.test(where)
  const addressed = end ? null : addressShots(/^\d+$/.test(at) ? `shot ${at}` : at, board)
  if (addressed?.unknown || (!end && addressed === null)) return { directions: [], missed: [`«${line.trim()}»: ${addressed?.unknown ?? 'which shot it comes after was not understood.'}`] }
  const numbers = board.shots.map(({ number }) => number)
  const index = end ? (/end/i.test(where) ? numbers.length - 1 : -1) : numbers.indexOf((/before|前/i.test(where) ? addressed?.numbers[0] : addressed?.numbers.at(-1)) ?? '') - (/before|前/i.test(where) ? 1 : 0)
  const direction: Direction = { kind: 'insert', after: numbers[index] ?? null, picture: unquoted(match[3] ?? ''), line: null }
  return { directions: [direction], missed: [] }
}

/** «add a shot: sunrise», «insert hands on a rope after 1.2». */
function insertedElsewise(line: string, board: NoteBoard): Directions | null {
  const last = /^(?:please\s+)?(?:add|insert)\s+(?:an?\s+|another\s+|one more\s+)?(?:new\s+)?shot\s*(?:[:：]|\s(?:of|showing|with)\s)\s*(.+)$/i.exec(line.trim()) ?? /^(?:再)?(?:加|插入|添加|增加)(?:一?个)?(?:新)?(?:镜头|分镜)\s*[:：，,]\s*(.+)$/.exec(line.trim())
  const numbers = board.shots.map(({ number }) => number)
  if (last && numbers.length > 0) return { directions: [{ kind: 'insert', after: numbers.at(-1) ?? null, picture: unquoted(last[1] ?? ''), line: null }], missed: [] }
  const [, picture = '', where = '', at = ''] = /^(?:please\s+)?insert\s+(.+?)\s+(after|before)\s+(?:shot\s+)?(\d+(?:\.\d+)*)$/i.exec(line.trim().replace(/[.!]$/, '')) ?? []
  return at === '' ? null : inserted(`insert ${where} ${at}: ${picture}`, board)
}

/** «line of 1.2: …», «1.2 says "…"», 「1.2 台词改成…」, «1.2 picture: …». */
function worded(line: string, board: NoteBoard): Directions | null {
  for (const [field, pattern] of patterns) {
    const match = pattern.exec(line.trim())
    const who = match?.groups?.['who'] ?? ''
    const words = match?.groups?.['words']?.trim() ?? ''
    if (!match || words === '') continue
    const addressed = addressShots(/^\d+$/.test(who.trim()) ? `shot ${who}` : who, board)
    if (!addressed || addressed.rest !== '') continue
    if (addressed.unknown) return { directions: [], missed: [`«${line.trim()}»: ${addressed.unknown}`] }
    const change: ShotChange = { [field]: unquoted(words) }
    return { directions: [{ kind: 'shots', numbers: addressed.numbers, change }], missed: [] }
  }
  return null
}

const spoken = '(?:lines?|words|dialogue|voice-?over|narration|台词|旁白|对白|字幕)'
const seen = '(?:picture|image|visual|description|画面|画面描述)'
const be = '(?:\\s*(?:should be|becomes|is now|is|to|改成|改为|换成|是|为))?'
const patterns: ['line' | 'picture', RegExp][] = [
  ['line', new RegExp(`^(?:the\\s+|change\\s+(?:the\\s+)?)?${spoken}\\s+(?:of|for|in)\\s+(?<who>[^:：]{1,60}?)${be}\\s*[:：]\\s*(?<words>.+)$`, 'i')],
  ['line', new RegExp(`^(?<who>[^:：]{1,40}?)\\s*[:：]?\\s*(?:的)?${spoken}(?:${be}\\s*[:：]|\\s*(?:should be|becomes|改成|改为|换成))\\s*(?<words>.+)$`, 'i')],
  ['line', /^(?<who>[^:：]{1,40}?)\s+(?:says|should say)\s*[:：]?\s*(?<words>.+)$/i],
  ['picture', new RegExp(`^(?:the\\s+|change\\s+(?:the\\s+)?)?${seen}\\s+(?:of|for|in)\\s+(?<who>[^:：]{1,60}?)${be}\\s*[:：]\\s*(?<words>.+)$`, 'i')],
  ['picture', new RegExp(`^(?<who>[^:：]{1,40}?)\\s*[:：]?\\s*(?:的)?${seen}(?:${be}\\s*[:：]|\\s*(?:should be|becomes|改成|改为|换成))\\s*(?<words>.+)$`, 'i')],
  ['picture', /^(?<who>[^:：]{1,40}?)\s+(?:shows|should show)\s*[:：]?\s*(?<words>.+)$/i],
]

const unquoted = (words: string) => words.trim().replace(/^(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|《([^》]*)》)[.。]?$/, (whole, ...inner) => inner.slice(0, 4).find((each) => each !== undefined) ?? whole)
