import type { ComposeRequest } from '../../provider.ts'
import { dice, type Dice } from '../../../dice.ts'
import { characterOf, ensembleOf, type Character, type Ensemble, type PartName } from './moods.ts'
import { variations, writeMotif, type Tone } from './write-melody.ts'

/** One note: seconds, MIDI pitch (a fraction bends it), loudness 0…1. */
export type Note = { part: PartName; at: number; seconds: number; pitch: number; loud: number }

type Section = { name: 'intro' | 'theme' | 'middle' | 'return' | 'coda'; bars: number; loud: number }
type Bar = { section: Section; index: number; chord: readonly number[]; beat: number }

/** A piece with an opening, a theme, something else, the theme again and an end, exactly as long as asked. */
export function writeMusic({ mood, era, seconds, seed }: ComposeRequest): Note[] {
  const character = characterOf(mood, era)
  const band = ensembleOf(mood, era)
  const throws = dice(seed * 2654435761 + moodNumber(mood) * 97)
  const ring = Math.min(6, Math.max(1, seconds * 0.18))
  const bars = Math.max(1, Math.round(((seconds - ring) * character.tempo) / 240))
  const piece = layOut(form(bars), character)
  const motif = writeMotif(throws, character.scale.length)
  const beats = bars * 4
  const notes = [...bed(piece, character, band), ...figure(piece, character, band, throws), ...melody(piece, motif, character, band, throws), ...drums(piece, character, band, throws), ...ending(beats, character, band, ring)]
  return notes.map((note) => ({ ...note, ...inTime(note, { beats, length: seconds - ring, rigid: note.part === 'pulse', throws }) }))
    .filter(({ at }) => at < seconds - 0.15)
}

const moodNumber = (mood: string) => [...mood].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)

function form(bars: number): Section[] {
  if (bars < 4) return [{ name: 'intro', bars, loud: 0.75 }]
  const intro = bars < 10 ? 1 : 2
  const coda = bars < 8 ? 1 : 2
  const body = bars - intro - coda
  const even = (part: number) => Math.max(0, Math.round((body * part) / 4) * 4)
  const theme = body < 8 ? body : Math.max(4, even(0.4))
  const middle = body - theme < 4 ? 0 : Math.max(4, even(0.3))
  const back = body - theme - middle
  return [
    { name: 'intro', bars: intro, loud: 0.55 }, { name: 'theme', bars: theme, loud: 0.72 }, { name: 'middle', bars: Math.max(0, middle), loud: 1 },
    { name: 'return', bars: Math.max(0, back), loud: 0.82 }, { name: 'coda', bars: coda, loud: 0.58 },
  ]
}

/** Harmony: the mood's chords round and round, turned about in the middle, home at the end. */
function layOut(sections: Section[], { chords }: Character): Bar[] {
  let beat = 0
  return sections.flatMap((section, order) => Array.from({ length: section.bars }, (_, index) => {
    const turn = section.name === 'middle' ? index + 2 : index
    const home = section.name === 'coda' && index === section.bars - 1 && order > 0
    const bar = { section, index, chord: (home ? chords[0] : chords[turn % chords.length]) ?? [0], beat }
    beat += 4
    return bar
  }))
}

const pitchOf = ({ tonic, scale }: Character, step: number) => {
  const octave = Math.floor(step / scale.length)
  return tonic + octave * 12 + (scale[step - octave * scale.length] ?? 0)
}

function bed(piece: Bar[], character: Character, band: Ensemble): Note[] {
  return piece.flatMap(({ chord, beat, section }) => {
    const loud = 0.42 * section.loud * character.loud
    const root = pitchOf(character, chord[0] ?? 0)
    const upper = chord.map((step) => ({ part: band.bed, at: beat, seconds: 4.6, pitch: fold(pitchOf(character, step), 52, 67), loud: loud * 0.7 }))
    const low = { part: band.low, at: beat, seconds: 4.3, pitch: fold(root, 33, 45), loud: loud * 1.15 }
    return section.name === 'intro' && beat === 0 ? [low] : [...upper, low]
  })
}

const fold = (pitch: number, low: number, high: number): number => (pitch < low ? fold(pitch + 12, low, high) : pitch > high ? fold(pitch - 12, low, high) : pitch)

/** Broken chords that breathe: fewer where the melody speaks, a run at the start of a section. */
function figure(piece: Bar[], character: Character, band: Ensemble, throws: Dice): Note[] {
  const patterns: [number[], ...number[][]] = [[0, 1, 2, 3, 2, 1], [0, 2, 1, 3, 1, 2], [0, 1, 3, 2, 1, 0]]
  const pattern = throws.pick(patterns)
  return piece.flatMap(({ chord, beat, section, index }) => {
    // The last bar before the end only climbs, slowly.
    const last = section.name === 'coda' && index === section.bars - 1
    const loud = 0.5 * section.loud * character.loud
    const ladder = [...chord, ...chord.map((step) => step + character.scale.length), ...chord.map((step) => step + 2 * character.scale.length)]
    const stride = last ? 1.5 : character.busy > 0.7 ? 0.5 : character.busy > 0.45 ? 2 / 3 : 1
    const notes: Note[] = []
    for (let at = 0, turn = 0; at < (last ? 3.2 : 3.99); at += stride, turn++) {
      const rest = turn > 0 && throws.next() > character.busy + 0.35
      const step = ladder[(pattern[turn % pattern.length] ?? 0) % ladder.length] ?? 0
      if (!rest) notes.push({ part: band.figure, at: beat + at, seconds: 2.4, pitch: pitchOf(character, step) - 12, loud: loud * (turn === 0 ? 1 : 0.72) })
    }
    if (index === 0 && band.figure !== 'pulse' && section.name !== 'intro') notes.push(...run(beat, character, band, loud))
    return notes
  })
}

