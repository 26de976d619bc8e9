import type { Language } from '../../film/brief.ts'
import type { Direction } from '../../film/direction.ts'
import { parseSeconds } from '../../reading/parse-seconds.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { bareLine } from '../cards/safe-text.ts'
import { shortSeconds } from '../cards/shot-header.ts'
import { discordWords } from '../words.ts'
import { field, input, modal } from './modal-form.ts'
import type { Submitted } from './submitted.ts'

export function secondsModal(production: string, shot: { number: string; seconds: number }, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'seconds', shot: shot.number }, say.secondsTitle(shot.number),
    field(say.seconds, input('seconds', { value: shortSeconds(shot.seconds), placeholder: say.secondsHint, required: true, most: 20 })))
}

/** Throws ReadingError with what is allowed. */
export const readSecondsModal = (values: Submitted, shot: string, language: Language): Direction[] =>
  [{ kind: 'shots', numbers: [shot], change: { seconds: readSeconds(values['seconds']?.[0] ?? '', language) } }]

export function readSeconds(said: string, language: Language): number {
  const seconds = parseSeconds(said)
  if (seconds === null || !(seconds >= 0.5 && seconds <= 600)) throw new ReadingError(discordWords[language].wrong.seconds(bareLine(said, 40)))
  return seconds
}
