import { z } from 'zod'
import { Language } from '../../../film/brief.ts'
import { type Idea, Pitch } from '../../../film/idea.ts'
import type { Look, Mood } from '../../../film/look.ts'
import { byRules } from './by-rules.ts'
import { chance } from './chance.ts'
import { chinesePoems, englishPoems, type Poem } from './poems.ts'
import { readWish, type Wish } from './read-wish.ts'
import { shapesEn } from './shapes-en.ts'
import { shapesZh } from './shapes-zh.ts'

export const TreatmentsInputs = z.object({ wish: z.string().min(1), language: Language, count: z.int().min(1).max(40), seed: z.int().min(0) })
export type TreatmentsInputs = z.infer<typeof TreatmentsInputs>

/** A way to tell a story. Slots: {who} {Who} {he} {his} {other} {place} {Place} {Place^} {hour} {weather} {thing}. */
export type Shape = { name: string; mood: Mood; look: Look; title: string; logline: string; treatment: string }

/** Ways to film a wish that differ in what happens, not in adjectives. Who asks for poems is offered real ones. */
export function writeTreatments({ wish, language, count, seed }: TreatmentsInputs): Pitch {
  const poems = poemsFor(wish)
  const wanted = readWish(wish, language, seed)
  const ideas = [...(poems ? poems.map((poem) => fromPoem(poem, language, wanted.look)) : []), ...(poems && poems.length >= count ? [] : stories(wanted, language, seed, count))]
  return Pitch.parse({ ideas: ideas.slice(0, count).map((idea, index) => ({ ...idea, number: index + 1 })), by: byRules(language) })
}

type Unnumbered = Omit<Idea, 'number'>

function poemsFor(wish: string): readonly Poem[] | null {
  if (/诗词|诗歌|古诗|唐诗|宋词|歌赋|辞赋|古文|名篇|词赋|(?:chinese|tang|song)[\w -]*(?:poe(?:m|try)|verse)/iu.test(wish)) return chinesePoems
  return /\b(?:famous|classic\w*|great|english|known|old)\b[\w ,-]*\b(?:poems?|poetry|verse)\b|\b(?:poems|verses)\b/iu.test(wish) ? englishPoems : null
}

const fromPoem = (poem: Poem, language: Language, look: Look | null): Unnumbered => ({
  title: /\p{Script=Han}/u.test(poem.title) ? `《${poem.title}》— ${poem.author}` : `${poem.title} — ${poem.author}`,
  logline: poem.about[language],
  treatment: `（${poem.opening[/\p{Script=Han}/u.test(poem.text) ? 'zh' : 'en']}）\n\n${poem.text}`,
  mood: poem.mood,
  look: look ?? (/\p{Script=Han}/u.test(poem.text) ? 'ink-wash' : 'pencil'),
})

function stories(wish: Wish, language: Language, seed: number, count: number): Unnumbered[] {
  const shapes = language === 'zh' ? shapesZh : shapesEn
  // The shapes nearest to the asked mood come first; the rest by the seed.
  const ordered = shapes.map((shape) => ({ shape, rank: chance(seed, shape.name) - (wish.moodAsked && shape.mood === wish.mood ? 0.6 : 0) })).sort((a, b) => a.rank - b.rank).map(({ shape }) => shape)
  const rounds = Math.ceil(count / shapes.length)
  return Array.from({ length: rounds }, (_, round) => ordered.map((shape) => tell(shape, round === 0 ? wish : turned(wish, round), language, round))).flat()
}

/** The same shape a second time is seen from the other side. */
const turned = (wish: Wish, round: number): Wish => ({ ...wish, who: round % 2 ? wish.other : wish.who, other: round % 2 ? wish.who : wish.other, gender: 'unknown' })

function tell(shape: Shape, wish: Wish, language: Language, round: number): Unnumbered {
  const fill = (text: string) => fillSlots(text, wish, language)
  const seen = round === 0 ? '' : language === 'zh' ? `：${wish.who}眼中` : `, as ${wish.who} saw it`
  const title = fill(shape.title)
  return { title: `${language === 'en' ? capital(titled(title)) : title}${seen}`, logline: fill(shape.logline), treatment: fill(shape.treatment), mood: shape.mood, look: wish.look ?? (wish.era === 'ancient-china' ? 'ink-wash' : shape.look) }
}

function fillSlots(text: string, wish: Wish, language: Language): string {
  const pronouns = language === 'zh'
    ? { he: wish.gender === 'woman' ? '她' : '他', his: '', him: '' }
    : { he: wish.gender === 'woman' ? 'she' : wish.gender === 'man' ? 'he' : 'they', his: wish.gender === 'woman' ? 'her' : wish.gender === 'man' ? 'his' : 'their', him: wish.gender === 'woman' ? 'her' : wish.gender === 'man' ? 'him' : 'them' }
  const words: Record<string, string> = { ...pronouns, who: wish.who, other: wish.other, place: wish.place, hour: wish.hour, weather: wish.weather, thing: wish.thing }
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return text.replace(/\{(\w+)(\^?)\}/g, (_all, slot: string, start: string) => {
    if (slot === 'WhoT') return titled(wish.who)
    const word = words[slot.toLowerCase()] ?? ''
    if (slot === slot.toLowerCase() && !start) return word
    return start || slot !== 'Place' ? capital(word) : titled(word)
  })
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** «the lighthouse» in a title is «the Lighthouse». */
const titled = (words: string) => words.replace(/(?<![\p{L}'’])(?!(?:the|a|an|of|and|at|as|for|to|from|under|on|in|was|by)\b)\p{Ll}/gu, (letter) => letter.toUpperCase())
