import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAssets } from '../../src/lab/assets.ts'
import { cancelOrders } from '../../src/lab/cancel.ts'
import { accountOf, limitsOf } from '../../src/lab/money/account.ts'
import { takeHeld } from '../../src/lab/money/hold.ts'
import { generationKey, placeOrders, retryGeneration } from '../../src/lab/place-orders.ts'
import { raiseCap, setBudget } from '../../src/mailbox/raise-cap.ts'
import type { Store } from '../../src/store/open-store.ts'
import { transaction } from '../../src/store/transaction.ts'
import { addProduction, scratchStore, type ScratchStore } from '../store/scratch-store.ts'

let store: ScratchStore
let other: Store
beforeAll(async () => {
  store = await scratchStore()
  other = await store.reopen()
})
afterAll(async () => {
  await other.close()
  await store.close()
})

const assets = openAssets(join(inject('scratchHome'), 'assets'))
const crafts = { draw: { name: 'draw', pool: 'cpu', run: async () => null, price: (request: unknown) => (request as { price: number | null }).price } }
const order = (subject: string, price: number | null, rank = 0) => ({ craft: 'draw', request: { subject, price }, take: 1, answer: { kind: 'drawn', shot: subject }, label: subject, rank })
const place = (production: string, orders: ReturnType<typeof order>[], by: Store = store) =>
  transaction(by.pool, (client) => placeOrders({ store: by, crafts, assets }, client, production, orders))
const told = async (production: string) => (await store.pool.query(`select body from redcliff.events where production = $1 order by id`, [production])).rows.map(({ body }) => body)
const status = async (subject: string, price: number | null) =>
  (await store.pool.query('select status, reserved_cost::float as reserved from redcliff.generations where key = $1', [generationKey(order(subject, price))])).rows[0] ?? null

let films = 0
/** A film of somebody's in a server with these settings. */
async function film({ guild = `g${films}`, owner = 'ann', settings = {}, budget = null }: { guild?: string; owner?: string; settings?: object; budget?: number | null } = {}) {
  const id = await addProduction(store, `film${films++}`)
  await store.pool.query('insert into redcliff.guilds (guild, settings) values ($1, $2) on conflict (guild) do update set settings = redcliff.guilds.settings || excluded.settings', [guild, settings])
  await store.pool.query(`insert into redcliff.threads (production, guild, channel, kind, owner) values ($1, $2, 'c', 'here', $3)`, [id, guild, owner])
  await store.pool.query('update redcliff.productions set budget = $2 where id = $1', [id, budget])
  return { id, guild }
}
const spoken = async (id: string) => Object.fromEntries((await limitsOf(store.pool, await accountOf(store.pool, id), new Date())).map((each) => [each.kind, each.spoken]))
const buy = async (subject: string, price: number | null, purchase: { status: string; cost: number | null; reserved: number | null }) => {
  const key = generationKey(order(subject, price))
  await store.pool.query(
    `insert into redcliff.purchases (generation, step, provider, model, status, cost, reserved, production, guild, person)
      select key, 'draw', 'paper', 'p-1', $2, $3, $4, production, guild, person from redcliff.generations where key = $1`, [key, purchase.status, purchase.cost, purchase.reserved])
}
const end = (subject: string, price: number | null, how: string) => store.pool.query('update redcliff.generations set status = $2 where key = $1', [generationKey(order(subject, price)), how])

test('over the cap an order is not placed, and the film is told which cap, how much and what would do', async () => {
  const { id } = await film({ budget: 1 })
  await place(id, [order('a', 0.6, 1), order('b', 0.3, 2), order('c', 0.4, 3), order('free', 0, 9)])
  expect([await status('a', 0.6), await status('b', 0.3), await status('c', 0.4), await status('free', 0)]).toMatchObject([{ reserved: 0.6 }, { reserved: 0.3 }, null, { reserved: 0 }])
  expect(await told(id)).toEqual([
    expect.objectContaining({ kind: 'capped', level: 'near', cap: 'film', dollars: 1 }),
    expect.objectContaining({ kind: 'capped', level: 'stopped', cap: 'film', own: true, orders: 1, asked: 0.4, spoken: expect.closeTo(0.9), unknown: 0, raise: 2 }),
  ])
})

