import type { Language } from '../../film/brief.ts'
import { button, colours, frame, row, text } from '../cards/layout.ts'
import type { Message } from '../cards/message.ts'
import { safeLine } from '../cards/safe-text.ts'
import { discordWords } from '../words.ts'
import { modal, words } from './modal-form.ts'

/** Asks before a shot goes. Submitted, it comes back as the same press. */
export function dropModal(production: string, shot: string, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'drop', shot }, say.dropTitle(shot), words(say.dropText))
}

export function cancelModal(production: string, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'cancel' }, say.cancelTitle, words(say.cancelText))
}

/** Seen only by the person who asked; the button is the same press, and sure. */
export function deleteConfirmation(production: string, title: string, language: Language): Message {
  const say = discordWords[language]
  return frame(colours.trouble, [
    text(say.deleteText(safeLine(title, 200))),
    row(button({ production, act: 'delete', sure: true }, { emoji: '🗑️', label: say.deleteSure, style: 'danger' })),
  ], [], { onlyFor: 'one' })
}
