import type { Id, Upload } from '../interface.ts'
import { channelOnWire } from '../wire/channel.ts'
import { memberOnWire, roleOnWire, userOnWire } from '../wire/guild.ts'
import { attachment, keepFile } from '../world/files.ts'
import { permissionsIn } from '../world/permissions.ts'
import type { Channel, User } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { uploadLimit } from './ask.ts'

/** What the ids in an interaction stand for: Discord sends it along. */
export function collectResolved(world: World, user: User, channel: Channel) {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  const resolved: Record<'users' | 'members' | 'roles' | 'channels' | 'attachments' | 'messages', Record<Id, object>> = { users: {}, members: {}, roles: {}, channels: {}, attachments: {}, messages: {} }
  const add = {
    user(id: Id) {
      const found = world.users.get(id)
      if (!found) return false
      resolved.users[id] = userOnWire(found)
      const member = guild?.members.get(id)
      if (member) resolved.members[id] = memberOnWire(world, member, { channel, withUser: false })
      return true
    },
    role(id: Id) {
      const role = guild?.roles.get(id)
      if (role) resolved.roles[id] = roleOnWire(role)
      return role !== undefined
    },
    channel(id: Id) {
      const found = world.channels.get(id)
      if (found) resolved.channels[id] = { ...channelOnWire(world, found), permissions: String(permissionsIn(world, found, user.id)) }
      return found !== undefined
    },
    /** Uploads with a command or a modal are ephemeral attachments. */
    upload(upload: Upload): Id {
      const limit = uploadLimit(world, user, channel)
      if (upload.bytes.byteLength > limit) throw new Error(`«${upload.name}» has ${upload.bytes.byteLength} bytes. ${user.username} may upload ${limit} here.`)
      const file = keepFile(world, upload, `ephemeral-attachments/${world.applicationId}`)
      resolved.attachments[file.id] = attachment(world, file, { ephemeral: true })
      return file.id
    },
    message(id: Id, onWire: object) { resolved.messages[id] = onWire },
  }
  return { add, resolved: () => Object.fromEntries(Object.entries(resolved).filter(([, things]) => Object.keys(things).length > 0)) }
}
export type Resolving = ReturnType<typeof collectResolved>
