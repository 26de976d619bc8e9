import type { ChatInputCommandInteraction } from 'discord.js'
import { GuildSettings } from '../settings.ts'
import type { Studio } from '../../studio/studio.ts'
import { modelOptions } from './model-options.ts'
import { inLanguage } from './language.ts'
import { Refusal } from './refusal.ts'

/** What one use of /settings changes; nothing, where it only looks. */
export function changeOf(subcommand: string, interaction: ChatInputCommandInteraction, now: GuildSettings, studio: Pick<Studio, 'seenIn'>): Partial<GuildSettings> {
  const { options } = interaction
  switch (subcommand) {
    case 'set': return setOf(options)
    case 'channels': return { channels: inOrOut(now.channels, options.getChannel('channel', true).id, options.getString('what', true), interaction) }
    case 'starters': return { starters: inOrOut(now.starters, options.getRole('role', true).id, options.getString('what', true), interaction) }
    case 'models': return { models: modelsOf(now.models, interaction, studio) }
    case 'money': return moneyOf(options)
    case 'role-money': return { capRoles: roleMoney(now.capRoles, options) }
    case 'reset': return GuildSettings.parse({})
    default: return {}
  }
}

const fields: Record<string, keyof GuildSettings> = {
  'language': 'language', 'open-notes': 'openNotes', 'private': 'private', 'real-people': 'realPeople', 'confirm-pictures': 'confirmPictures', 'aspect': 'aspect', 'size': 'definition', 'look': 'look', 'candidates': 'candidates',
  'max-seconds': 'maxSeconds', 'max-films-per-person': 'maxFilmsPerPerson', 'max-films': 'maxFilms',
}

function setOf(options: ChatInputCommandInteraction['options']): Partial<GuildSettings> {
  const given = Object.entries(fields).flatMap(([name, field]) => {
    const value = options.get(name)?.value
    return value === undefined ? [] : [[field, value === 'auto' ? null : value] as const]
  })
  // A schema with defaults would fill in what was not said.
  const whole = GuildSettings.parse(Object.fromEntries(given))
  return Object.fromEntries(Object.entries(whole).filter(([field]) => given.some(([named]) => named === field)))
}

/** `auto` gives the choice back to the operator. */
function modelsOf(now: GuildSettings['models'], interaction: ChatInputCommandInteraction, studio: Pick<Studio, 'seenIn'>): GuildSettings['models'] {
  const offered = studio.seenIn(interaction.guildId)
  const models = { ...now }
  for (const { option, capability } of modelOptions) {
    const wanted = interaction.options.getString(option)?.trim()
    if (wanted === undefined) continue
    if (wanted === 'auto') delete models[capability]
    else if (offered.models(capability).some(({ id }) => id === wanted)) models[capability] = wanted
    else throw new Refusal(inLanguage(words, interaction).noModel(wanted.slice(0, 80), offered.models(capability).map(({ id }) => id)))
  }
  return models
}

const caps = { 'film': 'capFilm', 'person-day': 'capPersonDay', 'person-month': 'capPersonMonth', 'server-day': 'capServerDay', 'server-month': 'capServerMonth' } as const

/** Nothing where nothing was said; no cap where zero was. */
function moneyOf(options: ChatInputCommandInteraction['options']): Partial<GuildSettings> {
  const set = Object.entries(caps).flatMap(([name, field]) => {
    const dollars = options.getNumber(name)
    return dollars === null ? [] : [[field, dollars === 0 ? null : dollars] as const]
  })
  const above = options.getNumber('confirm-above')
  const warnAt = options.getInteger('warn-at')
  return { ...Object.fromEntries(set), ...(above === null ? {} : { confirmAbove: above }), ...(warnAt === null ? {} : { warnAt: warnAt / 100 }) }
}

function roleMoney(now: GuildSettings['capRoles'], options: ChatInputCommandInteraction['options']): GuildSettings['capRoles'] {
  const { id } = options.getRole('role', true)
  const [day, month] = [options.getNumber('day'), options.getNumber('month')]
  const others = now.filter(({ role }) => role !== id)
  return day === 0 && month === 0 ? others : [...others, { role: id, day, month }].slice(-25)
}

function inOrOut(list: readonly string[], id: string, what: string, interaction: { locale: string }): string[] {
  const say = inLanguage(words, interaction)
  const others = list.filter((each) => each !== id)
  if (what === 'remove' && others.length === list.length) throw new Refusal(say.notListed)
  if (what === 'add' && others.length >= 25) throw new Refusal(say.full)
  return what === 'add' ? [...others, id] : others
}

const words = {
  en: { notListed: 'That one is not in the list, so nothing was changed. /settings show has the list.', noModel: (wanted: string, there: readonly string[]) => `There is no model ${wanted} for this here. ${there.length === 0 ? 'There is nothing to choose: this machine does it itself.' : `There are: ${there.slice(0, 15).join(', ')}; or auto.`}`, full: 'The list has 25 already. Remove one first, or leave the list empty to allow all.' },
  zh: { notListed: '列表里没有它，什么都没改。/settings show 能看到列表。', noModel: (wanted: string, there: readonly string[]) => `这里没有能做这件事的模型「${wanted}」。${there.length === 0 ? '这里没得选：由本机自己做。' : `有：${there.slice(0, 15).join('、')}；或 auto。`}`, full: '列表已有 25 个。先移除一个，或者清空列表表示都可以。' },
}
