import {
  ApplicationCommandOptionType as Option, ApplicationCommandType, InteractionContextType, PermissionFlagsBits,
  type APIApplicationCommandBasicOption, type APIApplicationCommandOption, type APIApplicationCommandSubcommandOption, type ChannelType,
  type LocalizationMap, type RESTPostAPIChatInputApplicationCommandsJSONBody, type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'

/** English, simplified and traditional Chinese. */
export type Told = readonly [en: string, zhCN: string, zhTW: string]

type Where = { manage?: boolean; guildOnly?: boolean }

/** A slash command as Discord wants it registered: usable in a server and in a message to the bot. */
export const slash = (name: Told, description: Told, options: APIApplicationCommandOption[] = [], where: Where = {}): RESTPostAPIChatInputApplicationCommandsJSONBody =>
  ({ type: ApplicationCommandType.ChatInput, ...told(name, description), options: requiredFirst(options), ...usable(where) })

/** A command of a message's own menu. It has a name and no description. */
export const onMessage = (name: Told, where: Where = {}): RESTPostAPIContextMenuApplicationCommandsJSONBody =>
  ({ type: ApplicationCommandType.Message, name: name[0], name_localizations: localised(name), ...usable(where) })

export const subcommand = (name: Told, description: Told, options: APIApplicationCommandBasicOption[] = []): APIApplicationCommandSubcommandOption =>
  ({ type: Option.Subcommand, ...told(name, description), options: requiredFirst(options) })

type Choice = { value: string; name: Told }
type Basic = { required?: boolean }

export const text = (name: Told, description: Told, { choices, ...rest }: Basic & { min_length?: number; max_length?: number; choices?: readonly Choice[] } = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.String, ...told(name, description), ...rest, ...(choices ? { choices: choices.map((choice) => ({ value: choice.value, name: choice.name[0], name_localizations: localised(choice.name) })) } : {}) })

/** Offered while it is typed. */
export const searched = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.String, ...told(name, description), max_length: 100, ...rest, autocomplete: true })

export const whole = (name: Told, description: Told, rest: Basic & { min_value: number; max_value: number }): APIApplicationCommandBasicOption =>
  ({ type: Option.Integer, ...told(name, description), ...rest })

/** An amount, with cents. */
export const amount = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.Number, ...told(name, description), min_value: 0, max_value: 1_000_000, ...rest })

export const yesNo = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.Boolean, ...told(name, description), ...rest })

export const file = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.Attachment, ...told(name, description), ...rest })

export const channel = (name: Told, description: Told, channel_types: ChannelType[], rest: Basic = {}): APIApplicationCommandBasicOption =>
  ({ type: Option.Channel, ...told(name, description), channel_types: channel_types as never, ...rest })

export const user = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption => ({ type: Option.User, ...told(name, description), ...rest })
export const role = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption => ({ type: Option.Role, ...told(name, description), ...rest })
/** A person or a role of the server. */
export const mentionable = (name: Told, description: Told, rest: Basic = {}): APIApplicationCommandBasicOption => ({ type: Option.Mentionable, ...told(name, description), ...rest })

const localised = ([, zhCN, zhTW]: Told): LocalizationMap => ({ 'zh-CN': zhCN, 'zh-TW': zhTW })

const told = (name: Told, description: Told) =>
  ({ name: name[0], name_localizations: localised(name), description: description[0], description_localizations: localised(description) })

const usable = ({ manage = false, guildOnly = false }: Where) => ({
  contexts: [InteractionContextType.Guild, ...(guildOnly ? [] : [InteractionContextType.BotDM])],
  integration_types: [0],
  ...(manage ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {}),
})

/** Discord refuses a required option after one that may be left out. */
const requiredFirst = <Each extends { required?: boolean | undefined }>(options: readonly Each[]): Each[] =>
  options.toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
