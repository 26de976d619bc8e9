import { describe, expect, test } from 'vitest'
import type { Storyboard } from '../../src/film/storyboard.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { callSheets } from '../../src/production/call-sheet.ts'
import { animate } from '../../src/production/crafts/shooting.ts'
import { openingState } from '../../src/production/state.ts'
import type { Studio } from '../../src/studio/studio.ts'
import { hashOf, paperAssets, paperBoard, paperBrief, plainSheets } from './paper-studio.ts'

const board = (change: Partial<Storyboard['shots'][number]>): Storyboard => {
  const paper = paperBoard(2)
  return { ...paper, shots: paper.shots.map((shot, index) => (index === 0 ? { ...shot, ...change } : shot)) }
}
const sheetOf = (change: Partial<Storyboard['shots'][number]>) => callSheets(board(change), paperBrief, openingState.terms, plainSheets)[0]

describe('a line in a shot whose length a person gave', () => {
  test('is asked to fit into the frames between its two joins', () => {
    const sheet = sheetOf({ timed: true, frames: 96 })
    expect(sheet?.speak?.within).toBeCloseTo((96 - (sheet?.voiceFrom ?? 0)) / 24, 3)
    expect(sheetOf({ timed: true, frames: 1 })?.speak?.within).toBe(0.25)
  })

  test('is asked for as before where the shot has the length it likes, so that nothing is spoken anew', () => {
    expect(Object.keys(sheetOf({})?.speak ?? {})).toEqual(['text', 'language', 'voice'])
  })

  test('that did not fit, or has characters without a drawing, is told of on the take', async () => {
    const { kept, ...assets } = paperAssets()
    const sheet = sheetOf({ timed: true, line: { speaker: null, text: 'Hello \u{13000}', language: 'en' } })
    const studio = { animate: async () => ({ clip: hashOf('clip'), frames: 72, fps: 24, width: 1280, height: 720, conformed: true }) } as unknown as Studio
    const work = { signal: new AbortController().signal, progress() {}, assets: { ...assets, put: async (bytes: Uint8Array) => hashOf(bytes.length) } } as unknown as PaidWork
    const spoken = { sound: hashOf('sound'), seconds: 9, words: [], remarks: ['its end is cut off'] }
    const take = await animate(studio, {} as never).run({ sheet: assets.putJson(sheet), again: 0, picture: hashOf('picture'), spoken }, work)
    expect(take).toMatchObject({ remarks: ['its end is cut off', expect.stringContaining('U+13000')] })
  })
})
