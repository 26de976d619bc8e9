import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conform, type Conforming } from '../../src/edit/conform.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import { clipPackets, probe } from '../../src/edit/probe.ts'
import { drawnCaption, frameColours, never, openEditingRoom, size } from './clips.ts'

const { ffmpeg, assets, folder } = await openEditingRoom()
const work = { ffmpeg, assets, signal: never }

/** A clip such as a provider sends: its own size, rate, codec and sound. */
async function strangeClip(name: string, source: string, ...options: string[]) {
  const output = join(folder, name)
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: source }, { options: ['-f', 'lavfi'], file: 'sine=duration=1' }], options: ['-map', '0:v', '-map', '1:a', ...options], output })
  return output
}

const wanted = (file: string, more: Partial<Conforming>): Conforming => ({ file, madeHere: true, ...size, frames: 36, fit: 'cover', keyFrames: [0, 6, 30], burn: [], ...more })

describe('a conformed clip', () => {
  test('has the size, rate, frames and key frames of the cut, whatever came in', async () => {
    const sources = [
      await strangeClip('odd.mkv', 'color=c=blue:s=322x242:r=30000/1001:d=3', '-c:v', 'ffv1', '-c:a', 'pcm_s16le'),
      await strangeClip('tall.avi', 'color=c=blue:s=90x160:r=15:d=1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-c:a', 'pcm_s16le'),
      await strangeClip('wide.mp4', 'color=c=blue:s=100x80:r=50:d=2,setsar=4/1', '-c:v', 'libx264', '-c:a', 'aac'),
    ]
    for (const file of sources) {
      const made = await conform(wanted(file, {}), work)
      expect(await clipPackets(ffmpeg, assets.path(made.clip))).toMatchObject({ frames: 36, keyFrames: [0, 6, 30], width: 160, height: 90 })
      const { streams } = await probe(ffmpeg, assets.path(made.clip))
      expect(streams).toHaveLength(1)
      const colours = await frameColours(ffmpeg, assets.path(made.clip), folder)
      for (const [red, , blue] of [colours[0]!, colours[35]!]) { expect(blue).toBeGreaterThan(215); expect(red).toBeLessThan(30) }
    }
  })

  test('holds its last frame when it is too short, and says how long', async () => {
    const file = await strangeClip('short.mkv', 'color=c=red:s=160x90:r=24:d=0.5', '-c:v', 'ffv1', '-c:a', 'pcm_s16le', '-shortest')
    const made = await conform(wanted(file, {}), work)
    expect(made.held).toBeGreaterThanOrEqual(22)
    const colours = await frameColours(ffmpeg, assets.path(made.clip), folder)
    expect(colours).toHaveLength(36)
    expect(colours[35]![0]).toBeGreaterThan(215)
  })

  test('contained, it stands whole on black', async () => {
    const file = await strangeClip('square.mkv', 'color=c=white:s=90x90:r=24:d=2', '-c:v', 'ffv1', '-c:a', 'pcm_s16le')
    const made = await conform(wanted(file, { fit: 'contain' }), work)
    const mean = (await frameColours(ffmpeg, assets.path(made.clip), folder))[10]![0]!
    expect(mean / 255).toBeCloseTo(90 / 160, 1)
  })

  test('carries its burned pictures in their frames only', async () => {
    const file = await strangeClip('under.mkv', 'color=c=black:s=160x90:r=24:d=2', '-c:v', 'ffv1', '-c:a', 'pcm_s16le')
    const words = join(folder, 'words.png')
    await writeFile(words, drawnCaption())
    const made = await conform(wanted(file, { burn: [{ file: words, from: 10, to: 20 }, { file: words, from: 25, to: 26 }] }), work)
    const lit = (await frameColours(ffmpeg, assets.path(made.clip), folder)).flatMap(([red], frame) => (red! > 40 ? [frame] : []))
    expect(lit).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 25])
  })
})

test('a clip from outside is not given to the packaged ffmpeg', async () => {
  const file = await strangeClip('stranger.mp4', 'color=s=64x64:d=1', '-c:v', 'libx264', '-c:a', 'aac')
  const packaged = { ...ffmpeg, trusted: 'packaged' as const }
  await expect(conform(wanted(file, { madeHere: false }), { ...work, ffmpeg: packaged })).rejects.toThrow(/not made here.*FFMPEG_PATH/)
})

test('a playlist that calls itself a film cannot read other files', async () => {
  const secret = await strangeClip('secret.ts', 'color=s=64x64:d=1', '-c:v', 'libx264', '-c:a', 'aac')
  const film = join(folder, 'innocent.mp4')
  for (const trap of [`#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${secret}\n#EXT-X-ENDLIST\n`, `ffconcat version 1.0\nfile '${secret}'\n`]) {
    await writeFile(film, trap)
    await expect(conform(wanted(film, {}), work)).rejects.toThrow('cannot be read as a film')
  }
})

test('text, sound alone and nothing at all are refused in words', async () => {
  const file = join(folder, 'not-a-film.mp4')
  await writeFile(file, 'once upon a time')
  await expect(conform(wanted(file, {}), work)).rejects.toThrow('cannot be read as a film')
  await writeFile(file, '')
  await expect(conform(wanted(file, {}), work)).rejects.toThrow('cannot be read as a film')
  const sound = join(folder, 'sound.wav')
  await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: 'sine=duration=1' }], options: ['-c:a', 'pcm_s16le'], output: sound })
  await expect(conform(wanted(sound, {}), work)).rejects.toThrow('no moving picture')
})
