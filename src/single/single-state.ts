import { z } from 'zod'
import { Refused } from '../safety/refused.ts'
import { AssetHash } from '../film/cut.ts'
import { CameraMove } from '../film/camera-move.ts'
import { Animated, Drawn } from '../studio/provider.ts'
import { SingleRequest } from './single-request.ts'

/** Pictures as the artist drew them. `move` is what the prompt's own words order; null where they leave it to us. */
export const SingleDrawn = Drawn.extend({ move: CameraMove.nullable(), remarks: z.array(z.string()), /** English words for the file's name. */ words: z.string() })
export type SingleDrawn = z.infer<typeof SingleDrawn>

/** Where a single shot stands: a row of `redcliff.productions` keeps it, in its `state`. */
export const SingleState = z.object({
  version: z.literal(1),
  request: SingleRequest,
  drawn: SingleDrawn.nullable(),
  /** The frame to be filmed, from 0; null while none is chosen. */
  frame: z.int().nullable(),
  clip: Animated.extend({ of: AssetHash }).nullable(),
  discarded: z.boolean(),
})
export type SingleState = z.infer<typeof SingleState>

const made = { generation: z.string() }

/** Everything that happens to a single. */
export const SingleEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), request: SingleRequest }),
  z.object({ kind: z.literal('drawn'), result: SingleDrawn, ...made }),
  /** As the button of a film's shot: `for` is what `pictureKey` says. */
  z.object({ kind: z.literal('picked'), for: z.string(), frame: z.int().min(0) }),
  z.object({ kind: z.literal('animated'), of: AssetHash, result: Animated, ...made }),
  z.object({ kind: z.literal('failed'), label: z.string(), message: z.string(), zh: z.string().optional(), refused: Refused.optional(), ...made }),
  z.object({ kind: z.literal('cancelled') }),
])
export type SingleEvent = z.infer<typeof SingleEvent>

/** The picture that is to be filmed: the person's own, or the chosen one of those drawn. */
export const pictureOf = ({ request, drawn, frame }: SingleState): string | null =>
  request.picture?.hash ?? (frame === null ? null : drawn?.pictures[frame]?.picture ?? null)

/** What the candidates were made for, short enough for a button. */
export const pictureKey = ({ drawn }: SingleState) => drawn?.pictures[0]?.picture.slice(0, 16) ?? null

export const isFilmed = (state: SingleState) => state.clip !== null && state.clip.of === pictureOf(state)

export type SingleStage = 'drawing' | 'choosing' | 'filming' | 'done' | 'discarded'

export function stageOf(state: SingleState): SingleStage {
  if (state.discarded) return 'discarded'
  if (isFilmed(state)) return 'done'
  if (pictureOf(state) !== null) return 'filming'
  return state.drawn === null ? 'drawing' : 'choosing'
}
