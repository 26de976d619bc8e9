import type { BoardDraft, ScriptDraft, TableFill } from '../../src/production/rooms/drafts.ts'
import type { Script } from '../../src/film/script.ts'
import type { Storyboard } from '../../src/film/storyboard.ts'
import { write } from '../../src/studio/animatic/writer/write.ts'
import { paperWork } from './thinking-studio.ts'

// Drafts as a good model would give them: what the rules make, in the words of a draft.

export async function scriptDraft(inputs: { kind: string; text: string; title: string; language: string; seconds: number | null; look: string | null }): Promise<ScriptDraft> {
  const { by: _by, language: _language, cast, ...script } = await write({ prompt: 'script', inputs }, paperWork) as Script
  return { ...script, cast: cast.map(({ seed: _seed, ...member }) => member) }
}

export async function boardDraft(script: Script, seconds: number | null = null): Promise<BoardDraft> {
  const board = await write({ prompt: 'storyboard', inputs: { script, fps: 24, aspect: '16:9', seconds, seed: 1 } as never }, paperWork) as Storyboard
  return { shots: board.shots.map(draftOf), remarks: [] }
}

/** Neighbours of the rules' own boards may share a frame; a draft that is to pass has none. */
const draftOf = ({ number, size, angle, move, scene, picture, line, cast, prompt, frames, transition }: Storyboard['shots'][number], index: number): BoardDraft['shots'][number] => ({
  number, size, angle: index % 2 && angle === 'eye' ? 'low' : angle, move: index % 2 ? move : { name: 'static', direction: null, speed: 'normal' }, scene, picture,
  line: line && { speaker: line.speaker, text: line.text }, cast, prompt, motion: 'The camera holds; the water moves a little.', seconds: frames / 24, transition: transition.name,
})

export async function tableFill(inputs: Record<string, unknown>): Promise<TableFill> {
  const board = await write({ prompt: 'table', inputs } as never, paperWork) as Storyboard
  return {
    mood: 'melancholy', era: board.era, look: 'ink-wash', cast: board.cast.map(({ seed: _seed, ...member }) => ({ ...member, appearance: `${member.appearance}, a jade pendant` })), remarks: [],
    rows: board.shots.map(({ number, cast, prompt }) => ({
      number, size: 'insert', angle: 'overhead', move: { name: 'crane', direction: 'up', speed: 'slow' }, transition: 'wipe', cast,
      prompt: `${prompt}, as a great painter would have it`, motion: 'The camera rises slowly; reeds bend.',
    })),
  }
}
