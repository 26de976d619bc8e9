import { cutFrames, itemStarts } from '../film/cut.ts'
import type { Transition } from '../film/transition.ts'
import { touchedHead, touchedTail } from './key-frames.ts'

export type PlannedItem = {
  name: string
  clip: string
  frames: number
  transition: Transition
  /** Where its packets may be cut. Empty: nothing of it may be copied. */
  keyFrames: readonly number[]
}

/** A piece of the film: packets copied from one clip, or frames made from one or more. `from` and `to` are frames of the film. */
export type Piece =
  | { kind: 'copy'; from: number; to: number; item: number; first: number }
  | { kind: 'join'; from: number; to: number; layers: Layer[] }

/** A clip inside a join, later ones over earlier ones. */
export type Layer = {
  item: number
  /** First frame of the clip that is shown, how many, and how many frames after the join's beginning. */
  first: number
  frames: number
  at: number
  /** Comes in over what is under it, or out of black, during its first frames. */
  enter: { how: 'dissolve' | 'wipe' | 'black'; frames: number } | null
  /** Goes to black during its last frames. */
  leave: number
}

type Span = { from: number; to: number }

// Shorter bodies cost more as a process of their own than as a few frames more of the join.
const shortestCopy = 8

/** Which frames of the film are copied and which are made: the pieces follow each other without a gap and add up to the film. */
export function planJoins(items: readonly PlannedItem[], wantedFadeOut: number): Piece[] {
  const fadeOut = Math.min(wantedFadeOut, items.at(-1)?.frames ?? 0)
  items.forEach((item, index) => checkRoom(item, items[index - 1]))
  const starts = itemStarts(items)
  const end = cutFrames(items)
  const touched = touchedSpans(items, starts, end, fadeOut)
  const copies = items.flatMap((item, index) => copiesOf(item, index, starts[index] ?? 0, touched))
  const cuts = starts.filter((start) => !touched.some(({ from, to }) => from < start && start < to))
  const joins = gaps(copies, end).flatMap((gap) => splitAt(gap, cuts)).map((span): Piece => ({ kind: 'join', ...span, layers: layersOf(span, items, starts, fadeOut) }))
  return [...copies, ...joins].sort((a, b) => a.from - b.from)
}

function checkRoom(item: PlannedItem, before: PlannedItem | undefined) {
  if (before === undefined) return
  const { name, frames } = item.transition
  if (touchedHead(item.transition) <= item.frames && touchedTail(item.transition) <= before.frames) return
  throw new RangeError(`The ${name} into shot ${item.name} is ${frames} frames long, but shot ${before.name} has ${before.frames} and shot ${item.name} has ${item.frames}. Make the transition shorter or the shots longer.`)
}

/** Where more than one untouched clip is seen; overlapping ones are one. */
function touchedSpans(items: readonly PlannedItem[], starts: readonly number[], end: number, fadeOut: number): Span[] {
  const spans = items.map(({ transition }, index) => {
    const start = starts[index] ?? 0
    return { from: Math.max(0, start - (index > 0 && !overlaps(transition) ? touchedTail(transition) : 0)), to: start + touchedHead(transition) }
  })
  spans.push({ from: Math.max(0, end - fadeOut), to: end })
  const merged: Span[] = []
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

/** The untouched parts of one clip, drawn in to its key frames. */
function copiesOf(item: PlannedItem, index: number, start: number, touched: readonly Span[]): Extract<Piece, { kind: 'copy' }>[] {
  const inside = touched.map(({ from, to }) => ({ from: Math.max(0, from - start), to: Math.min(item.frames, to - start) })).filter(({ from, to }) => to > from)
  return gaps(inside, item.frames).flatMap(({ from, to }) => {
    const first = item.keyFrames.find((frame) => frame >= from)
    const last = to === item.frames ? to : item.keyFrames.findLast((frame) => frame <= to)
    if (first === undefined || last === undefined || last - first < shortestCopy) return []
    return [{ kind: 'copy' as const, from: start + first, to: start + last, item: index, first }]
  })
}

function layersOf(span: Span, items: readonly PlannedItem[], starts: readonly number[], fadeOut: number): Layer[] {
  return items.flatMap((item, index) => {
    const start = starts[index] ?? 0
    const from = Math.max(span.from, start)
    const to = Math.min(span.to, start + item.frames)
    if (to <= from) return []
    const head = touchedHead(item.transition)
    const how = index === 0 || !overlaps(item.transition) ? 'black' : item.transition.name === 'wipe' ? 'wipe' : 'dissolve'
    const next = items[index + 1]
    const leave = next === undefined ? fadeOut : next.transition.name === 'dip-to-black' ? touchedTail(next.transition) : 0
    return [{
      item: index,
      first: from - start,
      frames: to - from,
      at: from - span.from,
      enter: head > 0 && from === start ? { how, frames: head } as const : null,
      leave: to === start + item.frames ? leave : 0,
    }]
  })
}

function gaps(spans: readonly Span[], end: number): Span[] {
  const found: Span[] = []
  let reached = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > reached) found.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  if (end > reached) found.push({ from: reached, to: end })
  return found
}

function splitAt({ from, to }: Span, points: readonly number[]): Span[] {
  const edges = [...new Set([from, ...points.filter((point) => point > from && point < to), to])]
  return edges.slice(1).map((edge, index) => ({ from: edges[index] ?? from, to: edge }))
}

const overlaps = ({ name }: Transition) => name === 'dissolve' || name === 'wipe'
