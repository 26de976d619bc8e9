import type { Lab } from './lab/lab.ts'
import type { BossTransaction } from './store/boss.ts'
import type { Store } from './store/open-store.ts'
import { transaction } from './store/transaction.ts'
import { handleNext, type Step } from './mailbox/handle-next.ts'
import { mail, type EventBody, type WakeUp } from './store/mail.ts'
import { wakeOverdue } from './mailbox/wake-overdue.ts'

export type Mailbox = {
  /** From a surface. False when this key was mailed before: the same press twice is one event. */
  send(production: string, key: string, body: EventBody): Promise<boolean>
  /** Ends after the steps that are being taken. */
  close(): Promise<void>
}

export type MailboxOptions = {
  store: Store
  lab: Pick<Lab, 'order' | 'cancel' | 'retry'>
  step: Step
  onError?: (error: unknown) => void
  backoff?: readonly number[]
  workers?: number
}

/** One event is one transaction: the graph's checkpoint, its orders and its cards come with it or not at all. */
export async function openMailbox({ store, lab, step, onError = () => undefined, backoff = [0.2, 1, 3, 8], workers = 4 }: MailboxOptions): Promise<Mailbox> {
  const { boss, pool } = store
  const handling = { store, lab, step, backoff, onError }
  const hands: string[] = []
  const wakeAll = () => { for (const hand of hands) boss.notifyWorker(hand) }
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  let looking: Promise<void> | null = null
  const look = (options?: { atOnce: boolean }) => looking ??= wakeOverdue(store, options)
    .then((found) => { if (found) wakeAll() }, onError)
    .finally(() => { looking = null })
  const lookIn = (seconds: number) => {
    if (closed) return
    const timer = setTimeout(() => { timers.delete(timer); void (looking ?? Promise.resolve()).then(() => look()) }, seconds * 1000 + 5)
    timers.add(timer)
  }

  // Not localConcurrency: each must be woken by its own id. After a job pg-boss's worker sleeps unless it was
  // notified meanwhile, and nothing notifies of a key that has become free, so each wakes itself.
  for (let index = 0; index < workers; index++) {
    const hand = await boss.work('mail',
      { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 10, transactional: true, transactionTimeoutSeconds: 0 },
      async ([job], database) => {
        try {
          if (!job) return
          // Our own adapter made this transaction: see store/boss.ts.
          const failed = await handleNext((database as BossTransaction).client, (job.data as WakeUp).production, handling)
          if (failed) lookIn(failed.retryIn)
        } finally { boss.notifyWorker(hand) }
      })
    hands.push(hand)
  }
  await look({ atOnce: true })
  const watchman = setInterval(() => void look(), 1000)
  return {
    send: (production, key, body) => transaction(pool, (client) => mail(store, client, production, key, body)),
    async close() {
      closed = true
      clearInterval(watchman)
      for (const timer of timers) clearTimeout(timer)
      await looking
      await boss.offWork('mail', { wait: true })
    },
  }
}
