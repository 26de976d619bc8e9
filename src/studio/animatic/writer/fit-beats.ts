import type { Language } from '../../../film/brief.ts'
import type { Act, Beat } from '../../../film/script.ts'
import { air, saySeconds } from './say-length.ts'

export type Fit = { acts: Act[]; said: number; of: number; needed: number }

/**
 * A text longer than the wanted film: whole beats are left out, never words inside one. The first and the last stay,
 * then what is seen most. Nothing is left out when the text fits, or when no length was asked for.
 */
export function fitBeats(acts: readonly Act[], seconds: number | null, language: Language): Fit {
  const all = acts.flatMap((act) => act.beats)
  const needed = all.reduce((sum, beat) => sum + beatSeconds(beat, language), 0)
  const of = all.length
  if (seconds === null || needed <= seconds) return { acts: [...acts], said: of, of, needed }
  const ranked = all.map((beat, index) => ({ beat, index, worth: worth(beat, index, of) })).sort((a, b) => b.worth - a.worth || a.index - b.index)
  const kept = new Set<Beat>()
  let room = seconds
  for (const { beat } of ranked) {
    const length = beatSeconds(beat, language)
    if (kept.size === 0 || length <= room) { kept.add(beat); room -= length }
  }
  const fitted = acts.map((act) => ({ ...act, beats: act.beats.filter((beat) => kept.has(beat)) })).filter((act) => act.beats.length > 0)
  return { acts: fitted, said: kept.size, of, needed }
}

const beatSeconds = (beat: Beat, language: Language) => (beat.line ? Math.max(2.5, saySeconds(beat.line.text, language) + air) : 4)

function worth(beat: Beat, index: number, of: number): number {
  const ends = index === 0 ? 100 : index === of - 1 ? 90 : 0
  const text = beat.action
  const seen = text.match(/\b(?:sea|light|lamp|rain|moon|river|sky|night|door|hand|hands|face|eyes|fire|snow|boat|ship|street|window|letter|stars|mountain|wind|storm|bell|bird|birds)\b|[月江山海天舟船水雪雨火灯星花鸟云风夜箫酒剑马城楼]/giu)?.length ?? 0
  const length = Math.max(4, /\p{Script=Han}/u.test(text) ? text.length / 4 : text.split(/\s+/).length)
  // Evenly through the text, so that the story keeps its shape.
  return ends + (seen / length) * 10 + (index % 3 === 0 ? 1 : 0)
}
