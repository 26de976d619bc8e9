import type { Language } from '../../film/brief.ts'
import type { Studio } from '../../studio/studio.ts'
import { roomWords } from './words.ts'

/** Who wrote it, said with everything that a language model writes. */
export const signature = (studio: Pick<Studio, 'model'>, language: Language) => roomWords[language].by(studio.model('write')?.label ?? '?')
