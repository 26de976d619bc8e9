import type { Draft, Stage } from '../stage.ts'
import { riverside } from './riverside.ts'

/** The layers of the place, without its people. */
export const setting = (stage: Stage): Draft[] => riverside(stage)
