import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres'
import type { Pool } from 'pg'
import { currentClient } from './transaction.ts'

/** LangGraph's checkpoints, in the transaction of the event that made them (see `inTransaction`). */
export function openSaver({ pool }: { pool: Pool }): PostgresSaver {
  const joined = {
    query: (text: string, values?: unknown[]) => (currentClient() ?? pool).query(text, values),
    async connect() {
      const client = currentClient()
      if (!client) return pool.connect()
      return {
        // The saver (1.0.x, pinned) opens its own transactions in these very words; ours is open already. A failed
        // statement has spoilt it, so its ROLLBACK may be left out too: the error goes up to whoever opened ours.
        query: (text: string, values?: unknown[]) =>
          /^(BEGIN|COMMIT|ROLLBACK)$/.test(text) ? Promise.resolve({ rows: [] }) : client.query(text, values),
        release() {},
      }
    },
    end: () => Promise.resolve(),
  }
  // The saver uses these three methods of a pool, no more.
  return new PostgresSaver(joined as unknown as Pool, undefined, { schema: 'redcliff' })
}
