import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAssets } from '../../../src/lab/assets.ts'
import { openLab } from '../../../src/lab/lab.ts'
import { generationKey } from '../../../src/lab/place-orders.ts'
import type { PaidWork } from '../../../src/lab/work.ts'
import { ownerLock } from '../../../src/store/open-store.ts'
import { transaction } from '../../../src/store/transaction.ts'
import type { Provider } from '../../../src/studio/provider.ts'
import { addProduction, scratchStore, until, type ScratchStore } from '../../store/scratch-store.ts'
import { animating, drawing, paint, tone } from '../samples.ts'
import { openStand, smallClip } from './stand.ts'

// the paid kills (test/paid) kill real processes; more of these: REDCLIFF_LONG=1
const kills = process.env['REDCLIFF_LONG'] ? 70 : 24
let store: ScratchStore
let stand: Awaited<ReturnType<typeof openStand>>
const assets = openAssets(join(inject('scratchHome'), 'assets'))

beforeAll(async () => {
  store = await scratchStore()
  stand = await openStand(assets, { settleSeconds: 0.15, requestSeconds: 2, server: { starting: 10, working: 25, perMinute: 1e6 } })
})
afterAll(async () => {
  await stand.close()
  await store.close()
})

const jobs: Record<string, (provider: Provider, index: number, work: PaidWork) => Promise<unknown> | undefined> = {
  draw: (provider, index, work) => provider.draw?.({ ...drawing, seed: index * 10 }, work),
  many: (provider, index, work) => provider.draw?.({ ...drawing, seed: index * 10, model: 'replicate/black-forest-labs/flux-schnell' }, work),
  animate: async (provider, index, work) => provider.animate?.({ ...animating, seed: index, picture: await coloured(index) }, work),
  speak: (provider, index, work) => provider.speak?.({ text: `第${index}夜，月出于东山之上。`, language: 'zh', voice: 'Wise_Woman' }, work),
  faces: async (provider, index, work) => provider.restoreFaces?.({ media: await coloured(index), kind: 'image' }, work),
  background: async (provider, index, work) => provider.replaceBackground?.({ media: await coloured(index), kind: 'image', prompt: `a forest of ${index} trees`, seed: index * 10 + 5 }, work),
  lips: async (provider, index, work) => provider.syncLips?.({ clip: await smallClip(assets), sound: await assets.put(tone(0.5 + index / 100)) }, work),
}
const kinds = Object.keys(jobs)
const coloured = async (index: number) => assets.put(await paint(64 + index, 48, '#7a6a58'))

/** A process: a lab on the same rows, which dies at its nth word with Replicate, before that is said or after it was heard. */
async function live(dies: { at: number; after: boolean } | null) {
  let dead = false
  let count = 0
  const silence = () => new Promise<never>(() => undefined)
  const owner = randomInt(1, 2 ** 31 - 1)
  const heart = new Client({ connectionString: store.url })
  heart.on('error', () => undefined)
  await heart.connect()
  await heart.query('select pg_advisory_lock($1, $2)', [ownerLock, owner])
  const die = () => { dead = true; return silence() }
  const provider = await stand.open({
    fetch: async (input, init) => {
      const turn = ++count
      if (dead) return silence()
      if (turn === dies?.at && !dies.after) return die()
      const response = await fetch(input, init)
      if (dead) return silence()
      return turn === dies?.at ? die() : response
    },
  })
  // what is dead says nothing to the database either
  const pool = new Proxy(store.pool, { get: (target, name) => dead && (name === 'query' || name === 'connect') ? silence : typeof (target as any)[name] === 'function' ? (target as any)[name].bind(target) : (target as any)[name] })
  const lab = await openLab({
    store: { ...store, pool, owner }, assets, backoff: [0.02, 0.02, 0.02, 0.02], concurrency: { cpu: 6 },
    crafts: { any: { name: 'any', pool: 'cpu', run: async (request, work) => { const { kind, index } = request as { kind: string; index: number }; return jobs[kind]?.(provider, index, work) } } },
  })
  return { lab, isDead: () => dead, bury: () => heart.end(), close: async () => { await lab.close(); await heart.end() } }
}

const order = (index: number) => ({ craft: 'any', request: { kind: kinds[index % kinds.length] ?? 'draw', index }, take: 1, answer: { kind: 'made', index }, label: `order ${index}`, rank: index })

/** The same numbers every time. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

test(`killed ${kills} times in ordering, waiting and fetching, with answers lost besides: every order is placed once, and every one comes`, async () => {
  const random = dice(20261122)
  const production = await addProduction(store, 'killed')
  let placed = 0
  const left = async () => (await store.pool.query(`select count(*)::int as n from redcliff.generations where status = 'intent'`)).rows[0].n as number
  const place = async (lab: Awaited<ReturnType<typeof live>>['lab'], count: number) => {
    const orders = Array.from({ length: count }, () => order(placed++))
    await transaction(store.pool, (client) => lab.order(client, production, orders))
  }
  let killed = 0
  while (killed < kills) {
    const life = await live({ at: 1 + Math.floor(random() * 48), after: random() < 0.5 })
    const chance = random()
    if (chance < 0.1) stand.server.fault({ kind: 'broken', after: random() < 0.5 })
    else if (chance < 0.2) stand.server.fault({ kind: 'drop', after: random() < 0.5 })
    else if (chance < 0.3) stand.server.fault({ kind: 'busy', retryAfter: 0.02 })
    else if (chance < 0.4) stand.server.fault({ kind: 'broken', after: false, on: random() < 0.5 ? 'get' : 'file' })
    // always something to do, until it dies
    await until(async () => {
      if (await left() < 4) await place(life.lab, 4)
      return life.isDead()
    })
    await life.bury()
    killed++
  }
  stand.server.clearFaults()
  const last = await live(null)
  await until(async () => await left() === 0)
  await last.close()

  const { rows } = await store.pool.query('select status, count(*)::int as n from redcliff.generations group by status')
  expect(rows).toEqual([{ status: 'done', n: placed }])
  const once = new Map<string, number>()
  for (const { model, input } of stand.server.creates) once.set(`${model} ${JSON.stringify(input)}`, (once.get(`${model} ${JSON.stringify(input)}`) ?? 0) + 1)
  expect([...once].filter(([, times]) => times > 1).map(([what, times]) => `${times} × ${what.slice(0, 80)}`)).toEqual([])
  const { rows: [bought] } = await store.pool.query(`select count(*)::int as n, count(distinct job)::int as jobs from redcliff.purchases where status = 'done'`)
  expect(bought).toEqual({ n: stand.server.creates.length, jobs: stand.server.creates.length })
  expect(placed).toBeGreaterThan(20)
  expect(await until(async () => (await store.pool.query('select status from redcliff.generations where key = $1', [generationKey(order(0))])).rows[0])).toEqual({ status: 'done' })
}, 120_000)
