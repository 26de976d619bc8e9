import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Brief } from '../film/brief.ts'
import { type FrameSize, frameSize } from '../film/frame-size.ts'
import type { CastMember } from '../film/script.ts'
import { Shot, type Storyboard } from '../film/storyboard.ts'
import { FrameRate, toFrames } from '../film/time.ts'
import { Transition, transitions } from '../film/transition.ts'
import { Language } from '../film/brief.ts'
import { DrawRequest, SpeakRequest } from '../studio/provider.ts'
import { touchedHead, touchedTail } from '../edit/key-frames.ts'
import type { ShotCall } from './event.ts'
import type { Terms } from './state.ts'

/** Everything the crafts need to know of one shot. */
export const CallSheet = z.object({
  shot: Shot,
  language: Language,
  fps: FrameRate,
  width: z.int(),
  height: z.int(),
  draw: DrawRequest,
  speak: SpeakRequest.nullable(),
  /** Who animates it, where the studio has a choice. */
  model: z.string().optional(),
  /** The joins at the shot's two ends. */
  into: Transition,
  outOf: Transition,
  voiceFrom: z.int().min(0),
  voiceTail: z.int().min(0),
  subtitles: z.boolean(),
})
export type CallSheet = z.infer<typeof CallSheet>

/** What a call sheet has to know of the studio: whose voice is whose, and which model makes what. */
export type SheetStudio = { castVoice(member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string; model(capability: Made, id?: string): { id: string } | undefined }
type Made = 'draw' | 'animate' | 'speak'

/** The storyboard, told to the crafts shot by shot. Pure: the same board gives the same sheets, so what did not change is not made again. */
export function callSheets(board: Storyboard, brief: Brief, terms: Terms, studio: SheetStudio): CallSheet[] {
  const size = frameSize(brief.aspect, brief.definition)
  const narrator = terms.voice ?? brief.voice ?? studio.castVoice(null)
  const joins = joinsOf(board)
  return board.shots.map((shot, index) => {
    const [into = hardCut, outOf = hardCut] = joins.slice(index, index + 2)
    return {
      shot,
      language: board.language,
      fps: board.fps,
      ...size,
      draw: { ...drawRequest(board, brief, shot, size), ...modelFor('draw', shot, terms, studio) },
      speak: narrator === 'off' ? null : speakRequest(board, shot, { into, outOf }, narrator, terms, studio),
      ...modelFor('animate', shot, terms, studio),
      into,
      outOf,
      voiceFrom: voiceStart(into, board.fps),
      voiceTail: touchedTail(outOf) + toFrames(0.4, board.fps),
      subtitles: true,
    }
  })
}

/** The shot's own choice, the film's, the studio's: a key names what makes the thing. Nothing, where who makes it has no models. */
function modelFor(made: Made, { models }: Shot, terms: Terms, studio: SheetStudio): { model?: string } {
  const model = models?.[made] ?? terms.models?.[made] ?? studio.model(made)?.id
  return model === undefined ? {} : { model }
}

/** What the production keeps of a sheet: its address, and a key for each thing that can go stale by itself. */
export function shotCall(sheet: CallSheet, address: string, position: number): ShotCall {
  const { draw, speak, shot, ...rest } = sheet
  const { scene: _scene, picture: _picture, prompt: _prompt, size: _size, angle: _angle, cast: _cast, written: _written, models: _models, ...filmed } = shot
  return {
    number: shot.number,
    position,
    sheet: address,
    draw: digest(draw),
    still: digest({ ...draw, prompt: '' }),
    speak: speak ? digest(speak) : null,
    animate: digest({ ...rest, filmed }),
    told: {
      size: shot.size, move: shot.move, written: shot.written, scene: [shot.scene, shot.picture].filter(Boolean).join(' / ').slice(0, 300),
      line: shot.line ? [shot.line.speaker, shot.line.text].filter(Boolean).join(/\p{Script=Han}/u.test(shot.line.text) ? '：' : ': ').slice(0, 300) : null, seed: shot.seed,
    },
    fps: sheet.fps,
    frames: shot.frames,
    timed: shot.timed,
    voiceFrom: sheet.voiceFrom,
    voiceTail: sheet.voiceTail,
    overlap: overlapFrames(sheet.into),
  }
}

const overlaps = (transition: Transition) => transitions.some((known) => known.name === transition.name && known.overlaps)

export const overlapFrames = (transition: Transition) => overlaps(transition) ? transition.frames : 0

/** The title goes to black before the first shot, however that was meant to begin. */
const afterTitle = (transition: Transition, fps: FrameRate): Transition =>
  ({ name: 'dip-to-black', frames: Math.max(2 * transition.frames, toFrames(1, fps)) })

/** How long the cards around the film stand. */
export const cardSeconds = { title: 3.5, credits: 5 }

/** The joins into each shot, and last the one into the credits. */
function joinsOf({ shots, fps }: Storyboard): Transition[] {
  const lengths = [toFrames(cardSeconds.title, fps), ...shots.map(({ frames }) => frames), toFrames(cardSeconds.credits, fps)]
  const wanted = [...shots.map(({ transition }, index) => index === 0 ? afterTitle(transition, fps) : transition), { name: 'dip-to-black' as const, frames: toFrames(1, fps) }]
  return wanted.map((transition, index) => fitted(transition, lengths[index] ?? 0, lengths[index + 1] ?? 0))
}

/** A join takes at most half of a shot: a short one is still seen, and its two joins never meet. */
function fitted({ name, frames }: Transition, before: number, own: number): Transition {
  const room = name === 'fade' ? own : Math.min(before, own)
  return { name, frames: Math.min(frames, name === 'dip-to-black' ? room : Math.floor(room / 2)) }
}

type CardJoins = { into: Transition; outOf: Transition; fadeOut: number }

/** The title comes out of black and goes into it, the credits end in it. */
export const titleJoins = (board: Storyboard): CardJoins =>
  ({ into: { name: 'fade', frames: toFrames(0.5, board.fps) }, outOf: joinsOf(board)[0] ?? hardCut, fadeOut: 0 })

export const creditsJoins = (board: Storyboard): CardJoins =>
  ({ into: joinsOf(board).at(-1) ?? hardCut, outOf: hardCut, fadeOut: endFade(board.fps) })

/** How long the film goes into black at its end. */
export const endFade = (fps: FrameRate) => toFrames(1, fps)

const hardCut: Transition = { name: 'cut', frames: 0 }

function drawRequest(board: Storyboard, brief: Brief, shot: Shot, size: FrameSize): DrawRequest {
  // What somebody in the picture says is heard, not seen: «add an egg» puts no egg on the stairs.
  const heard = shot.line?.speaker && shot.picture ? undefined : shot.line?.text
  const seen = [shot.scene, shot.picture, heard].filter((text, index, all) => text && all.indexOf(text) === index)
  return {
    prompt: shot.prompt,
    subject: seen.join('\n'),
    ...size,
    count: brief.candidates,
    seed: shot.seed,
    look: board.look,
    era: board.era,
    mood: board.mood,
    size: shot.size,
    angle: shot.angle,
    cast: board.cast.filter((member) => shot.cast.includes(member.name)),
    references: [],
  }
}

function speakRequest(board: Storyboard, shot: Shot, { into, outOf }: { into: Transition; outOf: Transition }, narrator: string, terms: Terms, studio: SheetStudio): SpeakRequest | null {
  if (!shot.line || shot.line.text.trim() === '') return null
  const speaker = board.cast.find((member) => member.name === shot.line?.speaker || member.also.includes(shot.line?.speaker ?? ''))
  const voice = shot.line.speaker === null ? narrator : studio.castVoice(speaker ?? { gender: 'unknown', age: 'adult', seed: seedOf(shot.line.speaker) })
  const request = { text: shot.line.text, language: shot.line.language, voice, ...modelFor('speak', shot, terms, studio) }
  if (!shot.timed) return request
  // Not less than a quarter of a second: what cannot be said in it is said in the remarks.
  const room = (shot.frames - voiceStart(into, board.fps) - touchedTail(outOf)) / board.fps
  return { ...request, within: Math.max(0.25, Math.round(room * 1000) / 1000) }
}

const voiceStart = (into: Transition, fps: FrameRate) => touchedHead(into) + toFrames(0.3, fps)

const seedOf = (name: string) => Number.parseInt(digest(name).slice(0, 7), 16)

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
