import { splitCue } from './speaker-line.ts'

/** A script names who speaks, says what happens in brackets, or has act and scene headings. Prose with a colon here and there is not one. */
export function looksLikeScript(text: string): boolean {
  const lines = text.split('\n').map(bare).filter((line) => line !== '')
  const heads = lines.filter((line) => actHeading(line) !== null || sceneHeading(line) !== null).length
  const slugs = lines.filter((line) => sceneHeading(line) !== null).length
  const fields = lines.filter((line) => scriptField(line) !== null).length
  const cues = lines.filter((line) => isCue(line)).length
  const directions = lines.filter((line) => /^[(（[【].+[)）\]】]$/.test(line)).length
  const capitals = text.split('\n').filter((line, index, all) => isCharacterCue(line, all[index - 1], all[index + 1])).length
  if (slugs > 0 && (slugs > 1 || cues + capitals > 0 || lines.length > 1)) return true
  if (heads > 0 && cues + directions + capitals > 0) return true
  if (capitals >= 2 && capitals * 12 >= lines.length) return true
  return cues >= 2 && (cues + directions + fields) * 3 >= lines.length && repeatsOrStaged(lines, directions)
}

/** Two labels that never come back («Ingredients: … Method: …») are a list, not a dialogue. */
function repeatsOrStaged(lines: string[], directions: number): boolean {
  const names = lines.filter(isCue).map((line) => splitCue(line)?.raw ?? '')
  return directions > 0 || new Set(names).size < names.length || names.length * 2 >= lines.length
}

const isCue = (line: string) => scriptField(line) === null && (splitCue(line)?.text ?? '') !== ''

/** A line without list marks, heading marks and bold. A line longer than any mark is left alone: it would only cost time. */
export const bare = (line: string) =>
  line.length > 2000 ? line.trim() : line.trim().replace(/^(?:[-*•·+]\s+|\d+[.)、]\s+(?=[*（(\p{Script=Han}]))/u, '').replace(/^#{1,6}\s+/, '').replace(/^\*\*(.+?)\*\*(?=$|[:：])/, '$1').replace(/^\*\*(.+?)([:：])\*\*/, '$1$2').trim()

/** «第一幕：江上夜游», «Act Two – The storm», «Scene 3». The title is what follows, or the whole when nothing does. */
export function actHeading(line: string): { title: string; level: 'act' | 'scene' } | null {
  const match = /^(第\s*[一二三四五六七八九十百\d]{1,4}\s*(?:幕|场景|场|回|章|集|部分|节)|序幕|尾声|楔子|场景\s*[一二三四五六七八九十\d]{1,3}|(?:act|scene|part|chapter|sequence|episode)\s+(?:[ivxl]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b|prologue\b|epilogue\b)\s*(?:[:：.\-–—、·]\s*)?(.{0,120})$/i.exec(line)
  if (!match || /[。！？!?]$/.test(line) || (match[2] ?? '').length > 80) return null
  const head = match[1] ?? ''
  return { title: (match[2] ?? '').trim() || head, level: /场|scene/i.test(head) ? 'scene' : 'act' }
}

/** «INT. KITCHEN - NIGHT», «.FORCED», «内景 厨房 夜», «1. 外景 江边 – 夜». Its place as written. */
export function sceneHeading(line: string): string | null {
  const match = /^(?:\d{1,3}[.、)]?\s*)?((?:int\.?\s*\/\s*ext|ext\.?\s*\/\s*int|i\/e|int|ext|est)[.\s]\s*(.+)|(?:内景|外景|内外景|日内|夜内|日外|夜外)[\s.:：、·，-].*)$/i.exec(line)
  const forced = /^\.(?=[\p{L}\d])(.+)$/u.exec(line)
  if (match && /^(?:int|ext|est|i)/i.test(match[1] ?? '') && !/^(?:INT|EXT|EST|I\/E)/.test(match[1] ?? '') && !/^(?:int|ext)\./i.test(match[1] ?? '')) return null
  return forced?.[1]?.trim() ?? match?.[1]?.replace(/\s*#[^#]*#$/, '').trim() ?? null
}

export type ScriptField = 'title' | 'author' | 'cast' | 'place' | 'other'

const fieldNames: [ScriptField, RegExp][] = [
  ['title', /^(?:标题|片名|剧名|题目|剧本名?|title)$/i],
  ['author', /^(?:作者|编剧|原著|原作|author|authors|by|written by|writer|screenplay by)$/i],
  ['cast', /^(?:人物|角色|出场人物|主要人物|登场人物|演员|人物表|cast|characters?|dramatis personae|people)$/i],
  ['place', /^(?:场景|地点|时间|时间地点|布景|背景|setting|place|location|scene|time|where|when)$/i],
  ['other', /^(?:提示|输出|备注|注|说明|简介|梗概|情节|主题|音乐|配乐|风格|类型|时长|转场|画面|镜头|基调|年代|语言|logline|synopsis|genre|tone|mood|era|look|style|note|notes|music|sound|sfx|length|duration|credit|source|contact|draft date|draft|copyright|format|language|prompt|output|camera|shot|transition|fade in|fade out|cut to|dissolve to|smash cut to)$/i],
]

/** «标题：赤壁赋», «Characters: Ann, Bob». */
export function scriptField(line: string): { field: ScriptField; text: string } | null {
  const match = /^\**([^:：*]{1,20}?)\**\s*[:：]\**\s*([\s\S]*)$/.exec(line)
  const field = fieldNames.find(([, names]) => names.test(match?.[1]?.trim() ?? ''))?.[0]
  return match && field ? { field, text: (match[2] ?? '').trim() } : null
}

/** A screenplay's cue: a name in capitals (or after @) alone on its line, after an empty line, with words below. */
export function isCharacterCue(line: string, before: string | undefined, after: string | undefined): boolean {
  const name = line.trim()
  if ((before ?? '').trim() !== '' || (after ?? '').trim() === '' || name === '') return false
  if (/^@\S/.test(name)) return true
  const letters = name.replace(/\([^)]*\)/g, '').replace(/\^$/, '').trim()
  return /^[\p{Lu}][\p{Lu}\d .'’#&-]{0,37}$/u.test(letters) && /\p{Lu}/u.test(letters) && !/[.!?]$/.test(letters.replace(/\b(?:JR|SR|DR|MR|MRS)\.$/, '')) && sceneHeading(name) === null && actHeading(name) === null && letters.split(/\s+/).length <= 5
}
