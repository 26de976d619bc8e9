import { isEmoji } from '../../rules/component-kinds.ts'
import { userOnWire } from '../../wire/guild.ts'
import { iso } from '../../wire/message.ts'
import { announce } from '../../world/announce.ts'
import { postMessage } from '../../world/messages.ts'
import type { Channel } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no } from '../api-error.ts'
import { channelFor, messageIn, need, needAwake } from '../may.ts'
import type { Call, Route } from '../route.ts'
import { onWire } from './messages.ts'

const reacting = { limit: 1, seconds: 0.25, name: 'reactions' }
const pinned = { limit: 5, seconds: 5, name: 'pins' }

/** Reactions and pins. */
export const markRoutes: Route[] = [
  {
    method: 'PUT', template: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me', bucket: reacting,
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      const message = messageIn(channel, params['message_id'])
      const emoji = emojiIn(params)
      need(world, channel, 'ReadMessageHistory')
      needAwake(channel)
      if (!message.reactions.has(emoji)) need(world, channel, 'AddReactions')
      if (!message.reactions.has(emoji) && message.reactions.size >= 20) throw new ApiError([400, 30010, 'Maximum number of reactions reached (20)'])
      react(world, channel, message.id, emoji, world.bot.id, true)
    },
  },
  { method: 'DELETE', template: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me', bucket: reacting, run: ({ world, params }) => react(world, channelFor(world, params['channel_id']), params['message_id'] ?? '', emojiIn(params), world.bot.id, false) },
  {
    method: 'DELETE', template: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}', bucket: reacting,
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      need(world, channel, 'ManageMessages')
      react(world, channel, params['message_id'] ?? '', emojiIn(params), params['user_id'] ?? '', false)
    },
  },
  {
    method: 'DELETE', template: '/channels/{channel_id}/messages/{message_id}/reactions', bucket: reacting,
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      need(world, channel, 'ManageMessages')
      const message = messageIn(channel, params['message_id'])
      message.reactions.clear()
      announce.message(world, message, 'update')
    },
  },
  {
    method: 'GET', template: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}',
    run: ({ world, params }) => [...messageIn(channelFor(world, params['channel_id']), params['message_id']).reactions.get(emojiIn(params)) ?? []]
      .flatMap((id) => { const user = world.users.get(id); return user ? [userOnWire(user)] : [] }),
  },
  ...['/channels/{channel_id}/messages/pins/{message_id}', '/channels/{channel_id}/pins/{message_id}'].flatMap((template): Route[] => [
    { method: 'PUT', template, bucket: pinned, run: (call) => pin(call, true) },
    { method: 'DELETE', template, bucket: pinned, run: (call) => pin(call, false) },
  ]),
  {
    method: 'GET', template: '/channels/{channel_id}/messages/pins',
    run: ({ world, params }) => ({ items: pins(channelFor(world, params['channel_id'])).map((message) => ({ pinned_at: iso(message.pinnedAt ?? 0), message: onWire(world, message) })), has_more: false }),
  },
  { method: 'GET', template: '/channels/{channel_id}/pins', run: ({ world, params }) => pins(channelFor(world, params['channel_id'])).map((message) => onWire(world, message)) },
]

export function react(world: World, channel: Channel, messageId: string, emoji: string, userId: string, added: boolean) {
  const message = messageIn(channel, messageId)
  const users = message.reactions.get(emoji) ?? new Set()
  if (users.has(userId) === added) return
  if (added) users.add(userId)
  else users.delete(userId)
  if (users.size === 0) message.reactions.delete(emoji)
  else message.reactions.set(emoji, users)
  announce.reaction(world, message, userId, emoji, added)
}

const pins = (channel: Channel) => [...channel.messages.values()].filter(({ pinnedAt }) => pinnedAt !== undefined).sort((one, other) => (other.pinnedAt ?? 0) - (one.pinnedAt ?? 0))

function emojiIn(params: Record<string, string>) {
  const emoji = (params['emoji_name'] ?? '').replace(/^a:/, '')
  if (!/^\w+:\d+$/.test(emoji) && !isEmoji(emoji)) throw new ApiError(no.emoji, { violation: true })
  return emoji
}

/** Since February 2026 pinning asks for its own permission. */
function pin({ world, params }: Call, on: boolean) {
  const channel = channelFor(world, params['channel_id'])
  need(world, channel, 'PinMessages')
  needAwake(channel)
  const message = messageIn(channel, params['message_id'])
  if ((message.pinnedAt !== undefined) === on) return
  if (on && pins(channel).length >= 250) throw new ApiError([400, 30003, 'Maximum number of pins reached for the channel (250)'])
  message.pinnedAt = on ? world.now() : undefined
  announce.message(world, message, 'update')
  if (on) postMessage(world, { channel, authorId: world.bot.id, type: 6, repliesTo: { messageId: message.id, channelId: channel.id, type: 0 } })
}
