import { z } from 'zod'
import { applyDirection } from '../../film/apply-direction.ts'
import { Brief } from '../../film/brief.ts'
import { AssetHash } from '../../film/cut.ts'
import { Direction, Directions } from '../../film/direction.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Craft } from '../../lab/craft.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { Phase, Terms } from '../state.ts'
import { boardForShooting } from './board-for-shooting.ts'
import { foldTerms } from '../fold/fold-terms.ts'
import { read } from './writing.ts'

const Request = z.object({
  id: z.string(), note: z.string(), about: z.string().nullable(), phase: Phase, brief: AssetHash, board: AssetHash.nullable(), terms: Terms,
  previous: z.object({ board: AssetHash, terms: Terms }).nullable(),
  /** What a form said needs no understanding. */
  understood: z.array(Direction).nullish(),
})

/** Understands what was said, and makes the storyboard that it asks for. */
export const direct = (studio: Studio): Craft => ({
  name: 'direct',
  pool: 'write',
  async run(request, work) {
    const asked = Request.parse(request)
    const brief = await read(work, Brief, asked.brief)
    const board = asked.board === null ? null : await read(work, Storyboard, asked.board)
    const rows = board?.shots.map((shot) => ({ number: shot.number, size: shot.size, move: shot.move, angle: shot.angle, seconds: shot.frames / board.fps })) ?? []
    const understood = asked.understood
      ? { directions: asked.understood, missed: [] }
      : Directions.parse(await studio.write({ prompt: 'direct', inputs: { note: asked.note, rows, current: asked.about, phase: asked.phase, language: brief.language } }, work))
    const previous = understood.directions.some(({ kind }) => kind === 'undo') ? asked.previous : null
    const terms = understood.directions.reduce(foldTerms, previous?.terms ?? asked.terms)
    if (board === null) return { understood, boarded: null, changed: understood.directions.map(sayDirection) }
    const before = previous === null ? board : await read(work, Storyboard, previous.board)
    const after = await withPrompts(understood.directions.reduce((sum, direction) => applyDirection(sum, direction), before), before, studio, work)
    const changed = after !== board || JSON.stringify(terms) !== JSON.stringify(asked.terms)
    return {
      understood,
      boarded: changed ? await boardForShooting(after, brief, terms, studio, work) : null,
      changed: understood.directions.map(sayDirection),
    }
  },
})

/** What is to be seen has changed in some shots: their image prompts are written anew, in English like the others. */
async function withPrompts(after: Storyboard, before: Storyboard, studio: Studio, work: PaidWork): Promise<Storyboard> {
  const old = new Map(before.shots.map((shot) => [shot.number, shot.prompt]))
  const { shots, ...board } = after
  const changed = shots.filter((shot) => old.get(shot.number) !== shot.prompt)
  if (changed.length === 0) return after
  const { prompts } = z.object({ prompts: z.array(z.string()).length(changed.length) })
    .parse(await studio.write({ prompt: 'image-prompts', inputs: { board, shots: changed } }, work))
  const written = new Map(changed.map((shot, index) => [shot.number, prompts[index] ?? shot.prompt]))
  return { ...after, shots: shots.map((shot) => ({ ...shot, prompt: written.get(shot.number) ?? shot.prompt })) }
}

/** What a direction does, in a few words for the reply. */
function sayDirection(direction: Direction): string {
  switch (direction.kind) {
    case 'shots': return `${direction.numbers.join(', ')}: ${Object.entries(direction.change).map(([what, value]) => `${what} ${typeof value === 'object' ? Object.values(value).filter(Boolean).join(' ') : String(value)}`).join(', ')}`
    case 'drop': return `dropped ${direction.numbers.join(', ')}`
    case 'insert': return `new shot after ${direction.after ?? 'the start'}: ${direction.picture}`
    case 'move': return `${direction.numbers.join(', ')} after ${direction.after ?? 'the start'}`
    case 'circle': return `circled ${direction.numbers.join(', ')}`
    case 'pick': return `${direction.number}: frame ${'ABCD'[direction.frame] ?? direction.frame}`
    case 'look': return `look ${direction.look}`
    case 'music': return `music ${direction.mood}`
    case 'voice': return `voice ${direction.voice}`
    case 'length': return `length ${direction.seconds} s`
    case 'title': return `title ${direction.title}`
    case 'choose': return `idea ${direction.idea}`
    case 'more': return 'more ideas'
    case 'approve': case 'undo': case 'cancel': return direction.kind
  }
}
