import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { drawCandidates } from '../../src/edit/contact-sheet.ts'
import { layOut } from '../../src/edit/sheet/page-layout.ts'
import { wrapText } from '../../src/edit/sheet/wrap-text.ts'
import { drawSheet } from '../../src/edit/storyboard-sheet.ts'
import { cameraMoves } from '../../src/film/camera-move.ts'
import type { Shot, Storyboard } from '../../src/film/storyboard.ts'

const context = createCanvas(10, 10).getContext('2d')
context.font = '20px serif'

const shotOf = (index: number): Shot => ({
  number: String(index + 1), size: 'wide', move: { name: cameraMoves[index % cameraMoves.length]!.name, direction: cameraMoves[index % cameraMoves.length]!.directions[0] ?? null, speed: 'slow' }, angle: 'eye',
  scene: '', picture: '一叶扁舟'.repeat(60), line: { speaker: null, text: 'x'.repeat(400), language: 'zh' }, cast: [], prompt: '', frames: 48, timed: false,
  transition: { name: 'dissolve', frames: 12 }, seed: 1, written: { size: '全景', move: null },
})
const boardOf = (shots: number): Storyboard => ({
  title: '赤壁赋', author: null, language: 'zh', fps: 24, mood: 'serene', era: 'timeless', look: 'pencil', cast: [], remarks: [], by: 'by rules', shots: Array.from({ length: shots }, (_, index) => shotOf(index)),
})

test('fifteen shots hang on one page, more than twenty on as many as they need, and none is lost', () => {
  expect(layOut(15, 16 / 9)).toHaveLength(1)
  for (const shots of [1, 2, 7, 20, 21, 64, 600]) {
    for (const aspect of [16 / 9, 9 / 16, 1, 4 / 3, 2.39]) {
      const pages = layOut(shots, aspect)
      expect(pages.flatMap(({ cells }) => cells.map(({ index }) => index))).toEqual(Array.from({ length: shots }, (_, index) => index))
      for (const { width, height, cells } of pages) {
        for (const { panel, text } of cells) {
          expect(panel.width / panel.height).toBeCloseTo(aspect, 5)
          expect(Math.max(panel.x + panel.width, text.x + text.width)).toBeLessThan(width)
          expect(Math.max(panel.y + panel.height, text.y + text.height)).toBeLessThan(height - 40)
        }
      }
    }
  }
  expect(layOut(21, 16 / 9)).toHaveLength(2)
})

test('few shots hang large: the picture of a short film fills its page', () => {
  for (const shots of [2, 3, 4, 5, 6]) {
    const [page] = layOut(shots, 16 / 9)
    const shown = (page?.cells ?? []).reduce((sum, { panel }) => sum + panel.width * panel.height, 0)
    expect(shown / ((page?.width ?? 0) * (page?.height ?? 1)), `${shots} shots`).toBeGreaterThan(0.35)
  }
})

test('an English production is headed and labelled in English', async () => {
  const english = { ...boardOf(2), title: 'The Last Keeper', language: 'en' as const }
  const [page] = await drawSheet(english, [], { aspect: '16:9' })
  const [chinese] = await drawSheet({ ...english, language: 'zh' }, [], { aspect: '16:9' })
  expect(page?.equals(chinese ?? Buffer.alloc(0))).toBe(false)
})

test('a page with every move and a missing panel is at least 2400 pixels wide', async () => {
  const picture = createCanvas(64, 36).toBuffer('image/png')
  const [page] = await drawSheet(boardOf(15), Array.from({ length: 14 }, (_, index) => ({ number: String(index + 1), picture })), { aspect: '16:9' })
  const { width, height } = await loadImage(page!)
  expect(width).toBeGreaterThanOrEqual(2400)
  expect(width / height).toBeCloseTo(Math.SQRT2, 1)
})

test('lines keep closing marks with what they close, and words whole', () => {
  const lines = wrapText(context, '壬戌之秋，七月既望，苏子与客泛舟，游于赤壁之下。', 105, 99)
  expect(lines.join('')).toBe('壬戌之秋，七月既望，苏子与客泛舟，游于赤壁之下。')
  for (const line of lines) expect(line).not.toMatch(/^[，。]/)
  expect(wrapText(context, 'the lighthouse keeper', 110, 9)).toEqual(['the', 'lighthouse', 'keeper'].reduce<string[]>((all, word) => (all.length > 0 && context.measureText(`${all.at(-1)} ${word}`).width <= 110 ? [...all.slice(0, -1), `${all.at(-1)} ${word}`] : [...all, word]), []))
})

test('what does not fit ends in an ellipsis, and nothing is wider than its place', () => {
  for (const text of ['x'.repeat(500), '水'.repeat(500), 'word '.repeat(100), '👩‍🚀'.repeat(40), '\n\n\n']) {
    const lines = wrapText(context, text, 90, 3)
    expect(lines.length).toBeLessThanOrEqual(3)
    for (const line of lines) expect(context.measureText(line).width).toBeLessThanOrEqual(90)
    if (text.trim() !== '') expect(lines.at(-1)).toMatch(/…$/)
  }
})

test('candidates lie side by side with their letters', async () => {
  const picture = createCanvas(160, 90).toBuffer('image/png')
  const { width, height } = await loadImage(await drawCandidates([picture, picture, picture, picture], { width: 800 }))
  expect([width, Math.round(height / 10)]).toEqual([800, 47])
})
