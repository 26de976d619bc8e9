import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { breakCaptions } from '../../src/edit/captions/break-captions.ts'
import { captionsSrt } from '../../src/edit/captions/captions-srt.ts'
import { drawCaption } from '../../src/edit/captions/draw-caption.ts'
import { drawable, glyphRemark, missingGlyphs } from '../../src/edit/fonts.ts'
import type { Caption, Cut } from '../../src/film/cut.ts'
import type { Language } from '../../src/film/brief.ts'
import type { Spoken } from '../../src/studio/provider.ts'

const redCliff = '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。清风徐来，水波不兴。举酒属客，诵明月之诗，歌窈窕之章。'
const lighthouse = 'The lighthouse keeper climbed the spiral stairs every evening, carrying oil for the lamp, and looked out over the grey water. "Nobody is coming," he said. Then he saw the boat with a single red sail.'

function spokenSlowly(text: string, language: Language): Spoken {
  const pace = language === 'zh' ? 0.28 : 0.36
  const words = [...text.matchAll(language === 'zh' ? /\p{L}/gu : /[\p{L}\p{N}']+/gu)].map(({ index }, count) => ({ at: index, seconds: count * pace }))
  return { sound: '0'.repeat(64), seconds: words.length * pace, words }
}

function captionsOf(text: string, language: Language, { room = 4000, width = 1280, height = 720 } = {}): Caption[] {
  return breakCaptions({ speaker: null, text, language }, spokenSlowly(text, language), { fps: 24, from: 8, until: room, width, height })
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const shown = (captions: Caption[]) => captions.flatMap(({ lines }) => lines)

describe('captions of a spoken line', () => {
  test('Chinese is broken at its clauses, without the stops', () => {
    expect(shown(captionsOf(redCliff, 'zh'))).toEqual(['壬戌之秋 七月既望', '苏子与客泛舟游于赤壁之下', '清风徐来 水波不兴', '举酒属客 诵明月之诗 歌窈窕之章'])
  })

  test('English breaks where the voice rests, in two lines of at most 42, and never after an article or a preposition', () => {
    const captions = captionsOf(lighthouse, 'en')
    for (const line of shown(captions)) expect(line.length).toBeLessThanOrEqual(42)
    for (const { lines } of captions) expect(lines.length).toBeLessThanOrEqual(2)
    for (const line of shown(captions)) expect(line).not.toMatch(/\b(?:a|an|the|of|to|for|with|over)$/)
    expect(captions.map(({ lines }) => lines.join(' '))).toContain('"Nobody is coming," he said.')
  })

  test('an upright frame has shorter lines', () => {
    for (const line of shown(captionsOf(redCliff, 'zh', { width: 720, height: 1280 }))) expect(line.length).toBeLessThanOrEqual(12)
    for (const line of shown(captionsOf(lighthouse, 'en', { width: 720, height: 1280 }))) expect(line.length).toBeLessThanOrEqual(26)
  })

  test('a caption begins with the word that it shows', () => {
    const spoken = spokenSlowly(redCliff, 'zh')
    const second = captionsOf(redCliff, 'zh')[1]
    expect(second?.from).toBe(8 + Math.round((spoken.words.find(({ at }) => at === redCliff.indexOf('苏'))?.seconds ?? 0) * 24))
  })

  test('particles do not stand alone at the start of a line', () => {
    const long = '随着人工智能技术迅猛发展特别是在自然语言处理的领域取得了显著突破的我们的生活发生了很大的变化'
    for (const line of shown(captionsOf(long, 'zh'))) expect(line).not.toMatch(/^[的了着过吗呢吧]/)
  })

  const texts = fc.array(fc.constantFrom('赤壁', '苏子与客', '，', '。', '？', '“', '”', ' ', '2026', 'the boat', 'and', '. ', ', ', '的', '—', 'Supercalifragilisticexpialidocious', '😀', 'مرحبا', '\n'), { maxLength: 60 }).map((parts) => parts.join(''))
  test('for any text, language, room and frame: in order, apart, inside the room, and every letter is kept', () => {
    fc.assert(fc.property(texts, fc.constantFrom<Language>('zh', 'en'), fc.integer({ min: 1, max: 2000 }), fc.constantFrom([1280, 720], [720, 1280], [720, 720]), (text, language, room, [width, height]) => {
      const captions = captionsOf(text, language, { room, width: width ?? 1, height: height ?? 1 })
      captions.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(index === 0 ? 0 : captions[index - 1]?.to ?? 0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(room)
      })
      expect(letters(shown(captions).join(''))).toBe(letters(text))
    }), { numRuns: 150 })
  })

  test('where the voice leaves room, a reader has a second and the time to read', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('清风徐来，', '水波不兴。', '白露横江，', '水光接天。'), { minLength: 1, maxLength: 12 }), (parts) => {
      for (const { from, to, lines } of captionsOf(parts.join(''), 'zh')) expect((to - from + 2) / 24).toBeGreaterThanOrEqual(Math.max(1, lines.join('').length / 9) - 0.05)
    }), { numRuns: 40 })
  })
})

