import type { BaseInteraction } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import type { Language } from '../../film/brief.ts'
import type { GuildSettings } from '../settings.ts'
import { inLanguage } from './language.ts'
import { personOf } from './person-of.ts'
import { Refusal } from './refusal.ts'

/** The server's rules about new films; nothing is said where they allow this one. `channels` is where it was asked for: a thread, and what it hangs in. */
export async function mayStart(interaction: BaseInteraction, channels: readonly (string | null)[], { office }: Pick<Desk, 'office'>, settings: GuildSettings) {
  const say = inLanguage(words, interaction)
  const person = personOf(interaction)
  const { guildId } = interaction
  if (guildId) await office.meet(guildId, person)
  if (guildId && settings.channels.length > 0 && !channels.some((id) => id !== null && settings.channels.includes(id))) throw new Refusal(say.elsewhere(settings.channels))
  if (guildId && settings.starters.length > 0 && !person.roles.some((role) => settings.starters.includes(role))) throw new Refusal(say.notYou(settings.starters))
  const alive = (await office.productions({ ...(guildId ? { guild: guildId } : { owner: person.id }), alive: true })).filter(({ kind }) => kind === 'film')
  const own = alive.filter(({ owner }) => owner === person.id)
  const list = own.slice(0, 5).map(({ title, thread }) => thread ? `<#${thread}>` : `«${title}»`).join(', ')
  if (own.length >= settings.maxFilmsPerPerson) throw new Refusal(say.yours(settings.maxFilmsPerPerson, list))
  if (alive.length >= settings.maxFilms) throw new Refusal(say.everybodys(settings.maxFilms))
}

export function shortEnough(seconds: number, { maxSeconds }: GuildSettings, asked: boolean, interaction: { locale: string }) {
  // what is only guessed gets the benefit of the doubt
  if (seconds > maxSeconds * (asked ? 1 : 1.25)) throw new Refusal(inLanguage(words, interaction).tooLong(Math.round(seconds), maxSeconds))
}

type Words = {
  elsewhere: (channels: readonly string[]) => string
  notYou: (roles: readonly string[]) => string
  yours: (most: number, list: string) => string
  everybodys: (most: number) => string
  tooLong: (seconds: number, most: number) => string
}

const words: Record<Language, Words> = {
  en: {
    elsewhere: (channels) => `Films are started in ${channels.map((id) => `<#${id}>`).join(', ')} on this server. Use the same command there.`,
    notYou: (roles) => `On this server a film is started by ${roles.map((id) => `<@&${id}>`).join(', ')}. Ask one of them, or whoever manages the server.`,
    yours: (most, list) => `You have ${most} film${most === 1 ? '' : 's'} in the making, which is as many as one person may have here: ${list}. Finish or /cancel one first.`,
    everybodys: (most) => `${most} films are in the making on this server, which is its limit. Come back when one is finished.`,
    tooLong: (seconds, most) => `This would be about ${length(seconds)} long; films here may have ${length(most)}. Bring one act at a time, or ask for fewer seconds.`,
  },
  zh: {
    elsewhere: (channels) => `这个服务器的片子在 ${channels.map((id) => `<#${id}>`).join('、')} 开机，请到那里用同样的命令。`,
    notYou: (roles) => `这个服务器由 ${roles.map((id) => `<@&${id}>`).join('、')} 开片。可以请他们来，或者找管理服务器的人。`,
    yours: (most, list) => `你已有 ${most} 部片子在拍，每人最多这么多：${list}。先拍完或 /cancel 一部。`,
    everybodys: (most) => `这个服务器已有 ${most} 部片子在拍，到上限了。等一部拍完再来。`,
    tooLong: (seconds, most) => `这大约要 ${lengthZh(seconds)}，这里一部片子最长 ${lengthZh(most)}。可以一幕一幕来，或者要短一点。`,
  },
}

const length = (seconds: number) => seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 6) / 10} min`
const lengthZh = (seconds: number) => seconds < 120 ? `${seconds} 秒` : `${Math.round(seconds / 6) / 10} 分钟`
