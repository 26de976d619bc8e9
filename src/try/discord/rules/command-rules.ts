import { Locale } from 'discord.js'
import type { Problem } from '../rest/api-error.ts'
import { collectProblems, fieldsOf, isFields, type Fields, type Path, type Problems } from './problems.ts'

// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const locales: readonly string[] = Object.values(Locale)

/** One application command: names, words, options, and all of it within 8000 characters. */
export function commandRules(command: Fields, at: Path = [], { global = true } = {}): Problem[] {
  const problems = collectProblems()
  problems.known(at, command, ['id', 'application_id', 'version', 'guild_id', 'name', 'name_localizations', 'description', 'description_localizations', 'options', 'default_member_permissions', 'dm_permission', 'contexts', 'integration_types', 'handler', 'type', 'nsfw', 'default_permission'])
  const type = command['type'] ?? 1
  problems.oneOf([...at, 'type'], type, [1, 2, 3, 4])
  if (type === 1) {
    names(problems, at, command)
    problems.text([...at, 'description'], command['description'], 1, 100, { required: true })
    localized(problems, [...at, 'description_localizations'], command['description_localizations'], 1, 100)
    optionsRules(problems, [...at, 'options'], command['options'], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  } else {
    problems.text([...at, 'name'], command['name'], 1, 32, { required: true })
    localized(problems, [...at, 'name_localizations'], command['name_localizations'], 1, 32)
    if (command['description']) problems.wrong([...at, 'description'], 'APPLICATION_COMMAND_INVALID_DESCRIPTION', 'A user or message command has no description.')
    if (Array.isArray(command['options']) && command['options'].length > 0) problems.wrong([...at, 'options'], 'APPLICATION_COMMAND_INVALID_OPTIONS', 'A user or message command has no options.')
  }
  const permissions = command['default_member_permissions']
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) problems.wrong([...at, 'default_member_permissions'], 'BASE_TYPE_BAD_BITFIELD', 'A bitfield of permissions, as a string.')
  for (const key of ['contexts', 'integration_types']) if (!global && command[key] !== undefined && command[key] !== null) problems.wrong([...at, key], 'APPLICATION_COMMAND_CONTEXTS_GLOBAL_ONLY', `${key} are for global commands only.`)
  const size = sizeOf(command)
  if (size > 8000) problems.wrong(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (8000): ${size}.`)
  return problems.problems
}

/** All commands of one place: how many of each kind, and no name twice. */
export function commandListRules(commands: unknown, place: { global: boolean }): Problem[] {
  const problems = collectProblems()
  const list = problems.list([], commands, 0, 130)
  const names = new Set<string>()
  for (const [index, command] of list.entries()) {
    problems.problems.push(...commandRules(fieldsOf(command), [index], place))
    const key = `${String(fieldsOf(command)['type'] ?? 1)} ${String(fieldsOf(command)['name'])}`
    if (names.has(key)) problems.wrong([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    names.add(key)
  }
  for (const [type, most] of [[1, 100], [2, 15], [3, 15]] as const) {
    if (list.filter((command) => (fieldsOf(command)['type'] ?? 1) === type).length > most) problems.wrong([], 'APPLICATION_COMMAND_TOO_MANY', `Maximum number of application commands of type ${type} reached (${most}).`)
  }
  return problems.problems
}

function optionsRules(problems: Problems, path: Path, value: unknown, allowed: readonly number[]) {
  const options = problems.list(path, value, 0, 25).map(fieldsOf)
  const seen = new Set<unknown>()
  let optional = false
  const nests = options.some((option) => option['type'] === 1 || option['type'] === 2)
  for (const [index, option] of options.entries()) {
    const at = [...path, index]
    const type = Number(option['type'])
    problems.oneOf([...at, 'type'], option['type'], allowed, { required: true })
    problems.known(at, option, ['type', 'name', 'name_localizations', 'description', 'description_localizations', 'required', 'choices', 'options', 'channel_types', 'min_value', 'max_value', 'min_length', 'max_length', 'autocomplete', 'file_types'])
    names(problems, at, option)
    if (seen.has(option['name'])) problems.wrong([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option name already used')
    seen.add(option['name'])
    problems.text([...at, 'description'], option['description'], 1, 100, { required: true })
    localized(problems, [...at, 'description_localizations'], option['description_localizations'], 1, 100)
    if (nests && type > 2) problems.wrong([...at, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and sub-command group option types are mutually exclusive to all other types')
    if (type === 2) optionsRules(problems, [...at, 'options'], option['options'], [1])
    else if (type === 1) optionsRules(problems, [...at, 'options'], option['options'], [3, 4, 5, 6, 7, 8, 9, 10, 11])
    else {
      if (option['required'] === true && optional) problems.wrong([...at], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must be placed before non-required options')
      optional ||= option['required'] !== true
      choicesRules(problems, at, option)
    }
  }
}

function choicesRules(problems: Problems, at: Path, option: Fields) {
  const choices = problems.list([...at, 'choices'], option['choices'], 0, 25).map(fieldsOf)
  if (option['autocomplete'] === true && choices.length > 0) problems.wrong([...at, 'choices'], 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'An option has choices or autocomplete, not both.')
  if (option['autocomplete'] === true && ![3, 4, 10].includes(Number(option['type']))) problems.wrong([...at, 'autocomplete'], 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE', 'Only texts and numbers have autocomplete.')
  for (const [index, choice] of choices.entries()) {
    problems.text([...at, 'choices', index, 'name'], choice['name'], 1, 100, { required: true })
    localized(problems, [...at, 'choices', index, 'name_localizations'], choice['name_localizations'], 1, 100)
    if (typeof choice['value'] === 'string') problems.text([...at, 'choices', index, 'value'], choice['value'], 1, 100)
    else if (typeof choice['value'] !== 'number') problems.wrong([...at, 'choices', index, 'value'], 'BASE_TYPE_REQUIRED', 'This field is required')
  }
  problems.whole([...at, 'min_length'], option['min_length'], 0, 6000)
  problems.whole([...at, 'max_length'], option['max_length'], 1, 6000)
}

function names(problems: Problems, at: Path, fields: Fields) {
  const fine = (name: string) => chatName.test(name) && name === name.toLowerCase()
  if (typeof fields['name'] !== 'string' || !fine(fields['name'])) problems.wrong([...at, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  for (const [locale, name] of localized(problems, [...at, 'name_localizations'], fields['name_localizations'], 1, 32)) {
    if (!fine(name)) problems.wrong([...at, 'name_localizations', locale], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  }
}

function localized(problems: Problems, path: Path, value: unknown, min: number, max: number): [string, string][] {
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([locale, text]): [string, string][] => {
    if (!locales.includes(locale)) problems.wrong([...path, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`)
    problems.text([...path, locale], text, min, max)
    return typeof text === 'string' ? [[locale, text]] : []
  })
}

/** Names, descriptions and values of a command and all its options; the longest localization counts. */
function sizeOf(fields: Fields): number {
  const longest = (key: string) => Math.max(0, ...[fields[key], ...Object.values(fieldsOf(fields[`${key}_localizations`]))].map((text) => typeof text === 'string' ? [...text].length : 0))
  const inside = (key: string) => Array.isArray(fields[key]) ? fields[key].reduce((sum: number, one) => sum + sizeOf(fieldsOf(one)), 0) : 0
  return longest('name') + longest('description') + (typeof fields['value'] === 'string' ? [...fields['value']].length : 0) + inside('options') + inside('choices')
}
