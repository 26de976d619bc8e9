import type { APIApplicationCommand } from 'discord.js'
import { commandListRules, commandRules } from '../../rules/command-rules.ts'
import { fieldsOf, type Fields } from '../../rules/problems.ts'
import type { Commands } from '../../world/records.ts'
import type { World } from '../../world/world.ts'
import { ApiError, no, refuse } from '../api-error.ts'
import { guildFor } from '../may.ts'
import type { Call, Route } from '../route.ts'

/** Global commands and a guild's own, by the same five routes. */
export const commandRoutes: Route[] = ['/applications/{application_id}/commands', '/applications/{application_id}/guilds/{guild_id}/commands'].flatMap((template): Route[] => [
  { method: 'GET', template, run: (call) => [...commandsOf(call).values()] },
  {
    method: 'PUT', template,
    run(call) {
      const global = call.params['guild_id'] === undefined
      refuse(commandListRules(call.body, { global }))
      const commands = commandsOf(call)
      const before = [...commands.values()]
      commands.clear()
      for (const command of call.body as Fields[]) keep(call, commands, command, before) // a list, by the rules above
      changed(call)
      return [...commands.values()]
    },
  },
  {
    method: 'POST', template,
    run(call) {
      refuse(commandRules(fieldsOf(call.body), [], { global: call.params['guild_id'] === undefined }))
      const commands = commandsOf(call)
      const made = keep(call, commands, fieldsOf(call.body), [...commands.values()])
      changed(call)
      return made
    },
  },
  { method: 'GET', template: `${template}/{command_id}`, run: (call) => one(call) },
  {
    method: 'PATCH', template: `${template}/{command_id}`,
    run(call) {
      const before = one(call)
      const wanted = { ...before, ...fieldsOf(call.body) }
      refuse(commandRules(wanted as unknown as Fields, [], { global: call.params['guild_id'] === undefined })) // a command is its fields
      const made = { ...wanted, version: call.world.nextId() }
      commandsOf(call).set(before.id, made)
      changed(call)
      return made
    },
  },
  {
    method: 'DELETE', template: `${template}/{command_id}`,
    run(call) {
      commandsOf(call).delete(one(call).id)
      changed(call)
    },
  },
])

function commandsOf({ world, params }: Call): Commands {
  if (params['application_id'] !== world.applicationId) throw new ApiError([403, 20012, 'You are not authorized to perform this action on this application'], { violation: true })
  if (params['guild_id'] === undefined) return world.globalCommands
  return guildCommands(world, guildFor(world, params['guild_id']).id)
}

export function guildCommands(world: World, guildId: string): Commands {
  const there = world.guildCommands.get(guildId) ?? new Map()
  world.guildCommands.set(guildId, there)
  return there
}

function one(call: Call): APIApplicationCommand {
  const command = commandsOf(call).get(call.params['command_id'] ?? '')
  if (!command) throw new ApiError(no.command)
  return command
}

/** The same name and type keeps its id, as when commands are deployed again. */
function keep({ world, params }: Call, commands: Commands, command: Fields, before: readonly APIApplicationCommand[]): APIApplicationCommand {
  const type = command['type'] ?? 1
  const same = before.find((one) => one.name === command['name'] && one.type === type)
  const made = {
    ...command, id: same?.id ?? world.nextId(), application_id: world.applicationId, version: world.nextId(), type, description: command['description'] ?? '',
    default_member_permissions: command['default_member_permissions'] ?? null, nsfw: command['nsfw'] ?? false,
    ...params['guild_id'] === undefined ? { dm_permission: command['dm_permission'] ?? true, contexts: command['contexts'] ?? null, integration_types: command['integration_types'] ?? [0] } : { guild_id: params['guild_id'] },
  } as unknown as APIApplicationCommand // checked by the rules
  commands.set(made.id, made)
  return made
}

const changed = ({ world, params }: Call) => world.tell({ kind: 'commands', guildId: params['guild_id'] })
