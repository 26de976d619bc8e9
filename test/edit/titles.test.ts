import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { drawCredits } from '../../src/edit/titles/draw-credits.ts'
import { drawTitle } from '../../src/edit/titles/draw-title.ts'
import { sealLetters } from '../../src/edit/titles/draw-ink.ts'
import { looks } from '../../src/film/look.ts'

async function pixelsOf(png: Buffer) {
  const picture = await loadImage(png)
  const context = createCanvas(picture.width, picture.height).getContext('2d')
  context.drawImage(picture, 0, 0)
  return { width: picture.width, height: picture.height, data: context.getImageData(0, 0, picture.width, picture.height).data }
}

/** How much of an area is far from the colour of its corner: lettering, not ground. */
function lettered({ width, data }: { width: number; data: Uint8ClampedArray }, left: number, top: number, right: number, bottom: number) {
  let strong = 0
  let count = 0
  const at = (x: number, y: number) => (data[(y * width + x) * 4] ?? 0) + (data[(y * width + x) * 4 + 1] ?? 0)
  for (let y = top; y < bottom - 2; y += 2) for (let x = left; x < right - 2; x += 2) { count++; if (Math.abs(at(x, y) - at(x + 2, y)) > 60) strong++ }
  return strong / count
}

describe('a title', () => {
  test.each(looks.map(({ name }) => name))('in %s fills the frame, opaque, with words in the middle and none at the edge', async (look) => {
    for (const [title, language] of [['赤壁赋', 'zh'], ['The Lighthouse Keeper', 'en']] as const) {
      const picture = await pixelsOf(await drawTitle({ title, author: null, look, language, width: 640, height: 360 }))
      expect([picture.width, picture.height]).toEqual([640, 360])
      expect(picture.data.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
      expect(lettered(picture, 60, 60, 580, 280)).toBeGreaterThan(0.008)
      expect(lettered(picture, 0, 0, 20, 120)).toBe(0)
    }
  })

  test.each(['', '字'.repeat(200), 'word '.repeat(80), 'مرحبا 🎬', '𠮷', '../<b>%{x}\'"\n:;,[]', '《》'])('of any text is drawn: %j', async (title) => {
    expect((await drawTitle({ title, author: title, look: 'ink-wash', language: 'zh', width: 360, height: 640 })).subarray(1, 4).toString()).toBe('PNG')
  })

  test.each(looks.map(({ name }) => name))('in %s keeps an eighth of a tall frame free at both sides when the push has ended', async (look) => {
    for (const [title, language] of [['赤壁赋', 'zh'], ['The Last Lighthouse Keeper', 'en']] as const) {
      const picture = await pixelsOf(await drawTitle({ title, author: null, look, language, width: 360, height: 640 }))
      // The push grows the card by a quarter at most: what ends up at 12 % stands at 20 % of it.
      const edge = Math.round(360 * (0.5 - 0.38 / 1.25))
      for (const [left, right] of [[36, edge], [360 - edge, 324]] as const) expect(lettered(picture, left, 200, right, 440), title).toBeLessThan(0.002)
    }
  })

  test('carries the work\'s own name in its seal', () => {
    expect(sealLetters('赤壁赋')).toEqual(['赤', '壁', '赋'])
    expect(sealLetters('《最后一单》第二幕')).toEqual(['最', '后', '一', '单'])
    expect(sealLetters('The Last Keeper')).toEqual(['L', 'K'])
    expect(sealLetters('🎬')).toEqual([])
  })

  test('is drawn the same every time', async () => {
    const card = { title: '赤壁賦', author: '蘇軾', look: 'ink-wash', language: 'zh', width: 320, height: 180 } as const
    expect((await drawTitle(card)).equals(await drawTitle(card))).toBe(true)
  })
})

test('credits with a crowd and a long attribution stay inside the frame', async () => {
  const cast = Array.from({ length: 60 }, (_, index) => `Somebody Number ${index}`)
  const picture = await pixelsOf(await drawCredits({ title: 'A Film', author: 'A Writer', cast, attribution: 'Icons by many people, CC BY 3.0. '.repeat(6), look: 'noir', language: 'en', width: 360, height: 640 }))
  expect(lettered(picture, 40, 100, 320, 540)).toBeGreaterThan(0.02)
  for (const [left, top, right, bottom] of [[0, 0, 360, 24], [0, 616, 360, 640], [0, 0, 16, 640], [344, 0, 360, 640]] as const) expect(lettered(picture, left, top, right, bottom)).toBe(0)
})
