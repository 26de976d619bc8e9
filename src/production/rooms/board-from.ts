import type { Script } from '../../film/script.ts'
import type { Shot, Storyboard } from '../../film/storyboard.ts'
import { type FrameRate, toFrames, toFramesUp } from '../../film/time.ts'
import { guessLanguage } from '../../reading/guess-language.ts'
import type { ScriptLine } from './board-checks.ts'
import { memberNamed, seedOf, type ShotDraft } from './drafts.ts'

type About = { fps: FrameRate; seed: number; seconds: number | null; lines: readonly ScriptLine[] }

/** A draft as a storyboard: numbers that are numbers, names that the cast has, time for every line, a seed for every shot. */
export function boardFrom(drafts: readonly ShotDraft[], script: Script, { fps, seed, seconds, lines }: About): Omit<Storyboard, 'by' | 'remarks'> {
  const numbers = numbered(drafts)
  const shots = drafts.map((draft, index): Shot => {
    const number = numbers[index] ?? String(index + 1)
    const line = draft.line && { ...draft.line, language: lines.find(({ text }) => text.includes(draft.line?.text ?? ''))?.language ?? (guessLanguage(draft.line.text)) }
    const least = line ? saySeconds(line.text) + 0.8 : 1.8
    const { size, angle, move, scene, picture, prompt, motion } = draft
    return {
      number, size, move: { ...move, direction: move.name === 'static' ? null : move.direction }, angle, scene, picture, line,
      cast: [...new Set(draft.cast.flatMap((name) => memberNamed(script.cast, name)?.name ?? []))],
      prompt: prompt.trim(), ...(motion.trim() ? { motion: motion.trim() } : {}),
      frames: toFramesUp(Math.max(least, Math.min(draft.seconds, 20)), fps), timed: false,
      transition: { name: draft.transition, frames: joinFrames(draft.transition, fps) },
      seed: seedOf(seed, 'shot', number), written: { size: null, move: null },
    }
  })
  const { title, author, language, mood, era, look, cast } = script
  return { title, author, language, fps, mood, era, look, cast, shots: seconds === null ? shots : toLength(shots, seconds, fps) }
}

export const joinFrames = (name: Shot['transition']['name'], fps: FrameRate) => name === 'cut' ? 0 : toFrames(name === 'dip-to-black' || name === 'fade' ? 1 : 0.5, fps)

export const filmSeconds = ({ shots, fps }: Pick<Storyboard, 'shots' | 'fps'>) =>
  shots.reduce((sum, { frames, transition }) => sum + frames - (transition.name === 'dissolve' || transition.name === 'wipe' ? transition.frames : 0), 0) / fps

/** Numbers as they were given, if every one is a number and none comes twice; else by act and place. */
function numbered(drafts: readonly ShotDraft[]): string[] {
  const given = drafts.map(({ number }) => number.trim())
  if (given.every((number) => /^\d{1,4}(\.\d{1,4}){0,5}$/.test(number)) && new Set(given).size === given.length) return given
  let act = 0
  let inAct = 0
  return drafts.map(({ number }, index) => {
    if (index === 0 || number.split('.')[0] !== drafts[index - 1]?.number.split('.')[0]) { act++; inAct = 0 }
    return `${act}.${++inAct}`
  })
}

/** Longer or shorter by what each shot can give: a line keeps its time, a picture a glance. */
function toLength(shots: readonly Shot[], seconds: number, fps: FrameRate): Shot[] {
  const off = toFrames(seconds - filmSeconds({ shots: [...shots], fps }), fps)
  const bound = ({ line, frames }: Shot) => off > 0 ? Math.max(frames, toFrames(12, fps)) : Math.min(frames, toFramesUp(line ? Math.max(1.5, saySeconds(line.text) + 0.25) : 1.8, fps))
  const room = shots.reduce((sum, shot) => sum + Math.abs(bound(shot) - shot.frames), 0)
  const share = room === 0 ? 0 : Math.min(1, Math.abs(off) / room)
  return shots.map((shot) => ({ ...shot, frames: shot.frames + Math.trunc((bound(shot) - shot.frames) * share) }))
}

/** Chinese is read at four and a half characters, English at 2.4 words a second. */
export const saySeconds = (text: string) =>
  (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0) / 4.5 + (text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’-]*|\p{N}+/gu)?.length ?? 0) / 2.4
