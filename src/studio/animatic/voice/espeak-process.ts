// eSpeak NG is under the GPL, version 3: it runs here, in a process of its own, and is only spoken to by messages.
import loadEspeak from '@echogarden/espeak-ng-emscripten'
import type { Piece } from './plan-speech.ts'
import { finishSpeech, type Said } from './finish-speech.ts'
import type { VoiceSetting } from './voices.ts'

export type Ask = { id: number; pieces: Piece[]; voice: VoiceSetting; pace: number }
export type Answer = { id: number; wav: Buffer; seconds: number; words: { at: number; seconds: number }[] } | { id: number; trouble: string }

const espeak = await loadEspeak()
const speaker = new espeak.eSpeakNGWorker()
// What eSpeak sets up with its first words lies half outside its memory: taken back to before them, it leaves off every line at its first comma.
speaker.set_voice('en')
speaker.synthesize('Warm, and warm.', () => false)
// eSpeak's noise goes on from line to line; from the same memory the same words give the same bytes.
const fresh = espeak.HEAPU8.slice()

process.on('message', (ask: Ask) => process.send?.(answer(ask)))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

function answer({ id, pieces, voice, pace }: Ask): Answer {
  try {
    return { id, ...finishSpeech(pieces.map((piece) => say(piece, voice, pace)), voice) }
  } catch (error) {
    return { id, trouble: error instanceof Error ? error.message : String(error) }
  }
}

function say(piece: Piece, voice: VoiceSetting, pace: number): Said {
  espeak.HEAPU8.set(fresh)
  espeak.HEAPU8.fill(0, fresh.length)
  speaker.set_voice(`${piece.tongue}+${voice.variant}`)
  speaker.rate = Math.round(voice.rate * pace)
  speaker.pitch = voice.pitch
  speaker.range = voice.range
  const parts: Int16Array[] = []
  const marks: { at: number; seconds: number }[] = []
  speaker.synthesize(piece.text, (samples, events) => {
    parts.push(samples)
    for (const event of events) if (event.type === 'word') marks.push({ at: event.text_position - 1, seconds: event.audio_position / 1000 })
    return false
  })
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of parts) for (const value of part) samples[end++] = value / 32768
  return { piece, samples, marks }
}
