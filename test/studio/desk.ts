import { join } from 'node:path'
import { inject } from 'vitest'
import { openAssets, type Assets } from '../../src/lab/assets.ts'
import { openLab, type Lab } from '../../src/lab/lab.ts'
import { generationKey } from '../../src/lab/place-orders.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { transaction } from '../../src/store/transaction.ts'
import { addProduction, scratchStore, until } from '../store/scratch-store.ts'

export type Ended = { status: string; error: { message: string } | null; result: any; cost: number; words: string[]; fractions: number[] }
export type Bought = { step: string; status: string; cost: number | null; reserved: number | null; error: string | null; model: string; job: string | null; usage: Record<string, number> | null }

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A lab with its real rows, at which anything can be ordered. One desk for a test file. */
export async function openDesk() {
  const store = await scratchStore()
  const assets: Assets = openAssets(join(inject('scratchHome'), 'assets'))
  const runs = new Map<string, (work: PaidWork) => Promise<unknown>>()
  const said = new Map<string, { words: string[]; fractions: number[] }>()
  const open = () => openLab({
    store, assets, backoff: [0.02, 0.02], concurrency: { cpu: 8 },
    crafts: {
      any: {
        name: 'any', pool: 'cpu',
        run: (request, work) => {
          const { name } = request as { name: string }
          const heard = said.get(name)
          const progress: PaidWork['progress'] = (fraction, doing) => {
            heard?.fractions.push(fraction)
            if (doing) heard?.words.push(doing)
            work.progress(fraction, doing)
          }
          return runs.get(name)?.({ ...work, progress }) ?? Promise.reject(new Error(`Nobody said what ${name} is.`))
        },
      },
    },
  })
  let lab: Lab = await open()
  let count = 0
  const order = (name: string) => ({ craft: 'any', request: { name }, take: 1, answer: { kind: 'made', name }, label: name, rank: 0 })
  const production = await addProduction(store, 'desk')
  const rows = async (name: string) => (await store.pool.query<Bought>(
    `select step, status, job, cost::float, reserved::float, error, model, usage from redcliff.purchases where generation = $1 order by id`, [generationKey(order(name))])).rows
  const row = async (name: string) => (await store.pool.query('select status, error, result, cost::float from redcliff.generations where key = $1', [generationKey(order(name))])).rows[0]

  return {
    assets,
    store,
    /** Orders it; the name stands for it from now on. */
    async place(run: (work: PaidWork) => Promise<unknown>): Promise<string> {
      const name = `order-${++count}`
      runs.set(name, run)
      said.set(name, { words: [], fractions: [] })
      await transaction(store.pool, (client) => lab.order(client, production, [order(name)]))
      return name
    },
    ended: (name: string): Promise<Ended> => until(async () => {
      const found = await row(name)
      return found && found.status !== 'intent' && { ...found, ...said.get(name) }
    }),
    purchases: rows,
    /** What is written down about the purchases, once it is as wished. */
    purchasesOnce: (name: string, wished: (rows: Bought[]) => boolean) => until(async () => {
      const found = await rows(name)
      return wished(found) && found
    }),
    cancel: (name: string) => transaction(store.pool, async (client) => {
      await client.query(`update redcliff.generations set status = 'cancelled', finished_at = now() where key = $1 and status = 'intent'`, [generationKey(order(name))])
      await client.query(`select pg_notify('redcliff_cancel', $1)`, [generationKey(order(name))])
    }),
    retry: (name: string) => transaction(store.pool, (client) => lab.retry(client, production, generationKey(order(name)))),
    /** The process stops and another one begins. */
    async restart() {
      await lab.close()
      lab = await open()
    },
    async close() {
      await lab.close()
      await store.close()
    },
  }
}
