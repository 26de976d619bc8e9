import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Order } from '../src/lab/order.ts'
import type { ProductionEvent } from '../src/production/event.ts'
import { productionGraph } from '../src/production/graph.ts'
import { boardKey } from '../src/production/keys.ts'
import { openingState } from '../src/production/state.ts'
import { productionStep } from '../src/production/step.ts'
import { inTransaction, transaction } from '../src/store/transaction.ts'
import { openStore, type Store } from '../src/store/open-store.ts'
import { pruneCheckpoints } from '../src/store/prune-checkpoints.ts'
import { openSaver } from '../src/store/saver.ts'
import { answerOf, boardedOf, paperAssets, paperBoard, paperBrief } from '../test/production/paper-studio.ts'

/** Of one event in the middle of shooting, the graph and its transaction alone. */
export type StoreFigures = { shots: number; bytes: number; milliseconds: number }

/** What an event costs in a short film and in a long one. */
export async function benchStore(sizes: readonly number[] = [15, 600]): Promise<StoreFigures[]> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-'))
  const store = await openStore({ home })
  try {
    // whole pages written after a checkpoint are the server's own business, and chance
    await store.pool.query('alter system set full_page_writes = off')
    await store.pool.query('select pg_reload_conf()')
    await shoot(store, 15, 'warm')
    const figures: StoreFigures[] = []
    for (const size of sizes) figures.push(await shoot(store, size, `film-${size}`))
    return figures
  } finally {
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

async function shoot(store: Store, count: number, id: string): Promise<StoreFigures> {
  const paper = paperAssets()
  const board = paperBoard(count)
  const graph = productionGraph({ readJson: (hash) => paper.readJson(hash) }, openSaver(store))
  const step = productionStep(graph)
  await store.pool.query(`insert into redcliff.productions (id, title, brief, surface) values ($1, $1, '{}', 'bench')`, [id])
  let number = 0
  const hear = (event: ProductionEvent) => transaction(store.pool, async (client) => {
    const effects = await inTransaction(client, () => step(client, id, { id: ++number, key: String(number), body: event }))
    await client.query(`with ${pruneCheckpoints}`, [id])
    return effects
  })
  const brief = paper.putJson(paperBrief)
  await hear({ kind: 'opened', brief, source: 'table' })
  const boarded = boardedOf(paper, board)
  await hear({ kind: 'boarded', for: boardKey({ ...openingState, phase: 'board', brief }), result: boarded, generation: 'g' })
  const { orders } = await hear({ kind: 'greenlit', board: boarded.board })
  // the middle of the film: panels, voices, picks, clips and circles of twelve shots
  let waiting: Order[] = orders.filter(({ craft }) => craft === 'draw' || craft === 'speak').slice(0, 24)
  const from = await walPosition(store)
  const began = performance.now()
  const events = number
  for (let left = 60; left > 0 && waiting.length > 0; left--) {
    const order = waiting.shift()
    if (!order) break
    const heard = await hear(answerOf(paper, order, board))
    for (const choice of heard.cards.flatMap((card) => card.choices.filter(({ standard }) => standard))) {
      waiting.push(...(await hear(choice.event as ProductionEvent)).orders)
    }
    waiting.push(...heard.orders)
    waiting = waiting.filter(({ craft }) => craft !== 'assemble')
  }
  const made = number - events
  return { shots: count, bytes: (await walPosition(store) - from) / made, milliseconds: (performance.now() - began) / made }
}

async function walPosition({ pool }: Store): Promise<number> {
  const { rows: [row] } = await pool.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`)
  return Number(row.bytes)
}
