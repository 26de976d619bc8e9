import type { Language } from '../../../film/brief.ts'
import type { Act, Beat } from '../../../film/script.ts'
import { inWords, noSetting, readSetting, type Setting } from './setting.ts'

/** Turns of a text become acts: another place or hour, or a new stanza. An act of a single beat joins its neighbour. */
export function judgeActs(paragraphs: readonly Beat[][], text: string, language: Language): Act[] {
  const whole = readSetting(text)
  const groups: { setting: Setting; beats: Beat[] }[] = []
  let before = noSetting
  for (const beats of paragraphs) {
    if (beats.length === 0) continue
    const here = readSetting(beats.filter((beat) => !beat.line?.speaker).map((beat) => beat.action).join('\n'), noSetting)
    const last = groups.at(-1)
    const turned = last && ((here.place && before.place && here.place !== before.place) || (here.hour && before.hour && here.hour !== before.hour))
    before = { place: here.place ?? before.place, hour: here.hour ?? before.hour, weather: here.weather ?? before.weather }
    if (last && (beats.length < 2 || last.beats.length < 4 || (!turned && last.beats.length < 9))) { last.beats.push(...beats); last.setting = fill(last.setting, here) }
    else groups.push({ setting: fill(here, before), beats: [...beats] })
  }
  const end = groups.at(-1)
  if (groups.length > 1 && end && end.beats.length < 3) groups.splice(-2, 2, { setting: groups.at(-2)?.setting ?? end.setting, beats: [...(groups.at(-2)?.beats ?? []), ...end.beats] })
  return groups.map(({ setting, beats }, index) => {
    const place = describe({ place: setting.place ?? whole.place, hour: setting.hour ?? whole.hour, weather: setting.weather }, language)
    return { title: language === 'zh' ? `第${numerals[index] ?? index + 1}幕` : `Act ${index + 1}`, place, beats }
  })
}

/** «灯塔，夜，雨» / «the lighthouse, night, rain». */
export const describe = (setting: Setting, language: Language): string =>
  [setting.place, setting.hour, setting.weather].map((name) => inWords(name, language)).filter(Boolean).join(language === 'zh' ? '，' : ', ')
  || (language === 'zh' ? '空旷之处' : 'an open place')

const fill = (first: Setting, second: Setting): Setting => ({ place: first.place ?? second.place, hour: first.hour ?? second.hour, weather: first.weather ?? second.weather })

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十']
