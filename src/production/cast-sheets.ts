import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'
import type { Reference } from '../studio/provider.ts'
import { CastCall, type SheetCall } from './cast-call.ts'
import { drawKey, pictureOf, type ShotRecord } from './shot-record.ts'

export const Sheet = z.object({ id: z.string(), for: z.string(), picture: AssetHash, approved: z.boolean() })
export type Sheet = z.infer<typeof Sheet>

/** `redraws` by sheet; `waived` are keys of sheets that a person goes on without. */
export const CastSheets = CastCall.extend({ made: z.array(Sheet), redraws: z.record(z.string(), z.int()), waived: z.array(z.string()) })
export type CastSheets = z.infer<typeof CastSheets>

export const sheetId = (of: SheetCall['of'], name: string) => createHash('sha256').update(`${of}:${name}`).digest('hex').slice(0, 8)

export const sheetKey = (cast: Pick<CastSheets, 'redraws'>, { id, draw }: SheetCall) => `${draw}:${cast.redraws[id] ?? 0}`

/** The sheet as it is asked for now; undefined while it is owed. */
export const sheetOf = (cast: CastSheets, call: SheetCall) => cast.made.find((sheet) => sheet.id === call.id && sheet.for === sheetKey(cast, call))

const isSettled = (cast: CastSheets, call: SheetCall) => sheetOf(cast, call)?.approved === true || cast.waived.includes(sheetKey(cast, call))

/** What an approval is for: exactly these sheets. */
export const castKey = (cast: CastSheets) => createHash('sha256').update(JSON.stringify(cast.asks.map((call) => sheetOf(cast, call)?.picture ?? null))).digest('hex').slice(0, 16)

/** Somebody has to look: all that can be there is there, and not all of it is settled. */
export const asksForCast = (cast: CastSheets) => !cast.asks.every((call) => isSettled(cast, call)) && cast.asks.every((call) => sheetOf(cast, call) !== undefined || cast.waived.includes(sheetKey(cast, call)))

/** A shot is drawn when everybody in it is settled, and the frame that it continues is chosen. */
export function mayDraw(shot: ShotRecord, cast: CastSheets | undefined): boolean {
  if (shot.brought && shot.redraws === 0) return true
  const open = cast?.asks.some((call) => shot.sheets?.includes(call.id) && !isSettled(cast, call)) ?? false
  return !open && (shot.follows === undefined || (shot.references?.some(({ of }) => of === 'previous') ?? false))
}

/**
 * The shot with the pictures that it is to keep to. Only approved ones count, so a sheet that is drawn again leaves the shots as
 * they are until it is approved. A frame that it continued stays its reference once it has been drawn.
 */
export function withReferences(shot: ShotRecord, cast: CastSheets | undefined, before: ShotRecord | undefined): ShotRecord {
  if (!cast || !shot.sheets) return shot
  const { references: old = [], unsheeted: _unsheeted, ...rest } = shot
  if (shot.brought) return old.length === 0 ? rest : shot
  const calls = shot.sheets.flatMap((id) => cast.asks.find((call) => call.id === id) ?? [])
  const held = (call: SheetCall) => cast.made.findLast((sheet) => sheet.id === call.id && sheet.approved)
  const kept = calls.flatMap((call): Reference[] => {
    const sheet = held(call)
    return sheet ? [{ of: call.of, name: call.name, picture: sheet.picture }] : []
  })
  const had = old.find(({ of }) => of === 'previous')
  const drawn = shot.drawn?.for === drawKey(shot)
  const frame = before && pictureOf(before)
  const previous = had && (drawn || had.name === shot.follows) ? [had] : frame && before.number === shot.follows && !drawn ? [{ of: 'previous' as const, name: before.number, picture: frame.picture }] : []
  const references = [...kept.filter(({ of }) => of === 'cast'), ...previous, ...kept.filter(({ of }) => of === 'look')].slice(0, cast.most)
  const unsheeted = calls.filter(({ of, name }) => of === 'cast' && !references.some((each) => each.of === 'cast' && each.name === name)).map(({ name }) => name)
  const settled = calls.every((call) => isSettled(cast, call) || held(call))
  return { ...rest, ...(references.length > 0 ? { references } : {}), ...(settled && unsheeted.length > 0 ? { unsheeted } : {}) }
}
