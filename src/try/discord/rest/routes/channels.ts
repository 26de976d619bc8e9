import { collectProblems, fieldsOf, type Fields } from '../../rules/problems.ts'
import { channelOnWire } from '../../wire/channel.ts'
import { announce } from '../../world/announce.ts'
import { addChannel } from '../../world/guilds.ts'
import { may, permissionsOf } from '../../world/permissions.ts'
import type { Channel } from '../../world/records.ts'
import { newChannel, removeChannel } from '../../world/threads.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no, refuse } from '../api-error.ts'
import { botMay, channelFor, guildFor, need } from '../may.ts'
import type { Call, Route } from '../route.ts'
import { threadRules } from './threads.ts'

export const channelRoutes: Route[] = [
  { method: 'GET', template: '/channels/{channel_id}', run: ({ world, params }) => channelOnWire(world, channelFor(world, params['channel_id']), { of: world.bot.id }) },
  {
    method: 'PATCH', template: '/channels/{channel_id}', bucket: { limit: 5, seconds: 10 },
    run(call) {
      const channel = channelFor(call.world, call.params['channel_id'])
      if (channel.thread) changeThread(call, channel)
      else changeChannel(call, channel)
      announce.channel(call.world, channel, 'update')
      return channelOnWire(call.world, channel, { of: call.world.bot.id })
    },
  },
  {
    method: 'DELETE', template: '/channels/{channel_id}',
    run({ world, params }) {
      const channel = channelFor(world, params['channel_id'])
      if (channel.guildId !== undefined) need(world, channel, channel.thread ? 'ManageThreads' : 'ManageChannels')
      const gone = channelOnWire(world, channel)
      if (channel.guildId !== undefined) removeChannel(world, channel)
      return gone
    },
  },
  {
    method: 'GET', template: '/guilds/{guild_id}/channels',
    run: ({ world, params }) => [...guildFor(world, params['guild_id']).channels].flatMap((id) => world.channels.get(id) ?? []).map((channel) => channelOnWire(world, channel)),
  },
  {
    method: 'POST', template: '/guilds/{guild_id}/channels',
    run({ world, params, body }) {
      const guild = guildFor(world, params['guild_id'])
      const bot = guild.members.get(world.bot.id)
      if (!bot || (permissionsOf(guild, bot) & may.ManageChannels) === 0n) throw new ApiError(no.permission)
      if (guild.channels.size >= 500) throw new ApiError([400, 30013, 'Maximum number of server channels reached (500)'])
      const fields = fieldsOf(body)
      const problems = collectProblems()
      problems.text(['name'], fields['name'], 1, 100, { required: true })
      refuse(problems.problems)
      const made = addChannel(world, guild, {
        name: String(fields['name']), type: Number(fields['type'] ?? 0), ...typeof fields['topic'] === 'string' && { topic: fields['topic'] }, ...typeof fields['parent_id'] === 'string' && { parent: fields['parent_id'] },
      })
      return channelOnWire(world, made)
    },
  },
  {
    method: 'POST', template: '/users/@me/channels',
    run({ world, body }) {
      const id = String(fieldsOf(body)['recipient_id'])
      if (!world.users.has(id)) throw new ApiError(no.user)
      return channelOnWire(world, directMessages(world, id))
    },
  },
]

/** The channel of the bot and one person. */
export function directMessages(world: World, userId: string): Channel {
  const there = world.directs.get(userId)
  if (there) return there
  const made = newChannel(world, { type: 1, name: '', recipients: [userId] })
  world.directs.set(userId, made)
  return made
}

/** Its own thread a bot may rename and archive; locking asks for MANAGE_THREADS. */
function changeThread({ world, body }: Call, channel: Channel) {
  const { thread } = channel
  if (!thread) return
  const fields = fieldsOf(body)
  threadRules(fields, { editing: true })
  const manages = botMay(world, channel, 'ManageThreads')
  const onlyWakes = Object.keys(fields).every((key) => key === 'archived') && fields['archived'] === false
  if (!manages) {
    if (fields['locked'] !== undefined && fields['locked'] !== null && fields['locked'] !== thread.locked) throw new ApiError(no.permission)
    if (thread.locked) throw new ApiError(no.permission)
    if (onlyWakes) need(world, channel, 'SendMessagesInThreads')
    else if (thread.ownerId !== world.bot.id) throw new ApiError(no.permission)
  }
  if (thread.archived && fields['archived'] !== false && Object.keys(fields).some((key) => key !== 'archived' && key !== 'locked')) throw new ApiError([400, 50083, 'Thread is archived'])
  if (typeof fields['name'] === 'string') channel.name = fields['name']
  if (typeof fields['rate_limit_per_user'] === 'number') channel.rateLimitPerUser = fields['rate_limit_per_user']
  if (typeof fields['auto_archive_duration'] === 'number') thread.autoArchive = fields['auto_archive_duration']
  if (typeof fields['locked'] === 'boolean') thread.locked = fields['locked']
  if (typeof fields['invitable'] === 'boolean') thread.invitable = fields['invitable']
  if (Array.isArray(fields['applied_tags'])) thread.appliedTags = fields['applied_tags'].map(String)
  if (typeof fields['archived'] === 'boolean' && fields['archived'] !== thread.archived) Object.assign(thread, { archived: fields['archived'], archivedAt: world.now() })
}

function changeChannel({ world, body }: Call, channel: Channel) {
  need(world, channel, 'ManageChannels')
  const fields: Fields = fieldsOf(body)
  const problems = collectProblems()
  problems.text(['name'], fields['name'], 1, 100)
  problems.text(['topic'], fields['topic'], 0, channel.type === 15 ? 4096 : 1024)
  problems.whole(['rate_limit_per_user'], fields['rate_limit_per_user'], 0, 21_600)
  problems.list(['available_tags'], fields['available_tags'], 0, 20)
  refuse(problems.problems)
  if (typeof fields['name'] === 'string') channel.name = fields['name']
  if (typeof fields['topic'] === 'string') channel.topic = fields['topic']
  if (typeof fields['rate_limit_per_user'] === 'number') channel.rateLimitPerUser = fields['rate_limit_per_user']
  if (Array.isArray(fields['available_tags'])) {
    channel.tags = fields['available_tags'].map(fieldsOf).map((tag) => ({ id: typeof tag['id'] === 'string' ? tag['id'] : world.nextId(), name: String(tag['name']), moderated: tag['moderated'] === true, emoji_id: null, emoji_name: null }))
  }
}
