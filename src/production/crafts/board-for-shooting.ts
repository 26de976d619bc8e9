import { createHash } from 'node:crypto'
import type { Brief } from '../../film/brief.ts'
import type { Storyboard } from '../../film/storyboard.ts'
import type { Work } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { callSheets, shotCall } from '../call-sheet.ts'
import { type Boarded, FixKind, type ShotCall } from '../event.ts'
import type { Terms } from '../state.ts'

/** Keeps a storyboard and its call sheets as assets, and says what each shot asks for. */
export async function boardForShooting(board: Storyboard, brief: Brief, terms: Terms, studio: Studio, { assets }: Work): Promise<Boarded> {
  const sheets = callSheets(board, brief, terms, studio)
  const fixes = FixKind.options.filter((kind) => studio.can(kind))
  const calls = await Promise.all(sheets.map(async (sheet, position) => ({
    ...withFixes(shotCall(sheet, await assets.putJson(sheet), position), fixes),
    ...(brief.picks?.[sheet.shot.number] === undefined ? {} : { pick: brief.picks[sheet.shot.number] }),
    ...(brief.frames?.[sheet.shot.number] === undefined ? {} : { brought: brief.frames[sheet.shot.number] }),
  })))
  const { title, author, look, language, cast } = board
  return {
    board: await assets.putJson(board),
    calls,
    titles: createHash('sha256').update(JSON.stringify([title, author, look, language, cast, brief.aspect, brief.definition, brief.fps, studio.crew])).digest('hex').slice(0, 16),
    mood: board.mood,
    remarks: board.remarks,
  }
}

/** A studio that can mend nothing says nothing of it. */
const withFixes = (call: ShotCall, fixes: FixKind[]): ShotCall => call.told && fixes.length > 0 ? { ...call, told: { ...call.told, fixes } } : call
