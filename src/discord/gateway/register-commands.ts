import { type Client, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'
import { canonicalJson } from '../../store/json.ts'

/** Tells Discord which commands there are, if it does not know yet: 200 new commands a day are all that it takes. Returns whether anything was changed. */
export async function registerCommands(client: Client<true>, commands: readonly RESTPostAPIApplicationCommandsJSONBody[], guild?: string): Promise<boolean> {
  const { id } = client.application
  const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id)
  const wanted = guild ? commands.map(inGuild) : commands
  const registered = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  if (sameCommands(wanted, Array.isArray(registered) ? registered : [])) return false
  await client.rest.put(route, { body: wanted })
  return true
}

/** A server's own commands are used in it and nowhere else. */
function inGuild(command: RESTPostAPIApplicationCommandsJSONBody): RESTPostAPIApplicationCommandsJSONBody {
  const { contexts: _contexts, integration_types: _types, ...rest } = command
  return rest as RESTPostAPIApplicationCommandsJSONBody
}

/** Whether Discord has these and no others. It adds ids and defaults of its own, and gives them back in any order. */
export const sameCommands = (wanted: readonly object[], registered: readonly object[]) => canonicalJson(told(wanted)) === canonicalJson(told(registered))

const told = (commands: readonly object[]) => commands.map((command) => canonicalJson(essence(command))).sort()

/** Without what Discord makes up, and without what says nothing. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    if (made.has(key) || each === null || each === undefined || each === false || each === '' || (typeof each === 'object' && Object.keys(each).length === 0)) return []
    if (usual[key] === JSON.stringify(each)) return []
    return [[key, sorted.has(key) && Array.isArray(each) ? each.toSorted() : essence(each)]]
  })
  return Object.fromEntries(kept)
}

const made = new Set(['id', 'application_id', 'version', 'guild_id', 'default_permission', 'dm_permission', 'name_localized', 'description_localized', 'handler'])
/** What Discord fills in where nothing is said. */
const usual: Record<string, string> = { integration_types: '[0]' }
const sorted = new Set(['contexts', 'integration_types', 'channel_types'])
