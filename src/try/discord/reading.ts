import type { Gateway } from './gateway/gateway.ts'
import type { Ref, SmallDiscord } from './interface.ts'
import { commandsFor } from './people/commands-for.ts'
import { channelOnWire } from './wire/channel.ts'
import { guildOnWire, userOnWire } from './wire/guild.ts'
import { messageOnWire } from './wire/message.ts'
import { permissionsIn, sees } from './world/permissions.ts'
import { waitFor } from './world/wait-for.ts'
import { idOf, the, type World } from './world/world.ts'

/** What can be seen of the world, and hearing of its changes. */
export function reading(world: World, gateway: Gateway): Pick<SmallDiscord,
  'guild' | 'guilds' | 'user' | 'users' | 'locale' | 'roles' | 'member' | 'channel' | 'channels' | 'messages' | 'message' | 'threads' | 'commands' | 'commandsFor' | 'permissions' | 'sees' | 'file' | 'interactions' | 'sessions' | 'on' | 'waitFor'> {
  const guild = (ref: Ref) => the(world.guilds.get(idOf(ref)), `guild ${idOf(ref)}`)
  const channel = (ref: Ref) => the(world.channels.get(idOf(ref)), `channel ${idOf(ref)}`)
  const user = (ref: Ref) => the(world.users.get(idOf(ref)), `user ${idOf(ref)}`)
  type Guild = ReturnType<SmallDiscord['addGuild']>
  return {
    guild: (id) => { const found = world.guilds.get(id); return found && guildOnWire(found) as Guild }, // enums are numbers here
    guilds: () => [...world.guilds.values()].map((one) => guildOnWire(one) as Guild),
    user: (id) => { const found = world.users.get(id); return found && userOnWire(found) },
    locale: (who) => user(who).locale,
    users: () => [...world.users.values()].map(userOnWire),
    roles: (ref) => [...guild(ref).roles.values()].map(({ id, name, color, permissions }) => ({ id, name, colour: color, permissions })),
    member: (ref, who) => { const found = guild(ref).members.get(idOf(who)); return found && { roles: [...found.roles], nick: found.nick } },
    channel: (id) => { const found = world.channels.get(id); return found && channelOnWire(world, found) },
    channels: (ref) => [...guild(ref).channels].flatMap((id) => world.channels.get(id) ?? []).map((one) => channelOnWire(world, one)),
    messages: (ref, as) => [...channel(ref).messages.values()].filter(({ visibleTo }) => visibleTo === undefined || (as !== undefined && visibleTo === idOf(as))).map((message) => messageOnWire(world, message)),
    message: (id) => { const found = world.messages.get(id); return found && messageOnWire(world, found) },
    threads: (ref, { archived, parent } = {}) => [...guild(ref).threads].flatMap((id) => world.channels.get(id) ?? [])
      .filter(({ thread, parentId }) => (archived === undefined || thread?.archived === archived) && (parent === undefined || parentId === idOf(parent))).map((one) => channelOnWire(world, one)),
    commands: (ref) => [...(ref === undefined ? world.globalCommands : world.guildCommands.get(idOf(ref)) ?? new Map()).values()],
    commandsFor: (who, where) => commandsFor(world, user(who), channel(where)),
    permissions: (who, where) => permissionsIn(world, channel(where), idOf(who)),
    sees: (who, where) => sees(world, channel(where), idOf(who)),
    file: (id) => world.files.get(id),
    interactions: () => [...world.interactions.values()].slice(-1000).reverse().map(({ interaction }) => interaction),
    sessions: () => [...gateway.sessions.values()].map(({ id, shard, intents, socket }) => ({ id, shard, intents, connected: socket !== undefined })),
    on(listener) {
      world.listeners.add(listener)
      return () => { world.listeners.delete(listener) }
    },
    waitFor: (look, options) => waitFor(world, look, options),
  }
}
