import { guessLanguage } from '../../../reading/guess-language.ts'
import { write } from '../../../studio/animatic/writer/write.ts'

type Told = Record<string, any>

/** What a language model makes of the rooms' prompts, by the rules of the animatic: told less than the rules are, it answers only what it was asked to decide. Undefined where they cannot read it. */
export async function writeLikeAModel(prompt: string, inputs: Told): Promise<unknown> {
  const byRules = (request: Told): Promise<any> => write({ prompt, inputs: { seed: 7, ...request } }, { signal: new AbortController().signal })
  try {
    // told all that the rules want to know
    if ('seed' in inputs) return await byRules(inputs)
    switch (prompt) {
      case 'storyboard': {
        const { fps, script } = inputs as { fps: number; script: Told }
        const board = await byRules({ ...inputs, script: { ...script, cast: seeded(script['cast']), by: '' } })
        return { remarks: [], shots: board.shots.map((shot: Told) => ({ ...shot, line: shot['line'] && { speaker: shot['line'].speaker, text: shot['line'].text }, motion: motionOf(shot), seconds: shot['frames'] / fps, transition: shot['transition'].name })) }
      }
      case 'table': {
        const rows = (inputs['table'] as Told[]).map((row) => ({
          ...row, line: row['line'] && { ...row['line'], language: guessLanguage(row['line'].text) }, transition: row['transition'] && { name: row['transition'], seconds: null }, written: { size: null, move: null },
        }))
        const board = await byRules({ ...inputs, table: { rows }, fps: 24, seconds: null })
        return { ...board, remarks: [], rows: board.shots.map((shot: Told) => ({ ...shot, motion: motionOf(shot), transition: shot['transition'].name })) }
      }
      case 'image-prompts': {
        const { board, shots } = inputs as { board: Told; shots: Told[] }
        const { prompts } = await byRules({
          board: { ...board, author: null, language: 'en', fps: 24, cast: seeded(board['cast']).map((member) => ({ also: [], gender: 'unknown', age: 'adult', ...member })), remarks: [], by: '' },
          shots: shots.map((shot) => ({ ...shot, prompt: shot['before'], line: shot['line'] && { speaker: null, text: shot['line'], language: guessLanguage(shot['line']) }, frames: 72, timed: false, transition: { name: 'cut', frames: 0 }, seed: 0, written: { size: null, move: null } })),
        })
        return { prompts: shots.map((shot, index) => ({ number: shot['number'], prompt: prompts[index], motion: motionOf({ prompt: prompts[index] }) })) }
      }
      default: return await byRules(inputs)
    }
  } catch {
    return undefined
  }
}

const seeded = (cast: Told[]): Told[] => cast.map((member, seed) => ({ ...member, seed }))

/** What moves: the first things that a prompt shows, after its size and its camera. */
const motionOf = ({ prompt }: Told) => `Slow, natural movement: ${String(prompt).split(', ').slice(1, 4).join(', ')}.`
