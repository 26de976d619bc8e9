import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePress, encodePress, type Press } from '../../src/discord/custom-id.ts'

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const number = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
const key = fc.string({ unit: fc.constantFrom(...'0123456789abcdef:~%-_'), minLength: 1, maxLength: 30 })
const production = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1, maxLength: 14 })

const event = fc.oneof(
  fc.record({ kind: fc.constant('chose'), pitch: hash, idea: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('picked'), shot: number, for: key, frame: fc.nat(3), hold: fc.constant(true) }, { requiredKeys: ['kind', 'shot', 'for', 'frame'] }),
  fc.record({ kind: fc.constant('circled'), shot: number, for: key }),
  fc.record({ kind: fc.constant('retake'), shot: number, for: key }, { requiredKeys: ['kind', 'shot'] }),
  fc.record({ kind: fc.constant('retry-generation'), generation: hash }),
  fc.record({ kind: fc.constant('retry-event'), id: fc.nat() }),
)
const press = fc.oneof(
  fc.record({ production, act: fc.constant('event' as const), event }),
  fc.record({ production, act: fc.constantFrom('remix' as const, 'seconds' as const, 'move' as const), shot: number }),
  fc.record({ production, act: fc.constant('note' as const), about: fc.option(number) }),
  fc.record({ production, act: fc.constant('page' as const), slot: fc.constantFrom('board', 'script'), page: fc.nat(99) }),
  fc.record({ production, act: fc.constant('cancel' as const), sure: fc.constant(true) }, { requiredKeys: ['production', 'act'] }),
  fc.record({ production, act: fc.constant('delete' as const), sure: fc.boolean() }),
  fc.record({ production, act: fc.constantFrom('approve-all' as const, 'again' as const) }),
)

test('what a button does survives its custom_id whole, within Discord’s 100 characters', () => {
  fc.assert(fc.property(press, (made) => {
    const id = encodePress(made as Press)
    expect(id.length).toBeLessThanOrEqual(100)
    expect(decodePress(id)).toEqual(made)
  }))
})

test('a forged or broken custom_id is nothing, never an exception', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (forged) => {
    expect(() => decodePress(forged)).not.toThrow()
  }))
  for (const forged of [
    '', '1', '1~~e~ch', '2~p~cancel', '1~p~e~zz~1', '1~p~e~ch~short~x', '1~p~e~pk~1~k~-1', '1~p~e~pk~1~k~1e9', '1~../etc~cancel', '1~p~remix~drop table',
    '1~p~page~board~-4', '1~p~note~1.2;', '1~p~delete~2', '1~p~toString', '1~p~__proto__~x', '1~p~e~constructor~x', '1~p~e~hasOwnProperty',
  ]) expect(decodePress(forged), forged).toBeNull()
})

test('a shot pressed on a button is exactly a shot’s number', () => {
  expect(decodePress('1~p~e~ci~1.2~key~and~more')).toMatchObject({ event: { kind: 'circled', shot: '1.2', for: 'key' } })
})
