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
import { sayDirection } from './say-direction.ts'
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
      note: asked.note, about: asked.about, phase: asked.phase, language: brief.language, board, addressed: asked.addressed ?? true, speaker: asked.speaker ?? null, understood: asked.understood ?? null,
      before: async (understood) => { const previous = undone(understood); return previous ? read(work, Storyboard, previous.board) : board },
    }, studio, work)
    const terms = understood.directions.reduce(foldTerms, undone(understood)?.terms ?? asked.terms)
    if (board === null || after === null) return { understood, boarded: null, changed: understood.directions.map((direction) => sayDirection(direction, brief.language)) }
    const changed = after !== board || JSON.stringify(terms) !== JSON.stringify(asked.terms)
    return {
      understood,
      boarded: changed ? await boardForShooting(after, brief, terms, studio, work) : null,
      changed: understood.directions.map((direction) => sayDirection(direction, brief.language)),
    }
  },
})
