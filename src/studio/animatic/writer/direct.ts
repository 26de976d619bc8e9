import { z } from 'zod'
import { Language } from '../../../film/brief.ts'
import { CameraMove } from '../../../film/camera-move.ts'
import type { Directions } from '../../../film/direction.ts'
import { CameraAngle, ShotSize } from '../../../film/shot-size.ts'
import { ShotNumber } from '../../../film/storyboard.ts'
import { readNote } from '../../../reading/read-note.ts'

export const DirectInputs = z.object({
  note: z.string(),
  /** The shots as they stand; empty before there is a storyboard. */
  rows: z.array(z.object({ number: ShotNumber, size: ShotSize, move: CameraMove, angle: CameraAngle.optional(), seconds: z.number() })),
  phase: z.string(),
  /** The shot being looked at, where one is. */
  current: ShotNumber.nullish(),
  language: Language.optional(),
  /** Models that may be asked for by name. */
  models: z.array(z.object({ id: z.string(), label: z.string(), made: z.enum(['draw', 'animate', 'speak', 'compose']) })).optional(),
})
export type DirectInputs = z.infer<typeof DirectInputs>

/** A person's note as directions, by patterns. */
export const direct = ({ note, rows, current = null, models = [] }: DirectInputs): Directions => readNote(note, { shots: rows, current, models })
