import { expect, test } from 'vitest'
import { sayDirection } from '../../src/production/crafts/say-direction.ts'

test('what a note did is said as a crew says it, in the language of the film', () => {
  const change = { kind: 'shots' as const, numbers: ['2.4'], change: { move: { name: 'push-in' as const, direction: null, speed: 'slow' as const }, add: '多几条船，黄昏' } }
  expect(sayDirection(change, 'zh')).toBe('2.4：缓慢推，「多几条船，黄昏」')
  expect(sayDirection(change, 'en')).toBe('2.4: slow push in, “多几条船，黄昏”')
  expect(sayDirection({ kind: 'undo' }, 'en')).toBe('the last change is taken back')
  expect(sayDirection({ kind: 'music', mood: 'epic' }, 'zh')).toBe('配乐：史诗')
})

test('a note on very many shots names the first of them', () => {
  const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1))
  expect(sayDirection({ kind: 'drop', numbers }, 'en')).toBe('dropped 1, 2, 3, 4, 5, 6, and 14 more')
})
