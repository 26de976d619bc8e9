import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction } from 'discord.js'
import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import { decodePress, type Press } from '../../custom-id.ts'
import type { GatewayDesk } from '../desk.ts'
import { gatewayWords } from '../words.ts'
import { approveAll, cancel, remove, takeNote } from './press-crew.ts'
import { pressEvent } from './press-event.ts'
import { dropShot, note, remix, sayMore, setSeconds } from './submit-forms.ts'
import { formFor } from './forms.ts'
import { again, discard, toFilm, vary } from './press-single.ts'
import { fixShot, moveShot, pickIdea } from './press-selects.ts'
import { fixWithWords } from './press-fix.ts'
import { show, turnPage } from './show-card.ts'

export type Pressed = MessageComponentInteraction | ModalSubmitInteraction
export type Act<Name extends Press['act']> = (asked: Pressed, press: Press & { act: Name }, desk: GatewayDesk) => Promise<unknown>

/** A press on one of our cards. Discord hears of it before anything is read: nothing here may keep three seconds waiting. */
export async function answerPress(asked: Pressed, desk: GatewayDesk): Promise<void> {
  const press = decodePress(asked.customId)
  const form = press && asked.isMessageComponent() ? formFor(press, asked) : undefined
  // a form can only be the first answer
  if (form && asked.isMessageComponent()) return form(asked, desk)
  await acknowledge(asked)
  if (!press) throw new Refusal(gatewayWords[languageOf(asked.locale)].foreign)
  // each act is called with the press that it is for; the compiler does not see that the two go together
  await (acts[press.act] as Act<Press['act']>)(asked, press, desk)
}

/** A form that was opened from a command's answer hangs on no message of ours. */
const acknowledge = (asked: Pressed) => asked.isMessageComponent() || asked.isFromMessage() ? asked.deferUpdate() : asked.deferReply({ flags: MessageFlags.Ephemeral })

const acts: { [Name in Press['act']]: Act<Name> } = {
  'event': pressEvent,
  'ideas': pickIdea,
  'move': moveShot,
  'fix': fixShot,
  'fix-with': fixWithWords,
  'say-more': sayMore,
  'note': note,
  'remix': remix,
  'seconds': setSeconds,
  'drop': dropShot,
  'page': turnPage,
  'show': show,
  'approve-all': approveAll,
  'take-note': takeNote,
  'cancel': cancel,
  'delete': remove,
  'again': again,
  'vary': vary,
  'discard': discard,
  'to-film': toFilm,
}
