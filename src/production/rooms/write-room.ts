import { END, START, StateGraph, StateSchema, UntrackedValue } from '@langchain/langgraph'
import type { z } from 'zod'
import type { Language } from '../../film/brief.ts'
import type { Look } from '../../film/look.ts'
import { Script } from '../../film/script.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { CastAndLook, castOf, Critique, memberNamed, MendedBeats, ScriptDraft } from './drafts.ts'
import { heldToText, speakersOf, type Held } from './script-checks.ts'
import { signature } from './signature.ts'
import { think } from './think.ts'
import { roomWords } from './words.ts'

type Json = z.infer<ReturnType<typeof z.json>>

export type ScriptAsked = { kind: 'idea' | 'script' | 'text'; text: string; parsed?: Json; title: string; language: Language; seconds: number | null; look: Look | null }

/**
 * The writers' room. A treatment is drafted, criticised and, where that is worth it, revised. A text of a person is drafted
 * and held to its own words: mended once, and where a word is still another, the words are taken by rules. A person's script
 * stands as it is; only who is in it and how they look is thought about.
 */
export async function writeRoom(asked: ScriptAsked, studio: Studio, work: PaidWork): Promise<Script> {
  const { language, look, seconds, kind } = asked
  const inputs = { ...asked }
  if (!studio.thinks) return Script.parse(await studio.write({ prompt: 'script', inputs }, work))
  const say = roomWords[language]
  const byRules = async () => Script.parse(await studio.writeByRules({ prompt: 'script', inputs }, work))
  const held = (acts: Script['acts']) => heldToText(acts, asked.text, { whole: seconds === null })
  const ask = { kind, text: asked.text, title: asked.title, language, seconds, look }
  const State = new StateSchema({
    draft: new UntrackedValue<ScriptDraft | null>(), held: new UntrackedValue<Held>(), notes: new UntrackedValue<string[]>(), script: new UntrackedValue<Script>(),
  })
  type Seat = typeof State.State
  const graph = new StateGraph(State)
    .addNode('write', async () => {
      const draft = await think(studio, { prompt: 'script', inputs: { ...ask, notes: [], before: null }, answer: ScriptDraft, step: 'draft' }, work)
      return { draft, ...(draft && kind === 'text' ? { held: held(draft.acts) } : {}) }
    })
    .addNode('critique', async ({ draft }: Seat) => {
      const critique = await think(studio, { prompt: 'critique', inputs: { script: draft ?? null, treatment: asked.text, seconds, language }, answer: Critique, step: 'critique' }, work)
      return { notes: critique && !critique.good ? critique.notes : [] }
    })
    .addNode('revise', async ({ draft, notes = [] }: Seat) => {
      const revised = await think(studio, { prompt: 'script', inputs: { ...ask, notes, before: draft ?? null }, answer: ScriptDraft, step: 'revision' }, work)
      return { draft: revised ?? draft ?? null }
    })
    .addNode('mend', async ({ draft, held: before }: Seat) => {
      const numbered = draft?.acts.flatMap(({ beats }, act) => beats.map((beat, index) => ({ at: `${act + 1}.${index + 1}`, ...beat }))) ?? []
      const mended = await think(studio, { prompt: 'mend', inputs: { text: asked.text, beats: numbered, wrong: before?.wrong ?? [] }, answer: MendedBeats, step: 'mend' }, work)
      return mended && draft ? { held: held(mendedActs(draft.acts, mended)) } : {}
    })
    .addNode('words by rules', async ({ draft }: Seat) => {
      const rules = await byRules()
      const by = `${rules.by}. ${draft ? say.wordsByRules : say.byRules}`
      return { script: draft ? { ...dressed(rules, draft, look, false), by } : { ...rules, by } }
    })
    .addNode('cast', async () => {
      const rules = await byRules()
      const { by: _by, language: _language, ...script } = rules
      const seen = await think(studio, { prompt: 'cast', inputs: { script, look, language }, answer: CastAndLook, step: 'cast' }, work)
      return { script: seen ? { ...dressed(rules, seen, look, true), by: signature(studio, language) } : rules }
    })
    .addNode('finish', ({ draft, held: kept }: Seat) => {
      if (!draft) throw new Error('There is no draft to finish.')
      const left = kept?.wrong.filter(({ problem }) => problem === 'left out') ?? []
      const by = left[0] ? `${signature(studio, language)}; ${say.notSaid(left.length, left[0].text.slice(0, 40))}` : signature(studio, language)
      const cast = castOf(draft.cast, 7)
      return { script: withSpeakers({ ...draft, acts: kept?.acts ?? draft.acts, cast, language, look: look ?? draft.look, by }) }
    })
    .addConditionalEdges(START, () => kind === 'script' ? 'cast' : 'write', ['cast', 'write'])
    .addConditionalEdges('write', ({ draft, held: kept }) => draft === null ? 'words by rules' : kind === 'idea' ? 'critique' : kept?.wrong.length ? 'mend' : 'finish', ['words by rules', 'critique', 'mend', 'finish'])
    .addConditionalEdges('critique', ({ notes = [] }) => notes.length > 0 ? 'revise' : 'finish', ['revise', 'finish'])
    .addConditionalEdges('mend', ({ held: kept }) => kept?.wrong.some(({ problem }) => problem === 'not in the text') ? 'words by rules' : 'finish', ['words by rules', 'finish'])
    .addEdge('revise', 'finish')
    .addEdge('words by rules', END)
    .addEdge('cast', END)
    .addEdge('finish', END)
    .compile()
  const { script } = await graph.invoke({}, { signal: work.signal })
  return Script.parse(script)
}

