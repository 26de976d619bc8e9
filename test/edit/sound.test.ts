import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCutCache } from '../../src/edit/cut-cache.ts'
import { findFfmpeg, type Ffmpeg } from '../../src/edit/find-ffmpeg.ts'
import { duckingCurve } from '../../src/edit/sound/ducking-curve.ts'
import { mixDown } from '../../src/edit/sound/mix-down.ts'
import { mixSound } from '../../src/edit/sound/mix-sound.ts'
import { cutFrames, type Cut } from '../../src/film/cut.ts'
import { openAssets, type Assets } from '../../src/lab/assets.ts'
import { decibels, loudness, truePeak } from '../../src/sound/loudness.ts'
import { writeWav, type Sound } from '../../src/sound/wav.ts'

let folder: string
let assets: Assets
let ffmpeg: Ffmpeg
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mix-'))
  assets = openAssets(folder)
  ffmpeg = await findFfmpeg({ folder })
})
afterAll(async () => rm(folder, { recursive: true }))

const rate = 48_000
const tone = (seconds: number, hertz: number, level: number, beat = 0): Sound => ({
  rate, channels: [Float32Array.from({ length: Math.round(seconds * rate) }, (_, at) => level * Math.sin((2 * Math.PI * hertz * at) / rate) * (beat > 0 ? Math.exp(-((at / rate) % beat) * 12) : 1))],
})
const voice = () => tone(2, 220, 0.3, 0.25)
const score = (seconds: number) => { const { channels } = tone(seconds, 330, 0.5); return { rate, channels: [channels[0] ?? new Float32Array(), channels[0] ?? new Float32Array()] } }

async function cutOf({ shots = 3, frames = 96, voices = true, music = true }): Promise<Cut> {
  const spoken = await assets.put(writeWav(voice()))
  const played = await assets.put(writeWav(score((shots * frames) / 24)))
  return {
    title: 't', author: null, language: 'zh', width: 1280, height: 720, fps: 24, fadeOut: 24, score: music ? played : null,
    items: Array.from({ length: shots }, (_, index) => ({ name: `${index + 1}`, clip: '0'.repeat(64), frames, transition: index % 2 === 1 ? { name: 'dissolve', frames: 12 } : { name: 'cut', frames: 0 }, voice: voices ? { sound: spoken, at: 8 } : null, captions: [], chapter: null })),
  }
}

function heard(hash: string) {
  const said = spawnSync(ffmpeg.ffmpeg, ['-nostdin', '-i', assets.path(hash), '-af', 'ebur128=peak=true', '-f', 'null', '-'], { encoding: 'utf8' }).stderr
  const summary = said.slice(said.lastIndexOf('Summary'))
  const [, hours, minutes, seconds] = /time=(\d+):(\d+):([\d.]+)/.exec(said.slice(said.lastIndexOf('time='))) ?? []
  return { loudness: Number(/I:\s+(\S+)/.exec(summary)?.[1]), peak: Number(/Peak:\s+(\S+)/.exec(summary)?.[1]), seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), codec: /Audio: (\w+)/.exec(said)?.[1] }
}

const mix = async (cut: Cut) => mixSound(cut, { ffmpeg, assets, signal: new AbortController().signal })

