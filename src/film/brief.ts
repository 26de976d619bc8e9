import { z } from 'zod'
import { AssetHash } from './asset-hash.ts'
import { Aspect, Definition } from './frame-size.ts'
import { Look } from './look.ts'
import { FrameRate } from './time.ts'

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

/** What a person brought: a wish in a line, prose or a poem, a script with speakers, a finished storyboard table, or a recipe's storyboard (JSON). */
export const SourceKind = z.enum(['wish', 'text', 'script', 'table', 'board'])
export type SourceKind = z.infer<typeof SourceKind>

export const Brief = z.object({
  /** Also the film's title until something better is known. */
  title: z.string(),
  kind: SourceKind,
  /** As it came in, normalised to NFC and \n; never longer than the reader allows. */
  text: z.string(),
  language: Language,
  aspect: Aspect,
  definition: Definition,
  fps: FrameRate,
  /** Wanted length of the film in seconds; null leaves it to the text. */
  seconds: z.number().positive().nullable(),
  look: Look.nullable(),
  /** A voice's name for the narrator, `off`, or null for the default. */
  voice: z.string().nullable(),
  /** A mood for the score, `off`, or null for the script's own mood. */
  music: z.string().nullable(),
  /** Candidates drawn for each shot. */
  candidates: z.int().min(1).max(4),
  /** The frame to offer first, by shot; a recipe brings the ones that were picked. */
  picks: z.record(z.string(), z.int().min(0)).optional(),
  /** Pictures of a person's own, by shot: offered as the shot's frame, so that none is drawn. */
  frames: z.record(z.string(), z.object({ picture: AssetHash, width: z.int().min(1), height: z.int().min(1) })).optional(),
  /** The same for the first shots in order, where no shot has a number yet. */
  pictures: z.array(z.object({ picture: AssetHash, width: z.int().min(1), height: z.int().min(1) })).max(4).optional(),
  /** Candidates are looked at before a person is, even where that costs something. */
  review: z.boolean().optional(),
  seed: z.int().min(0),
})
export type Brief = z.infer<typeof Brief>
