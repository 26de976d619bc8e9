import { applicationFlags } from '../../gateway/gateway.ts'
import { guildInList, guildOnWire, memberOnWire, roleOnWire, userOnWire } from '../../wire/guild.ts'
import { ApiError, no } from '../api-error.ts'
import { guildFor } from '../may.ts'
import type { Call, Route } from '../route.ts'

/** The gateway's address, users, guilds, members. `sessions` tells how many IDENTIFYs are left. */
export const placeRoutes = ({ identifiesLeft }: { identifiesLeft: () => number }): Route[] => [
  { method: 'GET', template: '/gateway', run: ({ world }) => ({ url: world.url.replace('http', 'ws') }) },
  {
    method: 'GET', template: '/gateway/bot',
    run: ({ world }) => ({ url: world.url.replace('http', 'ws'), shards: 1, session_start_limit: { total: world.limits.identifies, remaining: identifiesLeft(), reset_after: 86_400_000, max_concurrency: world.limits.maxConcurrency } }),
  },
  { method: 'GET', template: '/users/@me', run: ({ world }) => userOnWire(world.bot) },
  {
    method: 'GET', template: '/users/{user_id}',
    run({ world, params }) {
      const user = world.users.get(params['user_id'] ?? '')
      if (!user) throw new ApiError(no.user)
      return userOnWire(user)
    },
  },
  {
    method: 'GET', template: '/users/@me/guilds',
    run: ({ world }) => [...world.guilds.values()].flatMap((guild) => { const bot = guild.members.get(world.bot.id); return bot ? [guildInList(guild, bot)] : [] }),
  },
  ...['/applications/@me', '/oauth2/applications/@me'].map((template): Route => ({ method: 'GET', template, run: application })),
  { method: 'GET', template: '/guilds/{guild_id}', run: ({ world, params }) => guildOnWire(guildFor(world, params['guild_id'])) },
  { method: 'GET', template: '/guilds/{guild_id}/roles', run: ({ world, params }) => [...guildFor(world, params['guild_id']).roles.values()].map(roleOnWire) },
  { method: 'GET', template: '/guilds/{guild_id}/members', run: ({ world, params, query }) => [...guildFor(world, params['guild_id']).members.values()].slice(0, Number(query.get('limit') ?? 1)).map((member) => memberOnWire(world, member)) },
  {
    method: 'GET', template: '/guilds/{guild_id}/members/{user_id}',
    run({ world, params }) {
      const guild = guildFor(world, params['guild_id'])
      const member = guild.members.get(params['user_id'] === '@me' ? world.bot.id : params['user_id'] ?? '')
      if (!member) throw new ApiError(no.member)
      return memberOnWire(world, member)
    },
  },
]

function application({ world }: Call) {
  return {
    id: world.applicationId, name: world.bot.global_name, icon: null, description: '', summary: '', type: null, bot_public: true, bot_require_code_grant: false, verify_key: world.publicKey,
    flags: applicationFlags(world), hook: true, bot: userOnWire(world.bot), owner: userOnWire(world.bot), team: null, redirect_uris: [], interactions_endpoint_url: null, tags: [],
    integration_types_config: { 0: {} }, approximate_guild_count: world.guilds.size, approximate_user_install_count: 0,
  }
}
