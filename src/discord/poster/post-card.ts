import { stat } from 'node:fs/promises'
import { Card } from '../../mailbox/card.ts'
import { languageOf } from '../commands/language.ts'
import type { Message, Rendering } from '../cards/message.ts'
import { aboutCard } from './about-card.ts'
import type { Thread } from './claim.ts'
import { slotKind, type Desk } from './desk.ts'
import { fileBytes, guessBytes } from './file-bytes.ts'
import { partMessage, plainest } from './own-messages.ts'
import type { Fitted } from './ladder.ts'
import { waitsForOrder, type Owed } from './owed.ts'
import { placeMessage, removeMessage, type Placing } from './place-message.ts'
import { forgetPost } from './post-rows.ts'
import { codeOf, refusalOf } from './refusal.ts'
import { sayTo } from './say-to.ts'

export type Later = { wakeMilliseconds: number } | { preparing: Promise<unknown> } | undefined

/** Makes one card's message true. Says when to come again, where it cannot be done now. */
export async function postCard(desk: Desk, thread: Thread, channel: string, owed: Owed): Promise<Later> {
  const { production } = thread
  const { rows: [row] } = await desk.store.pool.query(
    'select body, revision, extract(epoch from clock_timestamp() - updated_at) as age from redcliff.cards where production = $1 and slot = $2', [production, owed.slot])
  if (!row) return
  const done = () => desk.store.pool.query('update redcliff.cards set posted = $3 where production = $1 and slot = $2', [production, owed.slot, row.revision])
  const { data: card, error: unreadable } = Card.safeParse(row.body)
  if (!card) {
    desk.onError(new Error(`The card ${owed.slot} of ${production} is not one that can be shown.`, { cause: unreadable }))
    return void await done()
  }

  if (card.slot.startsWith('said')) {
    await done()
    if (card.slot.startsWith('said:')) await sayTo(desk, production, card)
    return
  }
  // Nothing to see and nothing to decide yet: the drawn panel comes first, not an empty frame.
  if (!owed.posted && card.slot.startsWith('shot:') && isBlank(card)) return void await done()
  if (!owed.posted && card.slot.startsWith('shot:')) {
    const wakeMilliseconds = await waitsForOrder(desk.store.pool, production, card.slot, desk.times.order)
    if (wakeMilliseconds > 0) return { wakeMilliseconds }
  }
  if (card.slot.startsWith('reply:') && owed.posted && await wasTakenAway(desk, production, card.slot)) {
    await forgetPost(desk.store, { production, slot: card.slot, part: 1 })
    return void await done()
  }
  const later = await place(desk, thread, channel, card)
  if (later) return later
  await done()
  desk.metrics.lag?.(slotKind(card.slot), Number(row.age))
}

/** Judged by the card that is marked as posted: it may have got its panel since it was looked up. */
const isBlank = ({ shot, media, asks }: Card) => (shot?.stage ?? 'drawing') === 'drawing' && media.length === 0 && !asks

async function place(desk: Desk, thread: Thread, channel: string, card: Card): Promise<Later> {
  const film = card.media.find(({ kind }) => kind === 'video')?.hash
  let fitted: Fitted | undefined
  try {
    const rendering = await aboutCard(desk, thread, card)
    const replyTo = card.slot.startsWith('reply:') ? await answered(desk, thread.production, card.slot.slice('reply:'.length)) : null
    // people who talk to each other are left alone; the 👀 says that it was heard
    if (card.talk === 'chatter' && replyTo && !replyTo.addressed) return
    if (film !== undefined) {
      const budget = await roomFor(desk, desk.render.card(rendering), uploadLimit(desk, thread))
      const fitting = desk.ladder.fit(film, budget)
      // Encoding takes a while: everything else of this production goes on meanwhile.
      fitted = desk.ladder.known(film, budget) ?? await atOnce(fitting)
      if (!fitted) return { preparing: fitting }
    }
    await show(desk, thread, channel, { ...rendering, answers: replyTo !== null, ...(fitted ? { fit: fitted.fit } : {}), ...masterOf(desk, film) }, fitted, replyTo?.message ?? null)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== 'wrong' && refusal !== 'too large') throw error
    const sent = fitted?.file ? await stat(fitted.file).then(({ size }) => size) : 0
    if (refusal === 'wrong' || sent < leastFilm) return void await say(desk, thread, channel, card, error)
    // A server's boosts may have ended: what was refused there is not tried again.
    desk.refused.set(placeOf(thread), Math.floor(sent * 0.8))
    return place(desk, thread, channel, card)
  }
}

