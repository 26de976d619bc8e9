import { parentPort } from 'node:worker_threads'
import type { Assets } from '../../lab/assets.ts'
import type { Work } from '../../lab/work.ts'
import { toFailure, type AssetCall, type FromWorker, type Job, type ToWorker } from './worker-messages.ts'

/** The script of one worker thread: takes a job, does it, answers. One at a time. */

const port = parentPort
if (!port) throw new Error('worker.ts is started by workers.ts, as a thread.')

// most of what a job needs can be loaded before there is one
void import('./draw.ts')
void import('./animate.ts')

const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
const running = new Map<number, AbortController>()
let lastCall = 0

port.on('message', (message: ToWorker) => {
  if (message.kind === 'abort') running.get(message.id)?.abort()
  else if (message.kind === 'answer') settle(message.call)?.resolve(message.value)
  else if (message.kind === 'refusal') settle(message.call)?.reject(new Error(message.message))
  else void take(message.id, message.job)
})

async function take(id: number, job: Job) {
  const abort = new AbortController()
  running.set(id, abort)
  try {
    say({ kind: 'done', id, value: await doJob(job, { signal: abort.signal, assets: assetsOf(id), progress: progressOf(id) }) })
  } catch (error) {
    say({ kind: 'failed', id, error: toFailure(error) })
  } finally {
    running.delete(id)
  }
}

async function doJob(job: Job, work: Work) {
  if (job.craft === 'draw') return (await import('./draw.ts')).draw(job.request, work)
  return (await import('./animate.ts')).animate(job.request, work, job.ffmpeg)
}

/** Once in a twentieth of a second is enough for any eye. */
function progressOf(id: number): Work['progress'] {
  let last = 0
  return (fraction, doing) => {
    const now = performance.now()
    if (fraction < 1 && now - last < 50) return
    last = now
    say({ kind: 'progress', id, fraction, doing })
  }
}

function assetsOf(id: number): Assets {
  const ask = <Value>(method: AssetCall, ...parameters: unknown[]) => new Promise<Value>((resolve, reject) => {
    const call = ++lastCall
    // The main thread answers a call with what that method of Assets returns.
    asked.set(call, { resolve: resolve as (value: unknown) => void, reject })
    say({ kind: 'call', id, call, method, parameters })
  })
  const elsewhere = () => { throw new Error('A worker has no such door to the assets: it may put, putFile, read and scratch.') }
  return {
    put: (bytes) => ask('put', bytes),
    putFile: (path) => ask('putFile', path),
    read: async (hash) => Buffer.from(await ask<Uint8Array>('read', hash)),
    scratch: (ending) => ask('scratch', ending),
    putJson: elsewhere, readJson: elsewhere, has: elsewhere, path: elsewhere,
  }
}

function settle(call: number) {
  const found = asked.get(call)
  asked.delete(call)
  return found
}

const say = (message: FromWorker) => port.postMessage(message)
