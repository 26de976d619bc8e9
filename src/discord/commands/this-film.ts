import type { AutocompleteInteraction, BaseInteraction, ChatInputCommandInteraction } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import type { Language } from '../../film/brief.ts'
import type { Right } from '../../production/rights.ts'
import type { Production } from '../office.ts'
import { inLanguage, languageOf } from './language.ts'
import { personOf } from './person-of.ts'
import { discordWords } from '../words.ts'
import { Refusal } from './refusal.ts'
import { searched } from './slash.ts'

export type ThisFilm = { production: Production; rights: Right[] }

/** The film a command is about: the one it names, else the one that lives where the command was given. */
export async function thisFilm(interaction: ChatInputCommandInteraction | AutocompleteInteraction, desk: Desk): Promise<ThisFilm> {
  const named = interaction.options.getString('film')
  const say = inLanguage(words, interaction)
  if (named === null) return filmHere(interaction, desk, say.none)
  const production = await desk.office.production(named)
  const rights = production && await desk.office.rights(personOf(interaction), production)
  // A film that somebody has no part in is not found: its thread may be private.
  if (!production || !rights || !belongs(interaction, production, rights)) throw new Refusal(say.unknown)
  return { production, rights }
}

export async function filmHere(interaction: BaseInteraction, desk: Desk, otherwise = inLanguage(words, interaction).nobody): Promise<ThisFilm> {
  const production = interaction.channelId && await desk.office.productionIn(interaction.channelId)
  if (!production) throw new Refusal(otherwise)
  return { production, rights: await desk.office.rights(personOf(interaction), production) }
}

/** Refuses, and names who may. */
export function need(right: Right, { production, rights }: ThisFilm, interaction: { locale: string }) {
  if (!rights.includes(right)) throw new Refusal(inLanguage(words, interaction).notYours[right](production))
}

/** The option that names a film from anywhere. */
export const filmOption = searched(['film', '片子', '片子'], ['Which film, when this is not its thread', '哪部片子（不在它的子区里时）', '哪部片子（不在它的討論串裡時）'])

/** The films that somebody has a part in, the newest first. */
export async function offerFilms(interaction: AutocompleteInteraction, { office }: Desk) {
  const typed = interaction.options.getFocused().toLowerCase()
  const person = personOf(interaction)
  const films = await office.productions(interaction.guildId ? { guild: interaction.guildId } : { owner: interaction.user.id })
  const own: Production[] = []
  for (const film of films) {
    if (own.length >= 25 || film.kind !== 'film') continue
    if (!`${film.title} ${film.id}`.toLowerCase().includes(typed)) continue
    if (belongs(interaction, film, await office.rights(person, film))) own.push(film)
  }
  await interaction.respond(own.map(({ id, title, phase }) => ({ name: `${title.slice(0, 70)} · ${discordWords[languageOf(interaction.locale)].phase[phase]}`, value: id })))
}

/** A part in it is more than the notes that everybody may give. Nobody moderates a film of another server. */
const belongs = ({ guildId, user }: BaseInteraction, production: Production, rights: readonly Right[]) =>
  production.owner === user.id || (production.guild !== null && production.guild === guildId && rights.some((right) => right !== 'note'))

const crewOf = ({ owner, crew }: Production, ...roles: string[]) =>
  [`<@${owner}>`, ...crew.filter(({ role }) => roles.includes(role)).map(({ kind, id }) => kind === 'user' ? `<@${id}>` : `<@&${id}>`)]

type Say = (production: Production) => string
const english = (what: string, ...roles: string[]): Say => (production) => `You may not ${what} here. ${crewOf(production, ...roles).join(', ')} may, and can give you a place with /crew.`
const chinese = (what: string, ...roles: string[]): Say => (production) => `这里${what}不归你定。可以找 ${crewOf(production, ...roles).join('、')}，也可以请他们用 /crew 把你加进剧组。`

const words: Record<Language, { none: string; nobody: string; unknown: string; notYours: Record<Right, Say> }> = {
  en: {
    nobody: 'No film lives here. Use this in the thread of a film; /film starts a new one.',
    none: 'No film lives here. Use this in the thread of a film, or name the film in the option `film`. /film starts a new one.',
    unknown: 'There is no such film that you have a part in. Choose one from the list that appears while you type.',
    notYours: {
      note: english('give notes', 'producer', 'director', 'editor'), choose: english('choose the idea or lock the script', 'producer', 'director'),
      greenlight: english('greenlight the storyboard', 'producer', 'director'), shots: english('decide about shots', 'producer', 'director', 'editor'),
      cut: english('lock the picture', 'producer', 'director', 'editor'), cancel: english('stop the film', 'producer'),
      crew: english('change the crew', 'producer'), delete: english('delete the film'),
      caps: () => 'Whoever manages the server sets what it may spend, with /settings money.',
    },
  },
  zh: {
    nobody: '这里没有片子。请在某部片子的子区里用；新开一部用 /film。',
    none: '这里没有片子。请在某部片子的子区里用这个命令，或者在「片子」选项里指定一部。新开一部用 /film。',
    unknown: '没有这样一部你参与的片子。请从输入时出现的列表里选一部。',
    notYours: {
      note: chinese('提意见', 'producer', 'director', 'editor'), choose: chinese('选创意、锁剧本', 'producer', 'director'),
      greenlight: chinese('批准开拍', 'producer', 'director'), shots: chinese('定镜头', 'producer', 'director', 'editor'),
      cut: chinese('定剪', 'producer', 'director', 'editor'), cancel: chinese('停拍', 'producer'),
      crew: chinese('改剧组', 'producer'), delete: chinese('删片子'),
      caps: () => '服务器能花多少，由管理服务器的人用 /settings money 定。',
    },
  },
}
