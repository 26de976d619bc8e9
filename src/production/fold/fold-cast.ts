import type { SheetCall } from '../cast-call.ts'
import { type CastSheets, castKey, sheetKey, sheetOf, withReferences } from '../cast-sheets.ts'
import type { EventOf } from '../event.ts'
import { isFor } from '../shot-record.ts'
import type { ProductionState, Shots } from '../state.ts'
import { changed, type Folded, unchanged, withShots } from './folded.ts'

export type CastEvent = 'sheet-drawn' | 'sheet-redraw' | 'sheet-brought' | 'sheet-waived' | 'cast-approved' | 'continued'

/** Who must look the same, and what the film looks like: drawn, shown, approved; then every shot keeps to it. */
export function foldCast(state: ProductionState, event: EventOf<CastEvent>, shots: Shots): Folded {
  if (event.kind === 'continued') return foldContinued(state, event, shots)
  const { cast } = state
  if (!cast) return unchanged(state, 'not-yet')
  if (event.kind === 'cast-approved') {
    if (event.for !== castKey(cast)) return unchanged(state, 'stale')
    if (cast.asks.every((call) => sheetOf(cast, call)?.approved ?? cast.waived.includes(sheetKey(cast, call)))) return unchanged(state, 'already-approved')
    return settled(state, { ...cast, made: cast.made.map((sheet) => ({ ...sheet, approved: sheet.approved || cast.asks.some((call) => sheetOf(cast, call) === sheet) })) }, shots)
  }
  const call = cast.asks.find(({ id }) => id === event.sheet) ?? (event.kind === 'sheet-brought' && event.sheet === undefined ? whose(cast, event.named ?? '') : undefined)
  if (!call) return unchanged(state, event.kind === 'sheet-brought' ? 'whose-sheet' : 'stale')
  switch (event.kind) {
    case 'sheet-drawn': {
      const picture = event.result.pictures[0]?.picture
      return event.for === sheetKey(cast, call) && picture ? changed({ ...state, cast: withSheet(cast, call, event.for, picture) }) : unchanged(state)
    }
    case 'sheet-brought':
      return changed({ ...state, cast: withSheet(cast, call, sheetKey(cast, call), event.picture) })
    case 'sheet-redraw':
      if (!sheetOf(cast, call)) return unchanged(state, 'not-yet')
      if (event.for !== undefined && !isFor(event.for, sheetKey(cast, call))) return unchanged(state, 'already-redrawn')
      return changed({ ...state, cast: { ...cast, redraws: { ...cast.redraws, [call.id]: (cast.redraws[call.id] ?? 0) + 1 } } })
    case 'sheet-waived':
      return cast.waived.includes(sheetKey(cast, call)) ? unchanged(state) : settled(state, { ...cast, waived: [...cast.waived, sheetKey(cast, call)] }, shots)
  }
}

/** Whose name stands in the words, the longest first; in a film with one sheet it needs none. */
function whose({ asks }: CastSheets, words: string): SheetCall | undefined {
  const said = words.normalize('NFKC').toLowerCase()
  const named = asks.filter(({ of, name }) => of === 'look' ? /\b(?:look|style)\b|画风|风格/.test(said) : stands(said, name.normalize('NFKC').toLowerCase()))
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? (asks.length === 1 && said.trim() === '' ? asks[0] : undefined)
}

/** A name of letters stands by itself; Chinese has no spaces. */
function stands(said: string, name: string): boolean {
  const at = said.indexOf(name)
  const letter = (one: string | undefined) => one !== undefined && /[a-z0-9]/.test(one)
  return at >= 0 && !(letter(name[0]) && letter(said[at - 1])) && !(letter(name.at(-1)) && letter(said[at + name.length]))
}

/** The new one beside the approved one: shots keep to that until the new one is approved too. */
const withSheet = (cast: CastSheets, call: SheetCall, key: string, picture: string): CastSheets => ({
  ...cast, made: [...cast.made.filter((sheet) => sheet.id !== call.id || (sheet.approved && sheet.for !== key)).slice(-64), { id: call.id, for: key, picture, approved: false }],
})

/** Only shots whose references are others now are asked for anew. */
function settled(state: ProductionState, cast: CastSheets, shots: Shots): Folded {
  const made = cast.made.filter((sheet) => cast.made.findLast((other) => other.id === sheet.id && other.approved) === sheet || !sheet.approved)
  const after = { ...cast, made }
  const patch = Object.fromEntries(Object.values(shots).map((shot) => [shot.number, withReferences(shot, after, shots[shot.follows ?? ''])]))
  return withShots({ ...state, cast: after }, patch, shots)
}

/** The shot before has its frame: this one continues it, unless it is drawn already. */
function foldContinued(state: ProductionState, { shot: number, after, picture }: EventOf<'continued'>, shots: Shots): Folded {
  const shot = shots[number]
  if (!shot || !state.cast || shot.follows !== after || shot.brought || shot.references?.some(({ of }) => of === 'previous')) return unchanged(state)
  const previous = { of: 'previous' as const, name: after, picture }
  const others = shot.references ?? []
  return withShots(state, { [number]: { ...shot, references: [...others.filter(({ of }) => of === 'cast'), previous, ...others.filter(({ of }) => of === 'look')].slice(0, state.cast.most) } }, shots)
}
