import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'
import { CameraMove } from '../film/camera-move.ts'
import { Era, Look, Mood } from '../film/look.ts'
import type { CastMember } from '../film/script.ts'
import { CameraAngle, ShotSize } from '../film/shot-size.ts'
import { Language } from '../film/brief.ts'
import type { PaidWork } from '../lab/work.ts'
import type {
  Fixed, InpaintRequest, Moderated, ModerateRequest, ReplaceBackgroundRequest, RestoreFacesRequest, Reviewed, ReviewRequest, SyncLipsRequest, UpscaleRequest,
} from './fixes.ts'
import type { Model } from './model.ts'

/** A named prompt (a file of `prompts/`) and what it is filled with; the answer is parsed by the caller's schema. */
export const WriteRequest = z.object({ prompt: z.string(), inputs: z.record(z.string(), z.json()) })
export type WriteRequest = z.infer<typeof WriteRequest> & {
  /** What the answer must be. A language model is held to it; the writer by rules makes nothing else. */
  answer?: z.ZodType
  /** Pictures that the words are about. */
  pictures?: string[]
  model?: string | undefined
  /** Names this call among the purchases of its order; the prompt's name where there is only one. */
  step?: string
}

/** A picture that the model is to keep to, bound to what it shows: a name of the cast, the look, the frame before. */
export const Reference = z.object({ of: z.enum(['cast', 'look', 'previous', 'own']), name: z.string(), picture: AssetHash })
export type Reference = z.infer<typeof Reference>

/** Who made a thing, then whoever worked on it: models by their ids, others by their names. Left out in what was brought, and in what earlier releases made. */
export const Makers = z.array(z.string())

export const DrawRequest = z.object({
  /** The image prompt, in English. */
  prompt: z.string(),
  /** What is to be seen, in the film's own language. */
  subject: z.string(),
  /** Pixels of the film's frame. */
  width: z.int(),
  height: z.int(),
  /** How many different candidates. */
  count: z.int().min(1).max(4),
  seed: z.int().min(0),
  look: Look,
  era: Era,
  mood: Mood,
  size: ShotSize,
  angle: CameraAngle,
  /** Who is seen, and how they look: the same words and seed in every shot. */
  cast: z.array(z.object({ name: z.string(), also: z.array(z.string()), gender: z.string(), age: z.string(), appearance: z.string(), seed: z.int() })),
  references: z.array(Reference),
  /** A model's id; the studio's choice where nothing is said. */
  model: z.string().optional(),
  /** Whose film it is reads what is said of it in this language; English where nothing is said. */
  language: Language.optional(),
})
export type DrawRequest = z.infer<typeof DrawRequest>

export const Drawn = z.object({
  pictures: z.array(z.object({ picture: AssetHash, width: z.int(), height: z.int(), seed: z.int(), by: Makers.optional() })).min(1),
  /** Words of the request that the artist could not draw. */
  missed: z.array(z.string()),
  /** Which one somebody with eyes would shoot, and why; left out where nobody looked. */
  review: z.object({ best: z.int().min(0), remark: z.string() }).optional(),
})
export type Drawn = z.infer<typeof Drawn>

export const AnimateRequest = z.object({
  picture: AssetHash,
  prompt: z.string(),
  move: CameraMove,
  /** The clip's last frame, for a model that can end on one. */
  lastFrame: AssetHash.nullish(),
  model: z.string().optional(),
  language: Language.optional(),
  /** A pan in two directions at once, right and up, is this second move in the same breath. */
  second: CameraMove.nullish(),
  /** How much of the ordinary move is made; 1 where nothing is said. */
  amount: z.number().min(0).max(2).optional(),
  frames: z.int().min(1),
  /** A film's rate, or, of a single shot, as few as 8. */
  fps: z.int().min(8).max(30),
  width: z.int(),
  height: z.int(),
  seed: z.int().min(0),
  /** Pictures of frame size with transparency laid over the clip from frame `from` up to, not including, `to`. A model that cannot leaves them out and says so. */
  burn: z.array(z.object({ picture: AssetHash, from: z.int().min(0), to: z.int().min(1) })),
  /** Frames that must be key frames, so that the cut can be joined there without encoding again. */
  keyFrames: z.array(z.int().min(0)),
})
export type AnimateRequest = z.infer<typeof AnimateRequest>

