import { expect, test } from 'vitest'
import { callSheets, shotCall } from '../../src/production/call-sheet.ts'
import { keepStill } from '../../src/production/fold/keep-still.ts'
import { newRecord, pictureOf, type ShotRecord } from '../../src/production/shot-record.ts'
import { openingState } from '../../src/production/state.ts'
import type { Shot } from '../../src/film/storyboard.ts'
import { paperBoard, paperBrief, plainSheets } from './paper-studio.ts'

const call = (change: Partial<Shot> = {}) => {
  const board = paperBoard(1)
  const [sheet] = callSheets({ ...board, shots: board.shots.map((shot) => ({ ...shot, ...change })) }, paperBrief, openingState.terms, plainSheets)
  if (!sheet) throw new Error('no sheet')
  return shotCall(sheet, 'a'.repeat(64), 0)
}
const picture = 'b'.repeat(64)
const picked = (): ShotRecord => {
  const made = `${call().draw}:0`
  return { ...newRecord(call()), drawn: { for: made, pictures: [{ picture: 'c'.repeat(64), width: 1, height: 1, seed: 3 }, { picture, width: 1, height: 1, seed: 4 }], missed: [] }, picked: { for: made, frame: 1 } }
}
const redirected = (before: ShotRecord, change: Partial<Shot>) => keepStill(before, { ...before, ...call(change) })
const pushIn = { move: { name: 'push-in', direction: null, speed: 'normal' }, prompt: 'picture 0, push in' } satisfies Partial<Shot>

test('another move is filmed from the frame that was picked, though the words of the prompt change', () => {
  const after = redirected(picked(), pushIn)
  expect(after.draw).not.toBe(picked().draw)
  expect(after.animate).not.toBe(picked().animate)
  expect(pictureOf(after)?.picture).toBe(picture)
})

test('what shows something else with another move is drawn', () => {
  expect(pictureOf(redirected(picked(), { ...pushIn, picture: 'a red boat' }))).toBeUndefined()
  expect(pictureOf(redirected(picked(), { ...pushIn, size: 'close-up' }))).toBeUndefined()
})

test('a prompt that was changed for its own sake is drawn', () =>
  expect(pictureOf(redirected(picked(), { prompt: 'at dusk' }))).toBeUndefined())

test('records of earlier releases, which do not say what the picture shows, are drawn again', () => {
  const { still: _still, ...old } = picked()
  expect(pictureOf(redirected(old, pushIn))).toBeUndefined()
})