test('the same refusal is told once, and the same order twice is set aside once', async () => {
  const { id } = await film({ budget: 1 })
  await place(id, [order('once', 0.5), order('never', 2)])
  await place(id, [order('once', 0.5), order('never', 2)])
  expect((await told(id)).filter(({ level }) => level === 'stopped')).toHaveLength(1)
  expect(await spoken(id)).toEqual({ film: 0.5 })
})

test('what has no known price counts something, and is never taken for free', async () => {
  const { id } = await film({ budget: 1.2 })
  await place(id, [order('u1', null, 1), order('u2', null, 2), order('u3', null, 3)])
  expect((await store.pool.query('select count(*)::int as held from redcliff.held where production = $1 and price is null', [id])).rows[0].held).toBe(1)
  expect((await told(id)).at(-1)).toMatchObject({ level: 'stopped', unknown: 1, asked: 0 })
})

test('it is settled by what was really paid: less gives room, nothing gives all of it back', async () => {
  const { id } = await film({ budget: 1 })
  await place(id, [order('cheap', 0.5), order('failed', 0.5)])
  expect(await spoken(id)).toEqual({ film: 1 })
  await buy('cheap', 0.5, { status: 'done', cost: 0.2, reserved: 0.5 })
  await end('cheap', 0.5, 'done')
  await end('failed', 0.5, 'failed')
  expect((await spoken(id))['film']).toBeCloseTo(0.2)
})

test('an order whose outcome nobody knows stays counted, and buying it again is asked for with its own money', async () => {
  const { id } = await film({ budget: 1 })
  await place(id, [order('lost', 0.6)])
  await buy('lost', 0.6, { status: 'unknown', cost: null, reserved: 0.6 })
  await end('lost', 0.6, 'unknown')
  expect((await spoken(id))['film']).toBeCloseTo(0.6)
  const again = () => transaction(store.pool, (client) => retryGeneration({ store, crafts, assets }, client, id, generationKey(order('lost', 0.6))))
  expect(await again()).toBe(false)
  expect(await told(id)).toContainEqual(expect.objectContaining({ level: 'stopped', asked: 0.6 }))
  await transaction(store.pool, (client) => raiseCap(store, client, id, { kind: 'raise-budget', dollars: 2 }))
  expect(await again()).toBe(true)
  expect((await spoken(id))['film']).toBeCloseTo(1.2)
})

test('a person is capped over all films of theirs in a server, and nobody else by that', async () => {
  const { id, guild } = await film({ settings: { capPersonDay: 1 } })
  const second = await film({ guild })
  const elsewhere = await film({ guild, owner: 'bob' })
  await place(id, [order('p1', 0.7)])
  await place(second.id, [order('p2', 0.7)])
  await place(elsewhere.id, [order('p3', 0.7)])
  expect([await status('p1', 0.7), await status('p2', 0.7), await status('p3', 0.7)]).toMatchObject([{ reserved: 0.7 }, null, { reserved: 0.7 }])
  expect((await told(second.id)).at(-1)).toMatchObject({ cap: 'person-day', own: false, until: expect.stringMatching(/T00:00:00.000Z$/) })
})

test('when a cap is raised, those that wait are told once, and what the state does not remember is given back', async () => {
  const { id, guild } = await film({ settings: { capServerDay: 1 } })
  await place(id, [order('big', 3)])
  const raise = () => transaction(store.pool, (client) => raiseCap(store, client, id, { kind: 'raise-cap', cap: 'server-day', dollars: 4 }))
  await raise()
  await raise()
  expect((await told(id)).filter(({ kind }) => kind === 'resumed')).toEqual([{ kind: 'resumed', caps: ['server-day'] }])
  expect((await store.pool.query('select settings from redcliff.guilds where guild = $1', [guild])).rows[0].settings).toMatchObject({ capServerDay: 4 })
  const held = await transaction(store.pool, (client) => takeHeld(client, id))
  expect(held).toEqual([order('big', 3)])
  await place(id, [order('big', 3)])
  expect(await status('big', 3)).toMatchObject({ reserved: 3 })
})

