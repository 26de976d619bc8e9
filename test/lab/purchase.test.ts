import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAssets } from '../../src/lab/assets.ts'
import { type Lab, openLab } from '../../src/lab/lab.ts'
import { generationKey } from '../../src/lab/place-orders.ts'
import type { Purchase } from '../../src/lab/purchase.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { transaction } from '../../src/store/transaction.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import { addProduction, scratchStore, until, type ScratchStore } from '../store/scratch-store.ts'

let store: ScratchStore
let lab: Lab
let work: (work: PaidWork) => Promise<unknown>
const openOurLab = () => openLab({
  store, assets: openAssets(join(inject('scratchHome'), 'assets')), backoff: [0.02, 0.02],
  crafts: { draw: { name: 'draw', pool: 'cpu', run: (_, given) => work(given) } },
})

beforeAll(async () => {
  store = await scratchStore()
  lab = await openOurLab()
})
afterAll(async () => {
  await lab.close()
  await store.close()
})

/** A provider of paper: what it was sent, by idempotency key. */
const provider = () => {
  const sent: string[] = []
  const purchase = (more: Partial<Purchase> = {}): Purchase => ({
    step: 'picture', provider: 'paper', model: 'p-1', price: 0.04,
    submit: async (key) => { sent.push(key); return { job: `job-${sent.length}` } },
    collect: async (job) => ({ result: { job }, cost: 0.05 }),
    ...more,
  })
  return { sent, purchase }
}
const order = (subject: string) => ({ craft: 'draw', request: { subject }, take: 1, answer: { kind: 'drawn', shot: subject }, label: subject, rank: 0 })
const place = async (subject: string) => {
  const id = await addProduction(store, subject)
  await transaction(store.pool, (client) => lab.order(client, id, [order(subject)]))
  return id
}
const ended = (subject: string) => until(async () => {
  const { rows: [row] } = await store.pool.query('select status, cost::float, error, result from redcliff.generations where key = $1', [generationKey(order(subject))])
  return row?.status !== 'intent' && row
})
const purchases = async (subject: string) =>
  (await store.pool.query('select status, job, cost::float from redcliff.purchases where generation = $1 order by id', [generationKey(order(subject))])).rows

test('what is bought is paid once, and costs what the provider says', async () => {
  const { sent, purchase } = provider()
  work = async ({ buy }) => buy(purchase())
  await place('once')
  expect(await ended('once')).toMatchObject({ status: 'done', cost: 0.05, result: { job: 'job-1' } })
  expect(sent).toHaveLength(1)
})

test('a download that fails is fetched again, not bought again', async () => {
  const { sent, purchase } = provider()
  let tries = 0
  work = async ({ buy }) => buy(purchase({
    collect: async (job) => {
      if (++tries < 3) throw new ProviderError('The download broke off.', { provider: 'paper', retryable: true })
      return { result: job, cost: 0.05 }
    },
  }))
  await place('download')
  expect(await ended('download')).toMatchObject({ status: 'done', result: 'job-1' })
  expect([sent.length, tries]).toEqual([1, 3])
})

test('steps that were bought stay bought when a later step fails', async () => {
  const { sent, purchase } = provider()
  let tries = 0
  work = async ({ buy }) => {
    const draft = await buy(purchase({ step: 'draft' }))
    if (++tries < 3) throw new ProviderError('The critic is away.', { provider: 'paper', retryable: true })
    return draft
  }
  await place('steps')
  expect(await ended('steps')).toMatchObject({ status: 'done' })
  expect(sent).toHaveLength(1)
})

test('an order that was surely refused is sent again under a new key', async () => {
  const { sent, purchase } = provider()
  work = async ({ buy }) => buy(purchase({
    submit: async (key) => {
      sent.push(key)
      if (sent.length === 1) throw new ProviderError('Too many at once.', { provider: 'paper', retryable: true, bought: false, status: 429, retryAfter: 0.01 })
      return { job: 'second' }
    },
  }))
  await place('refused')
  expect(await ended('refused')).toMatchObject({ status: 'done', result: { job: 'second' }, cost: 0.05 })
  expect(new Set(sent).size).toBe(2)
  expect((await purchases('refused')).map(({ status }) => status)).toEqual(['failed', 'done'])
})

test('a lost answer is asked about where that is possible', async () => {
  const { sent, purchase } = provider()
  work = async ({ buy }) => buy(purchase({
    submit: async (key) => { sent.push(key); throw new ProviderError('The line went dead.', { provider: 'paper', retryable: true }) },
    find: async (key) => sent.includes(key) ? { job: 'found' } : 'never came',
  }))
  await place('lost')
  expect(await ended('lost')).toMatchObject({ status: 'done', result: { job: 'found' } })
  expect(sent).toHaveLength(1)
})

