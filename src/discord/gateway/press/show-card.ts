import type { Language } from '../../../film/brief.ts'
import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import type { Card } from '../../../mailbox/card.ts'
import type { Message } from '../../cards/message.ts'
import { renderCard } from '../../cards/render-card.ts'
import { aboutCard } from '../../poster/about-card.ts'
import { fileBytes } from '../../poster/file-bytes.ts'
import type { GatewayDesk } from '../desk.ts'
import { whisper } from '../whisper.ts'
import { gatewayWords } from '../words.ts'
import type { Act, Pressed } from './answer-press.ts'
import { standing } from './standing.ts'

/** The message shows another page, for everybody. It keeps the files that it has: nothing is drawn and nothing uploaded. */
export const turnPage: Act<'page'> = async (asked, { production, slot, page }, desk) => {
  const film = await standing(asked, production, desk)
  const message = await rendered(asked, film.production, slot, desk, page)
  const mark = asked.isMessageComponent() ? asked.message.components[0]?.id : undefined
  await asked.editReply({
    // by this id the poster knows its message again
    components: message.components.map((component, index) => (index === 0 && mark !== undefined ? { ...component, id: mark } : component)),
    allowedMentions: { parse: [] },
  })
}

/** The card again, with live buttons, for the person who asks. */
export const show: Act<'show'> = async (asked, { production, slot }, desk) => {
  const film = await standing(asked, production, desk)
  const { flags, components, files } = await rendered(asked, film.production, slot, desk)
  const hands = handsOf(desk)
  await whisper(asked, {
    flags,
    components,
    files: await Promise.all(files.map(async (file) => ({ attachment: await fileBytes(hands, production, file, () => null), name: file.name, ...(file.description ? { description: file.description } : {}) }))),
  })
}

async function rendered(asked: Pressed, { id, locale }: { id: string; locale: string }, slot: string, desk: GatewayDesk, page?: number): Promise<Message> {
  const frames = /^frames:(.+)$/.exec(slot)?.[1]
  const card = frames === undefined ? await desk.office.card(id, slot) : allFrames(await desk.office.card(id, `shot:${frames}`))
  const language: Language = languageOf(asked.locale)
  if (!card) throw new Refusal(gatewayWords[language].noCard)
  return renderCard({ ...await aboutCard(handsOf(desk), { production: id, locale }, card), ...(page === undefined ? {} : { page }) })
}

/** A shot's candidates on their sheet, whichever of them is shown large. ✅ and 🎬 go on meaning that one. Once it is filmed its card has them no more. */
const allFrames = (card: Card | null): Card | null =>
  card?.shot && card.media.length > 1 ? { ...card, shot: { ...card.shot, stage: 'choosing' } } : null

const handsOf = ({ office: { store, assets } }: GatewayDesk) => ({ store, assets, places: () => 1 })
