/** One worker a production at a time, many productions at once; a wake-up during a round makes another. */
export type Rounds = {
  wake(production: string): void
  /** Within so many milliseconds; an earlier wake-up serves too, and `unlessDue` any that is set. */
  wakeWithin(production: string, milliseconds: number, options?: { unlessDue: boolean }): void
  close(): Promise<void>
}

/** Wake-ups that come during a round. */
export type Nudge = { came: () => boolean; /** What came so far is being seen to. */ taken: () => void; next: () => Promise<void> }

type Round = { again: boolean; wakeUp: () => void; ended: Promise<void> }

/** Works on one production; resolves with when to come again, if at all. */
type Work = (production: string, nudge: Nudge) => Promise<number | undefined>

export function openRounds(work: Work, { onError, places = 64 }: { onError: (error: unknown) => void; places?: number }): Rounds {
  const rounds = new Map<string, Round>()
  const queue = new Set<string>()
  const timers = new Map<string, { at: number; timer: NodeJS.Timeout }>()
  let closed = false

  const wake = (production: string) => {
    if (closed) return
    const round = rounds.get(production)
    if (round) {
      round.again = true
      round.wakeUp()
      return
    }
    stopTimer(production)
    if (rounds.size < places) begin(production)
    else queue.add(production)
  }

  const begin = (production: string) => {
    const round: Round = { again: false, wakeUp: () => undefined, ended: Promise.resolve() }
    rounds.set(production, round)
    const nudge: Nudge = {
      came: () => round.again,
      taken: () => { round.again = false },
      next: () => new Promise<void>((resolve) => {
        if (round.again || closed) resolve()
        round.wakeUp = resolve
      }),
    }
    round.ended = work(production, nudge).catch((error: unknown) => { onError(error); return undefined }).then((milliseconds) => {
      rounds.delete(production)
      if (round.again) wake(production)
      else if (milliseconds !== undefined) wakeWithin(production, milliseconds)
      const [next] = queue
      if (next === undefined || closed || rounds.size >= places) return
      queue.delete(next)
      wake(next)
    })
  }

  const wakeWithin: Rounds['wakeWithin'] = (production, milliseconds, { unlessDue } = { unlessDue: false }) => {
    if (closed || rounds.has(production) || queue.has(production)) return
    const at = Date.now() + milliseconds
    const set = timers.get(production)
    if (set && (unlessDue || set.at <= at)) return
    stopTimer(production)
    timers.set(production, { at, timer: setTimeout(() => { timers.delete(production); wake(production) }, milliseconds + 1) })
  }

  const stopTimer = (production: string) => {
    clearTimeout(timers.get(production)?.timer)
    timers.delete(production)
  }

  return {
    wake,
    wakeWithin,
    async close() {
      closed = true
      for (const production of [...timers.keys()]) stopTimer(production)
      queue.clear()
      for (const { wakeUp } of rounds.values()) wakeUp()
      await Promise.all([...rounds.values()].map(({ ended }) => ended))
    },
  }
}
