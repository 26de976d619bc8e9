import { ProductionEvent } from '../../../production/event.ts'
import { RaisedCap } from '../../../mailbox/raise-cap.ts'
import { TroubleAnswer } from '../../../mailbox/trouble.ts'
import { rightFor } from '../../../production/rights.ts'
import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import { gatewayWords } from '../words.ts'
import type { Act } from './answer-press.ts'
import { send, standing } from './standing.ts'

/** A choice of a card. Only what a person may do at all, and only in a shape that the production takes, is mailed. */
export const pressEvent: Act<'event'> = async (asked, { production, event }, desk) => {
  const right = rightFor(String(event['kind']))
  const known = ProductionEvent.safeParse(event).success || TroubleAnswer.safeParse(event).success || RaisedCap.safeParse(event).success
  if (right === undefined || !known) throw new Refusal(gatewayWords[languageOf(asked.locale)].foreign)
  await send(asked, await standing(asked, production, desk, right), desk, event)
}
