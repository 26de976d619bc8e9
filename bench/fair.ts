import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAssets } from '../src/lab/assets.ts'
import { openLab } from '../src/lab/lab.ts'
import { openStore } from '../src/store/open-store.ts'
import { transaction } from '../src/store/transaction.ts'

export type FairFigures = {
  /** The person who waits longest ÷ the mean of all, from an order to its beginning: 100 people with a film each. */
  each: number
  /** The same where five people have 60 of the 100 films: what somebody with one film waits ÷ the mean of everybody. */
  single: number
  /** The same, from one turn to the next while something waits, of anybody. */
  turns: number
  claimMilliseconds: number
  orders: number
}

const shots = 15
const places = 8

/** A hundred productions that order all of their panels at once, from eight places; each panel takes 10 to 30 ms. */
export async function benchFair(): Promise<FairFigures> {
  const alone = await play((film) => `person ${film}`)
  const crowded = await play((film) => film < 60 ? `busy ${film % 5}` : `person ${film}`)
  const means = new Map([...alone.waits].map(([person, waits]) => [person, mean(waits)]))
  const single = [...crowded.waits].filter(([person]) => person.startsWith('person')).map(([, waits]) => mean(waits))
  const turns = [...crowded.turns.values()].map(mean)
  return {
    each: Math.max(...means.values()) / mean([...means.values()]),
    single: Math.max(...single) / mean([...crowded.waits.values()].flat()),
    turns: Math.max(...turns) / mean(turns),
    claimMilliseconds: alone.claimMilliseconds,
    orders: 100 * shots,
  }
}

async function play(ownerOf: (film: number) => string) {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-'))
  // Open to the system user as whom root's server runs.
  await chmod(home, 0o755)
  const store = await openStore({ home })
  const films = Array.from({ length: 100 }, (_, film) => ({ id: `film ${film}`, owner: ownerOf(film) }))
  await store.pool.query(`insert into redcliff.productions (id, title, brief, surface, owner) select id, id, '{}', 'bench', owner from unnest($1::text[], $2::text[]) film (id, owner)`,
    [films.map(({ id }) => id), films.map(({ owner }) => owner)])
  const lab = await openLab({
    store, assets: openAssets(join(home, 'assets')), concurrency: { draw: places },
    crafts: { draw: { name: 'draw', pool: 'draw', run: (request) => new Promise((resolve) => setTimeout(() => resolve(null), 10 + (Number((request as { seed: number }).seed) % 21))) } },
  })
  const place = (film: { id: string }, index: number) => transaction(store.pool, (client) => lab.order(client, film.id, Array.from({ length: shots }, (_, shot) =>
    ({ craft: 'draw', request: { film: film.id, shot, seed: index * 31 + shot * 7 }, take: 1, answer: { kind: 'drawn', shot: String(shot) }, label: `${shot} panel`, rank: 100 + shot }))))
  try {
    const started = performance.now()
    for (const [index, film] of films.entries()) await place(film, index)
    for (;;) {
      const { rows: [{ left }] } = await store.pool.query(`select count(*)::int as left from redcliff.generations where status = 'intent'`)
      if (left === 0) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const seconds = (performance.now() - started) / 1000
    const { rows } = await store.pool.query<{ person: string; ordered: number; begun: number }>(
      `select person, extract(epoch from ordered_at)::float as ordered, extract(epoch from started_at)::float as begun from redcliff.generations order by started_at`)
    const waits = new Map<string, number[]>()
    const turns = new Map<string, number[]>()
    const last = new Map<string, number>()
    for (const { person, ordered, begun } of rows) {
      waits.set(person, [...waits.get(person) ?? [], begun - ordered])
      turns.set(person, [...turns.get(person) ?? [], begun - Math.max(ordered, last.get(person) ?? 0)])
      last.set(person, begun)
    }
    return { waits, turns, claimMilliseconds: Math.max(0, seconds * 1000 / rows.length - 20 / places) }
  } finally {
    await lab.close()
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)
