import { END, START, StateGraph, StateSchema, UntrackedValue } from '@langchain/langgraph'
import { z } from 'zod'
import type { Language } from '../../film/brief.ts'
import { Idea, Pitch } from '../../film/idea.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { think } from './think.ts'
import { roomWords } from './words.ts'
import { signature } from './signature.ts'

type Wish = { wish: string; language: Language; count: number; seed: number }

const IdeasDraft = z.object({ ideas: z.array(Idea.omit({ number: true })).min(1).max(40) })

/** Treatments of a wish: asked for once, and once more for those that are missing or the same. */
export async function pitchRoom(asked: Wish, studio: Studio, work: PaidWork): Promise<Pitch> {
  if (!studio.thinks) return Pitch.parse(await studio.write({ prompt: 'treatments', inputs: asked }, work))
  const State = new StateSchema({ ideas: new UntrackedValue<Omit<Idea, 'number'>[]>(), pitch: new UntrackedValue<Pitch>() })
  const ask = (step: string, count: number, had: readonly string[]) => async ({ ideas = [] }: typeof State.State) => {
    const answer = await think(studio, { prompt: 'treatments', inputs: { ...asked, count, had: [...had] }, answer: IdeasDraft, step }, work)
    return { ideas: different([...ideas, ...answer?.ideas ?? []]) }
  }
  const graph = new StateGraph(State)
    .addNode('propose', ask('pitch', asked.count, []))
    .addNode('more', (state: typeof State.State) => {
      const had = (state.ideas ?? []).map(({ title }) => title)
      return ask('pitch more', asked.count - had.length, had)(state)
    })
    .addNode('rules', async () => ({ pitch: Pitch.parse(await studio.writeByRules({ prompt: 'treatments', inputs: asked }, work)) }))
    .addNode('number', ({ ideas = [] }: typeof State.State) => ({ pitch: numbered(ideas, asked, studio) }))
    .addEdge(START, 'propose')
    .addConditionalEdges('propose', ({ ideas = [] }) => ideas.length >= asked.count ? 'number' : ideas.length === 0 ? 'rules' : 'more', ['number', 'rules', 'more'])
    .addEdge('more', 'number')
    .addEdge('rules', END)
    .addEdge('number', END)
    .compile()
  const { pitch } = await graph.invoke({}, { signal: work.signal })
  if (!pitch) throw new Error('The pitch came to no end.')
  return pitch
}

/** The same title twice is one idea. */
const different = (ideas: readonly Omit<Idea, 'number'>[]) =>
  ideas.filter(({ title, treatment }, index) => title.trim() !== '' && treatment.trim() !== '' && ideas.findIndex((other) => other.title.trim().toLowerCase() === title.trim().toLowerCase()) === index)

function numbered(ideas: readonly Omit<Idea, 'number'>[], { language, count }: Wish, studio: Studio): Pitch {
  const by = ideas.length < count ? `${signature(studio, language)}. ${roomWords[language].fewIdeas(ideas.length)}` : signature(studio, language)
  return { ideas: ideas.slice(0, Math.max(count, 1)).map((idea, index) => ({ ...idea, number: index + 1 })), by }
}
