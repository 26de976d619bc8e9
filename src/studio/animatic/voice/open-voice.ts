import type { Language } from '../../../film/brief.ts'
import type { Work } from '../../../lab/work.ts'
import type { SpeakRequest, Spoken } from '../../provider.ts'
import { startEspeak } from './start-espeak.ts'
import { planSpeech } from './plan-speech.ts'
import { fitSpeech } from './fit-speech.ts'
import { silence } from './finish-speech.ts'
import { voiceNames, voiceSetting } from './voices.ts'

export type Voice = {
  speak(request: SpeakRequest, work: Work): Promise<Spoken>
  /** Names for `SpeakRequest.voice`; every voice speaks both languages. */
  voices(language: Language): string[]
  /** The process that speaks, once there is one. */
  pid(): number | undefined
  close(): Promise<void>
}

/** A scratch voice: its process starts with the first line, serves all lines, and is started again if it dies. */
export function openVoice({ signal }: { signal?: AbortSignal } = {}): Voice {
  const espeak = startEspeak()
  signal?.addEventListener('abort', () => void espeak.close(), { once: true })
  return {
    voices: () => voiceNames,
    pid: espeak.pid,
    close: () => espeak.close(),
    async speak({ text, language, voice, within }, work) {
      work.signal.throwIfAborted()
      const setting = voiceSetting(voice)
      const { pieces, pace, unspoken } = planSpeech(text, language)
      const say = (faster: number) => espeak.ask({ pieces: faster === 1 ? pieces : pieces.map((piece) => ({ ...piece, pause: piece.pause / faster })), pace: pace * faster, voice: setting }, work.signal)
      const { speech: { wav, seconds, words }, remark } = pieces.length > 0 ? await fitSpeech(say, within ?? null, language) : { speech: silence(0.4), remark: null }
      const heard = words.length === 0 ? silent[language] : unspoken.length > 0 ? `${notSpoken[language]}${unspoken.join(' ')}` : null
      const remarks = [heard, remark].filter((one) => one !== null)
      work.progress(1, remarks.join('; ') || 'spoken')
      return { sound: await work.assets.put(wav), seconds, words, ...(remarks.length > 0 && { remarks }) }
    },
  }
}

const silent: Record<Language, string> = { en: 'nothing here can be spoken: a short silence', zh: '这里没有能念的字，留一小段静默' }
const notSpoken: Record<Language, string> = { en: 'not spoken: ', zh: '没有念出来：' }
