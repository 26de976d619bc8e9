import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Answer, Ask } from './espeak-process.ts'
import type { Speech } from './finish-speech.ts'

type Waiting = { ask: Ask; tries: number; resolve(speech: Speech): void; reject(error: Error): void }

/** One eSpeak process for all lines. A line that was in it when it died is said again, once, by the next one. */
export function startEspeak() {
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let closed = false
  let last = 0

  const start = () => {
    const cache = getCompileCacheDir()
    const born = fork(fileURLToPath(new URL('./espeak-process.ts', import.meta.url)), {
      // No flags of ours (a test runner's, an inspector's port) and none of our secrets: only what Node needs.
      // Single-threaded: what helper threads would gain here they take from those who draw, and a third of this process's time with it.
      execArgv: ['--disable-warning=ExperimentalWarning', '--single-threaded'],
      env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    born.on('message', (answer: Answer | 'ready') => answer !== 'ready' && settle(answer))
    born.once('error', () => died(born))
    born.once('exit', () => died(born))
    return born
  }
  const settle = (answer: Answer) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) child?.unref(), child?.channel?.unref()
    if ('trouble' in answer) one?.reject(new Error(`The voice could not speak this line: ${answer.trouble}`))
    else one?.resolve({ ...answer, wav: Buffer.from(answer.wav) })
  }
  const died = (which: ChildProcess) => {
    if (child !== which) return
    child = null
    for (const [id, one] of waiting) {
      if (closed || one.tries >= 2) { waiting.delete(id); one.reject(new Error(closed ? 'The voice was closed before this line was spoken.' : 'The voice process died twice on this line. Change the line, or set the voice to off.')) }
    }
    for (const one of waiting.values()) send(one)
  }
  const send = (one: Waiting) => {
    child ??= start()
    child.ref()
    child.channel?.ref()
    one.tries++
    // A child that is just dying tells by its exit, which sends the line again.
    child.send(one.ask, () => {})
  }

  return {
    pid: () => child?.pid,
    ask(ask: Omit<Ask, 'id'>, signal: AbortSignal): Promise<Speech> {
      if (closed) return Promise.reject(new Error('The voice is closed: open it again to speak.'))
      const id = ++last
      return new Promise((resolve, reject) => {
        const stop = () => { waiting.delete(id); reject(signal.reason) }
        signal.addEventListener('abort', stop, { once: true })
        const done = () => signal.removeEventListener('abort', stop)
        const one = { ask: { ...ask, id }, tries: 0, resolve: (speech: Speech) => { done(); resolve(speech) }, reject: (error: Error) => { done(); reject(error) } }
        waiting.set(id, one)
        send(one)
      })
    },
    async close() {
      closed = true
      const going = child
      if (!going || going.exitCode !== null) return
      const gone = once(going, 'exit')
      going.ref()
      going.kill()
      await gone
    },
  }
}
