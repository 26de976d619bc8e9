import type { Ref, SmallDiscord } from './interface.ts'
import { person } from './people/person.ts'
import { channelOnWire } from './wire/channel.ts'
import { guildOnWire, userOnWire } from './wire/guild.ts'
import { addChannel, addGuild, addMember, addRole, addUser, inviteBot, kickBot, setBotPermissions, setOverwrite, setRoles } from './world/guilds.ts'
import { removeMessage } from './world/messages.ts'
import { removeChannel, setArchived, setLocked } from './world/threads.ts'
import { idOf, the, type World } from './world/world.ts'

/** What makes and changes the world from outside: a test, or the page. */
export function setting(world: World): Pick<SmallDiscord,
  'addGuild' | 'addChannel' | 'addUser' | 'addMember' | 'addRole' | 'setRoles' | 'setBotPermissions' | 'setOverwrite' | 'inviteBot' | 'kickBot' | 'deleteMessage' | 'archiveThread' | 'lockThread' | 'deleteChannel' | 'setMessageContentIntent' | 'setLocale' | 'as'> {
  const guild = (ref: Ref) => the(world.guilds.get(idOf(ref)), `guild ${idOf(ref)}`)
  const channel = (ref: Ref) => the(world.channels.get(idOf(ref)), `channel ${idOf(ref)}`)
  return {
    addGuild: (wanted) => guildOnWire(addGuild(world, wanted)) as ReturnType<SmallDiscord['addGuild']>, // enums are numbers here
    addChannel: (ref, wanted) => channelOnWire(world, addChannel(world, guild(ref), wanted)),
    addUser: (wanted) => userOnWire(addUser(world, wanted)),
    addMember: (ref, user, { roles = [], nick } = {}) => addMember(world, guild(ref), idOf(user), roles.map(idOf), nick),
    addRole: (ref, wanted) => { const { id, name } = addRole(world, guild(ref), wanted); return { id, name } },
    setRoles: (ref, user, roles) => setRoles(world, guild(ref), idOf(user), roles.map(idOf)),
    setBotPermissions: (ref, permissions) => setBotPermissions(world, guild(ref), permissions),
    setOverwrite: (ref, overwrite) => setOverwrite(world, channel(ref), overwrite),
    inviteBot: (ref) => inviteBot(world, guild(ref)),
    kickBot: (ref) => kickBot(world, guild(ref)),
    deleteMessage: (ref) => removeMessage(world, the(world.messages.get(idOf(ref)), `message ${idOf(ref)}`)),
    archiveThread: (ref, archived = true) => setArchived(world, channel(ref), archived),
    lockThread: (ref, locked = true) => setLocked(world, channel(ref), locked),
    deleteChannel: (ref) => removeChannel(world, channel(ref)),
    setMessageContentIntent(allowed) { world.messageContent = allowed },
    setLocale(ref, locale) { the(world.users.get(idOf(ref)), `user ${idOf(ref)}`).locale = locale },
    as: (ref) => person(world, the(world.users.get(idOf(ref)), `user ${idOf(ref)}`)),
  }
}
