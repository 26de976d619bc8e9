/** Sleep from which a webhook may wake. */
export type Wakers = {
  sleep(job: string, seconds: number, signal: AbortSignal): Promise<void>
  /** True where somebody waited for it. */
  wake(job: string): boolean
}

export function openWakers(): Wakers {
  const asleep = new Map<string, Set<() => void>>()
  /** Called before anybody slept: between a look and its pause. */
  const early = new Set<string>()
  return {
    sleep: (job, seconds, signal) => new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error)
      if (early.delete(job)) return resolve()
      const waiting = asleep.get(job) ?? new Set()
      asleep.set(job, waiting)
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
        waiting.delete(up)
        if (waiting.size === 0) asleep.delete(job)
      }
      const up = () => { end(); resolve() }
      const stop = () => { end(); reject(signal.reason as Error) }
      const timer = setTimeout(up, seconds * 1000)
      waiting.add(up)
      signal.addEventListener('abort', stop)
    }),
    wake: (job) => {
      const waiting = [...asleep.get(job) ?? []]
      for (const up of waiting) up()
      if (waiting.length === 0) early.add(job)
      for (const old of early) if (early.size > 1000) early.delete(old)
      return waiting.length > 0
    },
  }
}
