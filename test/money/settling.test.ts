import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAssets } from '../../src/lab/assets.ts'
import { type Lab, openLab } from '../../src/lab/lab.ts'
import type { Purchase } from '../../src/lab/purchase.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { transaction } from '../../src/store/transaction.ts'
import { addProduction, scratchStore, until, type ScratchStore } from '../store/scratch-store.ts'

let store: ScratchStore
let lab: Lab
const works = new Map<string, (work: PaidWork) => Promise<unknown>>()

beforeAll(async () => {
  store = await scratchStore()
  lab = await openLab({
    store, assets: openAssets(join(inject('scratchHome'), 'assets')), backoff: [0.02],
    crafts: { draw: { name: 'draw', pool: () => 'paper', price: () => 0.6, run: (request, work) => works.get((request as { subject: string }).subject)?.(work) ?? Promise.resolve(null) } },
  })
})
afterAll(async () => {
  await lab.close()
  await store.close()
})

const purchase = (more: Partial<Purchase> = {}): Purchase =>
  ({ step: 'picture', provider: 'paper', model: 'p-1', price: 0.6, submit: async () => ({ job: 'job' }), collect: async () => ({ result: null, cost: 0.1 }), ...more })
const order = (subject: string) => ({ craft: 'draw', request: { subject }, take: 1, answer: { kind: 'drawn', shot: subject }, label: subject, rank: 0 })
const place = (production: string, ...subjects: string[]) => transaction(store.pool, (client) => lab.order(client, production, subjects.map(order)))
const film = async (id: string, budget: number) => {
  await addProduction(store, id)
  await store.pool.query('update redcliff.productions set budget = $2 where id = $1', [id, budget])
  return id
}
const told = (production: string, kind: string) => until(async () =>
  (await store.pool.query(`select body from redcliff.events where production = $1 and body->>'kind' = $2 order by id desc`, [production, kind])).rows[0]?.body)

test('what cost less than was set aside lets what waits go on', async () => {
  const id = await film('cheaper', 1)
  works.set('one', ({ buy }) => buy(purchase()))
  await place(id, 'one', 'two')
  expect(await told(id, 'capped')).toMatchObject({ cap: 'film', orders: 1 })
  expect(await told(id, 'resumed')).toEqual({ kind: 'resumed', caps: ['film'] })
})

test('what was not bought at all is not counted, whatever was set aside for it', async () => {
  const id = await film('nothing', 1)
  await place(id, 'unbought')
  await told(id, 'drawn')
  const { rows: [row] } = await store.pool.query(`select cost::float, reserved_cost::float as reserved from redcliff.generations where label = 'unbought'`)
  expect(row).toEqual({ cost: 0, reserved: 0.6 })
})

test('a film that is given up is told what was charged for what was stopped half-way', async () => {
  const id = await film('given up', 9)
  const begun = Promise.withResolvers<void>()
  works.set('stopped', ({ buy, signal }) => buy(purchase({
    collect: () => new Promise((_, reject) => { begun.resolve(); signal.addEventListener('abort', () => reject(signal.reason as Error)) }),
    cancel: async () => ({ charged: 0.25 }),
  })))
  await place(id, 'stopped')
  await begun.promise
  await store.pool.query(`update redcliff.productions set phase = 'cancelled' where id = $1`, [id])
  await transaction(store.pool, (client) => lab.cancel(client, id, '*'))
  expect(await until(async () => { const body = await told(id, 'accounted'); return body.open === 0 && body })).toMatchObject({ dollars: 0.25, stopped: 0.25, open: 0, unknown: 0 })
  const { rows: [row] } = await store.pool.query(`select status, cost::float from redcliff.generations where label = 'stopped'`)
  expect(row).toEqual({ status: 'cancelled', cost: 0.25 })
})

test('an order whose answer was lost says who may have been paid, and how much', async () => {
  const id = await film('lost', 9)
  works.set('lost', ({ buy }) => buy(purchase({ submit: async () => { throw new Error('socket hang up') } })))
  await place(id, 'lost')
  expect(await told(id, 'failed')).toMatchObject({ lost: { provider: 'paper', price: 0.6 } })
})

test('others’ machines have places of their own, and more than one', async () => {
  const id = await film('places', 90)
  const started = new Set<string>()
  const all = Promise.withResolvers<void>()
  const names = ['w', 'x', 'y', 'z']
  for (const name of names) works.set(name, async () => { started.add(name); if (started.size === 4) all.resolve(); await all.promise })
  await place(id, ...names)
  await all.promise
  expect(started.size).toBe(4)
})
