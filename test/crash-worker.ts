// A whole crew in one process, to be killed: a graph that orders drawings, then clips of what was drawn.
import { flushCompileCache } from 'node:module'
import { END, ReducedValue, START, StateGraph, StateSchema } from '@langchain/langgraph'
import { z } from 'zod'
import { openAssets } from '../src/lab/assets.ts'
import type { Craft } from '../src/lab/craft.ts'
import { openLab } from '../src/lab/lab.ts'
import { openMailbox } from '../src/mailbox.ts'
import type { Effects } from '../src/mailbox/effects.ts'
import type { Order } from '../src/lab/order.ts'
import { openStore } from '../src/store/open-store.ts'
import { openSaver } from '../src/store/saver.ts'

const [databaseUrl, home = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl, home })

const craft = (name: string): Craft => ({
  name, pool: 'cpu',
  async run(request, { progress }) {
    for (let frame = 1; frame <= 5; frame++) {
      await new Promise((resolve) => setTimeout(resolve, 8))
      progress(frame / 5, `frame ${frame}`)
    }
    return { made: `${name} of ${(request as { shot: string }).shot}` }
  },
})
const lab = await openLab({ store, assets: openAssets(home), crafts: { draw: craft('draw'), animate: craft('animate') }, concurrency: { cpu: 3 } })

const order = (craft: string, shot: string): Order => ({ craft, request: { shot }, take: 1, answer: { kind: `${craft}:done`, shot }, label: shot, rank: 0 })
const event = z.object({ kind: z.string(), shot: z.string().optional(), shots: z.number().optional() })
const State = new StateSchema({
  event,
  /** Every event that was folded in, with doubles if there were any. */
  heard: new ReducedValue(z.array(z.string()).default(() => []), { inputSchema: z.array(z.string()), reducer: (all, more) => [...all, ...more] }),
  orders: z.array(z.any()).default(() => []),
})
const graph = new StateGraph(State)
  .addNode('hear', ({ event }) => ({
    heard: [`${event.kind} ${event.shot ?? ''}`],
    orders: event.kind === 'begin' ? Array.from({ length: event.shots ?? 0 }, (_, n) => order('draw', `${n}`))
      : event.kind === 'draw:done' ? [order('animate', event.shot ?? '')] : [],
  }))
  .addEdge(START, 'hear').addEdge('hear', END)
  .compile({ checkpointer: openSaver(store) })

await openMailbox({
  store, lab,
  async step(_, production, { body }): Promise<Effects> {
    const state = await graph.invoke({ event: event.parse(body) }, { configurable: { thread_id: production }, durability: 'exit' })
    const card = { slot: 'heard', title: 'heard', text: state.heard.join('\n'), media: [], choices: [], asks: false }
    return { orders: state.orders, cards: [card], cancels: [], mails: [] }
  },
})
process.once('disconnect', () => process.exit())
process.send?.('open')
flushCompileCache()
