import type { World } from './world.ts'

export type Wanted<T> = NonNullable<Exclude<T, false>>

/** Looks at once and after every change, so that nobody has to poll. */
export function waitFor<T>(world: World, look: () => T, { signal, milliseconds = 10_000, what = look.toString() }: { signal?: AbortSignal | undefined; milliseconds?: number | undefined; what?: string | undefined } = {}): Promise<Wanted<T>> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      world.listeners.delete(listener)
      clearTimeout(timer)
      signal?.removeEventListener('abort', aborted)
      settle()
    }
    const listener = () => {
      try {
        const seen = look()
        if (wanted(seen)) done(() => resolve(seen))
      } catch (error) {
        done(() => reject(error))
      }
    }
    const aborted = () => done(() => reject(signal?.reason))
    const timer = setTimeout(() => done(() => reject(new Error(`After ${milliseconds} ms the small Discord still has not: ${what}`))), milliseconds)
    signal?.addEventListener('abort', aborted)
    if (signal?.aborted === true) return aborted()
    world.listeners.add(listener)
    listener()
  })
}

const wanted = <T>(seen: T): seen is Wanted<T> & T => seen !== undefined && seen !== null && seen !== false
