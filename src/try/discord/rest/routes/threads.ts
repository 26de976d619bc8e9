import { collectProblems, fieldsOf, type Fields } from '../../rules/problems.ts'
import { channelOnWire, threadMember } from '../../wire/channel.ts'
import { memberOnWire } from '../../wire/guild.ts'
import { joinThread, leaveThread, openThread } from '../../world/threads.ts'
import type { Channel, Message } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no, refuse } from '../api-error.ts'
import { botMay, channelFor, guildFor, messageIn, need, needAwake } from '../may.ts'
import { readMessage } from '../message-body.ts'
import type { Call, Route } from '../route.ts'
import { onWire, sendAsBot } from './messages.ts'

const opening = { limit: 10, seconds: 10 }

export const threadRoutes: Route[] = [
  {
    method: 'POST', template: '/channels/{channel_id}/messages/{message_id}/threads', bucket: opening,
    run({ world, params, body }) {
      const channel = channelFor(world, params['channel_id'])
      const message = messageIn(channel, params['message_id'])
      if (channel.thread || ![0, 5].includes(channel.type)) throw new ApiError([400, 50024, 'Cannot execute action on this channel type'], { violation: true })
      need(world, channel, 'CreatePublicThreads')
      if (message.threadId !== undefined) throw new ApiError([400, 160004, 'A thread has already been created for this message'])
      return channelOnWire(world, open(world, channel, fieldsOf(body), channel.type === 5 ? 10 : 11, message), { of: world.bot.id })
    },
  },
  {
    method: 'POST', template: '/channels/{channel_id}/threads', bucket: opening,
    run(call) {
      const { world, params } = call
      const channel = channelFor(world, params['channel_id'])
      const body = fieldsOf(call.body)
      if (channel.type === 15 || channel.type === 16) return openPost(call, channel, body)
      if (channel.thread || ![0, 5].includes(channel.type)) throw new ApiError([400, 50024, 'Cannot execute action on this channel type'], { violation: true })
      // Without a type it is private: Discord says that this default may change.
      const type = body['type'] === undefined ? 12 : Number(body['type'])
      if (![10, 11, 12].includes(type)) refuse([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Value must be one of (10, 11, 12).' }])
      need(world, channel, type === 12 ? 'CreatePrivateThreads' : 'CreatePublicThreads')
      return channelOnWire(world, open(world, channel, body, type), { of: world.bot.id })
    },
  },
  { method: 'PUT', template: '/channels/{channel_id}/thread-members/@me', run: ({ world, params }) => join(world, params, world.bot.id) },
  { method: 'DELETE', template: '/channels/{channel_id}/thread-members/@me', run: ({ world, params }) => leaveThread(world, channelFor(world, params['channel_id']), world.bot.id) },
  {
    method: 'PUT', template: '/channels/{channel_id}/thread-members/{user_id}', bucket: { limit: 10, seconds: 10 },
    run({ world, params }) {
      const thread = channelFor(world, params['channel_id'])
      need(world, thread, 'SendMessagesInThreads')
      if (!world.guilds.get(thread.guildId ?? '')?.members.has(params['user_id'] ?? '')) throw new ApiError(no.member)
      join(world, params, params['user_id'] ?? '')
    },
  },
  {
    method: 'DELETE', template: '/channels/{channel_id}/thread-members/{user_id}',
    run({ world, params }) {
      const thread = channelFor(world, params['channel_id'])
      needAwake(thread)
      if (!(thread.type === 12 && thread.thread?.ownerId === world.bot.id)) need(world, thread, 'ManageThreads')
      leaveThread(world, thread, params['user_id'] ?? '')
    },
  },
  {
    method: 'GET', template: '/channels/{channel_id}/thread-members',
    run({ world, params, query }) {
      const thread = channelFor(world, params['channel_id'])
      const guild = world.guilds.get(thread.guildId ?? '')
      return [...thread.thread?.members.keys() ?? []].map((id) => {
        const member = guild?.members.get(id)
        return { ...threadMember(thread, id), ...query.get('with_member') === 'true' && member && { member: memberOnWire(world, member) } }
      })
    },
  },
  {
    method: 'GET', template: '/channels/{channel_id}/thread-members/{user_id}',
    run({ world, params }) {
      const thread = channelFor(world, params['channel_id'])
      const id = params['user_id'] === '@me' ? world.bot.id : params['user_id'] ?? ''
      if (thread.thread?.members.has(id) !== true) throw new ApiError(no.member)
      return threadMember(thread, id)
    },
  },
  { method: 'GET', template: '/channels/{channel_id}/threads/archived/public', run: (call) => archived(call, [10, 11]) },
  {
    method: 'GET', template: '/channels/{channel_id}/threads/archived/private',
    run(call) {
      need(call.world, channelFor(call.world, call.params['channel_id']), 'ManageThreads')
      return archived(call, [12])
    },
  },
  { method: 'GET', template: '/channels/{channel_id}/users/@me/threads/archived/private', run: (call) => archived(call, [12], true) },
  {
    method: 'GET', template: '/guilds/{guild_id}/threads/active',
    run({ world, params }) {
      const guild = guildFor(world, params['guild_id'])
      return listed(world, [...guild.threads].flatMap((id) => world.channels.get(id) ?? []).filter(({ thread }) => thread?.archived === false))
    },
  },
]

function open(world: World, channel: Channel, body: Fields, type: number, from?: Message): Channel {
  threadRules(body)
  const active = [...world.guilds.get(channel.guildId ?? '')?.threads ?? []]
  if (active.length >= 1000 && active.filter((id) => world.channels.get(id)?.thread?.archived === false).length >= 1000) throw new ApiError([400, 160006, 'Maximum number of active threads reached'])
  return openThread(world, channel, {
    name: String(body['name']), ownerId: world.bot.id, type, from, invitable: body['invitable'] !== false,
    autoArchive: typeof body['auto_archive_duration'] === 'number' ? body['auto_archive_duration'] : undefined,
    rateLimitPerUser: typeof body['rate_limit_per_user'] === 'number' ? body['rate_limit_per_user'] : undefined,
  })
}

/** A forum post: the thread and its first message at once, which has the thread's id. */
function openPost(call: Call, forum: Channel, body: Fields) {
  const { world } = call
  need(world, forum, 'SendMessages')
  threadRules(body)
  const tags = Array.isArray(body['applied_tags']) ? body['applied_tags'].map(String) : []
  const problems = collectProblems()
  if (tags.length > 5) problems.wrong(['applied_tags'], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.')
  for (const tag of tags) if (!forum.tags.some(({ id }) => id === tag)) problems.wrong(['applied_tags'], 'FORUM_TAG_UNKNOWN', `This forum has no tag ${tag}.`)
  if (body['message'] === undefined) problems.wrong(['message'], 'BASE_TYPE_REQUIRED', 'This field is required')
  refuse(problems.problems)
  if (tags.length === 0 && (forum.flags & 1 << 4) !== 0) throw new ApiError([400, 40067, 'A tag is required to create a forum post in this channel'])
  const message = { ...call, body: body['message'] }
  readMessage({ ...message, uploads: call.uploads }, { channel: forum, at: ['message'] })
  const thread = openThread(world, forum, {
    name: String(body['name']), ownerId: world.bot.id, type: 11, appliedTags: tags, autoArchive: typeof body['auto_archive_duration'] === 'number' ? body['auto_archive_duration'] : undefined,
  })
  const first = sendAsBot(message, thread, { id: thread.id, at: ['message'], needs: 'SendMessages' })
  return { ...channelOnWire(world, thread, { of: world.bot.id }), message: onWire(world, first) }
}

export function threadRules(body: Fields, { editing = false } = {}) {
  const problems = collectProblems()
  problems.text(['name'], body['name'], 1, 100, { required: !editing })
  if (body['auto_archive_duration'] !== null) problems.oneOf(['auto_archive_duration'], body['auto_archive_duration'], [60, 1440, 4320, 10080])
  problems.whole(['rate_limit_per_user'], body['rate_limit_per_user'], 0, 21_600)
  if (Array.isArray(body['applied_tags']) && body['applied_tags'].length > 5) problems.wrong(['applied_tags'], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.')
  refuse(problems.problems)
}

function join(world: World, params: Record<string, string>, userId: string) {
  const thread = channelFor(world, params['channel_id'])
  if (!thread.thread) throw new ApiError([400, 50024, 'Cannot execute action on this channel type'], { violation: true })
  needAwake(thread)
  if (thread.thread.members.size >= 1000) throw new ApiError([400, 30033, 'Maximum number of thread participants has been reached (1000)'])
  joinThread(world, thread, userId)
}

function archived({ world, params, query }: Call, types: number[], onlyJoined = false) {
  const channel = channelFor(world, params['channel_id'])
  if (!botMay(world, channel, 'ReadMessageHistory')) throw new ApiError(no.access)
  const before = query.get('before')
  const limit = Number(query.get('limit') ?? 50)
  const threads = [...world.guilds.get(channel.guildId ?? '')?.threads ?? []].flatMap((id) => world.channels.get(id) ?? [])
    .filter(({ parentId, type, thread }) => parentId === channel.id && types.includes(type) && thread?.archived === true && (!onlyJoined || thread.members.has(world.bot.id)))
    .filter(({ thread }) => before === null || (thread?.archivedAt ?? 0) < Date.parse(before))
    .sort((one, other) => (other.thread?.archivedAt ?? 0) - (one.thread?.archivedAt ?? 0))
  return { ...listed(world, threads.slice(0, limit)), has_more: threads.length > limit }
}

const listed = (world: World, threads: Channel[]) => ({
  threads: threads.map((thread) => channelOnWire(world, thread, { of: world.bot.id })),
  members: threads.filter(({ thread }) => thread?.members.has(world.bot.id)).map((thread) => threadMember(thread, world.bot.id)),
})
