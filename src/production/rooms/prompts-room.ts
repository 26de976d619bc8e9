import { z } from 'zod'
import type { Storyboard } from '../../film/storyboard.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { WrittenPrompts } from './drafts.ts'
import { think } from './think.ts'

/** What is to be seen has changed in some shots: their prompts are written anew, in English like the others. */
export async function changedPrompts(after: Storyboard, before: Storyboard, studio: Studio, work: PaidWork): Promise<Storyboard> {
  const old = new Map(before.shots.map((shot) => [shot.number, shot.prompt]))
  const { shots, ...board } = after
  const changed = shots.filter((shot) => old.get(shot.number) !== shot.prompt)
  if (changed.length === 0) return after
  if (studio.thinks) {
    const written = await writtenPrompts(after, changed.map(({ number }) => number), { step: 'prompts' }, studio, work)
    if (written) return { ...after, shots: shots.map((shot) => rewritten(shot, written.find(({ number }) => number === shot.number))) }
  }
  const { prompts } = z.object({ prompts: z.array(z.string()).length(changed.length) })
    .parse(await (studio.thinks ? studio.writeByRules : studio.write)({ prompt: 'image-prompts', inputs: { board, shots: changed } }, work))
  const written = new Map(changed.map((shot, index) => [shot.number, prompts[index] ?? shot.prompt]))
  return { ...after, shots: shots.map((shot) => ({ ...shot, prompt: written.get(shot.number) ?? shot.prompt })) }
}

const rewritten = (shot: Storyboard['shots'][number], written: WrittenPrompts['prompts'][number] | undefined) =>
  written?.prompt.trim() ? { ...shot, prompt: written.prompt.trim(), ...(written.motion.trim() ? { motion: written.motion.trim() } : {}) } : shot

/** New image and motion prompts for these shots, in one call; null where nothing usable came. */
export async function writtenPrompts(board: Storyboard, numbers: readonly string[], { step }: { step: string }, studio: Pick<Studio, 'write'>, work: PaidWork): Promise<WrittenPrompts['prompts'] | null> {
  const shots = board.shots.filter(({ number }) => numbers.includes(number))
    .map(({ number, size, angle, move, scene, picture, line, cast, prompt }) => ({ number, size, angle, move, scene, picture, line: line?.text ?? null, cast, before: prompt }))
  const film = { title: board.title, mood: board.mood, era: board.era, look: board.look, cast: board.cast.map(({ name, appearance }) => ({ name, appearance })) }
  return (await think(studio, { prompt: 'image-prompts', inputs: { board: film, shots }, answer: WrittenPrompts, step }, work))?.prompts ?? null
}
