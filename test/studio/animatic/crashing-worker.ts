import { parentPort } from 'node:worker_threads'

/** Stands for worker.ts: dies at the first job whose seed is odd, answers the others with it, waits for ever at 404. */
parentPort?.on('message', (message: { kind: string; id: number; job?: { request: { seed: number } } }) => {
  const seed = message.job?.request.seed ?? 0
  if (message.kind === 'abort') parentPort?.postMessage({ kind: 'failed', id: message.id, error: { name: 'AbortError', message: 'aborted', stack: '', facts: {} } })
  else if (seed === 13) process.exit(7)
  else if (seed % 2 === 1) throw new Error('a layer without paint')
  else if (seed !== 404) parentPort?.postMessage({ kind: 'done', id: message.id, value: seed })
})
