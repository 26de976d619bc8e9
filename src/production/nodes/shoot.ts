import type { Brief } from '../../film/brief.ts'
import { frameSize } from '../../film/frame-size.ts'
import { redrawStep } from '../../reading/read-recipe.ts'
import { CallSheet } from '../call-sheet.ts'
import { type CastSheets, mayDraw, sheetKey, sheetOf } from '../cast-sheets.ts'
import { DrawRequest } from '../../studio/provider.ts'
import type { Order } from '../../lab/order.ts'
import { scoreKey } from '../keys.ts'
import { animateKey, drawKey, pictureOf, type ShotRecord, takeOf, voiceOf } from '../shot-record.ts'
import type { EventOf, ProductionEvent } from '../event.ts'
import { costs } from '../prices.ts'
import type { ProductionState, Shots } from '../state.ts'
import { type Desk, noEffects, type Node, readAsset, readBrief } from './desk.ts'
import { joinOrder, mixOrder, scoreOrder, scoreWaits, storyboardSheetOrder, titlesOrder } from './finishing.ts'

/** Orders what the shots at hand still owe. Ordering again is free: the same order is the same row. */
export const shootRoom: Node = (desk) => async ({ production, event, shots, patch, said }) => {
  // what a doubled or stale event concerned has been ordered before; a note may be stale in part
  if (said !== null && event.kind !== 'directed') return noEffects
  if (event.kind === 'fix') return { ...noEffects, orders: Object.values(shots).map((shot) => fixOrder(shot, event)) }
  const whole = ['greenlit', 'directed', 'go', 'resumed'].includes(event.kind)
  const brief = await readBrief(desk, production)
  const owing = whole ? Object.values(shots) : Object.values(patch).filter((shot) => shot !== null)
  const sheets = production.cast && (whole || event.kind === 'sheet-redraw') ? await sheetOrders(desk, production.cast) : []
  const orders = await Promise.all(owing.map((shot) => shotOrders(desk, shot, mayDraw(shot, production.cast), brief.review ?? false)))
  const film = whole || ['timed', 'titled', 'scored'].includes(event.kind) ? filmOrders(production, brief, shots) : []
  const ahead = event.kind === 'nearing' ? [joinOrder(production, shots), ...storyboardSheetOrder(production, shots)] : []
  return { ...noEffects, orders: [...sheets, ...film, ...ahead, ...orders.flat()], mails: [...milestones(production, event.kind), ...continuing(owing, event.kind)] }
}

async function shotOrders(desk: Desk, shot: ShotRecord, ready: boolean, review: boolean): Promise<Order[]> {
  const waits = (what: 'draw' | 'speak' | 'animate') => shot.waits === true && costs(shot.told?.price?.[what])
  const drawing = ready && shot.drawn?.for !== drawKey(shot) && !waits('draw')
  const speaking = voiceOf(shot) === undefined && !waits('speak')
  const key = animateKey(shot)
  const filming = key !== undefined && !takeOf(shot) && !waits('animate')
  if (!drawing && !speaking && !filming) return []
  const sheet = await readAsset(desk, CallSheet, shot.sheet)
  return [
    ...(speaking ? [speakOrder(shot, sheet)] : []),
    ...(drawing ? [drawOrder(shot, sheet, review)] : []),
    ...(filming ? [animateOrder(shot, key)] : []),
  ]
}

const speakOrder = (shot: ShotRecord, sheet: CallSheet): Order => ({
  craft: 'speak',
  request: { ...sheet.speak },
  take: 1,
  answer: { kind: 'spoken', shot: shot.number, for: shot.speak },
  label: `${shot.number} voice`,
  rank: 10 + shot.position,
})

const drawOrder = (shot: ShotRecord, sheet: CallSheet, review: boolean): Order => ({
  craft: 'draw',
  request: { ...sheet.draw, references: shot.references ?? sheet.draw.references, seed: sheet.draw.seed + shot.redraws * redrawStep, ...(review ? { review } : {}) },
  take: 1,
  answer: { kind: 'drawn', shot: shot.number, for: drawKey(shot) },
  label: `${shot.number} panel`,
  rank: 100 + shot.position,
})

