import type { Act, Script } from '../../film/script.ts'
import type { Storyboard } from '../../film/storyboard.ts'

/** A finished storyboard brings no script; this is what it says, act by act (the first part of a shot's number). */
export function scriptOf(board: Storyboard): Script {
  const { title, author, language, mood, era, look, cast, by, shots } = board
  const acts = new Map<string, Act>()
  for (const shot of shots) {
    const number = shot.number.split('.')[0] ?? '1'
    const act = acts.get(number) ?? { title: language === 'zh' ? `第${number}幕` : `Act ${number}`, place: '', beats: [] }
    const action = [shot.line?.text === shot.scene ? '' : shot.scene, shot.picture].filter(Boolean).join(language === 'zh' ? '。' : '. ')
    acts.set(number, { ...act, beats: [...act.beats, { action, line: shot.line }] })
  }
  return { title, author, language, logline: '', mood, era, look, cast, acts: [...acts.values()], by }
}