describe('the subtitle file', () => {
  const cutOf = (captions: Caption[][], overlap = 12): Cut => ({
    title: 't', author: null, language: 'zh', width: 1280, height: 720, fps: 24, score: null, fadeOut: 24,
    items: captions.map((each, index) => ({ name: `${index + 1}`, clip: '0'.repeat(64), frames: 120, transition: { name: index > 0 ? 'dissolve' : 'cut', frames: index > 0 ? overlap : 0 }, voice: null, captions: each, chapter: null })),
  })

  test('counts in film time, with overlaps counted once', () => {
    const srt = captionsSrt(cutOf([[{ from: 12, to: 60, lines: ['one'] }], [{ from: 12, to: 60, lines: ['two', 'three'] }]]))
    expect(srt).toBe('1\n00:00:00,500 --> 00:00:02,500\none\n\n2\n00:00:05,000 --> 00:00:07,000\ntwo\nthree\n')
  })

  test('whatever is written in a caption, the file reads back in order and without overlap', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `x${text} --> \n\n2\n${text}`)
    const caption = fc.tuple(fc.nat(110), fc.integer({ min: 1, max: 60 }), fc.array(line, { minLength: 1, maxLength: 2 })).map(([from, length, lines]) => ({ from, to: Math.min(120, from + length), lines }))
    fc.assert(fc.property(fc.array(fc.array(caption, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (items) => {
      const blocks = captionsSrt(cutOf(items)).split('\n\n').filter((block) => block.trim() !== '')
      let last = ''
      blocks.forEach((block, index) => {
        const [number, times = '', ...lines] = block.trim().split('\n')
        expect(number).toBe(String(index + 1))
        const [from = '', to = ''] = /^(\d\d:\d\d:\d\d,\d{3}) --> (\d\d:\d\d:\d\d,\d{3})$/.exec(times)?.slice(1) ?? []
        expect(from < to && from >= last).toBe(true)
        last = to
        expect(lines.length).toBeGreaterThan(0)
        for (const text of lines) expect(text).not.toContain('-->')
      })
    }), { numRuns: 100 })
  })
})

describe('drawn words', () => {
  async function inkOf(png: Buffer, width: number, height: number) {
    const context = createCanvas(width, height).getContext('2d')
    context.drawImage(await loadImage(png), 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const box = { left: width, right: -1, top: height, bottom: -1 }
    for (let at = 3; at < data.length; at += 4) {
      if ((data[at] ?? 0) < 200) continue
      const x = (at >> 2) % width
      const y = Math.floor((at >> 2) / width)
      box.left = Math.min(box.left, x); box.right = Math.max(box.right, x); box.top = Math.min(box.top, y); box.bottom = Math.max(box.bottom, y)
    }
    return box
  }

  test.each<[string, Language, number, number]>([
    ['苏子与客泛舟游于赤壁之下', 'zh', 1280, 720], ['字'.repeat(90), 'zh', 720, 1280], ['word '.repeat(60), 'en', 720, 720],
    ['Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4), 'en', 1280, 536], ['مرحبا بالعالم، هذا نص عربي', 'en', 1280, 720],
  ])('a caption stays inside the safe area: %s', async (text, language, width, height) => {
    const box = await inkOf(await drawCaption([text], { width, height, language }), width, height)
    expect(box.right).toBeGreaterThan(box.left)
    expect(box.left).toBeGreaterThanOrEqual(width * 0.05)
    expect(box.right).toBeLessThanOrEqual(width * 0.95)
    expect(box.bottom).toBeLessThanOrEqual(height * 0.955)
    expect(box.top).toBeGreaterThan(height * 0.4)
  })

  test('every glyph is looked up before it is drawn', () => {
    expect(missingGlyphs('赤壁賦 The Red Cliff, 2026 — “é” …？！')).toEqual([])
    expect(missingGlyphs('مرحبا שלום 🎬😀')).toEqual([])
    expect(missingGlyphs('مرحبا 🎬', ['Noto Serif SC'])).toContain('🎬')
    expect(missingGlyphs('赋賦', ['Ma Shan Zheng'])).toEqual(['賦'])
    expect(missingGlyphs('𠮷野家 สวัส')).toEqual(['𠮷', 'ส', 'ว', 'ั'])
    expect(glyphRemark('𠮷')).toContain('U+20BB7')
    expect(glyphRemark('fine 好')).toBeNull()
    expect(drawable('𠮷野家')).toBe('〓野家')
  })

  test('quotation marks are as wide as their script wants them', () => {
    expect(drawable('“Don’t go,” she said, ‘it’s late’.')).toBe(`"Don't go," she said, 'it's late'.`)
    expect(drawable('他说：“别走，Anna’s here”')).toBe(`他说：“别走，Anna's here”`)
  })
})
