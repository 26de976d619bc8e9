import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import type { Work } from '../../../src/lab/work.ts'
import { readWav } from '../../../src/sound/wav.ts'
import { openVoice, type Voice } from '../../../src/studio/animatic/voice/open-voice.ts'
import { planSpeech } from '../../../src/studio/animatic/voice/plan-speech.ts'
import { castVoice, voiceNames } from '../../../src/studio/animatic/voice/voices.ts'

const redCliff = '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。'
let folder: string
let assets: Assets
let voice: Voice
const work = (): Work => ({ signal: new AbortController().signal, assets, progress() {} })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voice-'))
  assets = openAssets(folder)
  voice = openVoice()
})
afterAll(async () => { await voice.close(); await rm(folder, { recursive: true }) })

const say = (text: string, language: 'zh' | 'en' = 'zh', name = 'narrator') => voice.speak({ text, language, voice: name }, work())
const soundOf = async (hash: string) => readWav(await assets.read(hash))

describe('a line that must fit into a shot', () => {
  const text = 'The keeper climbed a hundred and twelve steps, and counted every one of them.'
  test('is said faster until it does, and no faster than it must', async () => {
    const free = await say(text, 'en')
    const fitted = await voice.speak({ text, language: 'en', voice: 'narrator', within: free.seconds * 0.85 }, work())
    expect(fitted.seconds).toBeLessThanOrEqual(free.seconds * 0.85)
    expect(fitted.seconds).toBeGreaterThan(free.seconds * 0.7)
    expect(fitted.remarks).toBeUndefined()
    expect(await voice.speak({ text, language: 'en', voice: 'narrator', within: 60 }, work())).toEqual(free)
  })
  test('is not gabbled: what still does not fit is told', async () => {
    const free = await say(text, 'en')
    const short = await voice.speak({ text, language: 'en', voice: 'narrator', within: 1 }, work())
    expect(short.seconds).toBeGreaterThan(free.seconds * 0.6)
    expect(short.remarks).toEqual([expect.stringMatching(/room for 1\.0 s: its end is cut off/)])
  })
})

