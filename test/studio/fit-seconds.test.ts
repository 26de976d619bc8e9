import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitSeconds } from '../../src/studio/fit-seconds.ts'

const lengths = (seconds: number, limits: Parameters<typeof fitSeconds>[1]) => fitSeconds(seconds, limits).map((clip) => clip.seconds)

test('one clip of the shortest length that is long enough', () => {
  expect(lengths(3, [5, 10])).toEqual([5])
  expect(lengths(5.1, [5, 10, 15])).toEqual([5])
  expect(lengths(5.5, [5, 10, 15])).toEqual([10])
  expect(lengths(7, { min: 4, max: 15 })).toEqual([7])
  expect(lengths(1, { min: 4, max: 15 })).toEqual([4])
  expect(fitSeconds(1, { min: 4, max: 15 })).toEqual([{ seconds: 4, used: 1 }])
})

test('a shot longer than the longest clip is made of as few clips as can be, and no more seconds than needed', () => {
  expect(lengths(12, [5, 10])).toEqual([10, 5])
  expect(lengths(10, [4, 6, 8])).toEqual([6, 4])
  expect(lengths(20, { min: 4, max: 15 })).toEqual([10, 10])
  expect(fitSeconds(12, [5, 10])).toEqual([{ seconds: 10, used: 10 }, { seconds: 5, used: 2 }])
})

test('a quarter of a second is held, not bought', () => {
  expect(fitSeconds(10.2, [5, 10])).toEqual([{ seconds: 10, used: 10 }])
})

test('a model without lengths is asked for what is wanted', () => {
  expect(fitSeconds(7.5, undefined)).toEqual([{ seconds: 7.5, used: 7.5 }])
})

test('whatever is wanted is filled by lengths that the model makes, each used up but the last', () => {
  const limits = fc.oneof(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }), fc.record({ min: fc.integer({ min: 1, max: 5 }), max: fc.integer({ min: 5, max: 20 }) }))
  fc.assert(fc.property(fc.double({ min: 0.3, max: 120, noNaN: true }), limits, (seconds, allowed) => {
    const plan = fitSeconds(seconds, allowed)
    const longest = Array.isArray(allowed) ? Math.max(...allowed) : allowed.max
    expect(plan.length).toBe(Math.max(1, Math.ceil((seconds - 0.25) / longest)))
    for (const clip of plan) {
      expect(Array.isArray(allowed) ? allowed.includes(clip.seconds) : clip.seconds >= allowed.min && clip.seconds <= allowed.max).toBe(true)
      expect(clip.used).toBeLessThanOrEqual(clip.seconds + 1e-9)
    }
    for (const clip of plan.slice(0, -1)) expect(clip.used).toBe(clip.seconds)
    expect(seconds - plan.reduce((sum, { used }) => sum + used, 0)).toBeLessThanOrEqual(0.25 + 1e-9)
  }))
})
