import { parentPort } from 'node:worker_threads'
import { drawings } from './drawings.ts'

/** The script of the drawing thread: draws what it is asked. See draw-aside.ts. */

const port = parentPort
if (!port) throw new Error('drawing-thread.ts is started by draw-aside.ts, as a thread.')

port.on('message', async ({ id, what, given }: { id: number; what: keyof typeof drawings; given: unknown[] }) => {
  try {
    // the asker's side is typed by Drawings: what crosses is what the function takes
    const draw = await drawings[what]() as (...given: unknown[]) => Promise<Buffer | Buffer[]>
    port.postMessage({ id, drawn: await draw(...given) })
  } catch (error) {
    port.postMessage({ id, why: error instanceof Error ? error.message : String(error), kind: error instanceof RangeError ? 'range' : 'other' })
  }
})
