import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, type Office } from '../../../src/discord/office.ts'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import { addProduction, scratchStore, type ScratchStore } from '../../store/scratch-store.ts'

let store: ScratchStore
let assets: Assets
let office: Office
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  store = await scratchStore()
  assets = openAssets(folder)
  office = openOffice({ store, assets })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const bytes = (text: string) => assets.put(Buffer.from(text))
const event = (production: string, key: string, body: object) =>
  store.pool.query('insert into redcliff.events (production, key, body, handled_at) values ($1, $2, $3, now())', [production, key, body])
const generation = async (key: string, result: object | null, status = 'done') => {
  await store.pool.query(`insert into redcliff.generations (key, craft, label, request, take, rank, status, result) values ($1, 'draw', '', '{}', 1, 0, $2, $3)`, [key, status, result])
  return key
}
const there = async (...hashes: string[]) => Promise.all(hashes.map((hash) => assets.has(hash)))

test('deleting a production takes its rows, checkpoints and files, and nothing that another one uses', async () => {
  const [mine, theirs] = [await addProduction(store, 'mine'), await addProduction(store, 'theirs')]
  const [picture, shared, clip, foreign] = [await bytes('my picture'), await bytes('our picture'), await bytes('my clip'), await bytes('their picture')]
  // named only inside a call sheet
  const sheet = await assets.putJson({ references: [clip] })
  const [own, both] = [await generation('a'.repeat(64), { picture }), await generation('b'.repeat(64), { shared })]
  await event(mine, 'made', { kind: 'drawn', generation: own, result: { picture }, sheet })
  await event(mine, 'both', { kind: 'drawn', generation: both, result: { shared } })
  await event(theirs, 'both', { kind: 'drawn', generation: both, result: { shared } })
  await event(theirs, 'made', { kind: 'drawn', result: { picture: foreign } })
  await store.pool.query(`insert into redcliff.cards (production, slot, body) values ($1, 'board', '{}')`, [mine])
  for (const thread of [mine, theirs]) {
    await store.pool.query(`insert into redcliff.checkpoints (thread_id, checkpoint_ns, checkpoint_id, checkpoint, metadata) values ($1, '', '1', '{}', '{}')`, [thread])
  }
  const { files } = await office.deleteProduction(mine)
  expect(await there(picture, clip, sheet, shared, foreign)).toEqual([false, false, false, true, true])
  expect(files).toBe(3)
  const left = async (sql: string) => (await store.pool.query(sql)).rows.map((row) => Object.values(row)[0]).sort()
  expect(await left('select id from redcliff.productions')).toEqual(['theirs'])
  expect(await left('select distinct production from redcliff.events')).toEqual(['theirs'])
  expect(await left('select key from redcliff.generations')).toEqual([both])
  expect(await left('select thread_id from redcliff.checkpoints')).toEqual(['theirs'])
})

test('a picture that another one brought stays, though nothing else made it', async () => {
  const [mine, theirs] = [await addProduction(store, 'mine-2'), await addProduction(store, 'theirs-2')]
  const picture = await bytes('the same picture, brought twice')
  await event(mine, 'brought', { kind: 'brought', picture })
  await event(theirs, 'brought', { kind: 'brought', picture })
  await office.deleteProduction(mine)
  expect(await there(picture)).toEqual([true])
  await office.deleteProduction(theirs)
  expect(await there(picture)).toEqual([false])
})

test('what is still being made for it alone is stopped; what another waits for goes on', async () => {
  const [mine, theirs] = [await addProduction(store, 'mine-3'), await addProduction(store, 'theirs-3')]
  const [own, both] = [await generation('c'.repeat(64), null, 'intent'), await generation('d'.repeat(64), null, 'intent')]
  const wait = (key: string, production: string) => store.pool.query(
    `insert into redcliff.awaiting (generation, production, answer, answer_hash) values ($1, $2, '{}', 'x')`, [key, production])
  await Promise.all([wait(own, mine), wait(both, mine), wait(both, theirs)])
  await office.deleteProduction(mine)
  const { rows } = await store.pool.query('select key, status from redcliff.generations where key = any($1)', [[own, both]])
  expect(rows).toEqual([{ key: both, status: 'intent' }])
})

test('what a provider may have been paid for is kept until that is known', async () => {
  const id = await addProduction(store, 'paying')
  const [paid, paying] = [await generation('e'.repeat(64), null), await generation('f'.repeat(64), null)]
  for (const [key, status] of [[paid, 'done'], [paying, 'unknown']]) {
    await event(id, `made ${key}`, { kind: 'drawn', generation: key })
    await store.pool.query(`insert into redcliff.purchases (generation, step, provider, model, status) values ($1, 'draw', 'p', 'm', $2)`, [key, status])
  }
  await office.deleteProduction(id)
  expect((await store.pool.query('select generation from redcliff.purchases where generation is not null')).rows).toEqual([{ generation: paying }])
})

test('it says which messages it leaves behind', async () => {
  const id = await addProduction(store, 'posted')
  await store.pool.query(`insert into redcliff.threads (production, channel, kind, thread, starter, owner) values ($1, 'C', 'message', 'T', 'S', 'o')`, [id])
  await store.pool.query(`insert into redcliff.posts (production, slot, message, nonce) values ($1, 'board', 'M', 'n'), ($1, 'cut', null, 'm')`, [id])
  expect((await office.deleteProduction(id)).posts).toEqual([{ channel: 'T', message: 'M' }, { channel: 'C', message: 'S' }])
})

test('to delete what is not there is nothing', async () => {
  expect(await office.deleteProduction('never')).toEqual({ posts: [], files: 0 })
})

test('a film that hangs on another production’s message does not take it away', async () => {
  const [single, film] = [await addProduction(store, 'single-1'), await addProduction(store, 'film-of-it')]
  for (const [id, thread, starter] of [[single, '100', null], [film, '555', '555']] as const) {
    await store.pool.query(`insert into redcliff.threads (production, channel, kind, owner, thread, starter) values ($1, '100', 'message', '9', $2, $3)`, [id, thread, starter])
  }
  await store.pool.query(`insert into redcliff.posts (production, slot, part, message, nonce) values ($1, 'single', 1, '555', 'n')`, [single])
  expect((await office.deleteProduction(film)).posts).toEqual([])
})
