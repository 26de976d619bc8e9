import { discordWords } from '../words.ts'
import { boardMessage } from './board-message.ts'
import { exportMessage } from './export-message.ts'
import { cutMessage, filmMessage } from './film-message.ts'
import type { Message, Rendering } from './message.ts'
import { pitchMessage } from './pitch-message.ts'
import { plainMessage } from './plain-message.ts'
import { scriptMessage } from './script-message.ts'
import { shotMessage } from './shot-message.ts'
import { singleMessage } from './single-message.ts'

/** A card as a Discord message. Pure: the same card gives the same message, whoever renders it. */
export function renderCard(rendering: Rendering): Message {
  const { card } = rendering
  const language = card.language ?? rendering.language
  const render = renderers.get(card.slot.replace(/:.*/s, '')) ?? plainMessage
  return render({ ...rendering, language }, discordWords[language])
}

const renderers = new Map([
  ['pitch', pitchMessage],
  ['script', scriptMessage],
  ['board', boardMessage],
  ['shot', shotMessage],
  ['cut', cutMessage],
  ['film', filmMessage],
  ['export', exportMessage],
  ['single', singleMessage],
])
