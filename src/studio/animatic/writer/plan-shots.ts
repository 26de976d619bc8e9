import type { CastMember, Line, Script } from '../../../film/script.ts'
import { breathe } from './prose-beats.ts'
import { type Features, features } from './features.ts'
import { namedIn } from './find-cast.ts'
import { readSetting, type Setting } from './setting.ts'
import { isClassical, sentences } from './split-text.ts'

/** What a shot is for, before anyone has chosen how to shoot it. */
export type Setup = {
  act: number
  purpose: 'establish' | 'tell' | 'speak' | 'do' | 'detail' | 'react' | 'breathe'
  /** What happens, in the film's words; empty where only the place or a person is looked at. */
  text: string
  line: Line | null
  cast: string[]
  speaker: string | null
  listener: string | null
  setting: Setting
  /** «Back to the conversation»: what the earlier shot said of how they sit there. */
  remembered?: string | null
  features: Features
  /** Where in its act, 0…1. */
  through: number
  last: boolean
}

/** A script as a list of shots to be made: one or two for a beat, an establishing one for each act, a wide to breathe at its end. */
export function planShots(script: Script): Setup[] {
  return script.acts.flatMap((act, index) => {
    let setting = readSetting(act.place)
    let seen: string[] = []
    let speakers: string[] = []
    const setups: Setup[] = []
    const present: string[] = []
    const meet = (names: readonly string[]) => { for (const name of names) { if (present.includes(name)) present.splice(present.indexOf(name), 1); present.push(name) } }
    const add = (setup: Partial<Setup> & Pick<Setup, 'purpose' | 'text'>) => setups.push({ act: index, line: null, cast: [], speaker: null, listener: null, setting, features: features(setup.text), through: 0, last: false, ...setup })
    const first = act.beats[0]
    if (!first?.line || first.line.speaker) add({ purpose: 'establish', text: first?.line ? '' : sentences(first?.action ?? '')[0] ?? '' })
    for (const [at, beat] of act.beats.entries()) {
      const { line } = beat
      if (line && !line.speaker) setting = readSetting(beat.action, setting)
      if (!line) {
        for (const [part, text] of sentences(beat.action).entries()) {
          setting = readSetting(text, setting)
          const cast = whoIsSeen(text, script.cast, seen)
          if (cast.length) { seen = cast; meet(cast) }
          // The first of an act has been seen already: it is what the act opens on.
          if (at > 0 || part > 0) add({ purpose: 'do', text, cast })
        }
        continue
      }
      const speaker = line.speaker && (script.cast.find((member) => [member.name, ...member.also].includes(line.speaker ?? ''))?.name ?? line.speaker)
      const parts = line.text.includes('\n') ? [line.text] : breathe(line.text, isClassical(line.text) ? 4.4 : speaker ? 6 : 5.6)
      for (const [part, text] of parts.entries()) {
        const said = { ...line, text }
        if (speaker) {
          speakers = [...speakers.filter((name) => name !== speaker), speaker]
          const listener = speakers.at(-2) ?? present.findLast((name) => name !== speaker) ?? null
          const shown = features(text)
          // A long speech leaves the speaker's face: for what it tells of, or for the one who listens.
          const told = part > 0 && (shown.vast || namedIn(text, script.cast).length > 0) && part % 2 === 1
          if (told) { add({ purpose: 'tell', text, line: said, cast: namedIn(text, script.cast).filter((name) => name !== speaker) }); continue }
          if (part > 0 && part % 2 === 1 && listener) { add({ purpose: 'react', text, line: said, cast: [listener] }); continue }
          add({ purpose: 'speak', text: beat.action === line.text ? text : part === 0 ? beat.action || text : text, line: said, speaker, listener, cast: listener ? [speaker, listener] : [speaker] })
          seen = [speaker]
        } else {
          const told = beat.action === line.text || !beat.action ? text : part === 0 ? beat.action : text
          const named = whoIsSeen(told, script.cast, seen)
          // The second half of a sentence has the subject of the first.
          const cast = named.length || !/^(?:\p{Ll}+ed|took|went|ran|sat|stood|began|left|came|saw|held|put)\b/u.test(told) ? named : seen
          if (cast.length) { seen = cast; meet(cast) }
          add({ purpose: setups.length === 0 ? 'establish' : 'tell', text: told, line: said, cast })
        }
      }
    }
    const end = setups.at(-1)
    if (end && (end.purpose === 'speak' || setups.length === 1)) add({ purpose: 'breathe', text: '', cast: end.speaker && setups.length > 1 ? end.cast : [] })
    return setups.map((setup, at) => ({ ...setup, through: setups.length > 1 ? at / (setups.length - 1) : 0, last: at === setups.length - 1 }))
  })
}

/** Named, or meant by a pronoun; where nobody is and nothing can be seen either, the one we have been with. */
export function whoIsSeen(text: string, cast: readonly CastMember[], before: readonly string[]): string[] {
  const named = namedIn(text, cast)
  if (named.length) return named.slice(0, 4)
  const is = (name: string, gender: CastMember['gender']) => cast.some((member) => member.name === name && (member.gender === gender || member.gender === 'unknown'))
  const he = /\b(?:she|he|her|his|him)\b/iu.test(text)
  if (!he && /\b(?:they|both)\b|他们|她们|两人|二人|相与|对坐|对望/iu.test(text)) return before.length > 1 ? [...before] : cast.slice(0, 2).map((member) => member.name)
  if (/\b(?:she|her|hers)\b|她/iu.test(text)) return one(before.find((name) => is(name, 'woman')) ?? cast.find((member) => member.gender === 'woman')?.name)
  if (/\b(?:he|him|his)\b|他/iu.test(text)) return one(before.find((name) => is(name, 'man')) ?? cast.find((member) => member.gender === 'man')?.name)
  if (!features(text).visible) return before.slice(0, 2)
  return []
}

const one = (name: string | undefined): string[] => (name === undefined ? [] : [name])
