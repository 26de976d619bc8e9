/** Does the work on each, so many at once, and stops the rest at the first failure. Results in order. */
export async function atOnce<T, R>(limit: number, all: readonly T[], signal: AbortSignal, work: (one: T, index: number, signal: AbortSignal) => Promise<R>): Promise<R[]> {
  const failed = new AbortController()
  const both = AbortSignal.any([signal, failed.signal])
  const results: R[] = []
  const waiting = all.entries()
  const hand = async () => {
    for (const [index, one] of waiting) {
      both.throwIfAborted()
      results[index] = await work(one, index, both)
    }
  }
  // Nobody is left behind: every hand has put its work down before the failure is told.
  const hands = await Promise.allSettled(Array.from({ length: limit }, () => hand().catch((error: unknown) => { failed.abort(error); throw error })))
  signal.throwIfAborted()
  const failure = hands.find((one) => one.status === 'rejected')
  if (failure) throw failure.reason
  return results
}
