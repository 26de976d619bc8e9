import type { Id } from '../../interface.ts'
import { fieldsOf, type Fields } from '../../rules/problems.ts'
import { messageForBot } from '../../wire/message.ts'
import { announce } from '../../world/announce.ts'
import { editMessage, forget, postMessage, removeMessage } from '../../world/messages.ts'
import type { Channel, Message } from '../../world/records.ts'
import { timeOf } from '../../world/snowflake.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no, refuse } from '../api-error.ts'
import { botMay, channelFor, messageIn, need, needAwake } from '../may.ts'
import { readMessage } from '../message-body.ts'
import type { Call, Route } from '../route.ts'

const hour = 3_600_000

export const messageRoutes: Route[] = [
  {
    method: 'POST', template: '/channels/{channel_id}/messages', bucket: { limit: 5, seconds: 5 },
    run(call) {
      const channel = channelFor(call.world, call.params['channel_id'])
      return onWire(call.world, sendAsBot(call, channel))
    },
  },
  {
    method: 'GET', template: '/channels/{channel_id}/messages', bucket: { limit: 50, seconds: 1 },
    run({ world, params, query }) {
      const channel = channelFor(world, params['channel_id'])
      if (!botMay(world, channel, 'ReadMessageHistory')) return []
      return page(channel, query).map((message) => onWire(world, message))
    },
  },
  {
    method: 'GET', template: '/channels/{channel_id}/messages/{message_id}', bucket: { limit: 50, seconds: 1 },
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      if (!botMay(world, channel, 'ReadMessageHistory')) throw new ApiError(no.access)
      return onWire(world, messageIn(channel, params['message_id']))
    },
  },
  {
    method: 'PATCH', template: '/channels/{channel_id}/messages/{message_id}', bucket: { limit: 5, seconds: 5 },
    run(call) {
      const { world, params } = call
      const channel = channelFor(world, params['channel_id'])
      const message = messageIn(channel, params['message_id'])
      if (message.authorId !== world.bot.id) throw new ApiError([403, 50005, 'Cannot edit a message authored by another user'])
      needAwake(channel)
      if (world.now() - timeOf(message.id) > hour) countOldEdit(world, channel)
      if (call.uploads.size > 0) need(world, channel, 'AttachFiles')
      return onWire(world, editMessage(world, message, readMessage(call, { channel, existing: message })))
    },
  },
  {
    method: 'DELETE', template: '/channels/{channel_id}/messages/{message_id}', bucket: { limit: 5, seconds: 1 },
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      const message = messageIn(channel, params['message_id'])
      if (message.authorId !== world.bot.id) need(world, channel, 'ManageMessages')
      removeMessage(world, message)
    },
  },
  {
    method: 'POST', template: '/channels/{channel_id}/messages/bulk-delete', bucket: { limit: 1, seconds: 1 },
    run({ world, params, body }) {
      const channel = channelFor(world, params['channel_id'])
      need(world, channel, 'ManageMessages')
      const ids = fieldsOf(body)['messages']
      if (!Array.isArray(ids) || ids.length < 2 || ids.length > 100) return refuse([{ path: ['messages'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 2 and 100 in length.' }])
      if (ids.some((id: Id) => timeOf(id) < world.now() - 14 * 24 * hour)) throw new ApiError([400, 50034, 'You can only bulk delete messages that are under 14 days old.'])
      const gone = ids.filter((id: Id) => channel.messages.has(id))
      for (const id of gone) forget(world, messageIn(channel, id))
      announce.messageDeleteBulk(world, channel, gone)
    },
  },
  {
    method: 'POST', template: '/channels/{channel_id}/typing', bucket: { limit: 5, seconds: 5 },
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      need(world, channel, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
      announce.typing(world, channel, world.bot.id)
    },
  },
]

/** As the bot's message, with every right asked. The same enforced nonce gives the message there already is. */
export function sendAsBot(call: Pick<Call, 'world' | 'uploads' | 'body'>, channel: Channel, more: { id?: Id; at?: readonly string[]; needs?: 'SendMessages' } = {}): Message {
  const { world } = call
  if (more.needs === undefined) mayTalk(world, channel)
  const body = fieldsOf(call.body)
  const nonce = body['enforce_nonce'] === true ? `${String(body['nonce'])}` : undefined
  const before = nonce === undefined ? undefined : world.nonces.get(nonce)
  const same = before && before.until > world.now() ? world.messages.get(before.messageId) : undefined
  if (same) return same
  const draft = readMessage(call, { channel, ...more.at && { at: more.at } })
  if (call.uploads.size > 0) need(world, channel, 'AttachFiles')
  if ((draft.embeds?.length ?? 0) > 0) need(world, channel, 'EmbedLinks')
  const message = postMessage(world, { ...draft, channel, authorId: world.bot.id, repliesTo: reference(world, channel, body), ...more.id !== undefined && { id: more.id } })
  if (nonce !== undefined) world.nonces.set(nonce, { messageId: message.id, until: world.now() + world.limits.nonceMilliseconds })
  if (world.nonces.size > 10_000) for (const [key, { until }] of world.nonces) if (until <= world.now()) world.nonces.delete(key)
  return message
}

function mayTalk(world: World, channel: Channel) {
  if (channel.type === 15 || channel.type === 4) throw new ApiError([400, 50008, 'Cannot send messages in a non-text channel'], { violation: true })
  need(world, channel, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
  if (channel.thread?.locked === true && !botMay(world, channel, 'ManageThreads')) throw new ApiError(channel.thread.archived ? [400, 50083, 'Thread is archived'] : [403, 160005, 'This thread is locked'])
}

function reference(world: World, channel: Channel, body: Fields): Message['repliesTo'] {
  const named = fieldsOf(body['message_reference'])
  if (typeof named['message_id'] !== 'string') return undefined
  if (!botMay(world, channel, 'ReadMessageHistory')) throw new ApiError([400, 160002, 'Cannot reply without permission to read message history'])
  const type = named['type'] === 1 ? 1 : 0
  const from = typeof named['channel_id'] === 'string' ? named['channel_id'] : channel.id
  const there = world.channels.get(from)?.messages.get(named['message_id'])
  if (there) return { messageId: there.id, channelId: from, type }
  if (named['fail_if_not_exists'] === false) return undefined
  throw new ApiError([400, 50035, 'Invalid Form Body'], { problems: [{ path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }] })
}

function countOldEdit(world: World, channel: Channel) {
  const recent = (world.oldEdits.get(channel.id) ?? []).filter((at) => at > world.now() - hour)
  if (recent.length >= world.limits.oldEditsPerHour) throw new ApiError([429, 30046, 'Maximum number of edits to messages older than 1 hour reached. Try again later.'])
  world.oldEdits.set(channel.id, [...recent, world.now()])
}

/** Newest first, as Discord lists them. */
function page(channel: Channel, query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? 50)
  if (!(limit >= 1 && limit <= 100)) refuse([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' }])
  const all = [...channel.messages.values()].filter(({ visibleTo }) => visibleTo === undefined)
  const [before, after, around] = ['before', 'after', 'around'].map((key) => { const id = query.get(key); return id === null ? undefined : BigInt(id) })
  if (around !== undefined) {
    const older = all.filter(({ id }) => BigInt(id) <= around).slice(-(Math.floor(limit / 2) + 1))
    return [...older, ...all.filter(({ id }) => BigInt(id) > around).slice(0, Math.floor(limit / 2))].reverse()
  }
  if (after !== undefined) return all.filter(({ id }) => BigInt(id) > after).slice(0, limit).reverse()
  return all.filter(({ id }) => before === undefined || BigInt(id) < before).slice(-limit).reverse()
}

export const onWire = (world: World, message: Message) => messageForBot(world, message, world.messageContent)
