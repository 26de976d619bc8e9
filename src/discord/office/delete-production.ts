import { readFile, rm, stat } from 'node:fs/promises'
import type { Assets } from '../../lab/assets.ts'
import { cancelOrders } from '../../lab/cancel.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction, type Queryable } from '../../store/transaction.ts'
import type { Office } from '../office.ts'

/**
 * All of a production. Its assets are those that its rows name, and those that these assets name if they are JSON (a call sheet,
 * a cut, a recipe); whatever any other row names stays.
 */
export const deleteProduction = ({ pool, boss }: Pick<Store, 'pool' | 'boss'>, assets: Assets): Pick<Office, 'deleteProduction'> => ({
  async deleteProduction(id) {
    const { posts, own } = await transaction(pool, async (client) => {
      // nobody takes a step in it meanwhile
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id])
      await cancelOrders({ boss }, client, id, '*')
      const generations = await ownGenerations(client, id)
      const { rows } = await client.query(ownTexts, [id, generations])
      const own = await closure(rows.flatMap(({ text }) => hashesIn(text)), assets)
      const posts = await postsOf(client, id)
      // what was paid stays in the books, without what it was
      await client.query('update redcliff.purchases set result = null, job = null, error = null where generation = any($1)', [generations])
      await client.query('delete from redcliff.generations where key = any($1)', [generations])
      for (const table of ['checkpoint_writes', 'checkpoint_blobs', 'checkpoints']) await client.query(`delete from redcliff.${table} where thread_id = $1`, [id])
      await client.query('delete from redcliff.productions where id = $1', [id])
      const { rows: used } = await client.query(usedElsewhere, [[...own]])
      for (const { hash } of used) own.delete(hash)
      return { posts, own }
    })
    let files = 0
    for (const hash of own) {
      if (!await assets.has(hash)) continue
      await rm(assets.path(hash), { force: true })
      files++
    }
    return { posts, files }
  },
})

/** What was made for this production alone, or is still awaited by it alone, unless money for it may still be on its way. Locked: who orders the same at this moment waits, and then orders anew. */
async function ownGenerations(client: Queryable, id: string): Promise<string[]> {
  const { rows: held } = await client.query(
    `select key from redcliff.generations where key in (
        select body->>'generation' from redcliff.events where production = $1 union select generation from redcliff.awaiting where production = $1
      ) order by key for update`, [id])
  const keys = held.map(({ key }) => key)
  const { rows } = await client.query(
    `select key from unnest($2::text[]) key
      where not exists (select from redcliff.awaiting a where a.generation = key and a.production <> $1)
        and key not in (select body->>'generation' from redcliff.events where production <> $1 and body->>'generation' = any($2))
        and not exists (select from redcliff.purchases p where p.generation = key and p.status in ('submitting', 'submitted', 'unknown'))`, [id, keys])
  return rows.map(({ key }) => key)
}

const ownTexts = `
  select body::text as text from redcliff.events where production = $1
  union all select body::text from redcliff.cards where production = $1
  union all select body::text from redcliff.shots where production = $1
  union all select concat(brief, state) from redcliff.productions where id = $1
  union all select concat(request, result) from redcliff.generations where key = any($2)`

/** After the production is gone: which of these hashes does anything that is left name? One pass over the rows; deleting is rare. */
const usedElsewhere = `
  select distinct found[1] as hash from (
    select body::text as text from redcliff.events
    union all select body::text from redcliff.cards
    union all select body::text from redcliff.shots
    union all select concat(brief, state) from redcliff.productions
    union all select concat(request, result) from redcliff.generations
    union all select result::text from redcliff.purchases
  ) left_over, regexp_matches(text, '[0-9a-f]{64}', 'g') found where found[1] = any($1)`

const hashesIn = (text: string): string[] => text.match(/[0-9a-f]{64}/g) ?? []

async function closure(start: readonly string[], assets: Assets): Promise<Set<string>> {
  const found = new Set(start)
  // a set that grows while it is walked is walked to its end
  for (const hash of found) for (const named of await namedIn(assets.path(hash))) found.add(named)
  return found
}

/** A JSON asset names others; a picture's or a clip's bytes name nothing. */
async function namedIn(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => null)
  if (!found || found.size > largestJson) return []
  const bytes = await readFile(file)
  return bytes[0] === 0x7b || bytes[0] === 0x5b ? hashesIn(bytes.toString('latin1')) : []
}

const largestJson = 8_000_000

/** A thread may hang on another production's message, such as the single that a film was made of: that one stays. */
async function postsOf(client: Queryable, id: string): Promise<{ channel: string; message: string }[]> {
  const { rows } = await client.query(
    `select t.thread as channel, p.message from redcliff.posts p join redcliff.threads t using (production) where production = $1 and p.message is not null and t.thread is not null
      union all select channel, starter from redcliff.threads where production = $1 and starter is not null
        and not exists (select from redcliff.posts other where other.message = starter and other.production <> $1)`, [id])
  return rows
}