describe('the mix of a film', () => {
  test('is made once for what is heard, whatever is seen', async () => {
    const cache = openCutCache(join(folder, 'cuts'))
    const cut = await cutOf({ shots: 1, frames: 24 })
    const first = await mixSound(cut, { ffmpeg, assets, cache, signal: new AbortController().signal })
    const idle = { ...assets, scratch: () => Promise.reject(new Error('something is made')) }
    const other = { ...cut, items: cut.items.map((item) => ({ ...item, clip: '1'.repeat(64) })) }
    expect(await mixSound(other, { ffmpeg, assets: idle, cache, signal: new AbortController().signal })).toEqual(first)
    const longer = { ...cut, fadeOut: 6 }
    await expect(mixSound(longer, { ffmpeg, assets: idle, cache, signal: new AbortController().signal })).rejects.toThrow('something is made')
  })

  test.each([
    ['voices over music', { shots: 4 }], ['voices alone', { music: false }], ['music alone', { voices: false }],
    ['one second', { shots: 1, frames: 24 }], ['two hundred lines', { shots: 200, frames: 8 }],
  ])('%s: −14 LUFS, true peak under −1 dB, AAC as long as the picture', async (_, asked) => {
    const cut = await cutOf(asked)
    const mixed = await mix(cut)
    const { loudness, peak, seconds, codec } = heard(mixed.sound)
    expect(codec).toBe('aac')
    expect(Math.abs(loudness + 14)).toBeLessThanOrEqual(0.5)
    expect(peak).toBeLessThan(-1)
    expect(Math.abs((mixed.loudness ?? 0) - loudness)).toBeLessThan(0.2)
    expect(Math.abs(seconds - cutFrames(cut.items) / 24)).toBeLessThanOrEqual(2 * 1024 / rate)
    expect(await readdir(join(folder, 'scratch'))).toEqual([])
  })

  test('neither voice nor music is a silent track, not amplified noise', async () => {
    const mixed = await mix(await cutOf({ voices: false, music: false }))
    expect(mixed).toMatchObject({ loudness: null, truePeak: null })
    expect(heard(mixed.sound).codec).toBe('aac')
  })

  test('is the same file for the same cut', async () => {
    const cut = await cutOf({ shots: 2 })
    expect((await mix(cut)).sound).toBe((await mix(cut)).sound)
  })

  test('stops when told', async () => {
    await expect(mixSound(await cutOf({}), { ffmpeg, assets, signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled')
  })
})

describe('mixing down', () => {
  const level = (sound: Sound, from: number, to: number, hertz: number) => {
    let re = 0
    let im = 0
    const channel = sound.channels[0] ?? new Float32Array()
    for (let at = Math.round(from * rate); at < to * rate; at++) { re += (channel[at] ?? 0) * Math.cos((2 * Math.PI * hertz * at) / rate); im += (channel[at] ?? 0) * Math.sin((2 * Math.PI * hertz * at) / rate) }
    return decibels(Math.hypot(re, im) / ((to - from) * rate))
  }

  test('the music is 9 to 12 dB down under a voice, and already down when it begins', () => {
    const mixed = mixDown({ seconds: 12, fadeOut: 1, voices: [{ sound: voice(), at: 5 }], score: score(12), target: -14, ceiling: -2 })
    const drop = level(mixed, 2, 4, 330) - level(mixed, 5, 7, 330)
    expect(drop).toBeGreaterThan(9)
    expect(drop).toBeLessThan(12)
    expect(level(mixed, 2, 4, 330) - level(mixed, 4.9, 5, 330)).toBeGreaterThan(6)
    expect(level(mixed, 2, 4, 330) - level(mixed, 9, 10, 330)).toBeLessThan(1)
  })

  test('the duck moves without a step', () => {
    const curve = duckingCurve([{ from: 2 * rate, to: 3 * rate }, { from: 3.5 * rate, to: 4 * rate }], { length: 8 * rate, rate, decibels: -10 })
    let steepest = 0
    for (let at = 1; at < 8 * rate; at++) steepest = Math.max(steepest, Math.abs(curve(at) - curve(at - 1)))
    expect(steepest).toBeLessThan(0.0001)
    expect(curve(3.2 * rate)).toBeCloseTo(10 ** (-10 / 20), 2)
  })

  test('a film of clicks is held under the ceiling between the samples too', () => {
    const clicks = { rate, channels: [Float32Array.from({ length: 4 * rate }, (_, at) => (at % 9000 < 40 ? Math.sin(at * 1.55) : 0.02 * Math.sin(at / 9)))] }
    const mixed = mixDown({ seconds: 4, fadeOut: 0, voices: [{ sound: clicks, at: 0 }], score: null, target: -14, ceiling: -2 })
    expect(decibels(truePeak(mixed))).toBeLessThan(-1.8)
    expect(Math.abs(loudness(mixed) + 14)).toBeLessThan(0.5)
  })

  test('loudness is what the standard says of a full-scale 997 Hz tone', () => {
    expect(loudness({ rate, channels: [tone(5, 997, 1).channels[0] ?? new Float32Array()] })).toBeCloseTo(-3.01, 1)
  })
})
