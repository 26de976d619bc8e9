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
      const query = joiningBlobs((text, values) => client.query(text, values))
      return {
        // The saver (1.0.x, pinned) opens its own transactions in these very words; ours is open already. A failed
        // statement has spoilt it, so its ROLLBACK may be left out too: the error goes up to whoever opened ours.
        query: (text: string, values?: unknown[]) =>
          /^(BEGIN|COMMIT|ROLLBACK)$/.test(text) ? Promise.resolve(nothing) : query(text, values),
        release() {},
      }
    },
    end: () => Promise.resolve(),
  }
  // The saver uses these three methods of a pool, no more.
  return new PostgresSaver(joined as unknown as Pool, undefined, { schema: 'redcliff' })
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>

/** The saver inserts each channel's blob by a statement of its own, then the checkpoint: the blobs wait for it and go as one. */
function joiningBlobs(query: Query): Query {
  const rows: unknown[][] = []
  let insert = ''
  return async (text, values = []) => {
    if (isBlob.test(text)) {
      insert = text
      rows.push(values)
      return nothing
    }
    const waiting = rows.splice(0)
    const list = waiting.map((row, index) => `(${row.map((_, column) => `$${index * row.length + column + 1}`).join(', ')})`).join(', ')
    if (waiting.length > 0) await query(insert.replace(isBlob, (_, head: string) => `${head}${list}`), waiting.flat())
    return query(text, values)
  }
}

const isBlob = /^(\s*INSERT INTO \S+checkpoint_blobs\S* \([^)]*\)\s*VALUES )\([^)]*\)/
const nothing = { rows: [] }
