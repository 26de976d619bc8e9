import { drawKey, type ShotRecord } from '../shot-record.ts'

/**
 * Another move of the camera is filmed from the frame that is there: nobody loses what was drawn and picked, or pays for it twice, because the
 * prompt names the move. What shows something else is drawn.
 */
export function keepStill(before: ShotRecord | undefined, after: ShotRecord): ShotRecord {
  if (!before || before.still === undefined || before.still !== after.still || before.draw === after.draw || before.drawn?.for !== drawKey(before)) return after
  // where the move is the same the prompt was changed for its own sake
  if (JSON.stringify(before.told?.move) === JSON.stringify(after.told?.move) || before.redraws !== after.redraws) return after
  if (JSON.stringify(before.references) !== JSON.stringify(after.references)) return after
  const drawn = { ...before.drawn, for: drawKey(after) }
  return { ...after, drawn, picked: before.picked?.for === drawKey(before) ? { ...before.picked, for: drawKey(after) } : after.picked }
}
