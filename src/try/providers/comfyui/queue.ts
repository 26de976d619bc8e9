import type { Job, Past } from './engine.ts'

/** What waits, runs and was: in memory only, as the real server's. */
export function openQueue({ run, changed }: { run: (job: Job, stop: AbortSignal) => Promise<Past>; changed: () => void }) {
  let pending: Job[] = []
  let running: { job: Job; stop: AbortController } | null = null
  const history = new Map<string, Past>()
  let life = 0

  const next = () => {
    if (running) return
    const job = pending.toSorted((one, other) => one.number - other.number)[0]
    if (!job) return
    pending = pending.filter((each) => each !== job)
    const mine = { job, stop: new AbortController() }
    const born = life
    running = mine
    void run(job, mine.stop.signal).then((past) => {
      // the process that ran it is no more
      if (born !== life) return
      history.set(job.id, past)
      running = null
      changed()
      next()
    })
  }
  return {
    history,
    get pending() { return pending },
    get running() { return running?.job ?? null },
    remaining: () => pending.length + (running ? 1 : 0),
    has: (id: string) => history.has(id) || running?.job.id === id || pending.some((job) => job.id === id),
    add(job: Job) {
      pending.push(job)
      changed()
      next()
    },
    remove(ids: readonly string[]) {
      pending = pending.filter(({ id }) => !ids.includes(id))
      changed()
    },
    interrupt(id?: string) {
      if (running && (id === undefined || running.job.id === id)) running.stop.abort()
    },
    restart() {
      life++
      running?.stop.abort()
      running = null
      pending = []
      history.clear()
    },
  }
}
export type Queue = ReturnType<typeof openQueue>
