import { z } from 'zod'
import type { Language } from '../../../film/brief.ts'
import type { Era } from '../../../film/look.ts'
import type { Act, CastMember } from '../../../film/script.ts'
import { findCast } from './find-cast.ts'
import { describe } from './judge-acts.ts'
import { lineLanguage } from './prose-beats.ts'
import { readSetting } from './setting.ts'

const Person = z.union([z.string(), z.looseObject({ name: z.string(), also: z.array(z.string()).optional() })])

/** What the reader of scripts found, as loosely as it can be used. */
export const ParsedScript = z.looseObject({
  title: z.string().nullish(),
  author: z.string().nullish(),
  cast: z.array(Person).optional(),
  place: z.string().nullish(),
  acts: z.array(z.looseObject({
    title: z.string().nullish(),
    place: z.string().nullish(),
    beats: z.array(z.looseObject({
      action: z.string().nullish(),
      line: z.looseObject({ speaker: z.string().nullable(), text: z.string() }).nullish(),
    })),
  })).min(1),
})
export type ParsedScript = z.infer<typeof ParsedScript>

/** A person's own script: its acts, beats, speakers and words as they stand; only who people are and where is read out of it. */
export function keepScript(parsed: ParsedScript, text: string, about: { language: Language; era: Era; seed: number }): { acts: Act[]; cast: CastMember[] } {
  const speakers = [...new Set(parsed.acts.flatMap((act) => act.beats.map((beat) => beat.line?.speaker)).filter((name): name is string => Boolean(name)))]
  const people = (parsed.cast ?? []).map((person) => (typeof person === 'string' ? person : person.name))
  const told = [...text.split('\n').filter((line) => /人物|角色|characters?\b|cast\b/iu.test(line)), ...parsed.acts.flatMap((act) => act.beats.map((beat) => beat.action ?? ''))].join('\n')
  const found = findCast(told, { ...about, speakers: [...new Set([...speakers, ...people.filter((name) => !narrator.test(name))])] })
  const cast = found.map((member) => {
    const also = (parsed.cast ?? []).flatMap((person) => (typeof person !== 'string' && person.name === member.name ? person.also ?? [] : []))
    return { ...member, also: [...new Set([...member.also, ...also])] }
  })
  let place = parsed.place ?? null
  const acts = parsed.acts.map((act, index) => {
    const told = [act.place, act.title, ...act.beats.map((beat) => beat.action)].filter(Boolean).join('\n')
    place = act.place ?? place
    return {
      title: act.title || (about.language === 'zh' ? `第${index + 1}幕` : `Act ${index + 1}`),
      place: act.place || place || describe(readSetting(`${told}\n${text}`), about.language),
      beats: act.beats
        .map((beat) => ({
          action: beat.action ?? '',
          line: beat.line ? { speaker: beat.line.speaker, text: beat.line.text, language: lineLanguage(beat.line.text, about.language) } : null,
        }))
        .filter((beat) => beat.action || beat.line),
    }
  }).filter((act) => act.beats.length > 0)
  return { acts: acts.length ? acts : [{ title: '', place: place ?? '', beats: [{ action: text, line: null }] }], cast }
}

const narrator = /^(?:旁白|narrator|voice ?over|v\.?o\.?)$/iu
