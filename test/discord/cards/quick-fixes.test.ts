import { expect, test } from 'vitest'
import { readNote } from '../../../src/reading/read-note.ts'
import { quickFixes } from '../../../src/discord/cards/quick-fixes.ts'

const board = { shots: [{ number: '1.2', size: 'medium', move: { name: 'push-in', direction: null, speed: 'normal' }, seconds: 4 }], current: '1.2' } as const

test.each(quickFixes.flatMap(({ en, zh }) => [en, zh]))('«%s» is understood of the shot at hand, without a language model', (words) => {
  const { directions, missed } = readNote(words, board)
  expect(missed).toEqual([])
  expect(directions).toEqual([{ kind: 'shots', numbers: ['1.2'], change: expect.anything() }])
})
