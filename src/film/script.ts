import { z } from 'zod'
import { Language } from './brief.ts'
import { Era, Look, Mood } from './look.ts'

/** Words that are heard. A null speaker is the narrator. The text is verbatim. */
export const Line = z.object({ speaker: z.string().nullable(), text: z.string(), language: Language })
export type Line = z.infer<typeof Line>

/** Who must look and sound the same from shot to shot. */
export const CastMember = z.object({
  name: z.string(),
  /** Other names the text uses: 苏子, 东坡. */
  also: z.array(z.string()),
  gender: z.enum(['woman', 'man', 'unknown']),
  age: z.enum(['child', 'young', 'adult', 'old']),
  /** Looks and costume, in English where it is ours, verbatim where the text says it. */
  appearance: z.string(),
  seed: z.int().min(0),
})
export type CastMember = z.infer<typeof CastMember>

/** The smallest thing the camera can be pointed at: something seen, something said, or both. */
export const Beat = z.object({ action: z.string(), line: Line.nullable() })
export type Beat = z.infer<typeof Beat>

export const Act = z.object({ title: z.string(), place: z.string(), beats: z.array(Beat) })
export type Act = z.infer<typeof Act>

export const Script = z.object({
  title: z.string(),
  author: z.string().nullable(),
  language: Language,
  logline: z.string(),
  mood: Mood,
  era: Era,
  look: Look,
  cast: z.array(CastMember),
  acts: z.array(Act).min(1),
  /** Who wrote it, said to the person: «by rules, on this machine». */
  by: z.string(),
})
export type Script = z.infer<typeof Script>
