import type { CastMember } from '../../../film/script.ts'
import { features } from './features.ts'
import { namedIn } from './find-cast.ts'
import { type Setup, whoIsSeen } from './plan-shots.ts'
import { noSetting, readSetting } from './setting.ts'
import type { Row } from './table.ts'

/** The rows of a table as shots to be made: who is in each, and where, as far as the rows before have said it. */
export function rowSetups(rows: readonly Row[], cast: readonly CastMember[]): Setup[] {
  let setting = readSetting(rows.map((row) => `${row.scene}\n${row.picture}`).join('\n'), noSetting)
  const home = setting
  let scene: string[] = []
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
    const speaker = row.line?.speaker ?? null
    const shown = features(text)
    return {
      act, purpose: index === 0 ? 'establish' : speaker && !shown.vast ? 'speak' : row.line ? 'tell' : 'do', text, line: row.line, cast: seen,
      speaker, listener: null, setting, features: shown, through: index / Math.max(1, rows.length - 1), last: index === rows.length - 1,
    }
  })
}
