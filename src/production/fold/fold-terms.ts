import type { Direction } from '../../film/direction.ts'
import type { Terms } from '../state.ts'

/** What a direction says over the brief's head. */
export function foldTerms(terms: Terms, direction: Direction): Terms {
  switch (direction.kind) {
    case 'look': return { ...terms, look: direction.look }
    case 'music': return { ...terms, music: direction.mood }
    case 'voice': return { ...terms, voice: direction.voice }
    case 'length': return { ...terms, seconds: direction.seconds }
    case 'model': return { ...terms, models: { ...terms.models, [direction.for]: direction.model } }
    case 'title': return { ...terms, title: direction.title }
    default: return terms
  }
}
