import { z } from 'zod'
import { Aspect } from '../../../film/frame-size.ts'
import { Script } from '../../../film/script.ts'
import { Storyboard } from '../../../film/storyboard.ts'
import { FrameRate } from '../../../film/time.ts'
import { byRules } from './by-rules.ts'
import { chooseMoves } from './choose-move.ts'
import { chooseFramings } from './choose-size.ts'
import { chooseTransitions } from './choose-transition.ts'
import { cover } from './cover.ts'
import { imagePrompt } from './image-prompt.ts'
import { planShots, type Setup } from './plan-shots.ts'
import { sayRemarks } from './say-remarks.ts'
import { seedFor } from './chance.ts'
import { showPicture } from './show-picture.ts'
import { timeShots } from './time-shots.ts'

export const StoryboardInputs = z.object({ script: Script, fps: FrameRate, aspect: Aspect, seconds: z.number().positive().nullable(), seed: z.int().min(0) })
export type StoryboardInputs = z.infer<typeof StoryboardInputs>

/** Breaks a script into shots as film grammar has it. Every line of the script is said once, in order, never cut inside a clause. */
export function writeStoryboard({ script, fps, seconds, seed }: StoryboardInputs): Storyboard {
  const planned = planShots(script)
  const first = shoot(planned, script, fps, seconds, seed)
  // Asked to be longer than the words carry: more to see. Shorter: what nobody says goes first.
  const setups = seconds === null || first.reached ? planned : first.natural < seconds ? cover(planned, seconds - first.natural) : spare(planned)
  const shot = setups === planned ? first : shoot(setups, script, fps, seconds, seed)
  const remarks = sayRemarks({ missed: shot.missed, wanted: seconds, natural: shot.natural, reached: shot.reached, got: shot.seconds }, script.language)
  return Storyboard.parse({
    title: script.title, author: script.author, language: script.language, fps, mood: script.mood, era: script.era, look: script.look,
    cast: script.cast, shots: shot.shots, remarks, by: byRules(script.language),
  })
}

function shoot(setups: readonly Setup[], script: Script, fps: FrameRate, seconds: number | null, seed: number) {
  const framings = chooseFramings(setups, seed)
  const moves = chooseMoves(setups, framings, script.mood, seed)
  const transitions = chooseTransitions(setups, framings, script.mood, fps)
  const timed = timeShots(setups.map((setup, index) => ({
    line: setup.line, size: framings[index]?.size ?? 'medium', moving: moves[index]?.name !== 'static',
    transition: transitions[index] ?? { name: 'cut', frames: 0 }, fixed: null,
  })), fps, seconds)
  const blocking = { sides: new Map<string, 'left' | 'right'>(), also: new Map(script.cast.map((member) => [member.name, member.also])) }
  const missed: string[] = []
  let inAct = 0
  const shots = setups.map((setup, index) => {
    inAct = setups[index - 1]?.act === setup.act ? inAct + 1 : 1
    const number = `${setup.act + 1}.${inAct}`
    const framing = framings[index] ?? { size: 'medium' as const, angle: 'eye' as const }
    const shown = showPicture(setup, framing, script.acts[setup.act]?.place ?? '', { ...blocking, sides: keepSides(setups.filter((other) => other.act === setup.act)) }, script.language)
    const seen = {
      number, ...framing, move: moves[index] ?? { name: 'static' as const, direction: null, speed: 'normal' as const }, ...shown, line: setup.line,
      cast: setup.cast, frames: timed.frames[index] ?? fps * 4, timed: false,
      transition: transitions[index] ?? { name: 'cut' as const, frames: 0 }, seed: seedFor(seed, `shot ${number}`), written: { size: null, move: null },
    }
    const { prompt, missed: left } = imagePrompt(seen, script, setup.setting)
    missed.push(...left)
    return { ...seen, prompt }
  })
  const frames = shots.reduce((sum, shot) => sum + shot.frames - (shot.transition.name === 'dissolve' || shot.transition.name === 'wipe' ? shot.transition.frames : 0), 0)
  return { shots, missed, reached: timed.reached, natural: timed.natural, seconds: frames / fps }
}

/** Who first speaks stands left and looks right for the whole act; who answers stands right: the camera never crosses the line. */
function keepSides(setups: readonly Setup[]): Map<string, 'left' | 'right'> {
  const sides = new Map<string, 'left' | 'right'>()
  for (const { speaker, listener } of setups) {
    if (!speaker || !listener) continue
    if (!sides.has(speaker)) sides.set(speaker, sides.get(listener) === 'left' ? 'right' : 'left')
    if (!sides.has(listener)) sides.set(listener, sides.get(speaker) === 'left' ? 'right' : 'left')
  }
  return sides
}

const spare = (setups: readonly Setup[]): Setup[] => {
  const kept = setups.filter((setup, index) => setup.line || setup.purpose === 'do' || index === 0)
  return kept.length ? kept : [...setups]
}
