import type { CameraMove } from '../film/camera-move.ts'
import type { CameraAngle, ShotSize } from '../film/shot-size.ts'
import type { ShotNumber } from '../film/storyboard.ts'

/** A shot as it stands: relative words («closer», «slower») are reckoned from here. */
export type NoteShot = { number: ShotNumber; size: ShotSize; move: CameraMove; seconds: number; angle?: CameraAngle }

/** A model that may be asked for by name. */
export type NoteModel = { id: string; label: string; made: 'draw' | 'animate' | 'speak' | 'compose' }

/** What a note can be about. `shots` is empty before there is a storyboard; then a lone number chooses an idea. */
export type NoteBoard = {
  shots: readonly NoteShot[]
  /** The shot being looked at: «it» and «closer» without a number. */
  current?: ShotNumber | null
  models?: readonly NoteModel[]
}
