import type { CastMember } from '../../../film/script.ts'
import { features } from './features.ts'
import { namedIn } from './find-cast.ts'
import { type Setup, whoIsSeen } from './plan-shots.ts'
import { noSetting, readSetting, type Setting } from './setting.ts'
import type { Row } from './table.ts'

/** The rows of a table as shots to be made: who is in each, and where, as far as the rows before have said it. */
export function rowSetups(rows: readonly Row[], cast: readonly CastMember[]): Setup[] {
  let setting = readSetting(rows.map((row) => `${row.scene}\n${row.picture}`).join('\n'), noSetting)
  const home = setting
  let scene: string[] = []
  let talk: { text: string; setting: Setting } | null = null
  return rows.map((row, index) => {
    const text = [row.picture, row.scene].filter(Boolean).join('。')
    const act = Number(row.number.split('.')[0])
    const said = row.line && !row.picture
    const here = readSetting(row.picture || (said ? '' : row.scene), noSetting)
    // What somebody tells of may be elsewhere; afterwards we are back where the talk is.
    setting = { place: here.place ?? home.place, hour: here.hour ?? home.hour, weather: here.weather ?? home.weather }
    const picture = row.picture || row.scene
    let seen = namedIn(picture, cast)
    const told = namedIn(row.scene, cast)
    if (seen.length === 0) seen = told.length && !row.picture ? told : whoIsSeen(text, cast, scene)
    if (/[两二]个?人|two (?:men|women|people)|谈话|对坐|相对/iu.test(text) && seen.length < 2) {
      const pair = [...new Set([...seen, ...told, ...scene])]
      seen = (pair.length >= 2 ? pair : [...new Set([...pair, ...cast.map((member) => member.name)])]).slice(0, 2)
    }
    // The two who talk are the ones to come back to, not whom they talk of.
    if (seen.length > 1) scene = seen
    const back = talk !== null && returns.test(text) ? talk : null
    if (back) setting = back.setting
    else if (seen.length > 1 && together.test(text)) talk = { text: sitting(row.scene || row.picture), setting }
    const speaker = row.line?.speaker ?? null
    const shown = features(text)
    return {
      act, purpose: index === 0 ? 'establish' : speaker && !shown.vast ? 'speak' : row.line ? 'tell' : 'do', text, line: row.line, cast: seen,
      remembered: back?.text ?? null, speaker, listener: null, setting, features: shown, through: index / Math.max(1, rows.length - 1), last: index === rows.length - 1,
    }
  })
}

const returns = /(?:回到|重回|回|又是)[^，。；\n]{0,6}(?:谈话|对话|交谈|聊天|船上|场景)|\bback (?:to|in|at|on) (?:the|their|our) (?:\w+ )?(?:conversation|talk|dialogue|boat|table|scene|two)/iu
const together = /谈|聊|对坐|相对|对饮|曰|\b(?:talk\w*|conversation|facing each other|face to face|opposite each other|speak\w*)\b/iu

/** The clauses that place them: 「这艘小船上，客人与苏轼相对而坐」, not what they do there. */
function sitting(text: string): string {
  const clauses = text.split(/[，,；;。]/u).map((clause) => clause.trim()).filter(Boolean)
  const last = clauses.findIndex((clause) => /坐|站|立|\b(?:sit|sat|stand|stood|facing)\w*/iu.test(clause))
  return clauses.slice(0, last < 0 ? 1 : last + 1).join(/\p{Script=Han}/u.test(text) ? '，' : ', ')
}
