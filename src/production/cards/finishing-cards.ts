import { Cut, itemStarts } from '../../film/cut.ts'
import type { Card } from '../../mailbox/card.ts'
import { type Desk, readAsset } from '../nodes/desk.ts'
import type { EventOf } from '../event.ts'
import type { ProductionState } from '../state.ts'
import type { Words } from './words.ts'

/** `wanted` is the cut that is asked for now; an older one is no longer offered. */
export function cutCard({ cut, phase }: ProductionState, say: Words, wanted = cut?.for): Card[] {
  if (cut === null) return []
  const asks = phase === 'cut' && cut.for === wanted
  const loud = cut.loudness === null ? '' : ` · ${cut.loudness.toFixed(1)} LUFS`
  return [{
    slot: 'cut',
    title: `${say.cutTitle} · ${cut.frames} frames${loud}`,
    text: asks ? '' : cut.for === wanted ? say.pictureLocked : say.recutting,
    media: [{ hash: cut.film, kind: 'video', name: 'cut.mp4' }],
    choices: asks ? [{ label: say.lockPicture, event: { kind: 'picture-locked', cut: cut.for }, standard: true }] : [],
    asks,
  }]
}

export async function filmCard(desk: Desk, { delivery, cut }: ProductionState, say: Words): Promise<Card[]> {
  if (delivery === null || cut === null) return []
  const edit = await readAsset(desk, Cut, cut.cut)
  return [{ slot: 'film', title: `${say.filmTitle} · ${edit.title}`, text: chapters(edit), media: delivery.files, choices: [], asks: false }]
}

/** `0:09 1.2`, as people write chapters under a film. */
function chapters({ items, fps }: Cut): string {
  const starts = itemStarts(items)
  return items.flatMap(({ chapter }, index) => chapter === null ? [] : [`${clock((starts[index] ?? 0) / fps)} ${chapter}`]).join('\n')
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/** One card for each archive: together they may be more than one message can carry. */
export function exportCards({ id, result: { parts, left } }: EventOf<'exported'>, say: Words): Card[] {
  const missing = left.length > 0 ? `${say.leftOut} ${left.slice(0, 20).join(', ')}${left.length > 20 ? ' …' : ''}` : ''
  if (parts.length === 0) return [{ slot: `export:${id}`, title: `${say.exported} · ${say.files(0)}`, text: missing, media: [], choices: [], asks: false }]
  return parts.map(({ name, hash, files }, index) => ({
    slot: index === 0 ? `export:${id}` : `export:${id}:${index + 1}`,
    title: `${say.exported} · ${parts.length > 1 ? `${index + 1}/${parts.length} · ` : ''}${say.files(files)}`,
    text: index === parts.length - 1 ? missing : '',
    media: [{ hash, kind: 'zip', name }],
    choices: [],
    asks: false,
  }))
}

/** What a note did, or that it was not understood. */
export function replyCard(event: EventOf<'directed'>, said: string | null, say: Words): Card {
  const { changed, understood } = event.result
  const text = [
    changed.length > 0 ? `${say.changed} ${changed.join('; ')}` : understood.directions.length > 0 ? say.understood : say.nothing,
    understood.missed.length > 0 ? `${say.notUnderstood} ${understood.missed.join('; ')}` : '',
    said ? say.said[said] ?? said : '',
  ]
  return { slot: `reply:${event.id}`, title: event.note.slice(0, 80), text: text.filter(Boolean).join('\n'), media: [], choices: [], asks: false }
}

export function troubleCard(event: EventOf<'failed'>, say: Words): Card {
  const shot = event.answer.shot
  return {
    slot: `trouble:${event.generation}`,
    title: `${say.trouble} ${event.label}`,
    text: event.message,
    media: [],
    choices: [
      { label: say.retry, event: { kind: 'retry-generation', generation: event.generation }, standard: false },
      ...(typeof shot === 'string' && event.answer['kind'] !== 'fixed' ? [{ label: say.drop, event: { kind: 'noted', id: `drop:${event.generation}`, text: `drop ${shot}` }, standard: false }] : []),
    ],
    asks: true,
  }
}

/** A press that changed nothing is answered with what already holds. */
export const saidCard = (said: string, say: Words): Card =>
  ({ slot: 'said', title: say.said[said] ?? said, text: '', media: [], choices: [], asks: false })

export const cancelledCard = (say: Words): Card =>
  ({ slot: 'film', title: say.cancelled, text: '', media: [], choices: [], asks: false })
