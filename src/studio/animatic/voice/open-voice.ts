import type { Language } from '../../../film/brief.ts'
import type { Work } from '../../../lab/work.ts'
import type { SpeakRequest, Spoken } from '../../provider.ts'
import { startEspeak } from './start-espeak.ts'
import { planSpeech } from './plan-speech.ts'
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
    async speak({ text, language, voice }, work) {
      work.signal.throwIfAborted()
      const setting = voiceSetting(voice)
      const { pieces, pace, unspoken } = planSpeech(text, language)
      const { wav, seconds, words } = pieces.length > 0 ? await espeak.ask({ pieces, pace, voice: setting }, work.signal) : silence(0.4)
      const remark = words.length === 0 ? 'nothing here can be spoken: a short silence' : unspoken.length > 0 ? `not spoken: ${unspoken.join(' ')}` : null
      work.progress(1, remark ?? 'spoken')
      return { sound: await work.assets.put(wav), seconds, words, ...(remark && { remarks: [remark] }) }
    },
  }
}
