import { expect, test } from 'vitest'
import { Storyboard } from '../../src/film/storyboard.ts'
import { readRecipe } from '../../src/reading/read-recipe.ts'
import { paperBoard, paperBrief } from '../production/paper-studio.ts'

const recipe = {
  redcliff: '0.1.0', crew: {}, brief: { ...paperBrief, text: 'a table' }, terms: { music: 'tense', voice: null, title: 'New title', look: null, seconds: null },
  storyboard: paperBoard(2), shots: [{ number: '1.1', frame: 1, redraws: 2 }, { number: '1.2', frame: 0, redraws: 0 }],
}

test('a recipe brings the storyboard as it was shot, the picked frames and what was said over the brief', () => {
  const brief = readRecipe(JSON.stringify(recipe))
  expect(brief).toMatchObject({ kind: 'board', title: 'New title', music: 'tense', picks: { '1.1': 1, '1.2': 0 } })
  const board = Storyboard.parse(JSON.parse(brief?.text ?? ''))
  expect(board.shots.map(({ seed }) => seed)).toEqual([2 * 7919, 1])
  expect(board.shots.map(({ prompt }) => prompt)).toEqual(recipe.storyboard.shots.map(({ prompt }) => prompt))
})

test('words, tables and other JSON are no recipes', () => {
  for (const text of ['a wish', '| shot |', '{"a":1}', '[1]', '12', 'null']) expect(readRecipe(text)).toBeNull()
})

test('a recipe that was damaged is refused with the place of the damage', () => {
  expect(() => readRecipe(JSON.stringify({ ...recipe, storyboard: { ...recipe.storyboard, fps: 23 } }))).toThrow(/storyboard\.fps/)
})