test('a lost answer that nobody can ask about waits for a person, and is bought again only when told to', async () => {
  const { sent, purchase } = provider()
  work = async ({ buy }) => buy(purchase({
    submit: async (key) => {
      sent.push(key)
      if (sent.length === 1) throw new ProviderError('The line went dead.', { provider: 'paper', retryable: true })
      return { job: 'again' }
    },
  }))
  const id = await place('unknown')
  expect(await ended('unknown')).toMatchObject({ status: 'unknown', error: { message: expect.stringContaining('$0.04') } })
  expect(sent).toHaveLength(1)
  await transaction(store.pool, (client) => lab.retry(client, id, generationKey(order('unknown'))))
  const done = await until(async () => {
    const row = await ended('unknown')
    return row.status === 'done' && row
  })
  // what may have been paid the first time is counted
  expect(done.cost).toBeCloseTo(0.09)
  expect(sent).toHaveLength(2)
})

const losing = (times: number, price: number) => {
  const { sent, purchase } = provider()
  work = async ({ buy }) => buy(purchase({
    price, bearable: 0.01,
    submit: async (key) => {
      sent.push(key)
      if (sent.length <= times) throw new ProviderError('The line went dead.', { provider: 'paper', retryable: true })
      return { job: 'again' }
    },
  }))
  return sent
}

test('a lost answer worth less than a cent is bought again, and both are counted', async () => {
  const sent = losing(1, 0.008)
  await place('bearable')
  expect(await ended('bearable')).toMatchObject({ status: 'done', result: { job: 'again' }, cost: 0.058 })
  expect(new Set(sent).size).toBe(2)
  expect((await purchases('bearable')).map(({ status, cost }) => [status, cost])).toEqual([['given up', 0.008], ['done', 0.05]])
})

test('what is lost again and again, or costs more, waits for a person', async () => {
  const often = losing(9, 0.008)
  await place('often')
  expect(await ended('often')).toMatchObject({ status: 'unknown' })
  expect(often).toHaveLength(3)
  const dear = losing(9, 0.02)
  await place('dear')
  expect(await ended('dear')).toMatchObject({ status: 'unknown' })
  expect(dear).toHaveLength(1)
})

test('an answer that was paid and is useless failed for what it cost', async () => {
  const { purchase } = provider()
  work = async ({ buy }) => buy(purchase({ submit: async () => { throw new ProviderError('That is no picture.', { provider: 'paper', retryable: false, ended: true, charged: 0.04 }) } }))
  await place('useless')
  expect(await ended('useless')).toMatchObject({ status: 'failed', error: { message: 'That is no picture.' } })
  expect(await purchases('useless')).toMatchObject([{ status: 'failed', cost: 0.04 }])
})

test('a lab that closes in the middle leaves the job to the next, which collects it', async () => {
  const { sent, purchase } = provider()
  let reached: () => void = () => undefined
  const collecting = new Promise<void>((resolve) => { reached = resolve })
  let closing = false
  work = ({ buy, signal }) => buy(purchase({
    collect: async (job) => {
      if (closing) return { result: job, cost: 1 }
      reached()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    },
  }))
  await place('closing')
  await collecting
  closing = true
  await lab.close()
  expect(await purchases('closing')).toMatchObject([{ status: 'submitted', job: 'job-1' }])
  lab = await openOurLab()
  expect(await ended('closing')).toMatchObject({ status: 'done', result: 'job-1' })
  expect(sent).toHaveLength(1)
})

test('nobody wants it any more: the provider is told, and what it charges all the same is kept', async () => {
  const { purchase } = provider()
  let reached: () => void = () => undefined
  const collecting = new Promise<void>((resolve) => { reached = resolve })
  const cancelled: string[] = []
  work = ({ buy, signal }) => buy(purchase({
    collect: () => { reached(); return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))) },
    cancel: async (job) => { cancelled.push(job); return { charged: 0.01 } },
  }))
  const id = await place('cancelled')
  await collecting
  await transaction(store.pool, (client) => lab.cancel(client, id, '*'))
  await until(async () => (await purchases('cancelled'))[0]?.status === 'given up')
  expect(cancelled).toEqual(['job-1'])
  expect(await purchases('cancelled')).toMatchObject([{ cost: 0.01 }])
})

test('what is stopped before it goes out is in no doubt afterwards: nothing is set aside, and nobody is asked', async () => {
  const { sent, purchase } = provider()
  let begun = false
  work = async ({ buy, signal }) => {
    begun = true
    await until(async () => signal.aborted)
    return buy(purchase())
  }
  const id = await place('stopped')
  await until(async () => begun)
  await transaction(store.pool, (client) => lab.cancel(client, id, 'stopped'))
  expect(await until(async () => { const rows = await purchases('stopped'); return rows[0]?.status !== 'submitting' && rows.length > 0 && rows })).toEqual([{ status: 'failed', job: null, cost: 0 }])
  expect(sent).toEqual([])
})