export const Animated = z.object({
  clip: AssetHash,
  frames: z.int(),
  fps: z.number(),
  width: z.int(),
  height: z.int(),
  /** The clip already is what the cut needs: its size, rate, encoding, key frames and burned pictures. */
  conformed: z.boolean(),
  /** What the person should know: the clip was made in two, the last frame was not asked for. */
  remarks: z.array(z.string()).optional(),
  by: Makers.optional(),
})
export type Animated = z.infer<typeof Animated>

export const SpeakRequest = z.object({
  text: z.string(),
  language: Language,
  /** A voice of the provider, by name. */
  voice: z.string(),
  /** Seconds the line must fit into, where a person gave the shot's length. A voice that cannot says so in its remarks. */
  within: z.number().positive().nullable().optional(),
  model: z.string().optional(),
})
export type SpeakRequest = z.infer<typeof SpeakRequest>

export const Spoken = z.object({
  sound: AssetHash,
  seconds: z.number(),
  /** When each word (each character in Chinese) begins. `at` indexes the text. */
  words: z.array(z.object({ at: z.int(), seconds: z.number() })),
  /** What the person should know: characters left unspoken, a silence instead of words. */
  remarks: z.array(z.string()).optional(),
  by: Makers.optional(),
})
export type Spoken = z.infer<typeof Spoken>

export const ComposeRequest = z.object({ mood: Mood, era: Era, seconds: z.number().positive(), seed: z.int(), model: z.string().optional() })
export type ComposeRequest = z.infer<typeof ComposeRequest>

export const Composed = z.object({ sound: AssetHash, seconds: z.number(), by: Makers.optional() })
export type Composed = z.infer<typeof Composed>

export type Capabilities = {
  write: (request: WriteRequest, work: PaidWork) => Promise<unknown>
  draw: (request: DrawRequest, work: PaidWork) => Promise<Drawn>
  animate: (request: AnimateRequest, work: PaidWork) => Promise<Animated>
  speak: (request: SpeakRequest, work: PaidWork) => Promise<Spoken>
  compose: (request: ComposeRequest, work: PaidWork) => Promise<Composed>
}

/** What not every studio can. */
export type Extras = {
  upscale: (request: UpscaleRequest, work: PaidWork) => Promise<Fixed>
  restoreFaces: (request: RestoreFacesRequest, work: PaidWork) => Promise<Fixed>
  replaceBackground: (request: ReplaceBackgroundRequest, work: PaidWork) => Promise<Fixed>
  syncLips: (request: SyncLipsRequest, work: PaidWork) => Promise<Fixed>
  inpaint: (request: InpaintRequest, work: PaidWork) => Promise<Fixed>
  moderate: (request: ModerateRequest, work: PaidWork) => Promise<Moderated>
  review: (request: ReviewRequest, work: PaidWork) => Promise<Reviewed>
}

/** Offers some of the capabilities. */
export type Provider = {
  name: string
  /** Whose work its pictures use under a licence that asks to be named. */
  attribution?: string
  /** Its models, the one it would choose first for each capability. The studio asks by their ids. */
  models?: readonly Model[]
  /** Names of its voices; without a list any name may be tried. */
  voices?: readonly string[]
  /** Which of its voices a member of the cast has; for nobody, the narrator's. */
  castVoice?(member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string
  /** Work is coming: what takes time to start may start now. */
  warm?(): void
  close(): Promise<void>
} & Partial<Capabilities & Extras>
