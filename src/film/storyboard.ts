import { z } from 'zod'
import { Language } from './brief.ts'
import { CameraMove } from './camera-move.ts'
import { Era, Look, Mood } from './look.ts'
import { CastMember, Line } from './script.ts'
import { CameraAngle, ShotSize } from './shot-size.ts'
import { FrameRate } from './time.ts'
import { Transition } from './transition.ts'

/** As on a storyboard, nested: `1`, `1.2`, `1.2.1.1`. */
export const ShotNumber = z.string().regex(/^\d{1,4}(\.\d{1,4}){0,5}$/)
export type ShotNumber = z.infer<typeof ShotNumber>

export const Shot = z.object({
  number: ShotNumber,
  size: ShotSize,
  move: CameraMove,
  angle: CameraAngle,
  /** 场景描述 and 画面描述, as written. */
  scene: z.string(),
  picture: z.string(),
  line: Line.nullable(),
  /** Names from the storyboard's cast who are seen. */
  cast: z.array(z.string()),
  /** The image prompt, in English: size, move, subject, light, place, era, style. */
  prompt: z.string(),
  /** What moves in it, in English, for whoever animates; left out where nobody wrote it. */
  motion: z.string().optional(),
  frames: z.int().min(1),
  /** A person gave the length: it is kept even where the voice would want more room. */
  timed: z.boolean(),
  transition: Transition,
  seed: z.int().min(0),
  /** The cells as a person wrote them, for the sheet; null where we chose. */
  /** Its own choice of models, where a person made one. */
  models: z.object({ draw: z.string().optional(), animate: z.string().optional(), speak: z.string().optional() }).optional(),
  written: z.object({ size: z.string().nullable(), move: z.string().nullable() }),
})
export type Shot = z.infer<typeof Shot>

export const Storyboard = z.object({
  title: z.string(),
  author: z.string().nullable(),
  language: Language,
  fps: FrameRate,
  mood: Mood,
  era: Era,
  look: Look,
  cast: z.array(CastMember),
  shots: z.array(Shot).min(1),
  /** What was read into it or could not be, said to the person. */
  remarks: z.array(z.string()),
  by: z.string(),
})
export type Storyboard = z.infer<typeof Storyboard>
