import { SnowflakeUtil } from 'discord.js'
import { Language } from '../../film/brief.ts'
import { progressColumns, type Progress } from '../../lab/progress.ts'
import { languageOf } from '../commands/language.ts'
import type { ProgressRendering } from '../cards/render-progress.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { secondsLeft } from './estimate.ts'
import { findMarked } from './find-marked.ts'
import { postCard } from './post-card.ts'
import { placeMessage, removeMessage } from './place-message.ts'
import { forgetPost, readPost, type Place, type Post } from './post-rows.ts'

/** Productions at rest, and since when: a breath between two works is no rest. */
export type Resting = Map<string, number>

/**
 * The one message that says what is being made: there while something is, edited gently, gone when all rests (unless several questions
 * are open: then it is where they are answered at once). Returns in how many milliseconds it is due again.
 */
export async function showProgress(desk: Desk, thread: Thread, channel: string, resting: Resting): Promise<number | undefined> {
  const { times } = desk
  if (thread.single) return showInPlace(desk, thread, channel)
  const place: Place = { production: thread.production, slot: 'progress', part: 1 }
  const [{ items, oldest }, post] = await Promise.all([running(desk, thread.production), readPost(desk.store, place)])
  if (items.length === 0) {
    if (post === null) return void resting.delete(thread.production)
    const since = resting.get(thread.production) ?? Date.now()
    resting.set(thread.production, since)
    const rested = Date.now() - since
    if (rested < times.progressAfter) return times.progressAfter - rested
    resting.delete(thread.production)
    const rendering = await progressOf(desk, thread, items, channel)
    if (rendering.open.length < 2 || isOver(rendering)) return void await takeAway(desk, place, channel, post)
    // what asks for an answer now stands last, under the shots that it is about
    if (post.message && await isBuried(desk, thread.production, post.message, 1)) await takeAway(desk, place, channel, post)
    await placeMessage(desk, place, desk.render.progress(rendering), { channel, bytes: noFiles })
    return
  }
  resting.delete(thread.production)
  const early = post === null ? times.progressAfter - oldest : untilDue(desk, post)
  if (early > 0) return early
  if (post?.message && (isOld(post.message) || await isBuried(desk, thread.production, post.message))) await takeAway(desk, place, channel, post)
  await placeMessage(desk, place, desk.render.progress(await progressOf(desk, thread, items, channel)), { channel, bytes: noFiles })
  return times.progress
}

/** A single shot has one message, and what is being made for it stands there. */
async function showInPlace(desk: Desk, thread: Thread, channel: string): Promise<number | undefined> {
  const post = await readPost(desk.store, { production: thread.production, slot: 'single', part: 1 })
  if (!post?.message || (await running(desk, thread.production)).items.length === 0) return
  const early = untilDue(desk, post)
  if (early > 0) return early
  await postCard(desk, thread, channel, { slot: 'single', posted: true })
  return desk.times.progress
}

async function running({ store }: Desk, production: string): Promise<{ items: Progress[]; /** Milliseconds that it has been going on. */ oldest: number }> {
  const { rows } = await store.pool.query<Progress & { age: string }>(
    `select distinct ${progressColumns}, extract(epoch from clock_timestamp() - g.created_at) * 1000 as age
      from redcliff.generations g join redcliff.awaiting a on a.generation = g.key
      where a.production = $1 and not a.cancelled and g.status in ('intent', 'submitted')`, [production])
  return { items: rows.map(({ age: _age, ...item }) => item), oldest: Math.max(0, ...rows.map(({ age }) => Number(age))) }
}

/** Every few seconds in the first minute, then more seldom. Each look counts, also where nothing had changed. */
function untilDue({ times }: Desk, { message, postedAt }: Post): number {
  if (message === null || postedAt === null) return 0
  const age = Date.now() - SnowflakeUtil.timestampFrom(message)
  return postedAt.getTime() + (age < 60_000 ? times.progress : times.progressLater) - Date.now()
}

async function progressOf(desk: Desk, { production, title, locale, guild }: Thread, progress: Progress[], channel: string): Promise<ProgressRendering> {
  const [{ rows: [film] }, { rows: open }] = await Promise.all([
    desk.store.pool.query(
      `select p.phase, p.kind, (select body->>'language' from redcliff.cards where production = p.id and body->>'language' is not null limit 1) as language, count(c.slot)::int as shots, (count(*) filter (where stage in ('choosing', 'chosen', 'approved', 'filming', 'take', 'circled')))::int as drawn,
          (count(*) filter (where stage in ('take', 'circled')))::int as taken, (count(*) filter (where stage = 'circled'))::int as circled
        from redcliff.productions p left join lateral (select slot, body->'shot'->>'stage' as stage from redcliff.cards where production = p.id and slot like 'shot:%' and body->'shot' is not null) c on true
        where p.id = $1 group by p.id`, [production]),
    desk.store.pool.query<{ slot: string; message: string }>(
      `select slot, message from redcliff.cards c join redcliff.posts p using (production, slot)
        where production = $1 and p.part = 1 and p.message is not null and (c.body->>'asks')::boolean order by p.message::numeric limit 50`, [production]),
  ])
  return {
    production, title, language: Language.safeParse(film?.language).data ?? languageOf(locale), phase: film?.phase ?? 'new', progress, secondsLeft: await secondsLeft(desk, progress),
    tally: film ? { shots: film.shots, drawn: film.drawn, taken: film.taken, circled: film.circled } : null,
    open: open.map(({ slot, message }) => ({ slot, url: `https://discord.com/channels/${guild ?? '@me'}/${channel}/${message}` })),
  }
}

const isOver = ({ phase }: ProgressRendering) => phase === 'delivered' || phase === 'cancelled'

/** Messages older than an hour may be edited only a few times. */
const isOld = (message: string) => Date.now() - SnowflakeUtil.timestampFrom(message) > 50 * 60_000

/** It belongs to the end of the thread, where people look. */
async function isBuried({ store }: Desk, production: string, message: string, under = 4): Promise<boolean> {
  const { rows: [row] } = await store.pool.query(
    `select count(*)::int as newer from redcliff.posts where production = $1 and slot <> 'lost' and message is not null and message::numeric > $2::numeric`, [production, message])
  return row.newer >= under
}

async function takeAway(desk: Desk, place: Place, channel: string, post: Post) {
  const message = post.message ?? (post.attempted ? (await findMarked(desk, channel, post.nonce, post.attemptedAt ?? new Date(0)))?.id : undefined)
  if (message !== undefined) await removeMessage(desk, channel, message)
  await forgetPost(desk.store, place)
}

const noFiles = () => Promise.reject(new Error('The progress message has no files.'))
