import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CameraMove } from '../../film/camera-move.ts'
import { Era, Look, Mood } from '../../film/look.ts'
import { Act, Beat, CastMember, Line, Script } from '../../film/script.ts'
import { CameraAngle, ShotSize } from '../../film/shot-size.ts'
import { TransitionName } from '../../film/transition.ts'

// What a language model is asked for: no more than it has to decide. Seeds, frames, numbers and who wrote it are ours.

export const CastDraft = CastMember.omit({ seed: true })
export type CastDraft = z.infer<typeof CastDraft>

export const ScriptDraft = Script.omit({ by: true, language: true }).extend({ cast: z.array(CastDraft), acts: z.array(Act).min(1) })
export type ScriptDraft = z.infer<typeof ScriptDraft>

/** Who is in it and how they look, over a script that is finished. */
export const CastAndLook = z.object({ logline: z.string(), mood: Mood, era: Era, look: Look, cast: z.array(CastDraft) })
export type CastAndLook = z.infer<typeof CastAndLook>

export const Critique = z.object({ good: z.boolean(), notes: z.array(z.string()).max(8) })
export type Critique = z.infer<typeof Critique>

/** `at` is act.beat, as in 2.3. */
export const MendedBeats = z.object({ beats: z.array(z.object({ place: z.enum(['instead', 'after']), at: z.string(), ...Beat.shape })) })
export type MendedBeats = z.infer<typeof MendedBeats>

export const ShotDraft = z.object({
  number: z.string(),
  size: ShotSize,
  angle: CameraAngle,
  move: CameraMove,
  scene: z.string(),
  picture: z.string(),
  line: Line.pick({ speaker: true, text: true }).nullable(),
  cast: z.array(z.string()),
  prompt: z.string(),
  motion: z.string(),
  seconds: z.number(),
  transition: TransitionName,
})
export type ShotDraft = z.infer<typeof ShotDraft>

export const BoardDraft = z.object({ shots: z.array(ShotDraft).min(1), remarks: z.array(z.string()) })
export type BoardDraft = z.infer<typeof BoardDraft>

export const MendedShots = z.object({ shots: z.array(z.object({ place: z.enum(['instead', 'after']), at: z.string(), shot: ShotDraft })) })
export type MendedShots = z.infer<typeof MendedShots>

/** What a table leaves open. What its writer filled is not asked for, and not taken. */
export const TableFill = z.object({
  mood: Mood,
  era: Era,
  look: Look,
  cast: z.array(CastDraft),
  rows: z.array(z.object({
    number: z.string(),
    size: ShotSize,
    angle: CameraAngle,
    move: CameraMove,
    transition: TransitionName,
    cast: z.array(z.string()),
    prompt: z.string(),
    motion: z.string(),
  })),
  remarks: z.array(z.string()),
})
export type TableFill = z.infer<typeof TableFill>

export const WrittenPrompts = z.object({ prompts: z.array(z.object({ number: z.string(), prompt: z.string(), motion: z.string() })) })
export type WrittenPrompts = z.infer<typeof WrittenPrompts>

/** The same name or number always has the same seed. */
export const seedOf = (...of: (string | number)[]) => Number.parseInt(createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 7), 16)

export const castOf = (drafts: readonly CastDraft[], seed: number): CastMember[] =>
  drafts.filter(({ name }, index) => name.trim() !== '' && drafts.findIndex((other) => other.name === name) === index).map((member) => ({ ...member, seed: seedOf(seed, member.name) }))

/** The cast's own name for whoever is meant; null where nobody of that name is in it. */
export const memberNamed = <Member extends Pick<CastMember, 'name' | 'also'>>(cast: readonly Member[], name: string): Member | null =>
  cast.find((member) => [member.name, ...member.also].some((each) => each.toLowerCase() === name.trim().toLowerCase())) ?? null
