import { ApplicationCommandOptionType, ApplicationCommandType, type APIApplicationCommandOption, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
const nameRule = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const chat = commands.map(({ data }) => data).filter((data) => data.type !== ApplicationCommandType.Message)

type Named = { name: string; name_localizations?: unknown; description?: string; description_localizations?: unknown; options?: readonly unknown[]; choices?: readonly unknown[] }
const optionsOf = (each: Named): APIApplicationCommandOption[] => (each.options ?? []).flatMap((option) => [option as APIApplicationCommandOption, ...optionsOf(option as Named)])
const localised = (each: unknown) => Object.values((each ?? {}) as Record<string, string>)
const all = (data: RESTPostAPIApplicationCommandsJSONBody) => [data as Named, ...optionsOf(data as Named) as Named[]]

test.each(commands.map(({ data }) => [data.name, data] as const))('%s has names and descriptions that Discord takes, in three languages', (_, data) => {
  for (const each of all(data)) {
    expect(Object.keys(each.name_localizations ?? {}), each.name).toEqual(['zh-CN', 'zh-TW'])
    for (const name of [each.name, ...localised(each.name_localizations)]) {
      if (data.type === ApplicationCommandType.Message) expect(name.length).toBeLessThanOrEqual(32)
      else expect(name).toMatch(nameRule)
      if (data.type !== ApplicationCommandType.Message) expect(name).toBe(name.toLowerCase())
    }
    if (data.type === ApplicationCommandType.Message) continue
    for (const description of [each.description ?? '', ...localised(each.description_localizations)]) {
      expect(description.length, `${each.name}: ${description}`).toBeGreaterThan(0)
      expect(description.length, `${each.name}: ${description}`).toBeLessThanOrEqual(100)
    }
  }
})

test.each(chat.map((data) => [data.name, data] as const))('/%s keeps to 25 options, 25 choices and 8000 characters, what is required first', (_, data) => {
  for (const level of [data as Named, ...optionsOf(data as Named) as Named[]]) {
    const options = (level.options ?? []) as (Named & { required?: boolean; autocomplete?: boolean })[]
    expect(options.length).toBeLessThanOrEqual(25)
    const required = options.map((option) => option.required ?? false)
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
    for (const locale of [undefined, 'zh-CN', 'zh-TW']) {
      const names = options.map((option) => locale ? (option.name_localizations as Record<string, string>)[locale] : option.name)
      expect(new Set(names).size, `${level.name} in ${locale}`).toBe(names.length)
    }
    for (const option of options) {
      expect((option.choices ?? []).length).toBeLessThanOrEqual(25)
      expect(option.autocomplete === true && option.choices !== undefined, option.name).toBe(false)
    }
  }
  expect(characters(data as Named)).toBeLessThanOrEqual(8000)
})

test('no two commands have one name, in any language', () => {
  for (const read of [(data: Named) => data.name, ...['zh-CN', 'zh-TW'].map((locale) => (data: Named) => (data.name_localizations as Record<string, string>)[locale])]) {
    const names = commands.map(({ data }) => read(data as Named))
    expect(new Set(names).size).toBe(names.length)
  }
})

test('only /settings needs a right to be seen; it and /workflow belong to a server alone', () => {
  for (const { data } of commands) {
    expect(data.default_member_permissions, data.name).toBe(data.name === 'settings' ? '32' : undefined)
    expect(data.contexts, data.name).toEqual(['settings', 'workflow'].includes(data.name) ? [0] : [0, 1])
  }
})

test('whatever is searched while it is typed has somebody who answers', () => {
  for (const { data, autocomplete } of commands) {
    const searched = optionsOf(data as Named).some((option) => 'autocomplete' in option && option.autocomplete)
    expect(autocomplete !== undefined, data.name).toBe(searched)
  }
})

test('every option of a command is of a kind that is known', () => {
  expect(new Set(commands.flatMap(({ data }) => optionsOf(data as Named)).map(({ type }) => ApplicationCommandOptionType[type]))).not.toContain(undefined)
})

/** Names, descriptions and values, each in its longest language. */
function characters({ name, description = '', name_localizations, description_localizations, options = [], choices = [] }: Named & { value?: string }): number {
  const longest = (own: string, others: unknown) => Math.max(own.length, ...localised(others).map(({ length }) => length))
  const values = (choices as (Named & { value: string })[]).reduce((sum, choice) => sum + longest(choice.name, choice.name_localizations) + choice.value.length, 0)
  return longest(name, name_localizations) + longest(description, description_localizations) + values + (options as Named[]).reduce((sum, option) => sum + characters(option), 0)
}
