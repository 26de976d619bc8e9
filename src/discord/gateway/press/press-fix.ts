import type { FixKind } from '../../../production/event.ts'
import { animateKey, drawKey, takeOf } from '../../../production/shot-record.ts'
import { keepPicture } from '../../commands/keep-picture.ts'
import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import { submitted } from '../../modals/submitted.ts'
import { readWords } from '../../modals/words-modals.ts'
import type { GatewayDesk } from '../desk.ts'
import { whisper } from '../whisper.ts'
import { gatewayWords } from '../words.ts'
import type { Act, Pressed } from './answer-press.ts'
import { send, standing } from './standing.ts'

type Mending = { production: string; shot: string; fix: FixKind; prompt?: string; mask?: string }

/** What the studio can mend is done to the take that is shown, or to the frame where there is none yet. */
export async function mend(asked: Pressed, { production, shot, ...wanted }: Mending, desk: GatewayDesk) {
  const film = await standing(asked, production, desk, 'shots')
  const found = await desk.office.shot(production, shot)
  if (!found) throw new Refusal(gatewayWords[languageOf(asked.locale)].noShot(shot))
  const { record } = found
  await send(asked, film, desk, { kind: 'fix', shot, for: takeOf(record) ? animateKey(record) : drawKey(record), ...wanted })
  return whisper(asked, gatewayWords[languageOf(asked.locale)].mending(shot))
}

export const fixWithWords: Act<'fix-with'> = async (asked, { production, shot, fix }, desk) => {
  const prompt = readWords(submitted(asked.isModalSubmit() ? asked.fields.fields.values() : []), languageOf(asked.locale), 1000)
  const file = asked.isModalSubmit() && fix === 'inpaint' ? asked.fields.getUploadedFiles('mask')?.first() : undefined
  const mask = file ? (await keepPicture(file, desk, asked, { mask: true })).hash : undefined
  return mend(asked, { production, shot, fix: fix as FixKind, prompt, ...(mask ? { mask } : {}) }, desk)
}