const placeOf = ({ guild, channel }: Thread) => guild ?? channel
const uploadLimit = ({ refused }: Desk, thread: Thread) => Math.min(thread.uploadLimit, refused.get(placeOf(thread)) ?? Infinity)

/** If even this is refused, it is not for its size. */
const leastFilm = 300_000

async function show(desk: Desk, { production, locale }: Thread, channel: string, rendering: Rendering, fitted: Fitted | undefined, replyTo: string | null) {
  const { slot, title, media } = rendering.card
  const film = media.find(({ kind }) => kind === 'video')?.hash
  // its papers are what they are, whatever the film had to become
  const placing: Placing = { channel, replyTo, bytes: (file) => fileBytes(desk, production, file, (hash) => (hash === film ? fitted?.file ?? null : null)) }
  await placeMessage(desk, { production, slot, part: 1 }, desk.render.card(rendering), placing)
  const parts = fitted?.parts ?? []
  for (const [index, path] of parts.entries()) {
    const message = partMessage({ title, path, part: index + 1, parts: parts.length, language: languageOf(locale) })
    await placeMessage(desk, { production, slot, part: index + 2 }, message.message, { channel, bytes: message.bytes })
  }
  if (fitted) await removeParts(desk, production, slot, parts.length + 1, channel)
}

/** Parts of a longer film that this one no longer has. */
async function removeParts(desk: Desk, production: string, slot: string, kept: number, channel: string) {
  const { rows } = await desk.store.pool.query<{ part: number; message: string | null }>(
    'select part, message from redcliff.posts where production = $1 and slot = $2 and part > $3', [production, slot, kept])
  for (const { part, message } of rows) {
    if (message !== null) await removeMessage(desk, channel, message)
    await forgetPost(desk.store, { production, slot, part })
  }
}

/** Refused for what it is, though it should not be: the bare words are better than silence, and sending the same again is not. */
async function say(desk: Desk, { production }: Thread, channel: string, card: Card, error: unknown) {
  desk.onError(error)
  desk.log('message refused', { production, slot: slotKind(card.slot), code: codeOf(error) })
  await placeMessage(desk, { production, slot: card.slot, part: 1 }, plainest(card), { channel, bytes: () => Promise.reject(new Error('This message has no files.')) })
    .catch((again: unknown) => { if (!['wrong', 'too large'].includes(refusalOf(again))) throw again })
}

/** What a film may take, beside the message's other files. */
async function roomFor(desk: Desk, { files }: Message, limit: number): Promise<number> {
  const isFilm = (file: Message['files'][number]) => 'film' in file || file.name.endsWith('.mp4')
  const others = await Promise.all(files.filter((file) => !isFilm(file)).map((file) => guessBytes(desk, file)))
  return Math.max(0, Math.min(limit, largestRequest - others.reduce((sum, bytes) => sum + bytes, 0)))
}

/** 25 MiB is the largest request, with its form around the files: https://docs.discord.com/developers/resources/message#create-message */
const largestRequest = 25 * 1024 * 1024 - 64 * 1024

const masterOf = ({ link }: Desk, film: string | undefined) => {
  const master = film && link?.(film, 'film.mp4')
  return master ? { master } : {}
}

/** A reply that somebody took away stays away; what is asked and shown is made again. */
async function wasTakenAway({ store }: Desk, production: string, slot: string): Promise<boolean> {
  const { rowCount } = await store.pool.query('select from redcliff.posts where production = $1 and slot = $2 and message is null and attempted_at is null', [production, slot])
  return rowCount !== 0
}

/** The message that a reply answers: only what was typed in the thread is one. `addressed`: it was said to the bot and to nobody else. */
async function answered({ store }: Desk, production: string, id: string): Promise<{ message: string; addressed: boolean } | null> {
  const message = /^(?:m:)?(\d{15,20})$/.exec(id)?.[1]
  if (message === undefined) return null
  const { rows: [event] } = await store.pool.query<{ addressed: boolean | null }>(`select (body->>'addressed')::boolean as addressed from redcliff.events where production = $1 and key = any($2)`, [production, [`m:${message}`, `m:${message}:picture`]])
  return event ? { message, addressed: event.addressed ?? true } : null
}

const atOnce = <T>(work: Promise<T>) => Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, 30, undefined))])
