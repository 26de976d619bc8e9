import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Drawn, Reference, Spoken } from '../studio/provider.ts'
import { ShotCall, TakeMade } from './event.ts'

/**
 * Where one shot stands. Each made thing carries what it was made for (`for`); it counts only while that is still asked.
 * Stale is arithmetic, nothing has to be marked.
 */
export const ShotRecord = ShotCall.extend({
  /** Pictures that its frame keeps to, and who in it has none. */
  references: z.array(Reference).optional(),
  unsheeted: z.array(z.string()).optional(),
  /** Raised by «again»: part of what is asked, so that the same words give a new picture or take. */
  redraws: z.int().min(0),
  retakes: z.int().min(0),
  drawn: Drawn.extend({ for: z.string() }).nullable(),
  /** `hold`: looked at, not to be filmed yet; `approve`: settled, to be filmed when somebody says so. */
  picked: z.object({ for: z.string(), frame: z.int(), hold: z.boolean().optional(), approve: z.boolean().optional() }).nullable(),
  spoken: Spoken.extend({ for: z.string() }).nullable(),
  take: TakeMade.extend({ for: z.string(), number: z.int().min(1) }).nullable(),
  circled: z.string().nullable(),
  /** What it owes costs something, and waits for a «Go». */
  waits: z.boolean().optional(),
  /** The takes before, newest last: each can be taken after all. */
  earlier: z.array(TakeMade.extend({ number: z.int().min(1) })).max(9).optional(),
})
export type ShotRecord = z.infer<typeof ShotRecord>

export const newRecord = (call: ShotCall): ShotRecord =>
  ({ ...call, redraws: 0, retakes: 0, drawn: call.brought ? { for: `${call.draw}:0`, pictures: [{ ...call.brought, seed: 0 }], missed: [] } : null, picked: null, spoken: null, take: null, circled: null })

/** What the shot's picture is asked for now. */
export const drawKey = (shot: Pick<ShotRecord, 'draw' | 'redraws' | 'references'>) =>
  `${shot.draw}:${shot.redraws}${shot.references && shot.references.length > 0 ? `:${shortKey(JSON.stringify(shot.references.map(({ of, name, picture }) => [of, name, picture])))}` : ''}`

export const pictureOf = (shot: ShotRecord) =>
  shot.drawn?.for === drawKey(shot) && shot.picked?.for === drawKey(shot) ? shot.drawn.pictures[shot.picked.frame] : undefined

/** The voice it has; null where no line is to be spoken, undefined while it is still owed. */
export const voiceOf = (shot: ShotRecord) =>
  shot.speak === null ? null : shot.spoken?.for === shot.speak ? shot.spoken : undefined

/** What the shot's clip is asked for now; undefined until picture and voice are there. */
export function animateKey(shot: ShotRecord): string | undefined {
  const picture = pictureOf(shot)
  const voice = voiceOf(shot)
  if (!picture || shot.picked?.hold || voice === undefined) return undefined
  return [shot.animate, picture.picture.slice(0, 16), voice?.sound.slice(0, 16) ?? '-', shot.retakes].join(':')
}

/** A key is long; a button carries its digest. */
export const shortKey = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 16)
export const isFor = (said: string, key: string | undefined) => key !== undefined && (said === key || said === shortKey(key))

export const takeOf = (shot: ShotRecord) => {
  const key = animateKey(shot)
  return key !== undefined && shot.take?.for === key ? shot.take : undefined
}

export const isCircled = (shot: ShotRecord) => shot.circled !== null && shot.circled === animateKey(shot) && takeOf(shot) !== undefined

/** How many shots stand at each step: kept in the state by difference, so that one shot's event reads one shot. */
export const Tally = z.object({ shots: z.int(), drawn: z.int(), picked: z.int(), voiced: z.int(), taken: z.int(), circled: z.int() })
export type Tally = z.infer<typeof Tally>

export const noShots: Tally = { shots: 0, drawn: 0, picked: 0, voiced: 0, taken: 0, circled: 0 }

export const countShot = (shot: ShotRecord | undefined): Tally => shot === undefined ? noShots : {
  shots: 1,
  drawn: Number(shot.drawn?.for === drawKey(shot)),
  picked: Number(pictureOf(shot) !== undefined),
  voiced: Number(voiceOf(shot) !== undefined),
  taken: Number(takeOf(shot) !== undefined),
  circled: Number(isCircled(shot)),
}

export const moveTally = (tally: Tally, before: ShotRecord | undefined, after: ShotRecord | undefined): Tally => {
  const [less, more] = [countShot(before), countShot(after)]
  return {
    shots: tally.shots - less.shots + more.shots,
    drawn: tally.drawn - less.drawn + more.drawn,
    picked: tally.picked - less.picked + more.picked,
    voiced: tally.voiced - less.voiced + more.voiced,
    taken: tally.taken - less.taken + more.taken,
    circled: tally.circled - less.circled + more.circled,
  }
}
