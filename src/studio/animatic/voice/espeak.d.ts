declare module '@echogarden/espeak-ng-emscripten' {
  export type SpeechEvent = { type: string; text_position: number; audio_position: number }
  export type Speaker = {
    rate: number
    pitch: number
    range: number
    set_voice(name: string): number
    synthesize(text: string, take: (samples: Int16Array, events: SpeechEvent[]) => boolean): void
  }
  export default function load(): Promise<{ eSpeakNGWorker: new () => Speaker; HEAPU8: Uint8Array }>
}
