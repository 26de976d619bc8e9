import { Cut, itemStarts } from '../../film/cut.ts'
import type { Card } from '../../mailbox/card.ts'
import { type Desk, readAsset } from '../nodes/desk.ts'
import type { EventOf } from '../event.ts'
import type { ProductionState } from '../state.ts'
import type { Proposal } from '../prices.ts'
import type { Stale } from '../state.ts'
import { goChoice, staleLine, words as moneyWords } from './money-cards.ts'
import { sayRefused } from '../../safety/refused.ts'
import type { Words } from './words.ts'

/** `wanted` is the cut that is asked for now; an older one is no longer offered. */
export async function cutCard(desk: Desk, { cut, phase }: ProductionState, say: Words, wanted = cut?.for): Promise<Card[]> {
  if (cut === null) return []
  const { fps } = await readAsset(desk, Cut, cut.cut)
  const asks = phase === 'cut' && cut.for === wanted
  return [{
    slot: 'cut',
    title: `${say.cutTitle} · ${clock(Math.round(cut.frames / fps))}`,
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
  return items.flatMap(({ chapter }, index) => chapter === null ? [] : [`${clock((starts[index] ?? 0) / fps)} ${short(chapter)}`]).join('\n')
}

/** A whole sentence is no chapter's name. Chinese letters are twice as wide. */
function short(chapter: string): string {
  const most = /\p{Script=Han}/u.test(chapter) ? 28 : 56
  return chapter.length <= most ? chapter : `${chapter.slice(0, most - 1).replace(/[\s,，、]*[^\s,，、]*$/u, (tail) => tail.length < most / 2 ? '' : tail)}…`
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

/** What a note did, or that it was not understood; or what was asked. Talk between people is marked, and a surface may leave it alone. */
export function replyCard(event: EventOf<'directed'>, said: string | null, { phase, tally }: Pick<ProductionState, 'phase' | 'tally'>, say: Words, stale: Stale | null = null): Card {
  const { changed, understood: { directions, missed, chatter, question } } = event.result
  const card = { slot: `reply:${event.id}`, title: event.note.slice(0, 80), media: [], choices: [], asks: false }
  if (question && directions.length === 0) return { ...card, text: say.answers[question]({ phase, ...tally }), talk: question }
  const done = directions.every(({ kind }) => answered.includes(kind)) ? say.understood : say.changed
  // where nothing was understood, what was not understood is the whole note, and stands above already
  const left = directions.length === 0 ? missed.filter((phrase) => /^«.+»: /.test(phrase)) : missed
  const text = [
    changed.length > 0 ? `${done}${say.colonSpace}${changed.join(say.semicolon)}` : directions.length > 0 ? say.understood : left.length > 0 ? '' : say.nothing,
    left.length > 0 ? (directions.length === 0 ? left.join('\n') : `${say.notUnderstood} ${left.join('; ')}`) : '',
    said ? say.said[said] ?? said : '',
    stale ? staleLine(stale, say.language) : '',
  ]
  if (stale?.waits) return { ...card, text: text.filter(Boolean).join('\n'), choices: [goChoice(stale, say.language)], asks: true }
  if (pressed(event)) return { ...card, slot: `said:${event.id}`, title: text.filter(Boolean).join('\n'), text: '' }
  return { ...card, text: text.filter(Boolean).join('\n'), ...(chatter && directions.length === 0 ? { talk: 'chatter' as const } : {}) }
}

/** «Approve all» is a button: who pressed it hears what came of it, and the thread sees it at the shots. */
const pressed = ({ understood }: EventOf<'directed'>) => (understood?.length ?? 0) > 0 && understood?.every(({ kind }) => kind === 'approve')

/** What decides and does not change the storyboard. */
const answered: string[] = ['approve', 'undo', 'cancel', 'circle', 'pick', 'choose', 'more']

/** What waited for a «Go» has it. */
export const goneCard = ({ id, note }: Proposal, say: Words): Card =>
  ({ slot: `reply:${id}`, title: note, text: moneyWords[say.language].gone, media: [], choices: [], asks: false })

export function troubleCard(event: EventOf<'failed'>, say: Words): Card {
  const shot = event.answer.shot
  return {
    slot: `trouble:${event.generation}`,
    title: `${say.trouble}${say.colonSpace}${event.answer['kind'] === 'directed' ? `«${event.label}»` : event.label.replace(/\S+$/, (made) => say.made[made] ?? made)}`,
    text: event.lost ? [say.lost(event.lost.provider, event.lost.price), event.answer['kind'] === 'scored' ? say.noMusic : ''].filter(Boolean).join('\n') : event.refused ? sayRefused(event.refused, say.language) : say.language === 'zh' ? event.zh ?? event.message : event.message,
    media: [],
    choices: [
      { label: event.lost ? say.buyAgain : say.retry, event: { kind: 'retry-generation', generation: event.generation }, standard: false },
      ...(typeof shot === 'string' && event.answer['kind'] !== 'fixed' ? [{ label: event.lost ? `${say.leaveIt} · ${say.drop}` : say.drop, event: { kind: 'noted', id: `drop:${event.generation}`, text: `drop ${shot}` }, standard: false }] : []),
      ...(event.answer['kind'] === 'sheet-drawn' ? [{ label: say.without, event: { kind: 'sheet-waived', sheet: event.answer['sheet'] ?? '' }, standard: false }] : []),
    ],
    asks: true,
  }
}

/** A press that changed nothing is answered with what already holds. */
export const saidCard = (said: string, say: Words): Card =>
  ({ slot: 'said', title: say.said[said] ?? said, text: '', media: [], choices: [], asks: false })

/** `account`: what it has cost all the same. */
export const cancelledCard = (say: Words, account = ''): Card =>
  ({ slot: 'film', title: say.cancelled, text: account, media: [], choices: [], asks: false })
