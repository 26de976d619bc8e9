import { applyFilter, highPass } from '../../../sound/filter.ts'
import type { Sound } from '../../../sound/wav.ts'
import { dice, type Dice } from '../../../dice.ts'
import type { PartName } from './moods.ts'
import { pluckedString } from './play-strings.ts'
import { brush, struck, taiko } from './play-struck.ts'
import { ensemble, flute } from './play-winds.ts'
import { reverberate } from './reverberate.ts'
import type { Note } from './write-music.ts'

export const rate = 48_000

/** One note as samples. `from` is the tone before it, for those who glide. */
export type Play = (note: { hertz: number; seconds: number; loud: number; throws: Dice; from: number | null }) => Float32Array

type Part = { play: Play; level: number; pan: number; room: number }

const parts: Record<PartName, () => Part> = {
  zheng: () => ({ play: pluckedString({ bright: 0.75, decay: 4.5, bend: 0.16 }), level: 0.62, pan: -0.28, room: 0.3 }),
  harp: () => ({ play: pluckedString({ bright: 0.4, decay: 3.2, bend: 0 }), level: 0.62, pan: -0.3, room: 0.34 }),
  flute: () => ({ play: flute, level: 0.62, pan: 0.22, room: 0.42 }),
  piano: () => ({ play: struck({ ratios: [1, 2.001, 3.004, 4.01, 5.02, 6.04, 7.06], dies: 1.5, click: 0.03 }), level: 0.66, pan: -0.08, room: 0.26 }),
  bell: () => ({ play: struck({ ratios: [1, 2.76, 4.07, 5.4], dies: 1.9, click: 0.01 }), level: 0.46, pan: 0.3, room: 0.5 }),
  strings: () => ({ play: ensemble({ overtones: 14, attack: 0.55, dark: 1.35 }), level: 0.6, pan: 0.12, room: 0.4 }),
  pad: () => ({ play: ensemble({ overtones: 6, attack: 1.3, dark: 1.9 }), level: 0.55, pan: -0.1, room: 0.45 }),
  bass: () => ({ play: struck({ ratios: [1, 2, 3.01], dies: 1.1, click: 0.01 }), level: 0.85, pan: 0, room: 0.08 }),
  taiko: () => ({ play: taiko, level: 0.85, pan: 0, room: 0.3 }),
  brush: () => ({ play: brush, level: 0.34, pan: 0.2, room: 0.15 }),
  pulse: () => ({ play: struck({ ratios: [1, 2, 3, 5.01], dies: 0.16, click: 0.02 }), level: 0.5, pan: 0.35, room: 0.35 }),
}

/** Plays the notes in a room: 48 kHz stereo, exactly as long as asked, quiet at both ends. */
export function play(notes: Note[], seconds: number, seed: number): Sound {
  const length = Math.round(seconds * rate)
  const dry = [new Float32Array(length), new Float32Array(length)] as const
  const room = new Float32Array(length)
  const throws = dice(seed + 17)
  const hands = new Map<PartName, Part & { last: Note | null }>()
  for (const note of notes.toSorted((a, b) => a.at - b.at)) {
    const part = hands.get(note.part) ?? { ...parts[note.part](), last: null }
    hands.set(note.part, part)
    const near = part.last !== null && note.at - (part.last.at + part.last.seconds) < 0.15
    const samples = part.play({ hertz: hertzOf(note.pitch), seconds: note.seconds, loud: note.loud, throws, from: near && part.last ? hertzOf(part.last.pitch) : null })
    part.last = note
    const level = part.level * note.loud
    const pan = part.pan + (note.pitch - 60) * 0.006
    const left = level * Math.cos(((pan + 1) * Math.PI) / 4)
    const right = level * Math.sin(((pan + 1) * Math.PI) / 4)
    const start = Math.round(note.at * rate)
    const end = Math.min(length, start + samples.length)
    for (let at = start; at < end; at++) {
      const value = samples[at - start]!
      dry[0][at] = dry[0][at]! + value * left
      dry[1][at] = dry[1][at]! + value * right
      room[at] = room[at]! + value * level * part.room
    }
  }
  const wet = reverberate(room)
  const channels = [both(dry[0], wet[0]), both(dry[1], wet[1])].map((channel) => applyFilter(channel, highPass(rate, 28)))
  return finish({ rate, channels })
}

/** The first and the second, in the first. A loop: a function called for each of three million samples boxes every number. */
function both(first: Float32Array, second: Float32Array) {
  for (let at = 0; at < first.length; at++) first[at] = first[at]! + second[at]!
  return first
}

const hertzOf = (pitch: number) => 440 * 2 ** ((pitch - 69) / 12)

/** Loudest place at −3 dB; in from nothing in 10 ms, out over the last two seconds. */
function finish({ channels }: Sound): Sound {
  let highest = 0
  for (const channel of channels) for (let at = 0; at < channel.length; at++) highest = Math.max(highest, Math.abs(channel[at]!))
  const gain = highest > 0 ? 0.7 / highest : 1
  for (const channel of channels) {
    const tail = Math.min(channel.length >> 1, 2 * rate)
    const head = Math.min(channel.length >> 1, 480)
    for (let at = 0; at < head; at++) channel[at] = channel[at]! * gain * (at / head)
    for (let at = head; at < channel.length - tail; at++) channel[at] = channel[at]! * gain
    for (let at = channel.length - tail; at < channel.length; at++) channel[at] = channel[at]! * gain * (0.5 - 0.5 * Math.cos((Math.PI * (channel.length - 1 - at)) / tail))
  }
  return { rate, channels }
}
