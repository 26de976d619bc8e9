import type { APIModalInteractionResponseCallbackData, MessageComponentInteraction } from 'discord.js'
import type { Language } from '../../../film/brief.ts'
import type { CallSheet } from '../../../production/call-sheet.ts'
import { shotFrames } from '../../../production/keys.ts'
import type { ShotRecord } from '../../../production/shot-record.ts'
import { languageOf } from '../../commands/language.ts'
import type { Press } from '../../custom-id.ts'
import { fixModal, fixWith } from '../../modals/fix-modal.ts'
import { cancelModal, dropModal } from '../../modals/confirmations.ts'
import { type Offered, type Remixed, remixModal } from '../../modals/remix-modal.ts'
import { secondsModal } from '../../modals/seconds-modal.ts'
import { noteModal, sayMoreModal, varyModal } from '../../modals/words-modals.ts'
import type { GatewayDesk } from '../desk.ts'

/** Shows the form of a press, if it has one. A form must come within three seconds: what it should hold is waited for only half of that. */
export function formFor(press: Press, pressed: MessageComponentInteraction): ((asked: MessageComponentInteraction, desk: GatewayDesk) => Promise<void>) | undefined {
  const fix = press.act === 'fix' && pressed.isStringSelectMenu() ? fixWith(pressed.values[0]) : null
  if (fix && press.act === 'fix') return async (asked) => { await asked.showModal(fixModal(press.production, press.shot, fix, languageOf(asked.locale))) }
  if (press.act === 'cancel' && press.sure) return undefined
  const form = forms[press.act] as Form<Press['act']> | undefined
  return form && (async (asked, desk) => {
    await asked.showModal(await form(press, languageOf(asked.locale), { ...desk, guild: asked.guildId }))
  })
}

type Form<Name extends Press['act']> = (press: Press & { act: Name }, language: Language, desk: Pick<GatewayDesk, 'office' | 'studio'> & { guild: string | null }) => APIModalInteractionResponseCallbackData | Promise<APIModalInteractionResponseCallbackData>

const forms: { [Name in Press['act']]?: Form<Name> } = {
  'say-more': ({ production }, language) => sayMoreModal(production, language),
  'note': ({ production, about }, language) => noteModal(production, about, language),
  'drop': ({ production, shot }, language) => dropModal(production, shot, language),
  'cancel': ({ production }, language) => cancelModal(production, language),
  // without the shot as it is, words will do
  'remix': async ({ production, shot }, language, { office, studio, guild }) => {
    const found = await soon(office.shot(production, shot))
    return found ? remixModal(production, remixed(found), language, choiceOf(studio.seenIn(guild))) : noteModal(production, shot, language)
  },
  'seconds': async ({ production, shot }, language, { office }) => {
    const found = await soon(office.shot(production, shot))
    return found ? secondsModal(production, { number: shot, seconds: secondsOf(found.record) }, language) : noteModal(production, shot, language)
  },
  'vary': async ({ production }, language, { office }) => varyModal(production, (await soon(office.single(production)))?.request.text ?? '', language),
}

/** Frames and clips, where more than one model makes them: as many of each as a select holds. */
function choiceOf(studio: GatewayDesk['studio']): Offered[] {
  return (['draw', 'animate'] as const).flatMap((made) => {
    const models = studio.models(made)
    return models.length > 1 ? models.slice(0, 12).map(({ id, label }) => ({ id, label, made })) : []
  })
}

const patience = 1500

/** Null when it takes too long, or fails. */
async function soon<Found>(work: Promise<Found | null>): Promise<Found | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), patience) })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}

/** The shot as it is now: what the form holds, and what its answer is compared with. */
export const remixed = ({ record, sheet: { shot } }: { record: ShotRecord; sheet: CallSheet }): Remixed =>
  ({ number: shot.number, picture: shot.picture, size: shot.size, move: shot.move, seconds: secondsOf(record), models: shot.models ?? {} })

const secondsOf = (record: ShotRecord) => shotFrames(record) / record.fps
