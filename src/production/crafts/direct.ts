import { z } from 'zod'
import { Brief } from '../../film/brief.ts'
import { AssetHash } from '../../film/cut.ts'
import { Direction, type Directions } from '../../film/direction.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Studio } from '../../studio/studio.ts'
import { Phase, Terms } from '../state.ts'
import { boardForShooting } from './board-for-shooting.ts'
import { foldTerms } from '../fold/fold-terms.ts'
import { directRoom } from '../rooms/direct-room.ts'
import { read } from './writing.ts'

const Request = z.object({
  id: z.string(), note: z.string(), about: z.string().nullable(), phase: Phase, brief: AssetHash, board: AssetHash.nullable(), terms: Terms,
  previous: z.object({ board: AssetHash, terms: Terms }).nullable(),
  /** What a form said needs no understanding. */
  understood: z.array(Direction).nullish(),
  addressed: z.boolean().optional(),
  /** Who says it, by name. */
  speaker: z.string().optional(),
})

/** Understands what was said, and makes the storyboard that it asks for. */
export const direct = (studio: Studio): Craft => ({
  name: 'direct',
  pool: 'write',
  async run(request, work) {
    const asked = Request.parse(request)
    const brief = await read(work, Brief, asked.brief)
    const board = asked.board === null ? null : await read(work, Storyboard, asked.board)
    const undone = (understood: Directions) => understood.directions.some(({ kind }) => kind === 'undo') ? asked.previous : null
    const { understood, board: after } = await directRoom({
      note: asked.note, about: asked.about, phase: asked.phase, language: brief.language, board, addressed: asked.addressed ?? false, speaker: asked.speaker ?? null, understood: asked.understood ?? null,
      before: async (understood) => { const previous = undone(understood); return previous ? read(work, Storyboard, previous.board) : board },
    }, studio, work)
    const terms = understood.directions.reduce(foldTerms, undone(understood)?.terms ?? asked.terms)
    if (board === null || after === null) return { understood, boarded: null, changed: understood.directions.map(sayDirection) }
    const changed = after !== board || JSON.stringify(terms) !== JSON.stringify(asked.terms)
    return {
      understood,
      boarded: changed ? await boardForShooting(after, brief, terms, studio, work) : null,
      changed: understood.directions.map(sayDirection),
    }
  },
})

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
    case 'model': return `${direction.for}: ${direction.model}`
    case 'title': return `title ${direction.title}`
    case 'choose': return `idea ${direction.idea}`
    case 'more': return 'more ideas'
    case 'approve': case 'undo': case 'cancel': return direction.kind
  }
}
