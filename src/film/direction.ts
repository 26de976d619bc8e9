import { z } from 'zod'
import { CameraMove } from './camera-move.ts'
import { Look, Mood } from './look.ts'
import { CameraAngle, ShotSize } from './shot-size.ts'
import { ShotNumber } from './storyboard.ts'
import { TransitionName } from './transition.ts'

/** Which model makes a shot's picture, its clip, its voice: ids that the studio knows. */
export const ShotModels = z.object({ draw: z.string().optional(), animate: z.string().optional(), speak: z.string().optional() })
export type ShotModels = z.infer<typeof ShotModels>

/** The same for a whole film, with its music. */
export const FilmModels = z.object({ ...ShotModels.shape, compose: z.string().optional() })
export type FilmModels = z.infer<typeof FilmModels>

/** What a note changes in one shot. A field left out stays as it is. */
export const ShotChange = z.object({
  size: ShotSize.optional(),
  move: CameraMove.optional(),
  angle: CameraAngle.optional(),
  picture: z.string().optional(),
  /** Added to what the picture shows: «more ships», «dusk». */
  add: z.string().optional(),
  /** Taken out of what the picture shows: «crow», «people». */
  remove: z.string().optional(),
  line: z.string().optional(),
  seconds: z.number().positive().max(600).optional(),
  transition: TransitionName.optional(),
  redraw: z.boolean().optional(),
  models: ShotModels.optional(),
})
export type ShotChange = z.infer<typeof ShotChange>

/** A note understood: what a person's words ask of the production. */
export const Direction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shots'), numbers: z.array(ShotNumber).min(1), change: ShotChange }),
  z.object({ kind: z.literal('drop'), numbers: z.array(ShotNumber).min(1) }),
  z.object({ kind: z.literal('insert'), after: ShotNumber.nullable(), picture: z.string(), line: z.string().nullable() }),
  /** Put after another shot, or, where that is null, before all. Numbers stay as they are. */
  z.object({ kind: z.literal('move'), numbers: z.array(ShotNumber).min(1), after: ShotNumber.nullable() }),
  z.object({ kind: z.literal('look'), look: Look }),
  z.object({ kind: z.literal('music'), mood: z.union([Mood, z.literal('off')]) }),
  z.object({ kind: z.literal('voice'), voice: z.string() }),
  z.object({ kind: z.literal('length'), seconds: z.number().positive() }),
  /** Which model does this in the whole film, wherever a shot has no choice of its own. */
  z.object({ kind: z.literal('model'), for: z.enum(['draw', 'animate', 'speak', 'compose']), model: z.string() }),
  z.object({ kind: z.literal('title'), title: z.string() }),
  z.object({ kind: z.literal('approve') }),
  z.object({ kind: z.literal('pick'), number: ShotNumber, frame: z.int().min(0) }),
  z.object({ kind: z.literal('circle'), numbers: z.array(ShotNumber).min(1) }),
  /** Other ideas than these. */
  z.object({ kind: z.literal('more') }),
  z.object({ kind: z.literal('choose'), idea: z.int().min(1) }),
  /** US dollars that this film may cost. */
  z.object({ kind: z.literal('budget'), dollars: z.number().min(0).max(1_000_000) }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('cancel') }),
])
export type Direction = z.infer<typeof Direction>

/** `missed` holds the parts of the note that were not understood, to be said to the person. */
export const Directions = z.object({
  directions: z.array(Direction),
  missed: z.array(z.string()),
  /** People talking to each other: nothing asks to be answered. `missed` still has the words, for who always answers. */
  chatter: z.boolean().optional(),
  /** Nothing to be done, something to be told. */
  question: z.enum(['status', 'cost', 'help']).optional(),
})
export type Directions = z.infer<typeof Directions>
