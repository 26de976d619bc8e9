import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord.js'

/** A slash command as one types it: subcommands are calls of their own. */
export type Call = { command: string; subcommand: string | undefined; shown: string; description: string; options: CallOption[]; key: string }
export type CallOption = {
  name: string; shown: string; description: string; type: number; required: boolean; autocomplete: boolean
  choices: { name: string; value: string | number }[]; least: number | undefined; most: number | undefined; channelTypes: number[] | undefined
}

export function callsOf(commands: readonly APIApplicationCommand[], locale: string): Call[] {
  const local = (names: Partial<Record<string, string | null>> | null | undefined, otherwise: string) => names?.[locale] ?? otherwise
  const plain = (option: APIApplicationCommandOption): CallOption => {
    const any = option as Partial<{ choices: { name: string; value: string | number; name_localizations?: Record<string, string> | null }[]; autocomplete: boolean; min_value: number; max_value: number; min_length: number; max_length: number; channel_types: number[] }> // which of these there are depends on its type
    return {
      name: option.name, shown: local(option.name_localizations, option.name), description: local(option.description_localizations, option.description), type: option.type,
      required: option.required === true, autocomplete: any.autocomplete === true, channelTypes: any.channel_types,
      choices: (any.choices ?? []).map(({ name, name_localizations: names, value }) => ({ name: local(names, name), value })),
      least: any.min_value ?? any.min_length, most: any.max_value ?? any.max_length,
    }
  }
  const flat = (options: readonly APIApplicationCommandOption[], call: Omit<Call, 'options' | 'key'>): Call[] => {
    const inner = options.filter(({ type }) => type === 1 || type === 2)
    if (inner.length === 0) return [{ ...call, key: `${call.command} ${call.subcommand ?? ''}`, options: options.map(plain).toSorted((one, other) => Number(other.required) - Number(one.required)) }]
    return inner.flatMap((option) => flat('options' in option ? (option.options ?? []) as APIApplicationCommandOption[] : [], { // a group's own are options too
      command: call.command, subcommand: [call.subcommand, option.name].filter((part) => part !== undefined).join(' '),
      shown: `${call.shown} ${local(option.name_localizations, option.name)}`, description: local(option.description_localizations, option.description),
    }))
  }
  return commands.filter(({ type }) => type === 1).flatMap((command) => flat(command.options ?? [], {
    command: command.name, subcommand: undefined, shown: local(command.name_localizations, command.name), description: local(command.description_localizations, command.description),
  }))
}

/** Those that begin like what is typed come first; then those that contain it. */
export function matching(calls: readonly Call[], typed: string): Call[] {
  const text = typed.toLowerCase()
  const named = ({ shown, command, subcommand }: Call) => [shown.toLowerCase(), `${command} ${subcommand ?? ''}`.trim()]
  return calls.filter((call) => named(call).some((name) => name.includes(text)) || call.description.toLowerCase().includes(text))
    .toSorted((one, other) => rank(named(one), text) - rank(named(other), text))
}
const rank = (names: readonly string[], text: string) => names.some((name) => name.startsWith(text)) ? 0 : names.some((name) => name.includes(text)) ? 1 : 2
