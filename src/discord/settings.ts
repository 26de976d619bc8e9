import { z } from 'zod'
import { Aspect, Definition } from '../film/frame-size.ts'
import { Language } from '../film/brief.ts'
import { FilmModels } from '../film/direction.ts'
import { Look } from '../film/look.ts'
import { Caps } from '../lab/money/caps.ts'

/** A server's settings: a row of `redcliff.guilds`. What is left out has its default here. */
export const GuildSettings = z.object({
  /** Null: the server's own locale decides. */
  language: Language.nullable().default(null),
  /** Where films may be started; empty: anywhere the command may be used. */
  channels: z.array(z.string()).default([]),
  /** Who may start a film: everyone, or those with one of these roles. */
  starters: z.array(z.string()).default([]),
  /** Anyone in a production's thread may give notes, not only its crew. */
  openNotes: z.boolean().default(false),
  /** New films are private threads. */
  private: z.boolean().default(false),
  /** Whether people of the server may be shown, where they agreed themselves. */
  realPeople: z.enum(['refuse', 'with-consent']).default('refuse'),
  /** Whoever brings a picture confirms once that they may use it. A server whose own rules say so may leave it out. */
  confirmPictures: z.boolean().default(true),
  aspect: Aspect.default('16:9'),
  definition: Definition.default('720p'),
  look: Look.nullable().default(null),
  candidates: z.int().min(1).max(4).default(4),
  /** Which model makes pictures, clips, voices and music; what is left out is the operator's choice. */
  models: FilmModels.default({}),
  /** Longest film in seconds, and films alive at the same moment for one person and for the server. */
  maxSeconds: z.number().positive().default(600),
  maxFilmsPerPerson: z.int().min(1).default(3),
  maxFilms: z.int().min(1).default(100),
  ...Caps.shape,
})
export type GuildSettings = z.infer<typeof GuildSettings>
