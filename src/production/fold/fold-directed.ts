import type { Direction } from '../../film/direction.ts'
import { mayDirect, type Right } from '../rights.ts'
import { type CastSheets, withReferences } from '../cast-sheets.ts'
import type { Boarded, EventOf, ProductionEvent, ShotCall } from '../event.ts'
import { cutKey, deliveryKey } from '../keys.ts'
import { animateKey, drawKey, isCircled, newRecord, pictureOf, type ShotRecord, takeOf } from '../shot-record.ts'
import type { ProductionState, ShotPatch, Shots } from '../state.ts'
import { foldTerms } from './fold-terms.ts'
import { type Folded, unchanged, withShots } from './folded.ts'
import { costs, type House } from '../prices.ts'
import { keepOwnFrame } from './keep-own-frame.ts'
import { keepStill } from './keep-still.ts'
import { propose } from './propose.ts'

/** A note that was understood. One made against another storyboard changes nothing; the graph has it read again. */
export function foldDirected(state: ProductionState, event: EventOf<'directed'>, shots: Shots, fold: Fold, house: House): Folded {
  if (event.base !== state.board) return unchanged(state)
  const { boarded, understood } = event.result
  const before = understood.directions.some(({ kind }) => kind === 'undo') ? state.past.at(-1) : undefined
  const told = remembered(state, { ...state, terms: understood.directions.reduce(foldTerms, before?.terms ?? state.terms) }, boarded)
  const start = boarded ? foldBoard(told, boarded, shots) : { production: rewritten(state, told), patch: {}, said: null }
  const rights = event.by?.rights
  const folded = reopened(understood.directions.reduce((sum, direction) => foldAnswer(sum, direction, shots, fold, rights), start), shots)
  const films = understood.directions.some(({ kind }) => kind === 'approve' || kind === 'pick')
  return propose(folded, shots, state, { id: event.id, note: event.note, films }, house)
}

/** An answer given in words folds like the press of its button. */
type Fold = (production: ProductionState, event: ProductionEvent, shots: Shots) => Folded

/** Every shot may stand as it is and still be another film: other music, another title, a shot less. */
function reopened(folded: Folded, before: Shots): Folded {
  const { production, patch } = folded
  if (!['locked', 'delivered'].includes(production.phase)) return folded
  const recut = cutKey(production, merge(before, patch)) !== production.cut?.for
  const rewritten = deliveryKey(production) !== production.delivery?.for
  return { ...folded, production: { ...production, phase: recut ? 'cut' : rewritten ? 'locked' : production.phase } }
}

/** What can be undone: what holds before each note, unless the note goes back to what held before that. */
function remembered(before: ProductionState, after: ProductionState, boarded: Boarded | null): ProductionState {
  if (boarded === null || before.board === null) return after
  const last = before.past.at(-1)
  const back = last?.board === boarded.board && JSON.stringify(last.terms) === JSON.stringify(after.terms)
  return { ...after, past: back ? before.past.slice(0, -1) : [...before.past, { board: before.board, terms: before.terms }].slice(-50) }
}

/** The storyboard changed: shots that still ask the same keep everything that was made for them. */
function foldBoard(state: ProductionState, boarded: Boarded, shots: Shots): Folded {
  // a film that was begun without sheets goes on without them; before the greenlight, another model may make them possible
  const sheets = state.cast ?? (state.phase === 'board' ? { made: [], redraws: {}, waived: [] } : undefined)
  const cast = sheets && boarded.cast ? { ...sheets, ...boarded.cast } : state.cast
  const kept = boarded.calls.map((call) => [call.number, redirected(shots[call.number], afterBoard(shots[call.number], call, cast, shots))] as const)
  const numbers = new Set(boarded.calls.map((call) => call.number))
  const dropped = Object.keys(shots).filter((number) => !numbers.has(number)).map((number) => [number, null] as const)
  const production = { ...state, board: boarded.board, ...(cast ? { cast } : {}), asks: { titles: boarded.titles, mood: boarded.mood }, ...(boarded.prices ? { prices: { ...state.prices, ...boarded.prices } } : {}) }
  return withShots(production, Object.fromEntries([...kept, ...dropped]), shots)
}

