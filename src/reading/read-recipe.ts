import { z } from 'zod'
import { Brief } from '../film/brief.ts'
import { ShotNumber, Storyboard } from '../film/storyboard.ts'
import { ReadingError } from './reading-error.ts'

const Recipe = z.object({
  redcliff: z.string(),
  brief: Brief,
  terms: z.object({ music: z.string().nullable(), voice: z.string().nullable(), title: z.string().nullable() }),
  storyboard: Storyboard,
  shots: z.array(z.object({ number: ShotNumber, frame: z.int().min(0), redraws: z.int().min(0) })),
})

/** What a film's `film.json` asks for: the same storyboard, the same frames picked. Null when the text is not a recipe at all. */
export function readRecipe(text: string): Brief | null {
  const json = parseJson(text)
  if (typeof json !== 'object' || json === null || !('redcliff' in json)) return null
  const { data, error } = Recipe.safeParse(json)
  if (!data) throw new ReadingError(`This recipe cannot be read: ${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}. It may be of another version of Redcliff, or have been changed by hand.`, { zh: `这份配方读不出来：${error.issues[0]?.path.join('.')}。它可能来自别的版本，或者被手工改过。` })
  const { brief, terms, storyboard, shots } = data
  const redraws = new Map(shots.map(({ number, redraws: count }) => [number, count]))
  // a shot that was drawn again was drawn from a later seed
  const board = { ...storyboard, shots: storyboard.shots.map((shot) => ({ ...shot, seed: shot.seed + (redraws.get(shot.number) ?? 0) * redrawStep })) }
  return {
    ...brief,
    kind: 'board',
    title: terms.title ?? storyboard.title,
    text: JSON.stringify(board),
    music: terms.music ?? brief.music,
    voice: terms.voice ?? brief.voice,
    picks: Object.fromEntries(shots.map(({ number, frame }) => [number, frame])),
  }
}

/** Between the seeds of two drawings of one shot. */
export const redrawStep = 7919

function parseJson(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}
