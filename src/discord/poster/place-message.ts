import { DiscordAPIError, Routes, type APIMessage, type RawFile } from 'discord.js'
import type { Message, MessageFile } from '../cards/message.ts'
import type { Desk } from './desk.ts'
import { slotKind } from './desk.ts'
import { forgetPost, noteAttempt, readPost, rememberPost, type Place, type Post } from './post-rows.ts'
import { codeOf, OwnFault, refusalOf } from './refusal.ts'
import { findMarked } from './find-marked.ts'
import { keptFiles, marked, shownBy, showsSame, withIds, type Shown } from './shown.ts'

export type Placing = {
  channel: string
  /** The bytes of a file, drawn or read only when they are sent. */
  bytes: (file: MessageFile) => Promise<Buffer>
  /** The message that this one answers. */
  replyTo?: string | null
}

/**
 * Makes the message of a place show this, effectively once. What is about to be sent stands in the row before it is sent;
 * so whoever comes after a crash knows that it may be there, and under which nonce.
 */
export async function placeMessage(desk: Desk, place: Place, message: Message, placing: Placing): Promise<string> {
  const wanted = shownBy(message)
  let post = await readPost(desk.store, place)
  if (post?.message == null) post = await send(desk, place, message, wanted, post, placing)
  if (post.message === null) throw new Error(`Nothing was sent for ${place.slot}.`)
  if (post.shown && showsSame(post.shown, wanted)) return post.message
  return edit(desk, place, message, wanted, { ...post, message: post.message }, placing)
}

async function send(desk: Desk, place: Place, message: Message, wanted: Shown, before: Post | null, placing: Placing): Promise<Post> {
  let nonce = before?.nonce
  // what an earlier try may have sent, if it did
  let sent: Shown | null = wanted
  if (before?.attempted && nonce !== undefined) {
    sent = before.shown
    if (before.age > desk.times.nonce) {
      const found = await findMarked(desk, placing.channel, nonce, before.attemptedAt ?? new Date(0))
      if (found) return remember(desk, place, found, sent, nonce, placing.channel)
      nonce = undefined
    }
  } else nonce = undefined
  const uploads = await upload(message.files, placing)
  if (nonce === undefined) {
    nonce = await noteAttempt(desk.store, place, wanted)
    sent = wanted
  }
  const { components, flags, allowed_mentions } = message
  const body = {
    components: marked(components, nonce), flags, allowed_mentions, nonce, enforce_nonce: true, attachments: uploads.attachments,
    ...(placing.replyTo ? { message_reference: { message_id: placing.replyTo, fail_if_not_exists: false } } : {}),
  }
  try {
    const answer = await desk.rest.post(Routes.channelMessages(placing.channel), { body, files: uploads.files, signal: desk.leaving }) as APIMessage
    const post = await remember(desk, place, answer, sent, nonce, placing.channel)
    desk.metrics.posted?.(slotKind(place.slot))
    return post
  } catch (error) {
    desk.metrics.refused?.(slotKind(place.slot), codeOf(error))
    if (refusalOf(error) !== 'later') await forgetPost(desk.store, place)
    throw error
  }
}

async function remember(desk: Desk, place: Place, answer: APIMessage, sent: Shown | null, nonce: string, channel: string): Promise<Post> {
  const { id } = answer
  const shown = sent && withIds(sent, answer)
  if (!await rememberPost(desk.store, place, id, shown)) {
    // deleted while it was on its way: nobody would ever take it away again
    await removeMessage(desk, channel, id).catch(desk.onError)
  }
  return { message: id, nonce, shown, attempted: true, attemptedAt: null, age: 0, postedAt: new Date() }
}

async function edit(desk: Desk, place: Place, message: Message, wanted: Shown, post: Post & { message: string }, placing: Placing, keep = true): Promise<string> {
  const kept = keep ? keptFiles(post.shown, wanted) : []
  const uploads = await upload(message.files.filter(({ name }) => !kept.includes(name)), placing)
  const attachments = [...kept.map((name) => ({ id: post.shown?.files[name]?.id ?? '' })), ...uploads.attachments]
  const { components, flags, allowed_mentions } = message
  try {
    const answer = await desk.rest.patch(Routes.channelMessage(placing.channel, post.message), {
      body: { components: marked(components, post.nonce), flags, allowed_mentions, attachments }, files: uploads.files, signal: desk.leaving,
    }) as APIMessage
    await rememberPost(desk.store, place, post.message, withIds(wanted, answer))
    desk.metrics.edited?.(slotKind(place.slot))
    return post.message
  } catch (error) {
    desk.metrics.refused?.(slotKind(place.slot), codeOf(error))
    const refusal = refusalOf(error)
    if (refusal === 'message gone' || refusal === 'worn out') {
      // The old one goes first: a crash in between leaves none, and none is made again; two would stay two.
      if (refusal === 'worn out') await removeMessage(desk, placing.channel, post.message)
      await forgetPost(desk.store, place)
      return placeMessage(desk, place, message, placing)
    }
    // an attachment that we took for kept may be gone
    if (error instanceof DiscordAPIError && refusal === 'wrong' && kept.length > 0) return edit(desk, place, message, wanted, post, placing, false)
    throw error
  }
}

/** A message that is gone already is as good. */
export async function removeMessage({ rest, leaving }: Pick<Desk, 'rest' | 'leaving'>, channel: string, message: string): Promise<void> {
  try { await rest.delete(Routes.channelMessage(channel, message), { signal: leaving }) } catch (error) {
    if (refusalOf(error) !== 'message gone') throw error
  }
}

async function upload(files: readonly MessageFile[], { bytes }: Placing) {
  const raw: RawFile[] = []
  for (const file of files) {
    const data = await bytes(file).catch((cause: unknown) => { throw new OwnFault(`The file ${file.name} could not be made: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }) })
    raw.push({ name: file.name, data })
  }
  return { files: raw, attachments: files.map(({ name, description }, index) => ({ id: String(index), filename: name, ...(description ? { description } : {}) })) }
}