/** 刮奏: a hand drawn over the strings into the new section. */
function run(beat: number, character: Character, band: Ensemble, loud: number): Note[] {
  const count = character.scale.length * 2
  return Array.from({ length: count }, (_, index) => ({
    part: band.figure, at: beat - (count - index) * 0.085, seconds: 1.6, pitch: pitchOf(character, index) - (band.figure === 'zheng' ? 0 : 12), loud: loud * (0.25 + (0.45 * index) / count),
  }))
}

const plan: Record<Section['name'], string[]> = {
  intro: [], theme: ['plain', 'answer', 'ornamented', 'answer'], middle: ['turned', 'higher', 'thinned', 'answer'], return: ['ornamented', 'higher', 'plain', 'answer'], coda: [],
}

/** The theme, phrase by phrase; every fourth bar ends in a breath. The second voice takes over in the middle. */
function melody(piece: Bar[], motif: Tone[], character: Character, band: Ensemble, throws: Dice): Note[] {
  return piece.flatMap(({ section, index, chord, beat }): Note[] => {
    if (index % 2 === 1) return []
    const way = plan[section.name][(index / 2) % 4]
    if (way === undefined) return []
    const tones = variations[way]?.(motif, throws) ?? motif
    const part = section.name === 'middle' ? band.answer : band.lead
    const room = (section.bars - index) * 4
    const breath = way === 'answer' ? 1 : 0.25
    return tones.filter(({ at }) => at < Math.min(room, 8) - 0.1).map((tone) => {
      const strong = tone.at % 4 === 0
      const step = strong ? nearest(tone.step, chord, character.scale.length) : tone.step
      const beats = Math.min(tone.beats, Math.min(room, 8) - tone.at - (tone.at + tone.beats >= 8 ? breath : 0))
      const swell = 0.85 + 0.15 * Math.sin((Math.PI * tone.at) / 8)
      return { part, at: beat + tone.at, seconds: Math.max(0.3, beats), pitch: pitchOf(character, step) + lift(part), loud: 0.78 * section.loud * character.loud * swell * (strong ? 1 : 0.88) }
    })
  })
}

const lift = (part: PartName) => (part === 'flute' || part === 'bell' || part === 'piano' ? 12 : 0)

function nearest(step: number, chord: readonly number[], size: number) {
  const tones = chord.flatMap((tone) => [tone - size, tone, tone + size, tone + 2 * size])
  return tones.reduce((best, tone) => (Math.abs(tone - step) < Math.abs(best - step) ? tone : best), tones[0] ?? step)
}

function drums(piece: Bar[], character: Character, band: Ensemble, throws: Dice): Note[] {
  if (band.beat === null || character.drums === 0) return []
  const part = band.beat
  const beats = part === 'brush' ? [0, 1, 2, 2.67, 3] : [0, 1.5, 2, 3, 3.5]
  return piece.flatMap(({ beat, section, index }) => {
    if (section.name === 'intro' || (section.name === 'coda' && index > 0)) return []
    const fill = index % 4 === 3
    return beats.filter((at) => at === 0 || throws.next() < character.drums * section.loud * (fill ? 1 : 0.8))
      .map((at) => ({ part, at: beat + at, seconds: 1.2, pitch: part === 'pulse' ? character.tonic - 12 : at === 0 ? 36 : 41, loud: (at === 0 ? 0.9 : 0.55) * section.loud * character.loud * (part === 'brush' ? 0.5 : 0.8) }))
  })
}

/** The last chord, spread from low to high, left to ring. */
function ending(beats: number, character: Character, band: Ensemble, ring: number): Note[] {
  const pluck = band.figure === 'pulse' ? 'bell' : band.figure
  const chord = [0, 3, character.scale.length, character.scale.length + 2].map((step, index) => ({ part: pluck, at: beats + index * 0.16, seconds: ring, pitch: pitchOf(character, step) - 12, loud: 0.5 - index * 0.06 }))
  const held: PartName[] = [band.bed, band.low]
  const under = held.map((part, index) => ({ part, at: beats, seconds: ring * 0.75, pitch: fold(character.tonic, index === 0 ? 52 : 33, index === 0 ? 67 : 45), loud: 0.2 }))
  return [...chord, ...under, { part: band.lead, at: beats + 0.5, seconds: ring * 0.45, pitch: character.tonic + lift(band.lead), loud: 0.26 }]
}

/** Beats to seconds: a little freedom everywhere, and slower and slower over the last bar and a half. */
function inTime({ at, seconds, part }: Note, { beats, length, rigid, throws }: { beats: number; length: number; rigid: boolean; throws: Dice }) {
  const slowing = Math.min(6, beats / 2)
  const weight = (beat: number) => beat + Math.max(0, beat - (beats - slowing)) ** 2 * (0.5 / slowing)
  const second = (beat: number) => (weight(beat) / weight(beats)) * length
  const free = rigid || at === 0 ? 0 : throws.between(-0.012, 0.012)
  const start = Math.max(0, second(at) + free)
  // Notes of the last chord are already in seconds.
  const sounds = at >= beats ? seconds : second(at + seconds) - second(at)
  return { part, at: start, seconds: Math.max(0.12, sounds) }
}
