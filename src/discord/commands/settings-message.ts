import { looks } from '../../film/look.ts'
import { colours, frame, text } from '../cards/layout.ts'
import type { Message } from '../cards/message.ts'
import type { GuildSettings } from '../settings.ts'
import { modelOptions } from './model-options.ts'
import { inLanguage, languageOf } from './language.ts'

/** A server's settings, each on a line. */
export function settingsMessage(settings: GuildSettings, interaction: { locale: string }): Message {
  const say = inLanguage(words, interaction)
  const look = looks.find(({ name }) => name === settings.look)
  const yes = (value: boolean) => value ? say.yes : say.no
  const line = (name: string, value: string) => `${name} · **${value}**`
  return frame(colours.quiet, [
    text(`**${say.title}**`),
    text(
      line(say.channels, settings.channels.map((id) => `<#${id}>`).join(' ') || say.everywhere), line(say.starters, settings.starters.map((id) => `<@&${id}>`).join(' ') || say.everybody),
      line(say.openNotes, yes(settings.openNotes)), line(say.private, yes(settings.private)),
      line(say.realPeople, settings.realPeople === 'refuse' ? say.no : say.withConsent), line(say.confirmPictures, yes(settings.confirmPictures)),
    ),
    text(
      line(say.language, settings.language === null ? say.byServer : say.languages[settings.language]), line(say.aspect, settings.aspect), line(say.definition, settings.definition),
      line(say.look, look ? look[languageOf(interaction.locale)] : say.byText), line(say.candidates, String(settings.candidates)),
    ),
    text(line(say.maxSeconds, say.seconds(settings.maxSeconds)), line(say.maxFilmsPerPerson, String(settings.maxFilmsPerPerson)), line(say.maxFilms, String(settings.maxFilms))),
    ...(Object.keys(settings.models).length > 0 ? [text(...modelOptions.flatMap(({ capability }) => settings.models[capability] ? [line(say.models[capability], settings.models[capability])] : []))] : []),
    text(...moneyLines(settings, interaction)),
    text(`-# ${say.how}`),
  ])
}

const dollars = (sum: number) => `$${sum.toFixed(2)}`

function moneyLines(settings: GuildSettings, interaction: { locale: string }): string[] {
  const say = inLanguage(words, interaction)
  const cap = (sum: number | null) => `**${sum === null ? say.noCap : dollars(sum)}**`
  return [
    `${say.capFilm} · ${cap(settings.capFilm)}`,
    `${say.capPerson} · ${say.each(cap(settings.capPersonDay), cap(settings.capPersonMonth))}`,
    `${say.capServer} · ${say.each(cap(settings.capServerDay), cap(settings.capServerMonth))}`,
    ...settings.capRoles.map(({ role, day, month }) => `<@&${role}> · ${say.each(cap(day), cap(month))}`),
    `${say.confirm} · **${settings.confirmAbove === null ? say.noCap : dollars(settings.confirmAbove)}** · ${say.warn} · **${Math.round(settings.warnAt * 100)} %**`,
  ]
}

const words = {
  en: {
    noCap: 'no cap', each: (day: string, month: string) => `${day} a day, ${month} a month`, seconds: (most: number) => `${most} s`, capFilm: 'May be spent: for one film', capPerson: 'by one person', capServer: 'by the server', confirm: 'A «Go» is asked for above', warn: 'warned at',
    title: 'Settings of this server', yes: 'yes', no: 'no', everywhere: 'everywhere', everybody: 'everybody', byServer: "the server's own", byText: 'what suits the text',
    languages: { en: 'English', zh: 'Chinese' },
    channels: 'Films are started in', starters: 'by', openNotes: 'Everybody in a thread may give notes', private: 'New films in private threads', realPeople: 'Real people in films', withConsent: 'with their consent', confirmPictures: 'Pictures are confirmed once', language: 'Announcements',
    aspect: 'Aspect', definition: 'Size', look: 'Look', candidates: 'Pictures for each shot', maxSeconds: 'Longest film', maxFilmsPerPerson: 'Films in the making, each person', maxFilms: 'and on the whole server',
    models: { draw: 'Pictures are made by', animate: 'Clips by', speak: 'Voices by', compose: 'Music by' },
    how: '/settings set · models · money · role-money · channels · starters · reset. They hold for films that are started from now on.',
  },
  zh: {
    noCap: '不限', each: (day: string, month: string) => `每天 ${day}，每月 ${month}`, seconds: (most: number) => `${most} 秒`, capFilm: '可花费：单部片子', capPerson: '每人', capServer: '整个服务器', confirm: '超过多少要点「开工」', warn: '用到多少时提醒',
    title: '本服务器的设置', yes: '是', no: '否', everywhere: '所有频道', everybody: '所有人', byServer: '随服务器', byText: '按内容来',
    languages: { en: '英文', zh: '中文' },
    channels: '可开片的频道', starters: '可开片的人', openNotes: '子区里的人都可提意见', private: '新片开在私密子区', realPeople: '真人出镜', withConsent: '本人同意即可', confirmPictures: '第一次发图要确认', language: '公告语言',
    aspect: '画幅', definition: '清晰度', look: '风格', candidates: '每个镜头的备选', maxSeconds: '最长', maxFilmsPerPerson: '每人同时在拍', maxFilms: '全服务器同时在拍',
    models: { draw: '画面用', animate: '镜头用', speak: '配音用', compose: '配乐用' },
    how: '/settings set、models、money、role-money、channels、starters、reset。对之后新开的片子生效。',
  },
}