function mendedActs(acts: Script['acts'], { beats }: MendedBeats): Script['acts'] {
  return acts.map((act, inActs) => ({
    ...act,
    beats: act.beats.flatMap((beat, index) => {
      const here = beats.filter(({ at }) => at === `${inActs + 1}.${index + 1}`).map(({ place, action, line }) => ({ place, beat: { action, line } }))
      const instead = here.filter(({ place }) => place === 'instead')
      return [...(instead.length > 0 ? instead : [{ beat }]), ...here.filter(({ place }) => place === 'after')].map(({ beat: one }) => one)
    }),
  }))
}

/** A script with words that stand: looks and costume are the model's, and names that only the text could tell. */
function dressed(script: Script, seen: Pick<CastAndLook, 'cast' | 'mood' | 'era' | 'look' | 'logline'>, look: Look | null, added: boolean): Script {
  const known = script.cast.map((member) => {
    const found = memberNamed(seen.cast, member.name)
    return found ? { ...member, gender: found.gender, age: found.age, appearance: found.appearance, also: [...new Set([...member.also, ...found.also, found.name])].filter((name) => name !== member.name) } : member
  })
  const others = added ? castOf(seen.cast.filter(({ name }) => memberNamed(known, name) === null), 7) : []
  return { ...script, mood: seen.mood, era: seen.era, look: look ?? seen.look, logline: seen.logline || script.logline, cast: [...known, ...others] }
}

/** Whoever speaks is in the cast, under one name. */
function withSpeakers(script: Script): Script {
  const named = (name: string) => memberNamed(script.cast, name)?.name ?? name
  const acts = script.acts.map((act) => ({ ...act, beats: act.beats.map((beat) => beat.line?.speaker ? { ...beat, line: { ...beat.line, speaker: named(beat.line.speaker) } } : beat) }))
  const unknown = speakersOf({ acts }).filter((name) => memberNamed(script.cast, name) === null)
  return { ...script, acts, cast: [...script.cast, ...castOf(unknown.map((name) => ({ name, also: [], gender: 'unknown', age: 'adult', appearance: '' })), 7)] }
}
