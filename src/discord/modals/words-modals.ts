import type { Language } from '../../film/brief.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { discordWords } from '../words.ts'
import { field, input, modal } from './modal-form.ts'
import type { Submitted } from './submitted.ts'

/** A note on the shot that the button stood under, or on the whole. */
export function noteModal(production: string, about: string | null, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'note', about }, about === null ? say.noteTitle : say.noteAbout(about),
    field(say.noteLabel, input('words', { long: true, required: true, placeholder: say.noteHint })))
}

export function sayMoreModal(production: string, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'say-more' }, say.sayMoreTitle, field(say.sayMoreLabel, input('words', { long: true, required: true, placeholder: say.sayMoreHint })))
}

/** 🔀 of a single shot: its prompt with its flags, to change. */
export function varyModal(production: string, prompt: string, language: Language) {
  const say = discordWords[language].modal
  return modal({ production, act: 'vary' }, say.varyTitle, field(say.prompt, input('words', { long: true, required: true, value: prompt, most: 1500 }), say.promptHint))
}

/** What was typed into any of these. Throws ReadingError where it is nothing, or longer than the field. */
export function readWords(values: Submitted, language: Language, most = 4000): string {
  const wrong = discordWords[language].wrong
  const said = (values['words']?.[0] ?? '').toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (said === '') throw new ReadingError(wrong.empty)
  if (said.length > most) throw new ReadingError(wrong.long(most))
  return said
}
