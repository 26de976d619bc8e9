import type { Assets } from '../../lab/assets.ts'
import { Animated, Drawn, type Provider } from '../provider.ts'
import { castVoice, voiceNames } from './voice/voices.ts'
import { openWorkers } from './workers.ts'

/**
 * The crew on this machine: rules and drawing, no key, no network.
 * What a craft needs is loaded when it is first asked for: a program that only says `--help` pays for nothing.
 */
export function openAnimatic({ assets, ffmpeg: found, workers: size }: { assets: Assets; /** Its path, which may still be looked for. */ ffmpeg: string | Promise<string>; workers?: number }): Provider {
  const workers = openWorkers({ size })
  const ffmpeg = Promise.resolve(found)
  // told to whoever wants a clip
  ffmpeg.catch(() => undefined)
  const voice = once(async () => (await import('./voice/open-voice.ts')).openVoice())
  return {
    name: 'animatic',
    attribution: 'Pictograms: game-icons.net (CC BY 3.0), Noto Emoji (Apache 2.0)',
    voices: voiceNames,
    castVoice: (member) => member === null ? 'narrator' : castVoice(member),
    write: async (request, work) => (await import('./writer/write.ts')).write(request, work),
    draw: async (request, work) => Drawn.parse(await workers.run({ craft: 'draw', request }, { ...work, assets })),
    animate: async (request, work) => Animated.parse(await workers.run({ craft: 'animate', request, ffmpeg: await ffmpeg }, { ...work, assets })),
    speak: async (request, work) => (await voice()).speak(request, work),
    compose: async (request, work) => (await import('./score/compose-score.ts')).composeScore(request, work),
    warm: workers.warm,
    async close() {
      await workers.close()
      if (voice.made()) await (await voice()).close()
    },
  }
}

/** Makes its value at the first call, and gives the same one afterwards. */
function once<Value>(make: () => Promise<Value>) {
  let value: Promise<Value> | null = null
  return Object.assign(() => (value ??= make()), { made: () => value !== null })
}
