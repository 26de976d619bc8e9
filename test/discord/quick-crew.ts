import { createCanvas } from '@napi-rs/canvas'
import { videoEncoding } from '../../src/edit/encoding.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import type { Ffmpeg } from '../../src/edit/find-ffmpeg.ts'
import { writeWav } from '../../src/sound/wav.ts'
import type { Provider } from '../../src/studio/provider.ts'

/** Draws, films, speaks and plays what is surely a picture, a clip and a sound, and takes hardly any time: where the picture does not matter. */
export const quickCrew = (ffmpeg: Pick<Ffmpeg, 'ffmpeg'>): Provider => ({
  name: 'quick',
  async draw({ width, height, count, seed }, { assets }) {
    const pictures = await Promise.all(Array.from({ length: count }, async (_, index) => {
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      context.fillStyle = `hsl(${(seed * 37 + index * 80) % 360}, 40%, 50%)`
      context.fillRect(0, 0, width, height)
      return { picture: await assets.put(await canvas.encode('png')), width, height, seed: seed + index }
    }))
    return { pictures, missed: [] }
  },
  async animate({ frames, fps, width, height, keyFrames, seed }, { assets, signal }) {
    const output = await assets.scratch('.mp4')
    const colour = (seed * 40_503 % 0xffffff).toString(16).padStart(6, '0')
    await run(ffmpeg, {
      inputs: [{ options: ['-f', 'lavfi'], file: `color=c=0x${colour}:s=${width}x${height}:r=${fps}:d=${Math.ceil(frames / fps) + 1}` }],
      options: videoEncoding({ fps, keyFrames, frames }),
      output,
    }, { signal })
    return { clip: await assets.putFile(output), frames, fps, width, height, conformed: true }
  },
  speak: async ({ text }, { assets }) => ({ sound: await assets.put(tone(0.5)), seconds: 0.5, words: [{ at: 0, seconds: 0 }], ...(text ? {} : { remarks: [] }) }),
  compose: async ({ seconds }, { assets }) => ({ sound: await assets.put(tone(seconds)), seconds }),
  close: async () => undefined,
})

const tone = (seconds: number) =>
  writeWav({ rate: 48_000, channels: [Float32Array.from({ length: Math.round(seconds * 48_000) }, (_, at) => 0.2 * Math.sin(at / 30))] })
