import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAssets } from '../../src/lab/assets.ts'
import type { Craft } from '../../src/lab/craft.ts'
import { openLab, type Lab } from '../../src/lab/lab.ts'
import { generationKey } from '../../src/lab/place-orders.ts'
import type { Progress } from '../../src/lab/progress.ts'
import { watch } from '../../src/mailbox/watch.ts'
import type { Work } from '../../src/lab/work.ts'
import type { Order } from '../../src/lab/order.ts'
import { transaction } from '../../src/store/transaction.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import { addProduction, scratchStore, until, type ScratchStore } from '../store/scratch-store.ts'

type Run = (work: Work) => Promise<unknown>

let store: ScratchStore
let lab: Lab
/** What a request does, by its subject, and how often it was done. */
const runs = new Map<string, Run>()
const times = new Map<string, number>()

const craft: Craft = {
  name: 'draw',
  pool: 'cpu',
  async run(request, work) {
    const { subject } = request as { subject: string }
    times.set(subject, (times.get(subject) ?? 0) + 1)
    return await (runs.get(subject)?.(work) ?? Promise.resolve({ picture: subject }))
  },
}

beforeAll(async () => {
  store = await scratchStore()
  lab = await openLab({ store, assets: openAssets(join(inject('scratchHome'), 'assets')), crafts: { draw: craft }, concurrency: { cpu: 2 }, backoff: [0.02, 0.02] })
})
afterAll(async () => {
  await lab.close()
  await store.close()
})

const order = (subject: string, answer: Order['answer'] = { kind: 'drawn', shot: subject }, rank = 0): Order =>
  ({ craft: 'draw', request: { subject }, take: 1, answer, label: subject, rank })
const place = (production: string, ...orders: Order[]) => transaction(store.pool, (client) => lab.order(client, production, orders))
const mailed = async (production: string): Promise<Record<string, unknown>[]> =>
  (await store.pool.query('select body from redcliff.events where production = $1 order by id', [production])).rows.map((row) => row.body)
const answers = (production: string, count: number) => until(async () => {
  const bodies = await mailed(production)
  return bodies.length >= count && bodies
})
const status = async (subject: string) => (await store.pool.query('select status, owner from redcliff.generations where key = $1', [generationKey(order(subject))])).rows[0]

test('the same order twice is done once and answered once', async () => {
  const id = await addProduction(store, 'twice')
  await Promise.all([place(id, order('reeds')), place(id, order('reeds'))])
  expect(await answers(id, 1)).toEqual([{ kind: 'drawn', shot: 'reeds', result: { picture: 'reeds' }, generation: generationKey(order('reeds')) }])
  expect(times.get('reeds')).toBe(1)
})

test('two productions that want the same thing are both told', async () => {
  const [one, two] = [await addProduction(store, 'one'), await addProduction(store, 'two')]
  await Promise.all([place(one, order('moon')), place(two, order('moon', { kind: 'drawn', shot: '9' }))])
  expect((await answers(one, 1))[0]).toMatchObject({ shot: 'moon', result: { picture: 'moon' } })
  expect((await answers(two, 1))[0]).toMatchObject({ shot: '9', result: { picture: 'moon' } })
  expect(times.get('moon')).toBe(1)
})

test('what is done already is answered in the transaction that orders it', async () => {
  const id = await addProduction(store, 'again')
  await place(id, order('cliff'))
  await answers(id, 1)
  await place(id, order('cliff', { kind: 'drawn', shot: 'later' }))
  expect((await mailed(id)).map((body) => body['shot'])).toEqual(['cliff', 'later'])
  await place(id, order('cliff'))
  expect(await mailed(id)).toHaveLength(2)
  await store.pool.query('update redcliff.events set handled_at = now() where production = $1', [id])
  await place(id, order('cliff'))
  expect((await mailed(id)).map((body) => body['shot'])).toEqual(['cliff', 'later', 'cliff'])
  expect(times.get('cliff')).toBe(1)
})

test('an order of a transaction that is rolled back is never done', async () => {
  const id = await addProduction(store, 'undone')
  await expect(transaction(store.pool, async (client) => {
    await lab.order(client, id, [order('ghost')])
    throw new Error('the step failed')
  })).rejects.toThrow('the step failed')
  expect(await status('ghost')).toBeUndefined()
})

test('lower ranks run first', async () => {
  const id = await addProduction(store, 'ranks')
  const done: string[] = []
  const subjects = ['r5', 'r3', 'r1', 'r4', 'r2', 'r0']
  for (const subject of subjects) runs.set(subject, async () => { done.push(subject); return null })
  await place(id, ...subjects.map((subject) => order(subject, { shot: subject }, Number(subject[1]))))
  await answers(id, 6)
  expect(done.slice(0, 2).sort()).toEqual(['r0', 'r1'])
  expect(done.slice(-2).sort()).toEqual(['r4', 'r5'])
})

