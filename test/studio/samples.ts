import { createCanvas, loadImage } from '@napi-rs/canvas'
import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import { Idea } from '../../src/film/idea.ts'
import type { Assets } from '../../src/lab/assets.ts'
import { readWav, writeWav } from '../../src/sound/wav.ts'
import { Fixed, Moderated, Reviewed } from '../../src/studio/fixes.ts'
import type { Capability } from '../../src/studio/model.ts'
import { Animated, Composed, Drawn, Spoken, type AnimateRequest, type DrawRequest } from '../../src/studio/provider.ts'

export const frame = { width: 1280, height: 720 }
export const drawing: DrawRequest = {
  prompt: 'Wide shot, two men in a boat under the Red Cliff, moonlight on the river, ink wash.', subject: '赤壁之下，泛舟', ...frame, count: 2, seed: 77,
  look: 'ink-wash', era: 'ancient-china', mood: 'serene', size: 'wide', angle: 'eye', cast: [], references: [],
}
export const animating: Omit<AnimateRequest, 'picture'> = {
  prompt: 'The boat drifts slowly to the right.', move: { name: 'track', direction: 'right', speed: 'slow' }, frames: 96, fps: 24, ...frame, seed: 5, burn: [], keyFrames: [],
}

/** What each capability is asked in the contract, and what must be true of its answer besides its shape. */
export async function samples(assets: Assets, clip: string | undefined) {
  const picture = await assets.put(await paint(320, 192, '#7a6a58'))
  const other = await assets.put(await paint(320, 192, '#22364f'))
  const mask = await assets.put(await hole(320, 192))
  const sound = await assets.put(tone(1.5))
  const seed = 3
  const all: Record<Capability, { request: unknown; answer: z.ZodType; true?: (answer: any) => Promise<void> | void }> = {
    write: { request: { prompt: 'treatments', inputs: { wish: 'a boat under the Red Cliff by moonlight', language: 'en', count: 10, seed }, answer: Pitched }, answer: Pitched },
    draw: { request: drawing, answer: Drawn },
    animate: { request: { ...animating, picture }, answer: Animated },
    speak: { request: { text: '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。', language: 'zh', voice: '' }, answer: Spoken },
    compose: { request: { mood: 'serene', era: 'ancient-china', seconds: 12, seed }, answer: Composed },
    upscale: { request: { media: picture, kind: 'image', factor: 2 }, answer: Fixed },
    restoreFaces: { request: { media: picture, kind: 'image' }, answer: Fixed },
    replaceBackground: { request: { media: picture, kind: 'image', prompt: 'a bamboo forest at dawn', seed }, answer: Fixed },
    syncLips: { request: { clip: clip ?? picture, sound }, answer: Fixed },
    inpaint: { request: { picture, mask, prompt: 'a paper lantern', seed }, answer: Fixed },
    moderate: { request: { text: 'Two friends drink wine in a boat.', pictures: [picture] }, answer: Moderated },
    review: { request: { pictures: [picture, other], wanted: drawing.prompt, language: 'en' }, answer: Reviewed },
  }
  return all
}

const Pitched = z.object({ ideas: z.array(Idea).min(1), by: z.string() })

export async function paint(width: number, height: number, colour: string) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#eee'
  context.fillRect(width / 4, height / 4, width / 5, height / 5)
  return canvas.encode('png')
}

/** A mask: kept but for a hole in the middle. */
export async function hole(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillRect(0, 0, width, height)
  context.clearRect(width / 4, height / 4, width / 2, height / 2)
  return canvas.encode('png')
}

export const tone = (seconds: number) =>
  writeWav({ rate: 24_000, channels: [Float32Array.from({ length: seconds * 24_000 }, (_, at) => Math.sin(at / 20) * 0.2)] })

/** What an asset really is, by its bytes. */
export async function measure(assets: Assets, hash: string): Promise<{ kind: string; width?: number; height?: number; seconds?: number }> {
  const bytes = await assets.read(hash)
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? 'unknown'
  if (mime.startsWith('image/')) {
    const { width, height } = await loadImage(bytes)
    return { kind: 'image', width, height }
  }
  const sound = readWav(bytes)
  if (sound) return { kind: 'audio', seconds: (sound.channels[0]?.length ?? 0) / sound.rate }
  return { kind: mime.split('/')[0] ?? mime }
}
