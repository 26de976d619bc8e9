import { z } from 'zod'
import { Language } from '../film/brief.ts'
import { CameraMove } from '../film/camera-move.ts'
import { AssetHash } from '../film/cut.ts'
import { ShotSize } from '../film/shot-size.ts'
import { ShotNumber } from '../film/storyboard.ts'

/** What a choice does when it is taken: an event's body for the production. */
export const Choice = z.object({
  label: z.string(),
  event: z.record(z.string(), z.json()),
  /** What `--yes`, or nobody at the terminal, takes. */
  standard: z.boolean(),
  /** A line more about it: an idea's logline. */
  hint: z.string().optional(),
  /** What taking it may cost, in US dollars; left out where it costs nothing, null where that is not known. */
  price: z.number().nullish(),
})
export type Choice = z.infer<typeof Choice>

/** How far a shot is: `chosen` is a frame looked at closer, `approved` one that is settled but not yet filmed. */
export const ShotStage = z.enum(['drawing', 'choosing', 'chosen', 'approved', 'filming', 'take', 'circled'])
export type ShotStage = z.infer<typeof ShotStage>

/** A shot's card in figures, for surfaces that lay it out themselves. */
export const ShotFacts = z.object({
  number: ShotNumber,
  stage: ShotStage,
  size: ShotSize,
  move: CameraMove,
  /** The cells as a person wrote them, where a person did. */
  written: z.object({ size: z.string().nullable(), move: z.string().nullable() }),
  seconds: z.number(),
  seed: z.int(),
  /** The frame looked at or picked, from 0; null while none is. */
  frame: z.int().nullable(),
  frames: z.int(),
  take: z.int().nullable(),
  /** What the candidates and the take were made for, as events about them must say; null while there are none. */
  drawnFor: z.string().nullable(),
  takenFor: z.string().nullable(),
  scene: z.string(),
  line: z.string().nullable(),
  /** What this studio can mend, by its name among the production's fixes. */
  fixes: z.array(z.string()).optional(),
  /** What each of them costs; null where that is not known. */
  fixPrices: z.record(z.string(), z.number().nullable()).optional(),
  /** Numbers of the takes before, which can be taken after all. */
  earlier: z.array(z.int()).optional(),
})
export type ShotFacts = z.infer<typeof ShotFacts>

/** A single shot of /create or /animate in figures. */
export const SingleFacts = z.object({
  stage: z.enum(['drawing', 'choosing', 'filming', 'done', 'discarded']),
  prompt: z.string(),
  /** As written, with its flags: what the form of a variation begins with. */
  text: z.string(),
  seed: z.int(),
  /** The frame picked, from 0, and how many were drawn; none for a person's own picture. */
  frame: z.int().nullable(),
  frames: z.int(),
  drawnFor: z.string().nullable(),
  seconds: z.number(),
  fps: z.int(),
  width: z.int(),
  height: z.int(),
  own: z.boolean(),
  /** The single that it was made from, again or varied. */
  parent: z.string().nullable(),
})
export type SingleFacts = z.infer<typeof SingleFacts>

/** What the graph says, as plain data; a surface renders it. One card a slot, rewritten: the newest revision holds. */
export const Card = z.object({
  /** `pitch`, `script`, `board`, `cast`, `shot:1.2`, `cut`, `film`, `single`, `reply:<event>`, `trouble:<event or generation>`, `said:<where to answer>`. */
  slot: z.string(),
  title: z.string(),
  text: z.string(),
  media: z.array(z.object({ hash: AssetHash, kind: z.enum(['image', 'video', 'sound', 'json', 'text', 'zip']), name: z.string() })),
  choices: z.array(Choice),
  /** Someone is asked, and the production will not go on without an answer. */
  asks: z.boolean(),
  shot: ShotFacts.optional(),
  single: SingleFacts.optional(),
  language: Language.optional(),
  /** What going on will cost, in words; left out where it costs nothing. */
  cost: z.string().optional(),
  /** What the mailbox says of itself, in no language: a surface has the words. */
  trouble: z.enum(['event', 'again', 'without']).optional(),
  /** A reply that did nothing: to talk between people, or to a question about the film. */
  talk: z.enum(['chatter', 'status', 'cost', 'help']).optional(),
})
export type Card = z.infer<typeof Card>
