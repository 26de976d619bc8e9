import { createHash } from 'node:crypto'
import type { Brief } from '../../film/brief.ts'
import type { Shot, Storyboard } from '../../film/storyboard.ts'
import type { Work } from '../../lab/work.ts'
import type { Studio } from '../../studio/studio.ts'
import { callSheets, shotCall } from '../call-sheet.ts'
import { type Boarded, FixKind, type ShotCall } from '../event.ts'
import type { ShotPrices } from '../prices.ts'
import { castCalls, castFor } from './cast-calls.ts'
import { crewOf } from './crew-of.ts'
import type { Terms } from '../state.ts'
import { filmPrices, shotPrices } from './prices.ts'

/** Keeps a storyboard and its call sheets as assets, and says what each shot asks for. */
export async function boardForShooting(board: Storyboard, brief: Brief, terms: Terms, studio: Studio, { assets }: Work): Promise<Boarded> {
  const sheets = callSheets(board, brief, terms, studio)
  const cast = await castCalls(board, brief, terms, studio, { assets })
  /** How many pictures whoever draws this shot can keep to. */
  const keeps = ({ models }: Shot) => studio.model('draw', models?.draw ?? terms.models?.draw)?.limits.references ?? 0
  const fixes = FixKind.options.filter((kind) => studio.can(kind))
  const calls = await Promise.all(sheets.map(async (sheet, position) => ({
    ...withPrice(withFixes(shotCall(sheet, await assets.putJson(sheet), position), fixes), shotPrices(sheet, studio, fixes)),
    ...(cast ? castFor(sheet.shot, position, board, cast, keeps) : {}),
    ...(brief.picks?.[sheet.shot.number] === undefined ? {} : { pick: brief.picks[sheet.shot.number] }),
    ...(brief.frames?.[sheet.shot.number] === undefined ? {} : { brought: brief.frames[sheet.shot.number] }),
  })))
  const { title, author, look, language } = board
  const prices = filmPrices(calls, board.shots.reduce((sum, shot) => sum + shot.frames, 0) / board.fps, { music: terms.music ?? brief.music ?? null }, studio)
  return {
    board: await assets.putJson(board),
    calls,
    titles: createHash('sha256').update(JSON.stringify([title, author, look, language, board.cast, brief.aspect, brief.definition, brief.fps, crewOf(board, terms.models, studio)])).digest('hex').slice(0, 16),
    mood: board.mood,
    remarks: board.remarks,
    ...(cast ? { cast } : {}),
    ...(prices ? { prices } : {}),
  }
}

/** A studio that can mend nothing says nothing of it. */
const withFixes = (call: ShotCall, fixes: FixKind[]): ShotCall => call.told && fixes.length > 0 ? { ...call, told: { ...call.told, fixes } } : call

/** What this machine makes by itself has no price. */
const withPrice = (call: ShotCall, price: ShotPrices | null): ShotCall => call.told && price ? { ...call, told: { ...call.told, price } } : call
