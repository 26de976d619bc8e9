import { ChannelType, Routes, SnowflakeUtil, ThreadAutoArchiveDuration, type APIChannel, type APIThreadChannel } from 'discord.js'
import { languageOf } from '../commands/language.ts'
import { colours, frame, text } from '../cards/layout.ts'
import { safeLine } from '../cards/safe-text.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { placeMessage } from './place-message.ts'
import { codeOf } from './refusal.ts'

export type Opened = { channel: string } | { waitMilliseconds: number }

/** Where the production's messages go. Opens the thread when it is not open yet, once, whatever happened before. */
export async function openThread(desk: Desk, thread: Thread): Promise<Opened> {
  if (thread.thread !== null) return { channel: thread.thread }
  if (thread.kind === 'here') return opened(desk, thread, thread.channel)
  if (thread.kind === 'message') {
    const starter = await findStarter(desk, thread)
    return typeof starter === 'number' ? { waitMilliseconds: starter } : onMessage(desk, thread, starter)
  }
  // Neither a post in a forum nor a private thread has a nonce: what an earlier try made is looked for.
  const made = thread.openingAt === null ? null : await findOpened(desk, thread, thread.openingAt)
  if (made !== null) return opened(desk, thread, made)
  await desk.store.pool.query('update redcliff.threads set opening_at = coalesce(opening_at, clock_timestamp()) where production = $1', [thread.production])
  const { id } = await make(desk, thread)
  return opened(desk, thread, id)
}

/** The message to hang on, or how long to wait for it. If it never comes, we write one. */
async function findStarter(desk: Desk, thread: Thread): Promise<string | number> {
  if (thread.starter !== null) return thread.starter
  const wait = thread.createdAt.getTime() + desk.times.starter - Date.now()
  return wait > 0 ? wait : writeStarter(desk, thread)
}

async function writeStarter(desk: Desk, thread: Thread): Promise<string> {
  const starter = await placeMessage(desk, { production: thread.production, slot: 'starter', part: 1 }, starterMessage(thread), { channel: thread.channel, bytes: noFiles })
  await desk.store.pool.query('update redcliff.threads set starter = $2 where production = $1', [thread.production, starter])
  return starter
}

async function onMessage(desk: Desk, thread: Thread, starter: string): Promise<Opened> {
  try {
    const { id } = await desk.rest.post(Routes.threads(thread.channel, starter), { body: { name: threadName(thread), auto_archive_duration: week }, signal: desk.leaving }) as APIThreadChannel
    return await opened(desk, thread, id)
  } catch (error) {
    // A thread has its message's id.
    if (codeOf(error) === 160004) return opened(desk, thread, starter)
    if (codeOf(error) === 10008) {
      await desk.store.pool.query(`delete from redcliff.posts where production = $1 and slot = 'starter'`, [thread.production])
      return onMessage(desk, thread, await writeStarter(desk, thread))
    }
    // In a thread or a voice channel's chat there are no threads: then the film lives where it was asked for.
    if (codeOf(error) === 50024) return opened(desk, thread, thread.channel)
    throw error
  }
}

async function make(desk: Desk, thread: Thread): Promise<APIThreadChannel> {
  const route = Routes.threads(thread.channel)
  const body = thread.kind === 'private'
    ? { name: threadName(thread), type: ChannelType.PrivateThread, auto_archive_duration: week, invitable: false }
    : { name: threadName(thread), auto_archive_duration: week, message: { ...starterMessage(thread), files: undefined } }
  try {
    return await desk.once.post(route, { body, signal: desk.leaving }) as APIThreadChannel
  } catch (error) {
    // This forum wants every post to have a tag.
    if (codeOf(error) !== 40067) throw error
    const forum = await desk.rest.get(Routes.channel(thread.channel), { signal: desk.leaving }) as APIChannel
    const tags = 'available_tags' in forum ? forum.available_tags : []
    const tag = tags.find(({ moderated }) => !moderated) ?? tags[0]
    return await desk.once.post(route, { body: { ...body, applied_tags: tag ? [tag.id] : [] }, signal: desk.leaving }) as APIThreadChannel
  }
}

/** A thread of ours by this name, opened since then, that no other production lives in. */
async function findOpened(desk: Desk, thread: Thread, since: Date): Promise<string | null> {
  if (thread.guild === null) return null
  const bot = await desk.bot()
  const { threads } = await desk.rest.get(Routes.guildActiveThreads(thread.guild), { signal: desk.leaving }) as { threads: APIThreadChannel[] }
  const candidates = threads.filter(({ id, parent_id, owner_id, name }) => parent_id === thread.channel && owner_id === bot && name === threadName(thread)
    && SnowflakeUtil.timestampFrom(id) >= since.getTime() - 5000)
  const { rows } = await desk.store.pool.query<{ thread: string }>('select thread from redcliff.threads where thread = any($1)', [candidates.map(({ id }) => id)])
  return candidates.find(({ id }) => !rows.some((taken) => taken.thread === id))?.id ?? null
}

async function opened(desk: Desk, thread: Thread, channel: string): Promise<Opened> {
  if (thread.kind !== 'here' && channel !== thread.channel) {
    // Whoever cannot be added still finds it.
    await desk.rest.put(Routes.threadMembers(channel, thread.owner), { signal: desk.leaving }).catch((error: unknown) => desk.log('owner not added', { production: thread.production, code: codeOf(error) }))
  }
  await desk.store.pool.query('update redcliff.threads set thread = $2 where production = $1', [thread.production, channel])
  desk.log('thread opened', { production: thread.production, kind: thread.kind })
  return { channel }
}

const starterMessage = ({ title, locale }: Thread) =>
  frame(colours.writing, [text(`### 🎬 ${safeLine(title, 200)}`, languageOf(locale) === 'zh' ? '剧组在这里开工。' : 'The crew works here.')])

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export function threadName({ title }: Pick<Thread, 'title'>): string {
  const plain = [...title.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()]
  let name = ''
  for (const letter of plain) if (name.length + letter.length <= 100) name += letter; else break
  return name || 'Redcliff'
}

const week = ThreadAutoArchiveDuration.OneWeek
const noFiles = () => Promise.reject(new Error('This message has no files.'))
