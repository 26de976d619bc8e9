import { z } from 'zod'
import { Look, Mood } from './look.ts'

/** One treatment of a wish. */
export const Idea = z.object({
  number: z.int().min(1),
  title: z.string(),
  logline: z.string(),
  /** What happens, as the writer would tell it: the text that the script is written from. */
  treatment: z.string(),
  mood: Mood,
  look: Look,
})
export type Idea = z.infer<typeof Idea>

export const Pitch = z.object({ ideas: z.array(Idea).min(1), by: z.string() })
export type Pitch = z.infer<typeof Pitch>
