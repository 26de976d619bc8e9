import type { ModalSubmitInteraction } from 'discord.js'
import type { Direction } from '../../../film/direction.ts'
import { languageOf } from '../../commands/language.ts'
import { keepPicture } from '../../commands/keep-picture.ts'
import { Refusal } from '../../commands/refusal.ts'
import { need } from '../../commands/this-film.ts'
import { readRemix } from '../../modals/remix-modal.ts'
import { readSecondsModal } from '../../modals/seconds-modal.ts'
import { submitted } from '../../modals/submitted.ts'
import { readWords } from '../../modals/words-modals.ts'
import { whisper } from '../whisper.ts'
import { gatewayWords } from '../words.ts'
import type { Act, Pressed } from './answer-press.ts'
import { remixed } from './forms.ts'
import { sayChange } from './say-change.ts'
import { send, sendNote, standing } from './standing.ts'

export const sayMore: Act<'say-more'> = async (asked, { production }, desk) => {
  const text = readWords(valuesOf(asked), languageOf(asked.locale))
  await sendNote(asked, await standing(asked, production, desk, 'note'), desk, { text })
  await confirm(asked)
}

export const note: Act<'note'> = async (asked, { production, about }, desk) => {
  const text = readWords(valuesOf(asked), languageOf(asked.locale))
  await sendNote(asked, await standing(asked, production, desk, 'note'), desk, { text, ...(about === null ? {} : { about }) })
  await confirm(asked)
}

export const setSeconds: Act<'seconds'> = async (asked, { production, shot }, desk) => {
  const values = valuesOf(asked)
  // the form may have been one for words, where the shot could not be read in time
  if (values['words']) return note(asked, { act: 'note', production, about: shot }, desk)
  const understood = readSecondsModal(values, shot, languageOf(asked.locale))
  await sendNote(asked, await standing(asked, production, desk, 'note'), desk, directed(asked, shot, understood))
}

export const dropShot: Act<'drop'> = async (asked, { production, shot }, desk) => {
  const film = await standing(asked, production, desk, 'note')
  await sendNote(asked, film, desk, directed(asked, shot, [{ kind: 'drop', numbers: [shot] }]))
}

/** What was changed is sent as direction; a picture becomes the frame, and then what was written about the frame is moot. */
export const remix: Act<'remix'> = async (asked, { production, shot }, desk) => {
  const values = valuesOf(asked)
  if (values['words']) return note(asked, { act: 'note', production, about: shot }, desk)
  const language = languageOf(asked.locale)
  const film = await standing(asked, production, desk, 'note')
  const found = await desk.office.shot(production, shot)
  if (!found) throw new Refusal(gatewayWords[language].noShot(shot))
  const { directions, upload } = readRemix(values, remixed(found), language)
  if (upload === 'reference') throw new Refusal(gatewayWords[language].noReference)
  const file = upload === 'frame' && asked.isModalSubmit() ? asked.fields.getUploadedFiles('upload')?.first() : undefined
  if (file) need('shots', film, asked)
  const picture = file && await keepPicture(file, desk, asked)
  const wanted = picture ? directions.flatMap(withoutFrame) : directions
  if (wanted.length > 0) await sendNote(asked, film, desk, directed(asked, shot, wanted))
  if (!picture) return undefined
  const { hash, width, height } = picture
  await send(asked, film, desk, { kind: 'brought', shot, picture: hash, width, height }, ':picture')
  return whisper(asked, gatewayWords[language].pictureTaken(shot))
}

/** Of a change, what does not make another picture. */
function withoutFrame(direction: Direction): Direction[] {
  if (direction.kind !== 'shots') return [direction]
  const { move, seconds } = direction.change
  return move || seconds !== undefined ? [{ ...direction, change: { ...(move ? { move } : {}), ...(seconds !== undefined ? { seconds } : {}) } }] : []
}

const directed = ({ locale }: Pressed, shot: string, understood: Direction[]) =>
  ({ text: understood.map((direction) => sayChange(direction, languageOf(locale))).join('; ').slice(0, 4000), about: shot, understood })

const valuesOf = (asked: Pressed) => submitted(asked.isModalSubmit() ? fieldsOf(asked) : [])
const fieldsOf = ({ fields }: ModalSubmitInteraction) => fields.fields.values()

/** Where a form came from a command, something must take the place of «thinking». */
async function confirm(asked: Pressed) {
  if (asked.isModalSubmit() && !asked.isFromMessage()) await whisper(asked, gatewayWords[languageOf(asked.locale)].sent)
}
