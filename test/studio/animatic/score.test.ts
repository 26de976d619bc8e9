import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Era, Mood } from '../../../src/film/look.ts'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import type { Work } from '../../../src/lab/work.ts'
import { readWav } from '../../../src/sound/wav.ts'
import { composeScore } from '../../../src/studio/animatic/score/compose-score.ts'
import { writeMusic } from '../../../src/studio/animatic/score/write-music.ts'

let folder: string
let assets: Assets
const work = (signal = new AbortController().signal): Work => ({ signal, assets, progress() {} })
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'score-')); assets = openAssets(folder) })
afterAll(async () => rm(folder, { recursive: true }))

const everything = Mood.options.flatMap((mood) => Era.options.map((era) => [mood, era] as const))

describe('a temp score', () => {
  test.each([[14.32, 'serene', 'ancient-china'], [1, 'joyful', 'modern'], [9, 'epic', 'ancient-west']] as const)('of %s seconds is exactly that long, stereo, quiet at both ends, unclipped, without an offset', async (seconds, mood, era) => {
    const { sound } = await composeScore({ mood, era, seconds, seed: 5 }, work())
    const wav = readWav(await assets.read(sound))
    expect(wav?.rate).toBe(48_000)
    expect(wav?.channels.map(({ length }) => length)).toEqual([Math.round(seconds * 48_000), Math.round(seconds * 48_000)])
    for (const channel of wav?.channels ?? []) {
      const high = channel.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0)
      expect(high).toBeLessThan(0.75)
      expect(high).toBeGreaterThan(0.1)
      expect(Math.abs(channel.reduce((sum, value) => sum + value, 0) / channel.length)).toBeLessThan(0.001)
      for (const edge of [channel.subarray(0, 20), channel.subarray(-20)]) for (const value of edge) expect(Math.abs(value)).toBeLessThan(0.01)
    }
  })

  test('is the same for the same seed and another for another', async () => {
    const score = (seed: number) => composeScore({ mood: 'wonder', era: 'timeless', seconds: 4, seed }, work())
    const [first, again, other] = [await score(1), await score(1), await score(2)]
    expect(again.sound).toBe(first.sound)
    expect(other.sound).not.toBe(first.sound)
  })

  test('can be stopped', async () => {
    const stop = new AbortController()
    const score = composeScore({ mood: 'epic', era: 'ancient-china', seconds: 300, seed: 1 }, work(stop.signal))
    stop.abort()
    await expect(score).rejects.toThrow()
  })
})

describe('the music as notes', () => {
  test.each(everything)('%s, %s: has an opening before the theme, rests, a climax after the middle, and a last note that rings', (mood, era) => {
    const seconds = 75
    const notes = writeMusic({ mood, era, seconds, seed: 9 }).toSorted((a, b) => a.at - b.at)
    expect(notes.length).toBeGreaterThan(40)
    for (const { at, seconds: held, pitch, loud } of notes) {
      expect(at).toBeGreaterThanOrEqual(0)
      expect(held).toBeGreaterThan(0)
      expect(pitch).toBeGreaterThan(20)
      expect(pitch).toBeLessThan(110)
      expect(loud).toBeLessThanOrEqual(1)
    }
    const loudest = (from: number, to: number) => { const part = notes.filter(({ at }) => at >= seconds * from && at < seconds * to); return part.reduce((sum, { loud }) => sum + loud, 0) / Math.max(1, part.length) }
    expect(loudest(0.35, 0.75)).toBeGreaterThan(loudest(0, 0.06))
    const last = notes.at(-1)
    expect(last?.at).toBeGreaterThan(seconds * 0.85)
    expect((last?.at ?? 0) + (last?.seconds ?? 0)).toBeGreaterThan(seconds - 4)
  })

  test('ancient China is pentatonic, on strings and a flute', () => {
    const notes = writeMusic({ mood: 'serene', era: 'ancient-china', seconds: 75, seed: 3 })
    expect(new Set(notes.map(({ part }) => part))).toEqual(new Set(['zheng', 'flute', 'pad']))
    expect(notes.filter(({ pitch }) => ![0, 2, 4, 7, 9].includes((pitch - 62 + 120) % 12))).toEqual([])
  })

  test('never plays the same eight bars twice', () => {
    const flute = writeMusic({ mood: 'melancholy', era: 'ancient-china', seconds: 90, seed: 4 }).filter(({ part }) => part === 'zheng')
    const bars = Array.from({ length: 6 }, (_, index) => flute.filter(({ at }) => at >= 8 + index * 12 && at < 20 + index * 12).map(({ pitch }) => pitch).join())
    expect(new Set(bars).size).toBe(bars.length)
  })
})
