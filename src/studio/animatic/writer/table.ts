import { z } from 'zod'
import { Language } from '../../../film/brief.ts'
import { CameraMove } from '../../../film/camera-move.ts'
import { Look } from '../../../film/look.ts'
import { type CastMember, Line } from '../../../film/script.ts'
import { CameraAngle, ShotSize } from '../../../film/shot-size.ts'
import { ShotNumber, Storyboard } from '../../../film/storyboard.ts'
import { FrameRate, toFrames } from '../../../film/time.ts'
import { type Transition, TransitionName } from '../../../film/transition.ts'
import { byRules } from './by-rules.ts'
import { seedFor } from './chance.ts'
import { chooseMoves } from './choose-move.ts'
import { chooseFramings } from './choose-size.ts'
import { join, lyrical } from './choose-transition.ts'
import { findCast, namedIn } from './find-cast.ts'
import { imagePrompt } from './image-prompt.ts'
import { judge } from './judge.ts'
import { rowSetups } from './row-setups.ts'
import { sayRemarks } from './say-remarks.ts'
import { timeShots } from './time-shots.ts'

export const Row = z.object({
  number: ShotNumber,
  size: ShotSize.nullable(),
  move: CameraMove.nullable(),
  angle: CameraAngle.nullish(),
  scene: z.string(),
  picture: z.string(),
  line: Line.nullable(),
  seconds: z.number().positive().nullish(),
  transition: z.object({ name: TransitionName, seconds: z.number().min(0).nullable() }).nullish(),
  prompt: z.string().nullish(),
  seed: z.int().min(0).nullish(),
  written: z.object({ size: z.string().nullable(), move: z.string().nullable() }),
  remarks: z.array(z.string()).optional(),
})
export type Row = z.infer<typeof Row>

export const TableInputs = z.object({
  table: z.object({ author: z.string().nullish(), rows: z.array(Row).min(1), remarks: z.array(z.string()).optional() }),
  title: z.string(), language: Language, fps: FrameRate, aspect: z.string(),
  look: Look.nullable(), seconds: z.number().positive().nullable(), seed: z.int().min(0),
})
export type TableInputs = z.infer<typeof TableInputs>

/** A finished storyboard table as a storyboard: what a person wrote stands, only empty cells are chosen. */
export function boardTable({ table, title, language, fps, look, seconds, seed }: TableInputs): Storyboard {
  const { rows } = table
  const text = [title, ...rows.flatMap((row) => [row.scene, row.picture, row.line?.text ?? ''])].join('\n')
  const judged = judge(text, language, look)
  const speakers = [...new Set(rows.map((row) => row.line?.speaker).filter((name): name is string => Boolean(name)))]
  const cast = findCast(text, { speakers, language, era: judged.era, seed })
  const setups = rowSetups(rows, cast)
  const framings = chooseFramings(setups, seed, rows.map((row) => ({ ...(row.size ? { size: row.size } : {}), ...(row.angle ? { angle: row.angle } : {}) })))
  // What people wrote without a direction takes the move's first.
  const moves = chooseMoves(setups, framings, judged.mood, seed, rows.map((row) => row.move))
  const transitions = rows.map((row, index) => rowTransition(row, rows[index - 1], judged.mood, fps))
  const timed = timeShots(rows.map((row, index) => ({
    line: row.line, size: framings[index]?.size ?? 'medium', moving: moves[index]?.name !== 'static', transition: transitions[index] ?? join('cut', fps), fixed: row.seconds ?? null,
  })), fps, seconds)
  const missed: string[] = []
  const shots = rows.map((row, index) => {
    const seen = {
      number: row.number, size: framings[index]?.size ?? 'medium' as const, move: moves[index] ?? { name: 'static' as const, direction: null, speed: 'normal' as const },
      angle: row.angle ?? angleOf(row, framings[index]?.angle ?? 'eye', cast), scene: row.scene, picture: row.picture, line: row.line && { ...row.line, speaker: speakerName(row.line.speaker, cast) },
      cast: setups[index]?.cast ?? [], frames: timed.frames[index] ?? fps * 4, timed: row.seconds !== null && row.seconds !== undefined,
      transition: transitions[index] ?? join('cut', fps), seed: row.seed ?? seedFor(seed, `shot ${row.number}`), written: row.written,
    }
    if (row.prompt) return { ...seen, prompt: row.prompt }
    const described = imagePrompt({ ...seen, scene: seen.scene || setups[index]?.text || title, cast: seen.cast }, { ...judged, cast }, setups[index]?.setting, setups[index]?.remembered)
    missed.push(...described.missed)
    return { ...seen, prompt: described.prompt }
  })
  const length = shots.reduce((sum, shot) => sum + shot.frames - (/dissolve|wipe/.test(shot.transition.name) ? shot.transition.frames : 0), 0) / fps
  const remarks = [
    ...(table.remarks ?? []), ...rows.flatMap((row) => row.remarks ?? []),
    ...sayRemarks({ missed, wanted: seconds, natural: timed.natural, reached: timed.reached, got: length }, language),
  ]
  return Storyboard.parse({ title, author: table.author ?? null, language, fps, ...judged, cast, shots, remarks, by: byRules(language) })
}

/** Joins by nesting: deeper shots belong to the one above and are cut; a new first number goes through black; mood dissolves between sisters. */
function rowTransition(row: Row, before: Row | undefined, mood: Storyboard['mood'], fps: FrameRate): Transition {
  if (row.transition) return { ...join(row.transition.name, fps), ...(row.transition.seconds !== null && row.transition.name !== 'cut' ? { frames: toFrames(row.transition.seconds, fps) } : {}) }
  if (!before) return join('fade', fps)
  const [here, there] = [row.number.split('.'), before.number.split('.')]
  if (here[0] !== there[0]) return join(here.length === 1 && there.length === 1 ? (lyrical(mood) ? 'dissolve' : 'cut') : 'dip-to-black', fps)
  if (here.length > there.length || here.length > 3) return join('cut', fps)
  const conversation = row.line?.speaker && before.line?.speaker === row.line.speaker
  return join(lyrical(mood) && !conversation ? 'dissolve' : 'cut', fps)
}

/** 「客人视角的苏轼」: over the guest's shoulder. */
const angleOf = (row: Row, chosen: CameraAngle, cast: readonly CastMember[]): CameraAngle =>
  /视角的|过肩|\bover (?:his|her|the) shoulder/iu.test(row.picture) && namedIn(row.picture, cast).length > 0 ? 'over-shoulder' : chosen

const speakerName = (speaker: string | null, cast: readonly CastMember[]) =>
  speaker && (cast.find((member) => member.name === speaker || member.also.includes(speaker))?.name ?? speaker)