describe('a spoken line', () => {
  test('is a 48 kHz mono WAV as long as it says, without silence at its ends', async () => {
    const { sound, seconds } = await say(redCliff)
    const wav = await soundOf(sound)
    expect(wav?.rate).toBe(48_000)
    expect(wav?.channels).toHaveLength(1)
    const samples = wav?.channels[0] ?? new Float32Array()
    expect(samples.length / 48_000).toBeCloseTo(seconds, 3)
    const loud = (part: Float32Array) => part.some((value) => Math.abs(value) > 0.01)
    expect(loud(samples.subarray(0, 2400)) && loud(samples.subarray(-4800))).toBe(true)
    expect(samples.reduce((high, value) => Math.max(high, Math.abs(value)), 0)).toBeLessThan(0.72)
  })

  test('says when each Chinese character and each English word begins', async () => {
    const zh = await say(redCliff)
    expect(zh.words.map(({ at }) => redCliff[at]).join('')).toBe(redCliff.replace(/[，。]/g, ''))
    const text = 'It is 3,141 miles — "well-known", she said.'
    const en = await say(text, 'en')
    expect(en.words.map(({ at }) => text.slice(at, at + 2))).toEqual(['It', 'is', '3,', '14', 'mi', 'we', 'kn', 'sh', 'sa'])
    for (const { words, seconds } of [zh, en]) {
      words.forEach((word, index) => {
        expect(word.seconds).toBeGreaterThanOrEqual(words[index - 1]?.seconds ?? 0)
        expect(word.seconds).toBeLessThanOrEqual(seconds)
      })
    }
    expect(zh.words.find(({ at }) => redCliff[at] === '七')?.seconds ?? 0).toBeGreaterThan(1)
  })

  test('is said to its end, also when it is not the first', async () => {
    const fresh = openVoice()
    const text = 'All night he sat beside the flame, and at dawn the rain stopped and the boat came in under the cliff.'
    const [first, second] = [await fresh.speak({ text, language: 'en', voice: 'narrator' }, work()), await fresh.speak({ text, language: 'en', voice: 'narrator' }, work())]
    await fresh.close()
    expect(first.seconds).toBeGreaterThan(5)
    expect(second).toEqual(first)
  })

  test('is the same bytes again, whatever was said between, and other bytes in every other voice', async () => {
    const first = await say('你好', 'zh', 'man-1')
    await say('Something else entirely.', 'en', 'child-1')
    expect((await say('你好', 'zh', 'man-1')).sound).toBe(first.sound)
    const all = await Promise.all(voice.voices('zh').map((name) => say('你好', 'zh', name)))
    expect(new Set(all.map(({ sound }) => sound)).size).toBe(voice.voices('zh').length)
  })

  test.each(['', '🎬🎬', '……', '\n\n', '𠮷'])('that cannot be said is a short silence with a remark: %j', async (text) => {
    const { seconds, words, remarks } = await say(text)
    expect(seconds).toBeLessThan(1)
    expect(words).toEqual([])
    expect(remarks?.[0]).toContain('静默')
  })

  test('mixes tongues and skips what has no sound', async () => {
    const { words, remarks } = await say('他说Hello World，2026年见😀！Привет')
    expect(words.map(({ at }) => '他说Hello World，2026年见😀！Привет'[at]).join('')).toBe('他说HW2年见П')
    expect(remarks?.[0]).toContain('😀')
  })

  test('in a voice that does not exist is refused with the list', async () => {
    await expect(say('你好', 'zh', 'nobody')).rejects.toThrow(/no voice «nobody».*narrator, .*child-2/)
  })

  test('for any text is finite and in order', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('zh' as const, 'en' as const), (text, language) => {
      const { pieces } = planSpeech(text, language)
      pieces.forEach(({ at, text: words }, index) => {
        expect(at).toBeGreaterThanOrEqual(index === 0 ? 0 : (pieces[index - 1]?.at ?? 0) + (pieces[index - 1]?.text.length ?? 0))
        expect(at + words.length).toBeLessThanOrEqual(text.length)
        expect(words.length).toBeLessThanOrEqual(400)
      })
    }), { numRuns: 200 })
  })
})

describe('the voice process', () => {
  const child = (which: Voice) => which.pid() ?? 0

  test('is another process, started with the first line, kept for the next, and started again after a kill', async () => {
    const own = openVoice()
    expect(own.pid()).toBeUndefined()
    await own.speak({ text: '一', language: 'zh', voice: 'narrator' }, work())
    const first = child(own)
    expect(first).not.toBe(process.pid)
    const lines = ['二', '三', '四'].map((text) => own.speak({ text, language: 'zh', voice: 'narrator' }, work()))
    expect(child(own)).toBe(first)
    process.kill(first, 'SIGKILL')
    expect((await Promise.all(lines)).every(({ words }) => words.length === 1)).toBe(true)
    expect(child(own)).not.toBe(first)
    const second = child(own)
    await own.close()
    expect(() => process.kill(second, 0)).toThrow()
    await expect(own.speak({ text: '五', language: 'zh', voice: 'narrator' }, work())).rejects.toThrow('closed')
  })

  test('gives up a line whose order was cancelled and goes on with the next', async () => {
    const stop = new AbortController()
    const long = voice.speak({ text: '字，'.repeat(40), language: 'zh', voice: 'narrator' }, { ...work(), signal: stop.signal })
    stop.abort(new Error('cancelled'))
    await expect(long).rejects.toThrow('cancelled')
    expect((await say('好')).words).toHaveLength(1)
  })
})

test('the same person always has the same voice, and never the narrator’s', () => {
  fc.assert(fc.property(fc.constantFrom('woman' as const, 'man' as const, 'unknown' as const), fc.constantFrom('child' as const, 'young' as const, 'adult' as const, 'old' as const), fc.nat(), (gender, age, seed) => {
    const name = castVoice({ gender, age, seed })
    expect(name).toBe(castVoice({ gender, age, seed }))
    expect(voiceNames).toContain(name)
    expect(name).not.toContain('narrator')
    if (gender !== 'unknown' && age !== 'child') expect(name).toContain(gender)
  }))
})
