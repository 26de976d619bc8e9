import { availableParallelism } from 'node:os'

/** Half of the cores: a whole film's clips come from outside at once, and whoever answers people must have one. */
const most = Math.max(1, Math.floor(availableParallelism() / 2))
const waiting: (() => void)[] = []
let busy = 0

/** Work of this machine on what others made, a few at once, in the order in which it came. */
export async function inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
  if (busy < most) busy++
  else await new Promise<void>((resolve) => { waiting.push(resolve) })
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // the place goes on to the next one
    if (next) next()
    else busy--
  }
}
