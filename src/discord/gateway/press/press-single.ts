import type { BaseInteraction, MessageComponentInteraction } from 'discord.js'
import { againOf, type Child, varyOf } from '../../../single/child-of.ts'
import { filmOf } from '../../../single/film-of.ts'
import type { SingleState } from '../../../single/single-state.ts'
import { languageOf } from '../../commands/language.ts'
import { mayStart } from '../../commands/may-start.ts'
import { Refusal } from '../../commands/refusal.ts'
import { productionId } from '../../commands/start-film.ts'
import { submitted } from '../../modals/submitted.ts'
import { readWords } from '../../modals/words-modals.ts'
import type { Production } from '../../office.ts'
import type { GatewayDesk } from '../desk.ts'
import { whisper } from '../whisper.ts'
import { gatewayWords } from '../words.ts'
import type { Act, Pressed } from './answer-press.ts'
import { send, standing } from './standing.ts'

/** 🔄 Anybody may have their own: it costs the one whose shot it was nothing. */
export const again: Act<'again'> = async (asked, press, desk) => {
  const { production, state } = await single(asked, press.production, desk)
  return openChild(asked, production, againOf(press.production, state.request), desk)
}

export const vary: Act<'vary'> = async (asked, press, desk) => {
  const text = readWords(asked.isModalSubmit() ? submitted(asked.fields.fields.values()) : {}, languageOf(asked.locale), 1500)
  const { production, state } = await single(asked, press.production, desk)
  return openChild(asked, production, varyOf(press.production, state.request, text), desk)
}

export const discard: Act<'discard'> = async (asked, { production }, desk) =>
  send(asked, await standing(asked, production, desk, 'cancel'), desk, { kind: 'cancelled' })

/** A film that begins with this shot; its thread hangs on the shot's own message. */
export const toFilm: Act<'to-film'> = async (asked, press, desk) => {
  const { office } = desk
  const { state } = await single(asked, press.production, desk)
  const brief = filmOf(state)
  if (!brief) throw new Refusal(gatewayWords[languageOf(asked.locale)].noCard)
  await mayStart(asked, [asked.channelId, parentOf(asked)], desk, await office.settings(asked.guildId))
  const id = productionId('f', asked.id)
  const { guildId: guild, channelId: channel, locale } = asked
  const inside = guild === null || (asked.channel?.isThread() ?? true)
  const starter = !inside && asked.isMessageComponent() ? (asked as MessageComponentInteraction).message.id : null
  return office.openFilm({ id, brief, place: { guild, channel: channel ?? '', kind: inside ? 'here' : 'message', locale }, owner: asked.user.id, starter })
}

async function single(asked: BaseInteraction, id: string, desk: GatewayDesk): Promise<{ production: Production; state: SingleState }> {
  const { production } = await standing(asked, id, desk)
  const state = await desk.office.single(id)
  if (!state) throw new Refusal(gatewayWords[languageOf(asked.locale)].noCard)
  return { production, state }
}

/** The same press twice is the same child: the second time it is shown, not made. */
async function openChild(asked: Pressed, parent: Production, { id, request }: Child, desk: GatewayDesk) {
  const { office } = desk
  const { guildId: guild, channelId, locale } = asked
  const found = await office.production(id)
  if (found) {
    const link = await office.posted(id, 'single')
    return whisper(asked, gatewayWords[languageOf(locale)].sameChild(link))
  }
  return office.openSingle({ id, request, place: { guild, channel: channelId ?? parent.channel, kind: 'here', locale }, owner: asked.user.id })
}

const parentOf = ({ channel }: BaseInteraction) => channel?.isThread() ? channel.parentId : null
