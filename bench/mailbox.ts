import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { END, START, StateGraph, StateSchema } from '@langchain/langgraph'
import { z } from 'zod'
import { openMailbox } from '../src/mailbox.ts'
import { openStore } from '../src/store/open-store.ts'
import { openSaver } from '../src/store/saver.ts'

export type MailboxFigures = {
  /** 100 productions with 3 events each, 4 workers. */
  msPerStep: number
  /** Press to done, one at a time. */
  idle: { p50: number; p95: number }
  openSeconds: number
}

/** What a durable step of a small LangGraph graph costs, from the event mailed to everything committed. */
export async function benchMailbox(): Promise<MailboxFigures> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-'))
  // Open to the system user as whom root's server runs; else its data would go to /var/lib and stay there.
  await chmod(home, 0o755)
  await (await openStore({ home })).close()
  const opening = performance.now()
  const store = await openStore({ home })
  const openSeconds = (performance.now() - opening) / 1000
  const graph = smallGraph(store)
  const mailbox = await openMailbox({
    store,
    lab: { order: async () => undefined, cancel: async () => undefined, retry: async () => true },
    async step(_, production, event) {
      await graph.invoke({ event: event.key }, { configurable: { thread_id: production }, durability: 'exit' })
      const card = { slot: 'reply', title: event.key, text: '', media: [], choices: [], asks: false }
      return { orders: [], cards: [card], cancels: [], mails: [] }
    },
  })
  try {
    // The card's notification leaves the server with the commit: what a surface would wait for.
    let shown = () => undefined as void
    await store.listener.listen('redcliff_card', () => shown(), () => undefined)
    const names = Array.from({ length: 100 }, (_, index) => `p${index}`)
    await store.pool.query(`insert into redcliff.productions (id, title, brief, surface) select id, id, '{}', 'bench' from unnest($1::text[]) id`, [['warm', ...names]])

    const times: number[] = []
    for (let press = 0; press < 60; press++) {
      const at = performance.now()
      const finished = new Promise<void>((resolve) => { shown = resolve })
      await mailbox.send('warm', `k${press}`, { kind: 'press' })
      await finished
      times.push(performance.now() - at)
    }
    times.splice(0, 10)
    times.sort((a, b) => a - b)

    const started = performance.now()
    await Promise.all(names.flatMap((name) => [1, 2, 3].map((n) => mailbox.send(name, `e${n}`, { kind: 'press', n }))))
    for (;;) {
      const { rows: [{ left }] } = await store.pool.query('select count(*)::int as left from redcliff.events where handled_at is null')
      if (left === 0) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const msPerStep = (performance.now() - started) / 300
    return { msPerStep, idle: { p50: times[25] ?? 0, p95: times[47] ?? 0 }, openSeconds }
  } finally {
    await mailbox.close()
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

function smallGraph(store: Parameters<typeof openSaver>[0]) {
  const State = new StateSchema({ event: z.string(), heard: z.number().default(0) })
  return new StateGraph(State)
    .addNode('hear', (state) => ({ heard: state.heard + 1 }))
    .addNode('show', () => ({}))
    .addEdge(START, 'hear').addEdge('hear', 'show').addEdge('show', END)
    .compile({ checkpointer: openSaver(store) })
}
