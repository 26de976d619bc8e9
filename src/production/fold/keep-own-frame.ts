import { drawKey, type ShotRecord } from '../shot-record.ts'

/**
 * A person's own picture is no drawing of the words: another move or length takes nothing from it. What shows something else, or from
 * elsewhere, is drawn.
 */
export function keepOwnFrame(before: ShotRecord | undefined, after: ShotRecord): ShotRecord {
  const own = before?.brought
  if (!before || !own || before.draw === after.draw || before.drawn?.for !== drawKey(before)) return after
  if (before.told?.scene !== after.told?.scene || before.told?.size !== after.told?.size) return after
  const at = before.drawn.pictures.findIndex(({ picture }) => picture === own.picture)
  const kept = before.drawn.pictures[at]
  if (!kept) return after
  const picked = before.picked?.for === drawKey(before) && before.picked.frame === at ? { ...before.picked, for: drawKey(after), frame: 0 } : null
  return { ...after, drawn: { for: drawKey(after), pictures: [kept], missed: [] }, picked }
}
