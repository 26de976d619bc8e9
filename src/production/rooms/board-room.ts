import { END, START, StateGraph, StateSchema, UntrackedValue } from '@langchain/langgraph'
import type { Aspect } from '../../film/frame-size.ts'
import type { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { FrameRate } from '../../film/time.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { type Fault, grammar, heldToScript, linesOf, worthMending } from './board-checks.ts'
import { boardFrom, filmSeconds } from './board-from.ts'
import { BoardDraft, MendedShots, type ShotDraft } from './drafts.ts'
import { signature } from './signature.ts'
import { think } from './think.ts'
import { roomWords } from './words.ts'

export type BoardAsked = { script: Script; fps: FrameRate; aspect: Aspect; seconds: number | null; seed: number }

/**
 * The director's room: the script is broken down in one answer and supervised by rules, which read every line and every
 * neighbour. Only what they find wrong is asked for again, once; where a line is still not the script's, rules make the board.
 */
export async function boardRoom(asked: BoardAsked, studio: Studio, work: PaidWork): Promise<Storyboard> {
  if (!studio.thinks) return Storyboard.parse(await studio.write({ prompt: 'storyboard', inputs: asked }, work))
  const { script, fps, aspect, seconds, seed } = asked
  const { language } = script
  const say = roomWords[language]
  const lines = linesOf(script)
  const State = new StateSchema({
    shots: new UntrackedValue<ShotDraft[]>(), remarks: new UntrackedValue<string[]>(), faults: new UntrackedValue<Fault[]>(),
    repaired: new UntrackedValue<string[]>(), mended: new UntrackedValue<boolean>(), board: new UntrackedValue<Storyboard>(),
  })
  type Seat = typeof State.State
  const hard = (faults: readonly Fault[] = []) => faults.some((fault) => fault.hard)
  const graph = new StateGraph(State)
    .addNode('break down', async () => {
      const { by: _by, cast, ...told } = script
      const inputs = { script: { ...told, cast: cast.map(({ seed: _seed, ...member }) => member) }, fps, aspect, seconds, clips: studio.model('animate')?.limits.seconds ?? null }
      const draft = await think(studio, { prompt: 'storyboard', inputs, answer: BoardDraft, step: 'break down' }, work)
      return draft ? { shots: draft.shots, remarks: draft.remarks } : { shots: [], remarks: [] }
    })
    .addNode('supervise', ({ shots = [], repaired = [] }: Seat) => {
      const held = heldToScript(shots, lines)
      return { shots: held.shots, repaired: [...new Set([...repaired, ...held.repaired])], faults: [...held.faults, ...grammar(held.shots)] }
    })
    .addNode('mend', async ({ shots = [], faults = [] }: Seat) => {
      const answer = await think(studio, { prompt: 'supervise', inputs: { ...around(shots, faults), lines: lines.map(({ speaker, text }) => ({ speaker, text })), cast: script.cast.map(({ name, appearance }) => ({ name, appearance })), language }, answer: MendedShots, step: 'mend' }, work)
      return { mended: true, ...(answer ? { shots: mendedShots(shots, answer) } : {}) }
    })
    .addNode('rules', async ({ shots = [] }: Seat) => {
      const board = Storyboard.parse(await studio.writeByRules({ prompt: 'storyboard', inputs: asked }, work))
      return { board: { ...board, remarks: [...board.remarks, shots.length > 0 ? say.boardByRules : say.byRules] } }
    })
    .addNode('time', ({ shots = [], remarks = [], repaired = [] }: Seat) => {
      const board = boardFrom(shots, script, { fps, seed, seconds, lines })
      const got = filmSeconds(board)
      const told = [
        ...remarks,
        ...(repaired.length > 0 ? [say.repaired(repaired.join(', '))] : []),
        ...(seconds !== null && got > seconds * 1.1 ? [say.longer(seconds, Math.round(got))] : []),
      ]
      return { board: { ...board, remarks: told, by: signature(studio, language) } }
    })
    .addEdge(START, 'break down')
    .addConditionalEdges('break down', ({ shots = [] }) => shots.length > 0 ? 'supervise' : 'rules', ['supervise', 'rules'])
    .addConditionalEdges('supervise', ({ faults = [], shots = [], mended = false }) =>
      !mended && worthMending(faults, shots.length) ? 'mend' : hard(faults) ? 'rules' : 'time', ['mend', 'rules', 'time'])
    .addEdge('mend', 'supervise')
    .addEdge('rules', END)
    .addEdge('time', END)
    .compile()
  const { board } = await graph.invoke({}, { signal: work.signal })
  return Storyboard.parse(board)
}

/** The shots with faults, each with its neighbours: enough to mend them, and no more to be paid for. */
function around(shots: readonly ShotDraft[], faults: readonly Fault[]) {
  const wrong = new Set(faults.map(({ at }) => at))
  const near = shots.filter((shot, index) => [shots[index - 1], shot, shots[index + 1]].some((each) => each && wrong.has(each.number)))
  return { faults: faults.map(({ at, problem }) => ({ at, problem })), shots: near.length > 0 ? near : shots.slice(0, 2) }
}

function mendedShots(shots: readonly ShotDraft[], { shots: answers }: MendedShots): ShotDraft[] {
  const first = answers.filter(({ place, at }) => place === 'after' && !shots.some(({ number }) => number === at)).map(({ shot }) => shot)
  return [...first, ...shots.flatMap((shot) => {
    const here = answers.filter(({ at }) => at === shot.number)
    const instead = here.filter(({ place }) => place === 'instead')
    return [...(instead.length > 0 ? instead.map(({ shot: other }, index) => index === 0 ? { ...other, number: shot.number } : other) : [shot]), ...here.filter(({ place }) => place === 'after').map(({ shot: other }) => other)]
  })]
}