test('a film without a server, such as one at a terminal, is held to the budget of its command, and to a later one', async () => {
  const id = await addProduction(store, 'at-a-terminal')
  const hold = (dollars: number) => transaction(store.pool, (client) => setBudget(store, client, id, dollars))
  await hold(1)
  await place(id, [order('within', 0.8)])
  await place(id, [order('above', 0.7)])
  expect([await status('within', 0.8), await status('above', 0.7)]).toMatchObject([{ reserved: 0.8 }, null])
  expect(await told(id)).toContainEqual(expect.objectContaining({ level: 'stopped', cap: 'film', own: true, orders: 1 }))
  await hold(2)
  expect(await told(id)).toContainEqual({ kind: 'resumed', caps: ['film'] })
  await place(id, [order('above', 0.7)])
  expect(await status('above', 0.7)).toMatchObject({ reserved: 0.7 })
})

test('an old button never lowers a cap', async () => {
  const { id } = await film({ budget: 9 })
  await transaction(store.pool, (client) => raiseCap(store, client, id, { kind: 'raise-budget', dollars: 2 }))
  expect((await store.pool.query('select budget::float from redcliff.productions where id = $1', [id])).rows[0].budget).toBe(9)
})

test('two processes that order at the same moment cannot both have the last dollar', async () => {
  for (let round = 0; round < 8; round++) {
    const one = await film({ settings: { capServerMonth: 1 } })
    const two = await film({ guild: one.guild, owner: 'bob' })
    await Promise.all([
      place(one.id, [order(`left ${round}`, 0.6)], store), place(two.id, [order(`right ${round}`, 0.6)], other),
      place(one.id, [order(`left too ${round}`, 0.3)], other), place(two.id, [order(`right too ${round}`, 0.3)], store),
    ])
    expect((await spoken(one.id))['server-month']).toBeLessThanOrEqual(1)
    const { rows: [{ sum }] } = await store.pool.query('select sum(reserved_cost)::float as sum from redcliff.generations where guild = $1', [one.guild])
    expect(sum).toBeCloseTo((await spoken(one.id))['server-month'] ?? 0)
  }
})

test('whatever is placed, bought, failed, cancelled and raised, in whatever order and by whom, what is set aside stays under the caps', { timeout: 60_000 }, async () => {
  const step = fc.record({ what: fc.constantFrom('place', 'place', 'place', 'buy', 'fail', 'cancel', 'raise', 'again'), film: fc.nat(2), subject: fc.nat(9), cents: fc.integer({ min: 0, max: 90 }), second: fc.boolean() })
  let run = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
    const name = (subject: number) => `run ${run} ${subject}`
    run++
    const one = await film({ settings: { capServerDay: 2, capPersonDay: 1.5, capFilm: 1 } })
    const all = [one, await film({ guild: one.guild }), await film({ guild: one.guild, owner: 'bob', budget: 0.8 })]
    const prices = new Map<number, number>()
    const priceOf = (subject: number, cents: number) => { const price = prices.get(subject) ?? cents / 100; prices.set(subject, price); return price }
    const caps = async (id: string) => (await limitsOf(store.pool, await accountOf(store.pool, id), new Date()))
    const act = async ({ what, film: index, subject, cents, second }: (typeof steps)[number]) => {
      const { id } = all[index] ?? one
      const price = priceOf(subject, cents)
      const key = generationKey(order(name(subject), price))
      const by = second ? other : store
      switch (what) {
        case 'place': return place(id, [order(name(subject), price, subject)], by)
        case 'again': return transaction(by.pool, (client) => retryGeneration({ store: by, crafts, assets }, client, id, key))
        case 'buy': {
          // the provider took what it said it would, or less
          const { rowCount } = await store.pool.query(`update redcliff.generations set status = 'done' where key = $1 and status = 'intent'`, [key])
          if (rowCount) await buy(name(subject), price, { status: 'done', cost: price * cents / 90, reserved: price })
          return
        }
        case 'fail': return store.pool.query(`update redcliff.generations set status = 'failed' where key = $1 and status = 'intent'`, [key])
        case 'cancel': return transaction(by.pool, (client) => cancelOrders(by, client, id, name(subject)))
        case 'raise': return transaction(by.pool, (client) => raiseCap(by, client, id, { kind: 'raise-cap', cap: 'server-day', dollars: 2 + cents / 100 }))
      }
    }
    for (let at = 0; at < steps.length; at += 2) {
      // two at the same moment
      await Promise.all(steps.slice(at, at + 2).map(act))
      for (const { id } of all) for (const each of await caps(id)) expect(each.spoken, `${each.kind} after ${JSON.stringify(steps.slice(0, at + 2))}`).toBeLessThanOrEqual(each.dollars + 1e-6)
    }
  }), { numRuns: 25 })
})
