import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { mail } from '../src/store/mail.ts'
import { transaction } from '../src/store/transaction.ts'
import { addProduction, scratchStore, until } from './store/scratch-store.ts'

const productions = 3
const shots = 8
const kills = 4

test('a crew that is killed again and again loses nothing, hears nothing twice, and is at work again soon after', async () => {
  const store = await scratchStore()
  const start = async () => {
    const child = fork(join(import.meta.dirname, 'crash-worker.ts'), [store.url, inject('scratchHome')], { execArgv: [] })
    await once(child, 'message')
    return child
  }
  const kill = async (child: ChildProcess) => { child.kill('SIGKILL'); await once(child, 'exit') }
  const names = Array.from({ length: productions }, (_, index) => `film ${index}`)
  const count = async (what: string) => (await store.pool.query(`select count(*)::int as n from ${what}`)).rows[0].n as number
  const left = async () => await count('redcliff.events where handled_at is null')
    + await count(`redcliff.generations where status <> 'done'`)

  let child = await start()
  for (const name of names) await addProduction(store, name)
  await transaction(store.pool, async (client) => {
    for (const name of names) await mail(store, client, name, 'begin', { kind: 'begin', shots })
  })
  const recoveries: number[] = []
  for (let index = 0; index < kills; index++) {
    // Spread over the first third of a second, where events, claims and settlements of this work all lie.
    await new Promise((resolve) => setTimeout(resolve, 20 + (index * 137) % 330))
    await kill(child)
    const [before, handled] = [await left(), await count('redcliff.events where handled_at is not null')]
    child = await start()
    const since = performance.now()
    if (before) await until(async () => await count('redcliff.events where handled_at is not null') > handled || await left() === 0)
    recoveries.push(performance.now() - since)
  }
  await until(async () => await left() === 0 && await count(`redcliff.events where body->>'kind' = 'animate:done'`) === productions * shots)
  await kill(child)

  const expected = ['begin ', ...Array.from({ length: shots }, (_, n) => [`draw:done ${n}`, `animate:done ${n}`]).flat()].sort()
  for (const name of names) {
    const { rows: [card] } = await store.pool.query('select body from redcliff.cards where production = $1', [name])
    expect(card.body.text.split('\n').sort()).toEqual(expected)
  }
  expect(await count('redcliff.generations')).toBe(shots * 2)
  expect(await count('redcliff.awaiting')).toBe(0)
  // Two seconds on a machine with nothing else to do; pg-boss alone would take eleven.
  expect(Math.max(...recoveries)).toBeLessThan(5000)
  await store.close()
}, 60_000)
