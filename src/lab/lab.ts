import type { Order } from './order.ts'
import type { Store } from '../store/open-store.ts'
import type { Queryable } from '../store/transaction.ts'
import { scrub } from '../safety/scrub.ts'
import { explainSystemError } from '../system-error.ts'
import { ProviderError } from '../studio/provider-error.ts'
import type { Assets } from './assets.ts'
import { cancelOrders } from './cancel.ts'
import { assignPools, claim, freeTheDead, letGo, type Claimed, waitingPools } from './claim.ts'
import { type Crafts, poolOf } from './craft.ts'
import { settledMoney, tellAccount } from './money/settled.ts'
import { resumeWhatFits } from './money/hold.ts'
import { placeOrders, retryGeneration } from './place-orders.ts'
import { progressWriter, tellProgress } from './progress.ts'
import { buyer, NobodyWaits, OutcomeUnknown } from './purchase.ts'
import { release, settleDone, settleFailed, settleLater, settleUnknown } from './settle.ts'

export type Lab = {
  /** In the transaction of the event that orders. */
  order(client: Queryable, production: string, orders: readonly Order[]): Promise<void>
  cancel(client: Queryable, production: string, shot: string): Promise<void>
  /** A failed generation once more, because a person asked for it. False where a cap does not allow it. */
  retry(client: Queryable, production: string, generation: string): Promise<boolean>
  /** Stops what runs (it is taken up again by whoever opens next) and ends. */
  close(): Promise<void>
}

export type LabOptions = {
  store: Store
  assets: Assets
  crafts: Crafts
  /** Places by pool; a pool that is not named has one, or four where others' machines do the work. */
  concurrency?: Record<string, number>
  onError?: (error: unknown) => void
  /** Seconds before the second, third … attempt of what may succeed later. */
  backoff?: readonly number[]
}

/** Does what takes long, once, whoever ordered it. The table `generations` is its queue and its memory. */
export async function openLab({ store, assets, crafts, concurrency = {}, onError = () => undefined, backoff = [1, 5] }: LabOptions): Promise<Lab> {
  const running = new Map<string, { pool: string; controller: AbortController; ended: Promise<void> }>()
  const placing = { store, crafts, assets }
  const ours = Object.keys(crafts)
  const own = new Set(Object.values(crafts).flatMap(({ pool }) => typeof pool === 'string' ? pool : []))
  const places = (pool: string) => (concurrency[pool] ?? (own.has(pool) ? 1 : 4)) - [...running.values()].filter((each) => each.pool === pool).length
  const timers = new Set<NodeJS.Timeout>()
  let closed = false
  let filling: Promise<void> | undefined
  let fillAgain = false

  /** Takes on as much as there are places for. One at a time; a call during another makes it look once more. */
  const fill = (): Promise<void> => {
    if (filling) { fillAgain = true; return filling }
    return filling = (async () => {
      do {
        fillAgain = false
        for (const pool of await waitingPools(store)) {
          const free = places(pool)
          if (closed || free < 1) continue
          for (const order of await claim(store, pool, ours, free)) start(pool, order)
        }
      } while (fillAgain)
    })().catch(onError).finally(() => { filling = undefined })
  }

  const start = (pool: string, order: Claimed) => {
    const controller = new AbortController()
    const ended = perform(order, controller.signal).catch(onError).finally(() => {
      running.delete(order.key)
      if (!closed) void fill()
    })
    running.set(order.key, { pool, controller, ended })
  }

  const perform = async ({ key, craft: name, request, attempts, guild }: Claimed, signal: AbortSignal) => {
    const craft = crafts[name]
    if (!craft) return
    const { progress, stop } = progressWriter(store, key, onError)
    try {
      await tellProgress(store.pool, key)
      const result = await craft.run(request, { signal, assets, progress, server: guild, buy: buyer(store, key, signal) })
      await stop()
      await settleDone(store, key, result)
      await settledMoney(store, key)
    } catch (error) {
      await stop()
      if (signal.aborted) {
        await release(store, store.pool, key)
        if (signal.reason instanceof NobodyWaits) {
          await tellAccount(store, key)
          await settledMoney(store, key)
        }
        return
      }
      // whatever broke may carry what it was opened with
      const message = scrub(explainSystemError(error) ?? (error instanceof Error ? error.message : String(error)))
      if (error instanceof OutcomeUnknown) return settleUnknown(store, key, { message, lost: { provider: error.provider, price: error.price } })
      const asked = error instanceof ProviderError ? error.retryAfter : undefined
      const seconds = backoff[attempts - 1] === undefined ? undefined : Math.max(backoff[attempts - 1] ?? 0, asked ?? 0)
      const retryable = craft.retryable?.(error) ?? (error instanceof ProviderError && error.retryable)
      if (!retryable || seconds === undefined) {
        await settleFailed(store, key, { message, ...(error instanceof ProviderError && { refused: error.refused, zh: error.zh }) })
        return settledMoney(store, key)
      }
      await settleLater(store, key, message, seconds)
      const timer = setTimeout(() => { timers.delete(timer); void fill() }, seconds * 1000 + 5)
      timers.add(timer)
    }
  }

  /** Also for what was cancelled while we could not hear it. */
  const abortCancelled = async () => {
    if (!running.size) return
    const { rows } = await store.pool.query(`select key from redcliff.generations where key = any($1) and status = 'cancelled'`, [[...running.keys()]])
    for (const { key } of rows) abort(key)
  }
  const abort = (key: string) => running.get(key)?.controller.abort(new NobodyWaits('Nobody waits for this any more.'))

  const deaf = [
    await store.listener.listen('redcliff_lab', () => void fill(), () => void fill()),
    await store.listener.listen('redcliff_cancel', abort, () => void abortCancelled().catch(onError)),
  ]
  const look = () => freeTheDead(store).then(abortCancelled).then(fill).catch(onError)
  await assignPools(store, (craft, request) => poolOf(crafts, craft, request))
  await look()
  const watchman = setInterval(() => void look(), 1000)
  // a day is over, or a cap was raised while nobody told us
  const teller = setInterval(() => void resumeWhatFits(store).catch(onError), 60_000)

  return {
    order: (client, production, orders) => placeOrders(placing, client, production, orders),
    cancel: (client, production, shot) => cancelOrders(store, client, production, shot),
    retry: (client, production, generation) => retryGeneration(placing, client, production, generation),
    async close() {
      closed = true
      clearInterval(watchman)
      clearInterval(teller)
      for (const timer of timers) clearTimeout(timer)
      for (const stop of deaf) await stop()
      await filling
      for (const { controller } of running.values()) controller.abort(new Error('The lab is closing.'))
      await Promise.all([...running.values()].map(({ ended }) => ended))
      await letGo(store)
    },
  }
}
