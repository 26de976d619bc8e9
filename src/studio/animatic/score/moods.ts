import type { Era, Mood } from '../../../film/look.ts'

export type PartName = 'zheng' | 'flute' | 'piano' | 'harp' | 'strings' | 'pad' | 'bass' | 'bell' | 'taiko' | 'brush' | 'pulse'

/** How a mood sounds: beats a minute, tonic (MIDI), semitones of its scale, chords as scale steps, one a bar. */
export type Character = { tempo: number; tonic: number; scale: readonly number[]; chords: readonly (readonly number[])[]; busy: number; loud: number; drums: number }

/** Who plays: the melody, the figure under it, the bed, and what else the era knows. */
export type Ensemble = { lead: PartName; answer: PartName; figure: PartName; bed: PartName; low: PartName; beat: PartName | null }

const major5 = [0, 2, 4, 7, 9]
const minor5 = [0, 3, 5, 7, 10]
const major = [0, 2, 4, 5, 7, 9, 11]
const minor = [0, 2, 3, 5, 7, 8, 10]
const dorian = [0, 2, 3, 5, 7, 9, 10]
const lydian = [0, 2, 4, 6, 7, 9, 11]
const phrygian = [0, 1, 3, 5, 7, 8, 10]

const pentatonic: Record<Mood, Character> = {
  serene: { tempo: 58, tonic: 62, scale: major5, chords: [[0, 3], [4, 2], [3, 1], [0, 3]], busy: 0.45, loud: 0.7, drums: 0 },
  melancholy: { tempo: 54, tonic: 57, scale: minor5, chords: [[0, 3], [2, 0], [4, 2], [0, 3]], busy: 0.4, loud: 0.7, drums: 0 },
  epic: { tempo: 84, tonic: 57, scale: minor5, chords: [[0, 3], [4, 2], [1, 4], [3, 0]], busy: 0.8, loud: 1, drums: 1 },
  tense: { tempo: 76, tonic: 55, scale: minor5, chords: [[0, 3], [0, 2], [4, 1], [0, 3]], busy: 0.6, loud: 0.8, drums: 0.6 },
  joyful: { tempo: 104, tonic: 62, scale: major5, chords: [[0, 3], [3, 1], [4, 2], [0, 2]], busy: 0.9, loud: 0.9, drums: 0.4 },
  mysterious: { tempo: 52, tonic: 57, scale: minor5, chords: [[0, 2], [4, 1], [2, 4], [0, 3]], busy: 0.3, loud: 0.6, drums: 0.15 },
  romantic: { tempo: 62, tonic: 60, scale: major5, chords: [[0, 2], [4, 2], [1, 3], [3, 1]], busy: 0.55, loud: 0.75, drums: 0 },
  wonder: { tempo: 66, tonic: 62, scale: major5, chords: [[0, 3], [1, 4], [4, 2], [3, 1]], busy: 0.6, loud: 0.8, drums: 0.1 },
}

const tonal: Record<Mood, Character> = {
  serene: { tempo: 64, tonic: 60, scale: major, chords: [[0, 2, 4], [5, 0, 2], [3, 5, 0], [4, 6, 1]], busy: 0.5, loud: 0.7, drums: 0 },
  melancholy: { tempo: 58, tonic: 57, scale: minor, chords: [[0, 2, 4], [5, 0, 2], [3, 5, 0], [4, 6, 1]], busy: 0.45, loud: 0.7, drums: 0.1 },
  epic: { tempo: 92, tonic: 50, scale: minor, chords: [[0, 2, 4], [5, 0, 2], [2, 4, 6], [6, 1, 3]], busy: 0.8, loud: 1, drums: 1 },
  tense: { tempo: 88, tonic: 52, scale: phrygian, chords: [[0, 2, 4], [1, 3, 5], [0, 2, 4], [6, 1, 3]], busy: 0.5, loud: 0.8, drums: 0.6 },
  joyful: { tempo: 112, tonic: 62, scale: major, chords: [[0, 2, 4], [3, 5, 0], [1, 3, 5], [4, 6, 1]], busy: 0.9, loud: 0.9, drums: 0.5 },
  mysterious: { tempo: 60, tonic: 58, scale: dorian, chords: [[0, 2, 4, 6], [3, 5, 0], [1, 3, 5], [0, 2, 4]], busy: 0.35, loud: 0.65, drums: 0.3 },
  romantic: { tempo: 66, tonic: 58, scale: major, chords: [[0, 2, 4, 6], [5, 0, 2], [1, 3, 5, 0], [4, 6, 1]], busy: 0.6, loud: 0.75, drums: 0.15 },
  wonder: { tempo: 72, tonic: 60, scale: lydian, chords: [[0, 2, 4], [1, 3, 5], [5, 0, 2], [4, 6, 1]], busy: 0.65, loud: 0.8, drums: 0.15 },
}

const ensembles: Record<Era, Ensemble> = {
  'ancient-china': { lead: 'flute', answer: 'zheng', figure: 'zheng', bed: 'pad', low: 'pad', beat: 'taiko' },
  'ancient-west': { lead: 'flute', answer: 'strings', figure: 'harp', bed: 'strings', low: 'strings', beat: 'taiko' },
  modern: { lead: 'piano', answer: 'piano', figure: 'piano', bed: 'pad', low: 'bass', beat: 'brush' },
  future: { lead: 'bell', answer: 'pad', figure: 'pulse', bed: 'pad', low: 'bass', beat: 'pulse' },
  timeless: { lead: 'piano', answer: 'strings', figure: 'harp', bed: 'strings', low: 'strings', beat: null },
}

export const characterOf = (mood: Mood, era: Era): Character => (era === 'ancient-china' ? pentatonic : tonal)[mood]

export function ensembleOf(mood: Mood, era: Era): Ensemble {
  const band = ensembles[era]
  if (mood === 'epic') return { ...band, bed: 'strings', low: 'strings', lead: band.lead === 'piano' ? 'strings' : band.lead, beat: 'taiko' }
  if (mood === 'tense') return { ...band, figure: era === 'ancient-china' ? 'zheng' : 'pulse', bed: 'strings', beat: band.beat ?? 'taiko' }
  return band
}
