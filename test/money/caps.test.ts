import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rulesFor } from '../../src/lab/money/account.ts'
import { admit, assumed, Caps, dayOf, type Limit, monthOf, raiseTo } from '../../src/lab/money/caps.ts'

const limit = (dollars: number, spoken = 0): Limit => ({ kind: 'film', account: 'f', dollars, spoken, from: null, until: null })

test('orders are let through as long as every cap has room, and each refused one is told which cap it met', () => {
  const price = fc.option(fc.float({ min: 0, max: 20, noNaN: true }))
  fc.assert(fc.property(fc.array(price), fc.array(fc.record({ dollars: fc.float({ min: 0, max: 100, noNaN: true }), spoken: fc.float({ min: 0, max: 100, noNaN: true }) }), { minLength: 1, maxLength: 4 }), (prices, caps) => {
    const limits = caps.map(({ dollars, spoken }) => limit(dollars, spoken))
    const orders = prices.map((each, index) => ({ key: String(index), price: each }))
    const { admitted, refused, spoken } = admit(orders, limits)
    expect(admitted.length + refused.length).toBe(orders.length)
    const sum = admitted.reduce((all, key) => all + (orders[Number(key)]?.price ?? assumed), 0)
    expect(spoken).toBeCloseTo(sum, 6)
    for (const each of limits) if (sum > 0) expect(each.spoken + sum).toBeLessThanOrEqual(Math.max(each.dollars, each.spoken) + 1e-6)
    for (const { limit: met, price: asked } of refused) expect(met.spoken + spoken + asked).toBeGreaterThan(met.dollars)
  }))
})

test('what costs nothing passes a cap that is used up', () => {
  expect(admit([{ key: 'free', price: 0 }, { key: 'unknown', price: null }], [limit(1, 1)])).toMatchObject({ admitted: ['free'], refused: [{ key: 'unknown', price: assumed }] })
})

test('the amount offered on the button lets all of it through', () => {
  fc.assert(fc.property(fc.float({ min: 0, max: 900, noNaN: true }), fc.float({ min: Math.fround(0.01), max: 90, noNaN: true }), (spoken, asked) => {
    const raised = raiseTo(limit(1, spoken), asked)
    expect(Number.isInteger(raised)).toBe(true)
    expect(raised).toBeGreaterThan(1)
    expect(admit([{ key: 'a', price: asked }], [limit(raised, spoken)]).refused).toEqual([])
  }))
})

const account = (caps: object, more: object = {}) => ({ production: 'f', person: 'ann', guild: 'g', budget: null, roles: [], caps: Caps.parse(caps), ...more })
const kinds = (rules: { kind: string; dollars: number }[]) => Object.fromEntries(rules.map(({ kind, dollars }) => [kind, dollars]))
const now = new Date('2026-12-31T23:30:00Z')

test('a budget is never above what the server allows for one film', () => {
  expect(kinds(rulesFor(account({ capFilm: 10 }, { budget: 50 }), now))).toEqual({ film: 10 })
  expect(kinds(rulesFor(account({ capFilm: 10 }, { budget: 5 }), now))).toEqual({ film: 5 })
  expect(kinds(rulesFor(account({}, { budget: 5, guild: null }), now))).toEqual({ film: 5 })
})

test('a role says what its people may spend, the most generous of several, and no cap is the most generous', () => {
  const capRoles = [{ role: 'crew', day: 5, month: 20 }, { role: 'gold', day: 9, month: null }]
  expect(kinds(rulesFor(account({ capPersonDay: 1, capPersonMonth: 2, capRoles }), now))).toEqual({ 'person-day': 1, 'person-month': 2 })
  expect(kinds(rulesFor(account({ capPersonDay: 1, capPersonMonth: 2, capRoles }, { roles: ['crew'] }), now))).toEqual({ 'role-day': 5, 'role-month': 20 })
  expect(kinds(rulesFor(account({ capPersonDay: 1, capRoles }, { roles: ['crew', 'gold'] }), now))).toEqual({ 'role-day': 9 })
})

test('a day and a month end in UTC, also at the end of the year', () => {
  expect(dayOf(now).until.toISOString()).toBe('2027-01-01T00:00:00.000Z')
  expect(monthOf(now)).toEqual({ from: new Date('2026-12-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') })
})