test('what may succeed later is tried again, and what fails for good is told and can be retried by a person', async () => {
  const id = await addProduction(store, 'fails')
  const busy = () => new ProviderError('The painter is busy.', { provider: 'test', retryable: true })
  runs.set('shy', async () => { if ((times.get('shy') ?? 0) < 3) throw busy(); return 'at last' })
  runs.set('never', async () => { throw busy() })
  runs.set('refused', async () => { throw new ProviderError('The painter refuses.', { provider: 'test', retryable: false }) })
  await place(id, order('shy'), order('never'), order('refused'))
  const bodies = await answers(id, 3)
  expect(bodies).toContainEqual(expect.objectContaining({ shot: 'shy', result: 'at last' }))
  expect(bodies).toContainEqual({ kind: 'failed', answer: { kind: 'drawn', shot: 'refused' }, generation: generationKey(order('refused')), label: 'refused', message: 'The painter refuses.' })
  expect([times.get('shy'), times.get('never'), times.get('refused')]).toEqual([3, 3, 1])

  await place(id, order('refused', { kind: 'drawn', shot: 'other' }))
  expect((await mailed(id)).at(-1)).toMatchObject({ kind: 'failed', answer: { shot: 'other' } })
  expect(times.get('refused')).toBe(1)

  runs.set('refused', async () => 'after all')
  await store.pool.query('update redcliff.events set handled_at = now() where production = $1', [id])
  await transaction(store.pool, (client) => lab.retry(client, id, generationKey(order('refused'))))
  const told = (await answers(id, 6)).filter((body) => body['result'] === 'after all').map((body) => body['shot'])
  expect(told.sort()).toEqual(['other', 'refused'])
})

const long = (started: () => void): Run => ({ signal }) => new Promise((_, reject) => {
  started()
  signal.addEventListener('abort', () => reject(signal.reason as Error))
})

test('a cancelled order is stopped, unless somebody else waits for it; ordered again, it is done', async () => {
  const [one, two] = [await addProduction(store, 'cancels'), await addProduction(store, 'stays')]
  const begun = Promise.withResolvers<void>()
  runs.set('slow', long(begun.resolve))
  await place(one, order('slow'))
  await place(two, order('slow'))
  await begun.promise
  const cancel = (production: string) => transaction(store.pool, (client) => lab.cancel(client, production, 'slow'))
  await cancel(one)
  expect((await status('slow')).status).toBe('intent')
  await cancel(two)
  await until(async () => (await status('slow')).owner === null)
  expect((await status('slow')).status).toBe('cancelled')
  runs.set('slow', async () => 'quick now')
  await place(one, order('slow'))
  expect((await answers(one, 1))[0]).toMatchObject({ result: 'quick now' })
  expect(await mailed(two)).toEqual([])
})

test('progress and cards reach who watches, and only of their production', async () => {
  const [id, other] = [await addProduction(store, 'watched'), await addProduction(store, 'unwatched')]
  const ending = new AbortController()
  const seen: Progress[] = []
  const cards: string[] = []
  const show = (production: string, slot: string, title: string) => store.pool.query(
    `with shown as (insert into redcliff.cards (production, slot, body) values ($1, $2, $3)) select pg_notify('redcliff_card', $1)`,
    [production, slot, { slot, title }])
  await show(id, 'pitch', 'before')
  const watching = watch(store, id, { onCard: ({ card }) => { cards.push(card.title) }, onProgress: (progress) => seen.push(progress), signal: ending.signal })
  await until(async () => cards.length === 1)
  const halfway = Promise.withResolvers<void>()
  runs.set('boat', async ({ progress }) => { progress(0.5, 'hulls'); await halfway.promise; return null })
  await place(id, order('boat'))
  await place(other, order('elsewhere'))
  await until(async () => seen.some((each) => each.progress === 0.5 && each.doing === 'hulls' && each.working))
  halfway.resolve()
  await until(async () => seen.some((each) => each.status === 'done'))
  await show(other, 'pitch', 'not ours')
  await show(id, 'board', 'after')
  await until(async () => cards.length === 2)
  expect(cards).toEqual(['before', 'after'])
  expect(new Set(seen.map((each) => each.label))).toEqual(new Set(['boat']))
  ending.abort()
  await watching
})

test('a lab that closes leaves its work to the next one', async () => {
  const second = await store.reopen()
  const id = await addProduction(store, 'handover')
  const begun = Promise.withResolvers<void>()
  const bell: Craft = { name: 'ring', pool: 'bells', run: (_, { signal }) => long(begun.resolve)({ signal } as Work) }
  const assets = openAssets(join(inject('scratchHome'), 'assets'))
  const first = await openLab({ store: second, assets, crafts: { ring: bell } })
  await transaction(store.pool, (client) => first.order(client, id, [{ ...order('bell'), craft: 'ring' }]))
  await begun.promise
  const next = await openLab({ store, assets, crafts: { ring: { ...bell, run: async () => 'rung' } } })
  await first.close()
  expect((await answers(id, 1))[0]).toMatchObject({ result: 'rung' })
  await next.close()
  await second.close()
})
