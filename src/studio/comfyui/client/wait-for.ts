import { setTimeout as sleep } from 'node:timers/promises'
import { ProviderError } from '../../provider-error.ts'
import type { Api } from '../api.ts'
import { provider } from './ask-server.ts'
import type { JobState, Outputs } from './job-state.ts'
import type { Client } from './open-client.ts'
import { progressOf } from './progress-of.ts'

export type Patience = {
  /** Between two questions, at first and in the end. */
  poll: readonly [number, number]
  /** How long a server may be away before the lab is told to try again later. */
  away: number
  /** How long a job may take, waiting included. */
  job: number
}

export type Ending = { outputs: Outputs } | 'gone' | 'gone after a restart'

type Waiting = { job: string; /** What runs, if we still know: for the progress. */ prompt: Api | null; signal: AbortSignal; progress(fraction: number, doing?: string): void; patience: Patience }

/** Waits for a job. The socket only tells how far it is, and when to ask. */
export async function waitFor(client: Client, { job, prompt, signal, progress, patience }: Waiting): Promise<Ending> {
  const { server } = client
  const heard = prompt && progressOf(prompt)
  let broke = false
  let wake: () => void = () => undefined
  const deaf = client.socket.on(job, (message) => {
    if (message === null) broke = true
    const told = message && heard?.(message)
    if (told) progress(0.05 + 0.9 * told.fraction, told.doing || undefined)
    if (message === null || /^execution_(success|error|interrupted)$/.test(message.type) || message.type === 'executing' && message.data.node === null) wake()
  })
  const began = Date.now()
  let answered = Date.now()
  let pause = patience.poll[0]
  try {
    for (;;) {
      const nudged = new Promise<void>((resolve) => { wake = resolve })
      const state = await client.job(job, signal).catch((error: unknown) => {
        signal.throwIfAborted()
        broke = true
        const may = error instanceof ProviderError && error.retryable
        if (may && Date.now() - answered < patience.away * 1000) return null
        throw error instanceof ProviderError ? new ProviderError(error.message, { provider, retryable: error.retryable, cause: error, zh: error.zh }) : error
      })
      if (state) answered = Date.now()
      if (state && 'outputs' in state) return { outputs: state.outputs }
      if (state?.state === 'gone') return broke ? 'gone after a restart' : 'gone'
      if (state) refuse(state, server.name)
      if (state?.state === 'waiting') progress(0.02, state.before ? `waiting behind ${state.before} on ${server.name}` : `waiting on ${server.name}`)
      if (Date.now() - began > patience.job * 1000) {
        await client.cancel(job)
        throw new ProviderError(`ComfyUI ${server.name} was at this for ${Math.round(patience.job / 60)} minutes; it was stopped.`, { provider, retryable: false, ended: true, zh: `ComfyUI ${server.name} 做了 ${Math.round(patience.job / 60)} 分钟还没做完，已经停下。` })
      }
      const timer = new AbortController()
      const stop = AbortSignal.any([signal, timer.signal])
      await Promise.race([nudged, sleep(pause * 1000, undefined, { signal: stop }).catch(() => undefined)])
      timer.abort()
      signal.throwIfAborted()
      pause = Math.min(patience.poll[1], pause * 1.4)
    }
  } finally {
    deaf()
  }
}

function refuse(state: JobState, name: string) {
  if (state.state === 'stopped') throw new ProviderError(`Somebody stopped this on ComfyUI ${name}.`, { provider, retryable: false, ended: true, zh: `有人在 ComfyUI ${name} 上停掉了它。` })
  if (state.state !== 'failed') return
  throw new ProviderError(state.memory ? `ComfyUI ${name} ran out of memory at ${state.why}. Ask for something smaller or shorter.` : `ComfyUI ${name} failed at ${state.why}.`, { provider, retryable: false, ended: true, zh: state.memory ? `ComfyUI ${name} 在 ${state.why} 处显存或内存不够了。请要小一点或短一点的。` : `ComfyUI ${name} 在 ${state.why} 处失败了。` })
}
