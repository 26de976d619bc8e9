import { END, START, StateGraph, StateSchema, UntrackedValue } from '@langchain/langgraph'
import type { Language } from '../../film/brief.ts'
import type { Aspect } from '../../film/frame-size.ts'
import type { Look } from '../../film/look.ts'
import { type Shot, Storyboard } from '../../film/storyboard.ts'
import type { FrameRate } from '../../film/time.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { StoryboardTable, TableRow } from '../../reading/read-table.ts'
import type { Studio } from '../../studio/studio.ts'
import { joinFrames } from './board-from.ts'
import { castOf, memberNamed, TableFill, type WrittenPrompts } from './drafts.ts'
import { writtenPrompts } from './prompts-room.ts'
import { signature } from './signature.ts'
import { think } from './think.ts'
import { roomWords } from './words.ts'

export type TableAsked = { table: StoryboardTable; title: string; language: Language; fps: FrameRate; aspect: Aspect; look: Look | null; seconds: number | null; seed: number }

/**
 * A finished table. Rules lay it out to the letter, and only over what its writer left empty comes what the language model
 * fills in: it is never given a cell to write over. Prompts that it leaves out are asked for once more, then rules write them.
 */
export async function tableRoom(asked: TableAsked, studio: Studio, work: PaidWork): Promise<Storyboard> {
  if (!studio.thinks) return Storyboard.parse(await studio.write({ prompt: 'table', inputs: asked }, work))
  const { table, language, seed } = asked
  const say = roomWords[language]
  const State = new StateSchema({
    base: new UntrackedValue<Storyboard>(), fill: new UntrackedValue<TableFill | null>(), again: new UntrackedValue<WrittenPrompts['prompts']>(), board: new UntrackedValue<Storyboard>(),
  })
  type Seat = typeof State.State
  const graph = new StateGraph(State)
    .addNode('lay out', async () => ({ base: Storyboard.parse(await studio.writeByRules({ prompt: 'table', inputs: asked }, work)) }))
    .addNode('fill in', async () => {
      const rows = table.rows.map(({ number, size, move, angle, scene, picture, line, transition, prompt, notes }) =>
        ({ number, size, angle, move, scene, picture, line: line && { speaker: line.speaker, text: line.text }, transition: transition?.name ?? null, prompt, notes }))
      const { title, aspect, look } = asked
      return { fill: await think(studio, { prompt: 'table', inputs: { table: rows, title, language, aspect, look }, answer: TableFill, step: 'fill in' }, work) }
    })
    .addNode('mend', async ({ base, fill }: Seat) => {
      const missing = base && fill ? withoutPrompt(table.rows, fill) : []
      return { again: base ? await writtenPrompts(merged(base, fill ?? null, [], asked), missing, { step: 'mend' }, studio, work) ?? [] : [] }
    })
    .addNode('merge', ({ base, fill, again = [] }: Seat) => {
      if (!base) throw new Error('The table was not laid out.')
      if (!fill) return { board: { ...base, remarks: [...base.remarks, say.byRules] } }
      const board = merged(base, fill, again, asked)
      const rules = withoutPrompt(table.rows, fill).filter((number) => !again.some((each) => each.number === number && isEnglish(each.prompt)))
      const said = rules.length > 0 ? [say.promptByRules(rules.join(', '))] : []
      return { board: { ...board, remarks: [...new Set([...table.remarks, ...table.rows.flatMap(({ remarks }) => remarks), ...fill.remarks, ...said])], by: fill.rows.length > 0 || rules.length < table.rows.length ? signature(studio, language) : base.by } }
    })
    .addEdge(START, 'lay out')
    .addEdge('lay out', 'fill in')
    .addConditionalEdges('fill in', ({ fill }) => fill && withoutPrompt(table.rows, fill).length > 0 ? 'mend' : 'merge', ['mend', 'merge'])
    .addEdge('mend', 'merge')
    .addEdge('merge', END)
    .compile()
  const { board } = await graph.invoke({}, { signal: work.signal })
  return Storyboard.parse(board)

  function merged(base: Storyboard, fill: TableFill | null, again: WrittenPrompts['prompts'], { look }: TableAsked): Storyboard {
    if (!fill) return base
    // one who fills in nobody has not said that nobody is there
    const cast = fill.cast.length > 0 ? castOf(fill.cast, seed) : base.cast
    const shots = base.shots.map((shot) => {
      const row = table.rows.find(({ number }) => number === shot.number)
      const filled = fill.rows.find(({ number }) => number === shot.number)
      const better = again.find(({ number }) => number === shot.number)
      return row && filled ? over(shot, row, { ...filled, ...(better ?? {}) }, cast, asked.fps) : shot
    })
    return { ...base, mood: fill.mood, era: fill.era, look: look ?? fill.look, cast, shots: shots.map((shot) => ({ ...shot, cast: shot.cast.flatMap((name) => memberNamed(cast, name)?.name ?? []) })) }
  }
}

/** A cell that somebody wrote stands; the empty ones are the model's. */
function over(shot: Shot, row: TableRow, fill: TableFill['rows'][number], cast: Storyboard['cast'], fps: FrameRate): Shot {
  const speaker = shot.line?.speaker ?? null
  return {
    ...shot,
    size: row.size ?? fill.size,
    angle: row.angle ?? fill.angle,
    move: row.move ? shot.move : { ...fill.move, direction: fill.move.name === 'static' ? null : fill.move.direction },
    transition: row.transition ? shot.transition : { name: fill.transition, frames: joinFrames(fill.transition, fps) },
    cast: fill.cast,
    line: shot.line && { ...shot.line, speaker: speaker === null ? null : memberNamed(cast, speaker)?.name ?? speaker },
    prompt: row.prompt ?? (isEnglish(fill.prompt) ? fill.prompt.trim() : shot.prompt),
    ...(fill.motion.trim() ? { motion: fill.motion.trim() } : {}),
  }
}

export const isEnglish = (prompt: string) => /\p{Script=Latin}{3}/u.test(prompt) && !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}]{2}/u.test(prompt)

const withoutPrompt = (rows: readonly TableRow[], fill: TableFill): string[] =>
  rows.filter(({ number, prompt }) => !prompt && !isEnglish(fill.rows.find((row) => row.number === number)?.prompt ?? '')).map(({ number }) => number)
