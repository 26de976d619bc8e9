import { END, START, StateGraph, StateSchema, UntrackedValue } from '@langchain/langgraph'
import { applyDirection } from '../../film/apply-direction.ts'
import type { Language } from '../../film/brief.ts'
import { type Direction, Directions } from '../../film/direction.ts'
import type { Storyboard } from '../../film/storyboard.ts'
import type { PaidWork } from '../../lab/work.ts'
import { readNote } from '../../reading/read-note.ts'
import { Capability } from '../../studio/model.ts'
import type { Studio } from '../../studio/studio.ts'
import { heldDirections } from './direct-checks.ts'
import { changedPrompts } from './prompts-room.ts'
import { think } from './think.ts'

export type NoteAsked = {
  note: string; about: string | null; phase: string; language: Language; board: Storyboard | null
  /** Said to the crew, not among people: worth a thought where no pattern reads it. */
  addressed: boolean
  speaker: string | null
  understood: Direction[] | null
  /** The storyboard that the directions are carried out on: an undo goes back first. */
  before(understood: Directions): Promise<Storyboard | null>
}

/**
 * What a person says, as directions, and the storyboard that they ask for. Plain words are read by patterns and cost nothing;
 * only what those miss goes to a language model, with the board, the cast and the moment that it is said in.
 */
export async function directRoom(asked: NoteAsked, studio: Studio, work: PaidWork): Promise<{ understood: Directions; board: Storyboard | null }> {
  const { note, about, phase, language, board } = asked
  const rows = board?.shots.map((shot) => ({ number: shot.number, size: shot.size, move: shot.move, angle: shot.angle, seconds: shot.frames / board.fps })) ?? []
  const named = (['draw', 'animate', 'speak', 'compose'] as const).flatMap((made) => studio.models(made).map(({ id, label }) => ({ id, label, made })))
  const State = new StateSchema({ understood: new UntrackedValue<Directions>(), before: new UntrackedValue<Storyboard | null>(), after: new UntrackedValue<Storyboard | null>() })
  type Seat = typeof State.State
  const graph = new StateGraph(State)
    .addNode('read', async () => {
      if (asked.understood) return { understood: { directions: asked.understood, missed: [] } }
      if (studio.thinks) return { understood: readNote(note, { shots: rows, current: about, models: named }) }
      return { understood: Directions.parse(await studio.write({ prompt: 'direct', inputs: { note, rows, current: about, phase, language, models: named } }, work)) }
    })
    .addNode('understand', async ({ understood }: Seat) => {
      const models = Capability.options.flatMap((capability) => studio.models(capability))
      const inputs = {
        note, about, phase, language, speaker: asked.speaker, read: understood ?? null,
        board: board && { title: board.title, look: board.look, mood: board.mood, shots: board.shots.map(({ number, size, angle, move, scene, picture, line, cast, frames }) => ({ number, size, angle, move, scene, picture, line: line?.text ?? null, cast, seconds: frames / board.fps })) },
        cast: board?.cast.map(({ name, also, appearance }) => ({ name, also, appearance })) ?? [],
        models: models.map(({ id, capability, label }) => ({ id, for: capability, label })),
      }
      const answer = await think(studio, { prompt: 'direct', inputs, answer: Directions, step: 'understand' }, work)
      return answer ? { understood: heldDirections(answer, { note, board, models: models.map(({ id }) => id), language }) } : {}
    })
    .addNode('carry out', async ({ understood }: Seat) => {
      const before = board === null || !understood ? null : await asked.before(understood)
      return { before, after: before && (understood?.directions ?? []).reduce((sum, direction) => applyDirection(sum, direction), before) }
    })
    .addNode('prompts', async ({ before, after }: Seat) => ({ after: before && after ? await changedPrompts(after, before, studio, work) : null }))
    .addEdge(START, 'read')
    .addConditionalEdges('read', ({ understood }) => studio.thinks && understood && worthAThought(understood, asked) ? 'understand' : 'carry out', ['understand', 'carry out'])
    .addEdge('understand', 'carry out')
    .addConditionalEdges('carry out', ({ before, after }) => before === after ? END : 'prompts', ['prompts', END])
    .addEdge('prompts', END)
    .compile()
  const { understood, after } = await graph.invoke({}, { signal: work.signal })
  if (!understood) throw new Error('The note was not read.')
  return { understood, board: after ?? null }
}

/** Not what the patterns have read whole, and not people's talk among themselves. */
const worthAThought = ({ missed, question, chatter }: Directions, { addressed, understood }: NoteAsked) =>
  understood === null && question === undefined && missed.length > 0 && (!chatter || addressed)
