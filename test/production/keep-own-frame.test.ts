import { expect, test } from 'vitest'
import { callSheets, shotCall } from '../../src/production/call-sheet.ts'
import { foldShot } from '../../src/production/fold/fold-shot.ts'
import { keepOwnFrame } from '../../src/production/fold/keep-own-frame.ts'
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
const own = 'b'.repeat(64)
const brought = (): ShotRecord => {
  const after = foldShot(newRecord(call()), { kind: 'brought', shot: '1.1', picture: own, width: 640, height: 360 })
  if (typeof after === 'string') throw new Error(after)
  return after
}
const redirected = (before: ShotRecord, change: Partial<Shot>) => keepOwnFrame(before, { ...before, ...call(change) })

test('a person’s own frame stays when only the camera’s move changes, though the words of the prompt do', () => {
  const after = redirected(brought(), { move: { name: 'push-in', direction: null, speed: 'normal' }, prompt: 'picture 0, push in' })
  expect(after.draw).not.toBe(brought().draw)
  expect(pictureOf(after)?.picture).toBe(own)
})

test('what is to be seen otherwise is drawn', () => {
  expect(pictureOf(redirected(brought(), { picture: 'a red boat', prompt: 'a red boat' }))).toBeUndefined()
  expect(pictureOf(redirected(brought(), { size: 'close-up', prompt: 'close' }))).toBeUndefined()
})

test('a drawn frame, and an own one that was drawn over, go with their words', () => {
  const move = { move: { name: 'push-in' as const, direction: null, speed: 'normal' as const }, prompt: 'push in' }
  const drawn: ShotRecord = { ...newRecord(call()), drawn: { for: `${call().draw}:0`, pictures: [{ picture: own, width: 1, height: 1, seed: 3 }], missed: [] } }
  expect(redirected(drawn, move).drawn?.for).toBe(drawn.drawn?.for)
  const redrawn = foldShot(brought(), { kind: 'redraw', shot: '1.1' })
  if (typeof redrawn === 'string') throw new Error(redrawn)
  expect(pictureOf(redirected(redrawn, move))).toBeUndefined()
})
