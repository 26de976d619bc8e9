import type { BaseInteraction } from 'discord.js'
import type { Direction } from '../../../film/direction.ts'
import type { Right } from '../../../production/rights.ts'
import { languageOf } from '../../commands/language.ts'
import { personOf, replyOf, speakerOf } from '../../commands/person-of.ts'
import { Refusal } from '../../commands/refusal.ts'
import { welcomeWords } from '../../commands/welcome-words.ts'
import { need, type ThisFilm } from '../../commands/this-film.ts'
import type { Office, Production } from '../../office.ts'
import { gatewayWords } from '../words.ts'

/** The production that a press names, with what this person may do in it; refuses, naming who may, without the right it needs. */
export async function standing(asked: BaseInteraction, id: string, { office }: { office: Office }, right?: Right): Promise<ThisFilm> {
  const production = await office.production(id)
  if (!production) throw new Refusal(gatewayWords[languageOf(asked.locale)].gone)
  const film = { production, rights: await office.rights(personIn(production, asked), production) }
  if (right) need(right, film, asked)
  return film
}

/** A card may be pressed outside of its server: nobody moderates a film of another one. */
export function personIn({ guild }: Pick<Production, 'guild'>, asked: BaseInteraction) {
  const person = personOf(asked)
  return asked.guildId === guild ? person : { ...person, roles: [], moderates: false }
}

/** Mails what this person did. The same interaction again, after a dropped gateway, is the same event. */
export const send = (asked: BaseInteraction, { production, rights }: ThisFilm, { office }: { office: Office }, event: Record<string, unknown>, part = '') =>
  office.send(production.id, `i:${asked.id}${part}`, event, { by: speakerOf(asked, rights), reply: replyOf(asked) })

export type Note = { text: string; about?: string; understood?: Direction[] }

/** Words, from a form or for one: what a form says is understood already. */
export async function sendNote(asked: BaseInteraction, film: ThisFilm, desk: { office: Office }, note: Note) {
  // the words of a form are said twice: as they are told, and as they are understood
  const said = await welcomeWords(JSON.stringify([note.text, note.understood ?? null]), asked, desk)
  const [text, understood] = JSON.parse(said) as [string, Direction[] | null]
  return send(asked, film, desk, { kind: 'noted', id: asked.id, ...note, text, ...(understood === null ? {} : { understood }) })
}
