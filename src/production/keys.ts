import { createHash } from 'node:crypto'
import { toFramesUp } from '../film/time.ts'
import { animateKey, type ShotRecord, takeOf, voiceOf } from './shot-record.ts'
import type { ProductionState, Shots } from './state.ts'

// What an answer must have been made for to count. A late answer carries an old key, and folds to nothing.

export const pitchKey = (state: ProductionState) => digest('pitch', state.brief, state.round)

export const scriptKey = (state: ProductionState) => digest('script', state.brief, state.pitch, state.idea, state.terms, state.round)

export const boardKey = (state: ProductionState) => digest('board', state.brief, state.script, state.terms, state.round)

/** The score's length hangs on every shot; `off` where no music is wanted. */
export const scoreKey = (state: ProductionState, shots: Shots) =>
  state.terms.music === 'off' ? 'off' : digest('score', state.terms.music ?? state.asks?.mood ?? null, filmFrames(state, shots), ...(state.terms.models?.compose ? [state.terms.models.compose] : []))

/** The shots with their takes, in order: a cut of anything else is another cut. */
export const cutKey = (state: ProductionState, shots: Shots) =>
  digest('cut', state.asks?.titles ?? null, scoreKey(state, shots), inOrder(shots).map((shot) => [shot.number, shot.overlap, animateKey(shot) ?? null, takeOf(shot)?.clip.slice(0, 16) ?? null]))

export const deliveryKey = (state: ProductionState) => digest('delivery', state.board, state.cut?.for ?? null)

export const inOrder = (shots: Shots): ShotRecord[] => Object.values(shots).sort((a, b) => a.position - b.position)

/** Length of a shot once its voice is known: the storyboard's, or what the voice needs. */
export function shotFrames(shot: ShotRecord): number {
  const taken = takeOf(shot)
  if (taken) return taken.frames
  const voice = voiceOf(shot)
  return voice ? framesFor(shot, voice.seconds) : shot.frames
}

export const framesFor = (shot: Pick<ShotRecord, 'timed' | 'frames' | 'voiceFrom' | 'voiceTail' | 'fps'>, voiceSeconds: number) =>
  shot.timed ? shot.frames : Math.max(shot.frames, shot.voiceFrom + toFramesUp(voiceSeconds, shot.fps) + shot.voiceTail)

export function filmFrames(state: ProductionState, shots: Shots): number {
  const titles = state.titles ? state.titles.title.frames + state.titles.credits.frames : 0
  return inOrder(shots).reduce((sum, shot) => sum + shotFrames(shot) - shot.overlap, titles)
}

const digest = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
