import type { APIApplicationCommandOption } from 'discord.js'
import type { OptionValue, Upload } from '../interface.ts'
import type { Resolving } from './resolved.ts'

type Filled = { name: string; type: number; value?: string | number | boolean; options?: Filled[]; focused?: true }

/** What a person has put into a command's options, as Discord's own client would let them. */
export function fillOptions(defined: readonly APIApplicationCommandOption[], given: Record<string, OptionValue>, { resolving, subcommand, focused }: { resolving: Resolving; subcommand?: string | undefined; focused?: string | undefined }): Filled[] {
  if (subcommand !== undefined) {
    const [first = '', ...rest] = subcommand.split(' ')
    const option = defined.find(({ name, type }) => name === first && (type === 1 || type === 2))
    if (!option || !('options' in option)) throw new Error(`There is no subcommand «${first}». There are: ${defined.map(({ name }) => name).join(', ')}.`)
    return [{ name: first, type: option.type, options: fillOptions(option.options ?? [], given, { resolving, focused, subcommand: rest.length > 0 ? rest.join(' ') : undefined }) }]
  }
  const unknown = Object.keys(given).find((name) => !defined.some((option) => option.name === name))
  if (unknown !== undefined) throw new Error(`There is no option «${unknown}». There are: ${defined.map(({ name }) => name).join(', ')}.`)
  if (defined.some(({ type }) => type === 1 || type === 2)) throw new Error(`Name a subcommand: ${defined.map(({ name }) => name).join(', ')}.`)
  const missing = focused === undefined ? defined.find((option) => option.required === true && given[option.name] === undefined) : undefined
  if (missing) throw new Error(`The option «${missing.name}» is required.`)
  return Object.entries(given).map(([name, value]) => {
    const option = defined.find((one) => one.name === name)
    if (!option) throw new Error(`There is no option «${name}».`)
    // While it is being typed anything may stand there.
    if (name === focused) return { name, type: option.type, value: String(value), focused: true }
    return { name, type: option.type, value: fill(option, value, resolving) }
  })
}

function fill(option: APIApplicationCommandOption, value: OptionValue, { add }: Resolving): string | number | boolean {
  const refuse = (wants: string): never => { throw new Error(`The option «${option.name}» takes ${wants}.`) }
  const id = typeof value === 'object' && 'id' in value ? value.id : String(value)
  switch (option.type as number) {
    case 3: return text(option, value, refuse)
    case 4: case 10: return number(option, value, refuse)
    case 5: return typeof value === 'boolean' ? value : refuse('true or false')
    case 6: return add.user(id) ? id : refuse('a user')
    case 7: return add.channel(id) ? id : refuse('a channel')
    case 8: return add.role(id) ? id : refuse('a role')
    case 9: return add.user(id) || add.role(id) ? id : refuse('a user or a role')
    case 11: return isUpload(value) ? add.upload(value) : refuse('a file')
    default: return refuse('something else')
  }
}

function text(option: APIApplicationCommandOption, value: OptionValue, refuse: (wants: string) => never) {
  if (typeof value !== 'string') return refuse('a text')
  if (value.length > 6000) refuse('at most 6000 characters')
  if ('max_length' in option && option.max_length !== undefined && value.length > option.max_length) refuse(`at most ${option.max_length} characters`)
  if ('min_length' in option && option.min_length !== undefined && value.length < option.min_length) refuse(`at least ${option.min_length} characters`)
  fromChoices(option, value, refuse)
  return value
}

function number(option: APIApplicationCommandOption, value: OptionValue, refuse: (wants: string) => never) {
  if (typeof value !== 'number' || (option.type === 4 && !Number.isInteger(value))) return refuse(option.type === 4 ? 'a whole number' : 'a number')
  if ('min_value' in option && option.min_value !== undefined && value < option.min_value) refuse(`at least ${option.min_value}`)
  if ('max_value' in option && option.max_value !== undefined && value > option.max_value) refuse(`at most ${option.max_value}`)
  fromChoices(option, value, refuse)
  return value
}

function fromChoices(option: APIApplicationCommandOption, value: string | number, refuse: (wants: string) => never) {
  if (!('choices' in option) || option.choices === undefined || option.choices.length === 0) return
  const values = option.choices.map((choice) => choice.value)
  if (!values.includes(value as never)) refuse(`one of: ${values.join(', ')}`)
}

const isUpload = (value: OptionValue): value is Upload => typeof value === 'object' && 'bytes' in value
