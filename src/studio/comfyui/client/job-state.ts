import { z } from 'zod'
import { answerOf, type Ask } from './ask-server.ts'
import type { Server } from './server.ts'

const File = z.looseObject({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') })
export type File = z.infer<typeof File>
/** What each node gave: lists of files under `images`, `gifs`, `video`, `audio` …, and other things that concern nobody. */
export type Outputs = Record<string, File[]>

export type JobState =
  | { state: 'waiting'; before: number }
  | { state: 'running' }
  | { state: 'done'; outputs: Outputs }
  | { state: 'failed'; why: string; memory: boolean }
  | { state: 'stopped' }
  /** Neither waiting nor running nor remembered. */
  | { state: 'gone' }

const Failure = z.looseObject({ node_id: z.coerce.string().optional(), node_type: z.string().optional(), exception_type: z.string().default(''), exception_message: z.string().default('') })

/** Where a job stands, asked of servers that have the jobs API. */
export async function askJobs(ask: Ask, server: Server, id: string, signal?: AbortSignal): Promise<JobState> {
  const response = await ask(`/api/jobs/${id}`, { signal })
  if (response.status === 404) {
    await response.body?.cancel()
    return { state: 'gone' }
  }
  const job = await answerOf(Job, response, server)
  if (job.status === 'pending') return { state: 'waiting', before: await placeInQueue(ask, server, id, signal) }
  if (job.status === 'in_progress') return { state: 'running' }
  if (job.status === 'cancelled') return { state: 'stopped' }
  if (job.status === 'failed') return failed(job.execution_error)
  return job.outputs ? { state: 'done', outputs: filesOf(job.outputs) } : askHistory(ask, server, id, signal)
}

const Job = z.looseObject({ status: z.enum(['pending', 'in_progress', 'completed', 'failed', 'cancelled']), execution_error: z.unknown(), outputs: z.record(z.string(), z.unknown()).nullish() })

/** Where a job stands, asked of any server: first the queue, then the history, so that what moves between the two is seen in one of them. */
export async function askQueueThenHistory(ask: Ask, server: Server, id: string, signal?: AbortSignal): Promise<JobState> {
  const { running, pending } = await queueOf(ask, server, signal)
  if (running.some((entry) => isOurs(entry, id))) return { state: 'running' }
  const place = pending.toSorted((one, other) => one.number - other.number).findIndex((entry) => isOurs(entry, id))
  return place >= 0 ? { state: 'waiting', before: place + running.length } : askHistory(ask, server, id, signal)
}

async function askHistory(ask: Ask, server: Server, id: string, signal?: AbortSignal): Promise<JobState> {
  const history = await answerOf(History, await ask(`/history/${id}`, { signal }), server)
  const past = Object.hasOwn(history, id) ? history[id] : undefined
  if (!past) return { state: 'gone' }
  const message = (kind: string) => past.status?.messages.find(([event]) => event === kind)?.[1]
  if (message('execution_interrupted') !== undefined) return { state: 'stopped' }
  return past.status?.status_str === 'error' ? failed(message('execution_error')) : { state: 'done', outputs: filesOf(past.outputs) }
}

const Past = z.looseObject({
  prompt: z.array(z.unknown()).default([]),
  outputs: z.record(z.string(), z.unknown()).default({}),
  status: z.looseObject({ status_str: z.string(), messages: z.array(z.tuple([z.string(), z.unknown()]).rest(z.unknown())).default([]) }).nullish(),
})

const History = z.record(z.string(), Past)

/** The id that a server took our order under, if it did. The oldest ones take no id of ours, but keep what else was sent along. */
export async function findOrder(ask: Ask, server: Server, id: string): Promise<string | null> {
  const { running, pending } = await queueOf(ask, server)
  const queued = [...running, ...pending].find((entry) => isOurs(entry, id))
  if (queued) return queued.id
  const named = await answerOf(History, await ask(`/history/${id}`), server)
  if (Object.hasOwn(named, id)) return id
  const recent = await answerOf(History, await ask('/history?max_items=100'), server)
  return Object.entries(recent).find(([, { prompt: [, , , extra] }]) => (extra as { redcliff?: unknown } | null | undefined)?.redcliff === id)?.[0] ?? null
}

function failed(value: unknown): JobState {
  const { node_type: kind = 'a node', node_id: id, exception_type: type, exception_message: words } = Failure.safeParse(value ?? {}).data ?? { exception_type: '', exception_message: '' }
  const first = words.split('\n')[0]?.trim().replace(/[.\s]+$/, '').slice(0, 300)
  return { state: 'failed', why: `${kind}${id === undefined ? '' : ` (${id})`}${first ? `: ${first}` : ''}`, memory: /OutOfMemory/i.test(type) || /out of memory|allocation on device/i.test(words) }
}

function filesOf(outputs: Record<string, unknown>): Outputs {
  return Object.fromEntries(Object.entries(outputs).map(([node, given]) => [node,
    Object.values(typeof given === 'object' && given !== null ? given : {}).flatMap((list) => Array.isArray(list) ? list.flatMap((each) => File.safeParse(each).data ?? []) : [])]))
}

type Entry = { number: number; id: string; ours: unknown }
const QueueEntry = z.tuple([z.number(), z.string()]).rest(z.unknown()).transform(([number, id, , extra]): Entry => ({ number, id, ours: (extra as { redcliff?: unknown } | null | undefined)?.redcliff }))
const Queue = z.looseObject({ queue_running: z.array(QueueEntry).default([]), queue_pending: z.array(QueueEntry).default([]) })

export async function queueOf(ask: Ask, server: Server, signal?: AbortSignal): Promise<{ running: Entry[]; pending: Entry[] }> {
  const queue = await answerOf(Queue, await ask('/queue', { signal }), server)
  return { running: queue.queue_running, pending: queue.queue_pending }
}

export const isOurs = (entry: Entry, id: string) => entry.id === id || entry.ours === id

async function placeInQueue(ask: Ask, server: Server, id: string, signal?: AbortSignal) {
  const { running, pending } = await queueOf(ask, server, signal)
  return Math.max(0, pending.toSorted((one, other) => one.number - other.number).findIndex((entry) => isOurs(entry, id))) + running.length
}
