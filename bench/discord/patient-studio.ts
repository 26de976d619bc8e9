import { createCanvas } from '@napi-rs/canvas'
import type { Assets } from '../../src/lab/assets.ts'
import type { Provider } from '../../src/studio/provider.ts'

/** Seconds that each thing takes here, by what is asked: as long as a far-away machine would, without this one working. */
export type Patience = { draw: (seed: number) => number; animate: (seed: number) => number; speak: (text: string) => number }

/** A provider that takes its time. `begun` is told of every order that leaves. */
export function patientStudio(patience: Patience, begun: (craft: string, label: string, seconds: number) => void = () => undefined): Provider {
  const pictures = new Map<number, string>()
  const panel = async (assets: Assets, seed: number) => {
    const known = pictures.get(seed % 16)
    if (known) return known
    const canvas = createCanvas(320, 180)
    const context = canvas.getContext('2d')
    context.fillStyle = `hsl(${(seed % 16) * 22} 40% 40%)`
    context.fillRect(0, 0, 320, 180)
    const hash = await assets.put(await canvas.encode('png'))
    pictures.set(seed % 16, hash)
    return hash
  }
  return {
    name: 'patient',
    async draw({ count, seed, prompt }, { assets, signal }) {
      begun('draw', prompt, patience.draw(seed))
      await wait(patience.draw(seed), signal)
      return { missed: [], pictures: await Promise.all(Array.from({ length: count }, async (_, index) => ({ picture: await panel(assets, seed + index), width: 320, height: 180, seed: seed + index }))) }
    },
    async animate({ frames, fps, width, height, seed, prompt, picture }, { signal }) {
      begun('animate', prompt, patience.animate(seed))
      await wait(patience.animate(seed), signal)
      // nobody cuts these films: the picture stands for the clip
      return { clip: picture, frames, fps, width, height, conformed: true }
    },
    async speak({ text }, { assets, signal }) {
      begun('speak', text, patience.speak(text))
      await wait(patience.speak(text), signal)
      return { sound: await assets.put(Buffer.from(text)), seconds: 1.5, words: [] }
    },
    close: async () => undefined,
  }
}

const wait = (seconds: number, signal: AbortSignal) => new Promise<void>((resolve, reject) => {
  const timer = setTimeout(resolve, seconds * 1000)
  signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason as Error) }, { once: true })
})
