import type { Language } from '../../film/brief.ts'
import { discordWords } from '../words.ts'
import { field, input, modal, pictureUpload } from './modal-form.ts'

/** The fixes that must be told what to show. */
export const fixWith = (value: string | undefined): 'replaceBackground' | 'inpaint' | null =>
  value === 'studio:replaceBackground' ? 'replaceBackground' : value === 'studio:inpaint' ? 'inpaint' : null

/** What is to be seen behind the people, or in the part that is painted anew. */
export function fixModal(production: string, shot: string, fix: 'replaceBackground' | 'inpaint', language: Language) {
  const say = discordWords[language]
  const words = field(fix === 'inpaint' ? say.modal.inpaintLabel : say.modal.backgroundLabel, input('words', { long: true, required: true, most: 1000 }))
  const mask = fix === 'inpaint' ? [field(say.modal.maskLabel, { ...pictureUpload('mask'), required: true, min_values: 1 } as ReturnType<typeof pictureUpload>, say.modal.maskHint)] : []
  return modal({ production, act: 'fix-with', shot, fix }, `${say.fixes[fix].replace(/ ?…$/, '')} · ${shot}`, words, ...mask)
}
