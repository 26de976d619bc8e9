import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planJoins } from '../../src/edit/join-plan.ts'
import { keyFramesFor } from '../../src/edit/key-frames.ts'
import { cutFrames } from '../../src/film/cut.ts'
import { TransitionName } from '../../src/film/transition.ts'
import { callSheets, creditsJoins, titleJoins } from '../../src/production/call-sheet.ts'
import { openingState } from '../../src/production/state.ts'
import { paperBoard, paperBrief, plainSheets } from './paper-studio.ts'

const shots = fc.array(fc.record({ frames: fc.integer({ min: 1, max: 120 }), transition: fc.record({ name: fc.constantFrom(...TransitionName.options), frames: fc.integer({ min: 0, max: 200 }) }) }), { minLength: 1, maxLength: 8 })

test('any table can be cut, however short its shots and long its transitions', () => {
  fc.assert(fc.property(shots, (wanted) => {
    const paper = paperBoard(wanted.length)
    const board = { ...paper, shots: paper.shots.map((shot, index) => ({ ...shot, ...wanted[index] })) }
    const sheets = callSheets(board, paperBrief, openingState.terms, plainSheets)
    const [title, credits] = [titleJoins(board), creditsJoins(board)]
    const items = [
      { name: 'title', frames: 84, transition: title.into, outOf: title.outOf },
      ...sheets.map(({ shot, into, outOf }) => ({ name: shot.number, frames: shot.frames, transition: into, outOf })),
      { name: 'credits', frames: 120, transition: credits.into, outOf: credits.outOf },
    ]
    for (const [index, item] of items.entries()) expect(item.outOf).toEqual(items[index + 1]?.transition ?? { name: 'cut', frames: 0 })
    const pieces = planJoins(items.map((item) => ({ ...item, clip: item.name, keyFrames: keyFramesFor(item.frames, item.transition, item.outOf) })), credits.fadeOut)
    expect(pieces.at(-1)?.to).toBe(cutFrames(items))
  }))
})

test('a transition that fits is kept as it was ordered', () => {
  const paper = paperBoard(2)
  const dissolve = { name: 'dissolve' as const, frames: 24 }
  const board = { ...paper, shots: paper.shots.map((shot) => ({ ...shot, frames: 48, transition: dissolve })) }
  expect(callSheets(board, paperBrief, openingState.terms, plainSheets)[1]?.into).toEqual(dissolve)
})