const redirected = (before: ShotRecord | undefined, after: ShotRecord) => keepStill(before, keepOwnFrame(before, after))

/** What a shot asked for is replaced whole; what was made for it stays with it. */
function afterBoard(before: ShotRecord | undefined, { sheets, follows, followedBy, ...call }: ShotCall, cast: CastSheets | undefined, shots: Shots): ShotRecord {
  const { sheets: _sheets, follows: _follows, followedBy: _followedBy, ...old } = before ?? newRecord(call)
  const kept = cast ? { ...(sheets ? { sheets } : {}), ...(follows ? { follows } : {}), ...(followedBy ? { followedBy } : {}) } : {}
  const after = { ...old, ...call, ...kept }
  return withReferences(after, cast, shots[follows ?? ''])
}

/** Before there is a storyboard, new terms mean a new text. */
const rewritten = (before: ProductionState, after: ProductionState): ProductionState =>
  after.phase === 'script' && JSON.stringify(before.terms) !== JSON.stringify(after.terms) ? { ...after, script: null } : after

/** Words that answer a gate do what its button does. */
function foldAnswer(folded: Folded, direction: Direction, before: Shots, fold: Fold, rights: readonly Right[] | undefined): Folded {
  const shots = merge(before, folded.patch)
  const answers = answersOf(direction, folded.production, shots)
  if (rights && !mayDirect(direction, answers, rights)) return { ...folded, said: 'not-allowed' }
  return answers.reduce((sum, event) => {
    const next = fold(sum.production, event, merge(before, sum.patch))
    return { production: next.production, patch: { ...sum.patch, ...next.patch }, said: next.said ?? sum.said }
  }, folded)
}

function answersOf(direction: Direction, state: ProductionState, shots: Shots): ProductionEvent[] {
  const each = (numbers: string[]) => numbers.flatMap((number) => shots[number] ?? [])
  switch (direction.kind) {
    case 'cancel': return [{ kind: 'cancelled' }]
    case 'more': return state.pitch ? [{ kind: 'pitch-more', pitch: state.pitch }] : []
    case 'choose': return state.pitch ? [{ kind: 'chose', pitch: state.pitch, idea: direction.idea }] : []
    case 'pick': return each([direction.number]).map((shot) => ({ kind: 'picked', shot: shot.number, for: drawKey(shot), frame: direction.frame, ...unfilmed(shot) }))
    case 'circle': return each(direction.numbers).map((shot) => ({ kind: 'circled', shot: shot.number, for: animateKey(shot) ?? '' }))
    case 'approve': return approval(state, shots)
    default: return []
  }
}

/** «Good»: the standard answer to whatever is asked now. */
function approval(state: ProductionState, shots: Shots): ProductionEvent[] {
  if (state.phase === 'pitch' && state.pitch) return [{ kind: 'chose', pitch: state.pitch, idea: 1 }]
  if (state.phase === 'script' && state.script) return [{ kind: 'script-locked', script: state.script }]
  if (state.phase === 'board' && state.board) return [{ kind: 'greenlit', board: state.board }]
  if (state.phase === 'cut' && state.cut) return [{ kind: 'picture-locked', cut: state.cut.for }]
  return Object.values(shots).flatMap((shot): ProductionEvent[] =>
    takeOf(shot) && !isCircled(shot) ? [{ kind: 'circled', shot: shot.number, for: animateKey(shot) ?? '' }]
    : shot.drawn?.for === drawKey(shot) && (!pictureOf(shot) || (shot.picked?.hold && !(shot.picked.approve && costs(shot.told?.price?.animate))))
      ? [{ kind: 'picked', shot: shot.number, for: drawKey(shot), frame: pictureOf(shot) ? shot.picked?.frame ?? 0 : 0, ...unfilmed(shot) }]
    : [])
}

/** Words settle a frame; filming what costs something is a matter of its own: `propose` sees to it. */
const unfilmed = ({ told }: ShotRecord) => costs(told?.price?.animate) ? { hold: true, approve: true } : {}

const merge = (shots: Shots, patch: ShotPatch): Shots =>
  Object.fromEntries(Object.entries({ ...shots, ...patch }).filter((entry): entry is [string, Shots[string]] => entry[1] !== null))
