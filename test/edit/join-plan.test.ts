import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyFramesFor, touchedHead, touchedTail } from '../../src/edit/key-frames.ts'
import { planJoins, type PlannedItem } from '../../src/edit/join-plan.ts'
import { cutFrames, itemStarts } from '../../src/film/cut.ts'
import { TransitionName, type Transition } from '../../src/film/transition.ts'

const transition = fc.record({ name: fc.constantFrom(...TransitionName.options), frames: fc.integer({ min: 0, max: 30 }) })
  .map(({ name, frames }): Transition => ({ name, frames: name === 'cut' ? 0 : frames }))
const shots = fc.array(fc.record({ frames: fc.integer({ min: 1, max: 150 }), transition, stray: fc.boolean() }), { minLength: 1, maxLength: 12 })

/** Key frames where they were ordered, or (stray) where the cut was when the clip was made. */
const itemsOf = (all: readonly { frames: number; transition: Transition; stray: boolean }[], fadeOut: number): PlannedItem[] => {
  const fitted = all.map(({ frames, transition }, index) => {
    const room = Math.min(frames, all[index - 1]?.frames ?? frames)
    return { frames, transition: { ...transition, frames: Math.min(transition.frames, room) } }
  })
  return fitted.map((item, index) => ({
    ...item, name: String(index), clip: 'c',
    keyFrames: all[index]?.stray ? [0] : keyFramesFor(item.frames, item.transition, fitted[index + 1]?.transition ?? null, index === fitted.length - 1 ? fadeOut : 0),
  }))
}

describe('the plan of a cut', () => {
  test('adds up to the film, frame by frame, for any shots and transitions', () => {
    fc.assert(fc.property(shots, fc.integer({ min: 0, max: 40 }), (all, fadeOut) => {
      const items = itemsOf(all, fadeOut)
      const starts = itemStarts(items)
      let reached = 0
      for (const piece of planJoins(items, fadeOut)) {
        expect(piece.from).toBe(reached)
        expect(piece.to).toBeGreaterThan(piece.from)
        if (piece.kind === 'copy') {
          const item = items[piece.item]!
          const last = piece.first + piece.to - piece.from
          expect(item.keyFrames).toContain(piece.first)
          expect(last === item.frames || item.keyFrames.includes(last)).toBe(true)
          expect(starts[piece.item]! + piece.first).toBe(piece.from)
          expect(piece.first).toBeGreaterThanOrEqual(touchedHead(item.transition))
          const next = items[piece.item + 1]
          expect(last).toBeLessThanOrEqual(item.frames - (next ? touchedTail(next.transition) : 0))
        } else {
          for (let frame = piece.from; frame < piece.to; frame++) {
            const seen = piece.layers.filter(({ at, frames }) => at <= frame - piece.from && frame - piece.from < at + frames).map(({ item }) => item)
            const due = items.flatMap((item, index) => (starts[index]! <= frame && frame < starts[index]! + item.frames ? [index] : []))
            expect(seen).toEqual(due)
          }
        }
        reached = piece.to
      }
      expect(reached).toBe(cutFrames(items))
    }), { numRuns: 120 })
  })

  test('encodes no frame that a transition does not touch, when the key frames were ordered', () => {
    const into: Transition = { name: 'dissolve', frames: 12 }
    const items = itemsOf([0, 1, 2].map((index) => ({ frames: 120, transition: index === 0 ? { name: 'cut' as const, frames: 0 } : into, stray: false })), 24)
    const made = planJoins(items, 24).filter(({ kind }) => kind === 'join').map(({ from, to }) => [from, to])
    expect(made).toEqual([[108, 120], [216, 228], [312, 336]])
  })

  test('a hard cut has no join at all', () => {
    const items = itemsOf([10, 20].map((frames) => ({ frames, transition: { name: 'cut' as const, frames: 0 }, stray: false })), 0)
    expect(planJoins(items, 0).map(({ kind }) => kind)).toEqual(['copy', 'copy'])
  })

  test('a transition longer than its shots is refused with both lengths', () => {
    const items = [{ name: '1.1', clip: 'a', frames: 10, transition: { name: 'cut' as const, frames: 0 }, keyFrames: [0] }, { name: '1.2', clip: 'b', frames: 50, transition: { name: 'dissolve' as const, frames: 12 }, keyFrames: [0] }]
    expect(() => planJoins(items, 0)).toThrow('The dissolve into shot 1.2 is 12 frames long, but shot 1.1 has 10')
  })
})
