import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Work } from '../../lab/work.ts'
import { ProviderError } from '../provider-error.ts'
import { toError, type FromWorker, type Job, type ToWorker } from './worker-messages.ts'

export type Workers = {
  run(job: Job, work: Work): Promise<unknown>
  /** Starts the threads before there is work for them. */
  warm(): void
  close(): Promise<void>
}

type Task = { id: number; job: Job; work: Work; resolve(value: unknown): void; reject(error: unknown): void; forget(): void }
type Hand = { thread: Worker; task: Task | null }

/**
 * Drawing and rendering away from the main thread, which answers presses meanwhile. Threads, started when first needed and kept:
 * one loads in 0.1 s. Each works on one job at a time; more than one for a core only makes them wait for each other.
 */
export function openWorkers({ size = Math.max(1, Math.min(4, availableParallelism())), script = new URL('./worker.ts', import.meta.url) } = {}): Workers {
  const hands: Hand[] = []
  const waiting: Task[] = []
  let [lastId, closed] = [0, false]

  const next = () => {
    while (waiting.length > 0) {
      const hand = hands.find(({ task }) => task === null) ?? (hands.length < size ? hire() : null)
      const task = hand ? waiting.shift() : undefined
      if (!hand || !task) return
      hand.task = task
      // Only a working thread keeps the process alive.
      hand.thread.ref()
      send(hand, { kind: 'job', id: task.id, job: task.job })
    }
  }

  const hire = () => {
    const hand: Hand = { thread: new Worker(script, { name: 'animatic', resourceLimits: { maxYoungGenerationSizeMb: 64 } }), task: null }
    hands.push(hand)
    hand.thread.on('message', (message: FromWorker) => hear(hand, message))
    hand.thread.on('error', (cause) => lose(hand, cause))
    hand.thread.on('exit', () => lose(hand, null))
    hand.thread.unref()
    return hand
  }

  const hear = (hand: Hand, message: FromWorker) => {
    const { task } = hand
    if (!task || task.id !== message.id) return
    if (message.kind === 'progress') return task.work.progress(message.fraction, message.doing)
    if (message.kind === 'call') {
      const { call, id } = message
      callAssets(task.work, message).then(
        (value) => send(hand, { kind: 'answer', id, call, value }),
        (error: Error) => send(hand, { kind: 'refusal', id, call, message: error.message }),
      )
      return
    }
    hand.task = null
    hand.thread.unref()
    task.forget()
    if (message.kind === 'done') task.resolve(message.value)
    else task.reject(task.work.signal.aborted ? task.work.signal.reason : toError(message.error))
    next()
  }

  const lose = (hand: Hand, cause: unknown) => {
    const at = hands.indexOf(hand)
    if (at < 0) return
    hands.splice(at, 1)
    hand.task?.forget()
    hand.task?.reject(hand.task.work.signal.aborted ? hand.task.work.signal.reason : lost(hand.task.job.craft, cause))
    hand.task = null
    if (!closed) next()
  }

  const run = (job: Job, work: Work) => new Promise<unknown>((resolve, reject) => {
    if (closed) throw new Error('The animatic is closed, and takes no more work.')
    work.signal.throwIfAborted()
    const id = ++lastId
    const stop = () => {
      const place = waiting.findIndex((task) => task.id === id)
      if (place >= 0) {
        waiting.splice(place, 1)
        reject(work.signal.reason)
      }
      const hand = hands.find(({ task }) => task?.id === id)
      if (hand) send(hand, { kind: 'abort', id })
    }
    work.signal.addEventListener('abort', stop, { once: true })
    waiting.push({ id, job, work, resolve, reject, forget: () => work.signal.removeEventListener('abort', stop) })
    next()
  })

  const close = async () => {
    closed = true
    for (const task of waiting.splice(0)) task.reject(new Error('The animatic was closed before this could be made.'))
    await Promise.all(hands.map(({ thread }) => thread.terminate()))
  }

  const warm = () => { while (!closed && hands.length < size) hire() }

  return { run, warm, close }
}

/** Nothing is wrong with the job, as far as anyone knows. */
const lost = (craft: Job['craft'], cause: unknown) =>
  new ProviderError(`The worker that should ${craft} stopped before it was done. Try again.`, { provider: 'animatic', retryable: true, cause, zh: '干活的线程没做完就停了，请再试一次。' })

const send = ({ thread }: Hand, message: ToWorker) => thread.postMessage(message)

async function callAssets({ assets }: Work, { method, parameters }: Extract<FromWorker, { kind: 'call' }>): Promise<unknown> {
  const [first] = parameters
  if (method === 'put') return assets.put(first as Uint8Array)
  if (method === 'read') return assets.read(first as string)
  if (method === 'scratch') return assets.scratch(first as string)
  return assets.putFile(first as string)
}
