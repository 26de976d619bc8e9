import { type APIMessage, Routes } from 'discord.js'
import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import { replyOf, speakerOf } from '../../commands/person-of.ts'
import { deleteConfirmation } from '../../modals/confirmations.ts'
import { clearAway } from '../clear-away.ts'
import { shotOf } from '../shot-of.ts'
import { whisper } from '../whisper.ts'
import { gatewayWords } from '../words.ts'
import { wordsFor } from '../words-for-us.ts'
import type { Act } from './answer-press.ts'
import { send, sendNote, standing } from './standing.ts'

/** The standard answer to whatever is asked; the fold leaves out what this person may not settle. */
export const approveAll: Act<'approve-all'> = async (asked, { production }, desk) => {
  const film = await standing(asked, production, desk, 'note')
  const text = languageOf(asked.locale) === 'zh' ? '全部通过' : 'approve all'
  return sendNote(asked, film, desk, { text, understood: [{ kind: 'approve' }] })
}

/** Somebody of the crew makes another one's words their own. The same note is taken once, whoever takes it. */
export const takeNote: Act<'take-note'> = async (asked, { production, message }, desk) => {
  const say = gatewayWords[languageOf(asked.locale)]
  const film = await standing(asked, production, desk, 'note')
  const said = await desk.rest.get(Routes.channelMessage(asked.channelId ?? film.production.channel, message)).catch(() => null) as APIMessage | null
  if (!said) throw new Refusal(say.noteGone)
  const text = wordsFor(said.content, asked.client.user.id)
  if (text === '') throw new Refusal(say.noteEmpty)
  const about = await shotOf(desk.office, production, said.message_reference?.message_id)
  const fresh = await desk.office.send(production, `m:${message}`, { kind: 'noted', id: message, text, ...(about ? { about } : {}) }, { by: speakerOf(asked, film.rights), reply: replyOf(asked) })
  await whisper(asked, fresh ? say.taken : say.takenBefore)
}

export const cancel: Act<'cancel'> = async (asked, { production }, desk) =>
  send(asked, await standing(asked, production, desk, 'cancel'), desk, { kind: 'cancelled' })

export const remove: Act<'delete'> = async (asked, { production: id, sure }, desk) => {
  const language = languageOf(asked.locale)
  const { production } = await standing(asked, id, desk, 'delete')
  if (!sure) {
    const { flags, components } = deleteConfirmation(id, production.title, language)
    return whisper(asked, { flags, components })
  }
  const files = await clearAway(production, desk)
  return whisper(asked, gatewayWords[language].deleted(files)).catch(() => undefined)
}

