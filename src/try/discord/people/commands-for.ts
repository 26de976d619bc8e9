import type { APIApplicationCommand } from 'discord.js'
import { may, permissionsIn } from '../world/permissions.ts'
import type { Channel, User } from '../world/records.ts'
import type { World } from '../world/world.ts'

/** The commands that somebody is offered in a channel: the guild's own before the global ones of the same name. */
export function commandsFor(world: World, user: User, channel: Channel): APIApplicationCommand[] {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  if (guild && !guild.members.has(world.bot.id)) return []
  const permissions = permissionsIn(world, channel, user.id)
  if ((permissions & may.UseApplicationCommands) === 0n) return []
  const own = [...guild ? world.guildCommands.get(guild.id)?.values() ?? [] : []]
  const global = [...world.globalCommands.values()].filter((command) => !own.some((one) => one.name === command.name && one.type === command.type))
  return [...own, ...global].filter((command) => allowed(command, { inGuild: guild !== undefined, permissions }))
}

export function commandFor(world: World, user: User, channel: Channel, name: string, type: 1 | 2 | 3): APIApplicationCommand {
  const found = commandsFor(world, user, channel).find((command) => command.name === name && command.type === type)
  if (!found) throw new Error(`${user.username} has no command «${name}» in #${channel.name}. There are: ${commandsFor(world, user, channel).map((command) => command.name).join(', ') || 'none'}.`)
  return found
}

function allowed(command: APIApplicationCommand, { inGuild, permissions }: { inGuild: boolean; permissions: bigint }) {
  if (!inGuild) return command.contexts ? command.contexts.includes(1) : command.dm_permission !== false
  if (command.contexts && !command.contexts.includes(0)) return false
  const wanted = command.default_member_permissions
  if (wanted === null || wanted === undefined) return true
  // «0» is for administrators only.
  return wanted === '0' ? (permissions & may.Administrator) !== 0n : (permissions & BigInt(wanted)) === BigInt(wanted)
}
