import { z } from 'zod'
import { AssetHash } from '../../film/cut.ts'
import type { Asked, Bought } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import { priceOf, type Measure } from '../price-of.ts'
import { ProviderError } from '../provider-error.ts'
import type { Desk, Prediction } from './desk.ts'
import { idOf, type Entry } from './entry.ts'
import { fetchOutputs, type Kind } from './fetch-outputs.ts'
import { findPrediction } from './find-prediction.ts'
import { mapInput, type Wants } from './map-input.ts'
import { sendFiles } from './send-files.ts'
import { provider, toProviderError } from './to-provider-error.ts'
import { waitFor } from './wait-for.ts'

export type Order = {
  entry: Entry
  step: string
  wants: Wants
  makes: Kind
  /** By which the model is paid. */
  measure?: Measure
  /** Where this order lies in the progress of all. */
  span?: readonly [from: number, to: number]
  /** The order has gone out, or was there already. */
  onSubmitted?: () => void
}

const Result = z.object({ files: z.array(AssetHash), seed: z.int().nullable().optional() })

/** Buys one prediction, and gives what it made. */
export async function order(desk: Desk, work: PaidWork, { entry, step, wants, makes, measure = {}, span = [0, 1], onSubmitted }: Order): Promise<string[]> {
  const price = priceOf(entry.price, { call: 1, ...measure })
  const asked = `the order to ${entry.id}`
  // once for each run, and not at all where it was bought before
  let built: Promise<Input> | undefined
  const input = () => built ??= desk.live(entry).then((live) => ({ call: live.call, input: mapInput(entry, live, wants) }))
  const tell = (fraction: number, doing: string) => work.progress(span[0] + (span[1] - span[0]) * Math.min(1, fraction), doing)
  const bought = await work.buy({
    step, provider, model: idOf(entry), price,
    submit: async (idempotency) => {
      tell(0, `ordering from ${entry.label}`)
      const { call, input: ours } = await input()
      const ready = await sendFiles(ours, idempotency, desk)
      const job = await create(desk, { ...call, input: ready, ...hook(desk, idempotency) }, { asked, work, tell, label: entry.label })
      onSubmitted?.()
      return { job }
    },
    find: async (idempotency, given: Asked) => {
      // whatever the model takes today: what is sought went out before
      const found = await findPrediction(desk, { entry, input: mapInput(entry, { schema: null }, wants), idempotency, ...given }, work.signal)
      onSubmitted?.()
      return found
    },
    collect: async (job): Promise<Bought> => {
      onSubmitted?.()
      const prediction = await waitFor(desk, job, { entry, price, tell, signal: work.signal })
      const cost = settle(entry, prediction, price)
      tell(0.95, `fetching what ${entry.label} made`)
      const files = await fetchOutputs(desk, prediction, { entry, makes, cost, signal: work.signal })
      const seconds = prediction.metrics?.predict_time
      return { result: { files }, cost, usage: { ...measured(measure), files: files.length, ...seconds !== undefined && { predictSeconds: seconds } } }
    },
    cancel: (job) => cancel(desk, job, entry, price),
  })
  return Result.parse(bought).files
}

type Input = { call: { model: string } | { version: string }; input: Record<string, unknown> }

const hook = ({ webhook }: Desk, idempotency: string) => {
  if (webhook === undefined) return {}
  const url = new URL(webhook)
  url.searchParams.set('purchase', idempotency)
  return { webhook: url.href, webhook_events_filter: ['completed' as const] }
}

/**
 * The one paid call. It is not broken off when the work is stopped: the answer would be lost, and with it what was paid.
 * A 429 costs nothing; it is waited for here a few times, and then by the lab.
 */
async function create(desk: Desk, body: Parameters<Desk['client']['predictions']['create']>[0], { asked, work, tell, label }: { asked: string; work: PaidWork; tell: (fraction: number, doing: string) => void; label: string }): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      if (work.signal.aborted) throw unsent(work.signal)
      const { id } = await desk.client.predictions.create(body)
      if (typeof id === 'string' && id !== '') return id
      throw new ProviderError(`Replicate's answer to ${asked} made no sense.`, { provider, retryable: true })
    } catch (error) {
      if (error === work.signal.reason) throw error
      const told = toProviderError(error, { asked, token: desk.token })
      if (told.status !== 429 || tries === 5) throw told
      tell(0, `waiting for ${label}: too many orders at once`)
      await desk.wakers.sleep('', told.retryAfter ?? 10, work.signal).catch(() => undefined)
    }
  }
}

/** Given up, it is written down as not bought; where only this process stops, the next one goes on from the same row. */
const unsent = (signal: AbortSignal) => (signal.reason as Error | undefined)?.name === 'NobodyWaits'
  ? new ProviderError('Nobody waits for this any more; it did not go out.', { provider, retryable: false, bought: false }) : signal.reason

/** What it really cost: by the machine's time where that is how it is charged, else as it was reckoned before. */
export function settle({ machineSecond }: Entry, { metrics }: Pick<Prediction, 'metrics'>, price: number | null): number | null {
  if (machineSecond === null) return price
  return metrics?.predict_time === undefined ? null : metrics.predict_time * machineSecond
}

/** Nobody wants it any more. What had not begun is free; what was made by then may be charged. */
async function cancel(desk: Desk, job: string, entry: Entry, price: number | null): Promise<{ charged: number | null }> {
  for (let tries = 1; ; tries++) {
    try {
      const prediction = await desk.client.predictions.cancel(job)
      if (prediction.status === 'succeeded') return { charged: settle(entry, prediction, price) }
      if (entry.machineSecond === null) return { charged: prediction.started_at ? null : 0 }
      return { charged: (prediction.metrics?.predict_time ?? 0) * entry.machineSecond }
    } catch (error) {
      const told = toProviderError(error, { asked: 'a cancellation', token: desk.token })
      if (tries === 4 || (told.status !== undefined && told.status < 500 && told.status !== 429)) throw told
      await new Promise((resolve) => setTimeout(resolve, Math.min(told.retryAfter ?? tries, 5) * 1000 * Math.min(1, desk.pollSeconds)))
    }
  }
}

const measured = ({ when: _, ...units }: Measure): Record<string, number> => Object.fromEntries(Object.entries(units).filter(([, value]) => value !== undefined))
