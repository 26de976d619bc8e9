import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Work } from '../../../lab/work.ts'
import type { Composed, ComposeRequest } from '../../provider.ts'

/** Writes and plays a temp score in a thread of its own: stereo WAV, exactly `seconds` long, always the same for a seed. */
export async function composeScore(request: ComposeRequest, work: Work): Promise<Composed> {
  work.signal.throwIfAborted()
  work.progress(0, `composing ${request.mood} music`)
  const worker = new Worker(new URL('./score-worker.ts', import.meta.url), { workerData: request })
  try {
    const [wav] = await once(worker, 'message', { signal: work.signal })
    const sound = await work.assets.put(new Uint8Array(wav))
    work.progress(1, 'composed')
    return { sound, seconds: Math.round(request.seconds * 48_000) / 48_000 }
  } finally {
    await worker.terminate()
  }
}