const animateOrder = (shot: ShotRecord, key: string): Order => ({
  craft: 'animate',
  // the key stands for the sheet: what it does not ask of the clip must not make it again
  request: { for: key, again: shot.retakes, sheet: shot.sheet, picture: pictureOf(shot)?.picture ?? null, spoken: voiceOf(shot) ?? null },
  take: 1,
  answer: { kind: 'animated', shot: shot.number, for: key },
  label: `${shot.number} clip`,
  // panels stay ahead: they are quick, and people wait for them
  rank: 130 + shot.position,
})

/** Where there is a take it is the take that is fixed, else the frame that was chosen. */
function fixOrder(shot: ShotRecord, { fix, prompt, mask }: EventOf<'fix'>): Order {
  const take = takeOf(shot)
  return {
    craft: 'fix',
    request: {
      fix, prompt: prompt ?? null, mask: mask ?? null, sheet: shot.sheet, spoken: voiceOf(shot) ?? null,
      frame: take ? null : pictureOf(shot) ?? null, take: take ? { clip: take.raw ?? take.clip, raw: take.raw !== undefined, frames: take.frames } : null,
    },
    take: 1,
    answer: { kind: 'fixed', shot: shot.number, for: take?.for ?? drawKey(shot) },
    label: `${shot.number} fix`,
    rank: 5,
  }
}

function filmOrders(production: ProductionState, brief: Brief, shots: Shots): Order[] {
  const titles = production.titles?.for === production.asks?.titles ? [] : [titlesOrder(production, frameSize(brief.aspect, brief.definition))]
  const score = scoreKey(production, shots)
  const ready = production.tally.voiced === production.tally.shots && titles.length === 0
  if (!ready || scoreWaits(production)) return titles
  return score === 'off' || production.score?.for === score ? mixOrder(production, brief, shots) : [scoreOrder(production, brief, score, shots)]
}

/** Sheets of the cast that are owed come before every shot: people wait for them, and so do the shots. */
const sheetOrders = (desk: Desk, cast: CastSheets): Promise<Order[]> => Promise.all(cast.asks
  .filter((call) => !sheetOf(cast, call) && !cast.waived.includes(sheetKey(cast, call)))
  .map(async (call): Promise<Order> => {
    const request = await readAsset(desk, DrawRequest, call.request)
    return {
      craft: 'draw', request: { ...request, seed: request.seed + (cast.redraws[call.id] ?? 0) * redrawStep }, take: 1,
      answer: { kind: 'sheet-drawn', sheet: call.id, for: sheetKey(cast, call) }, label: `${call.name.slice(0, 40)} sheet`, rank: 20,
    }
  }))

/** A shot has its frame: the one that continues it is told. */
const continuing = (shots: readonly ShotRecord[], kind: ProductionEvent['kind']) => ['picked', 'brought', 'directed'].includes(kind)
  ? shots.flatMap((shot) => {
    const picture = shot.followedBy && pictureOf(shot)?.picture
    return picture ? [{ key: `continued:${shot.number}`, body: { kind: 'continued', shot: shot.followedBy, after: shot.number, picture } }] : []
  })
  : []

/** What has to read every shot is an event of its own, mailed when the last one arrives. */
function milestones({ tally }: ProductionState, kind: ProductionEvent['kind']) {
  const wrapped = tally.circled === tally.shots && (kind === 'circled' || kind === 'directed' || kind === 'go')
  // what is joined by the time that the last clips come need not be waited for; of a short film it is not worth a start
  const nearing = kind === 'circled' && tally.shots >= 2 * few && tally.circled === tally.shots - few
  const timed = tally.voiced === tally.shots && kind === 'spoken'
  return [
    ...(wrapped ? [{ key: 'wrapped', body: { kind: 'wrapped' } }] : []),
    ...(nearing ? [{ key: 'nearing', body: { kind: 'nearing' } }] : []),
    ...(timed ? [{ key: 'timed', body: { kind: 'timed' } }] : []),
  ]
}

/** Takes that are still to be circled when the joins between the others are ordered: a machine of two cores renders two at a time. */
const few = 3
