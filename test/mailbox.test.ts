import { END, START, StateGraph, StateSchema } from '@langchain/langgraph'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openMailbox, type Mailbox, type MailboxOptions } from '../src/mailbox.ts'
import { mail } from '../src/store/mail.ts'
import type { Effects } from '../src/mailbox/effects.ts'
import { openSaver } from '../src/store/saver.ts'
import { transaction } from '../src/store/transaction.ts'
import { addProduction, scratchStore, until, type ScratchStore } from './store/scratch-store.ts'

const nothing: Effects = { orders: [], cards: [], cancels: [], mails: [] }
const card = (slot: string, title: string) => ({ slot, title, text: '', media: [], choices: [], asks: false })
const lab: MailboxOptions['lab'] = { order: async () => undefined, cancel: async () => undefined, retry: async () => true }

let store: ScratchStore
let mailbox: Mailbox
/** What each production's steps do, by its name; the mailbox is one for the file. */
const steps = new Map<string, MailboxOptions['step']>()

beforeAll(async () => {
  store = await scratchStore()
  mailbox = await openMailbox({ store, lab, backoff: [0.02, 0.02], step: (client, production, event) => steps.get(production)?.(client, production, event) ?? Promise.resolve(nothing) })
})
afterAll(async () => {
  await mailbox.close()
  await store.close()
})

const production = async (id: string, step: MailboxOptions['step']) => { steps.set(id, step); return addProduction(store, id) }
const quiet = (id: string) => until(async () => (await store.pool.query(
  'select 1 from redcliff.events where production = $1 and handled_at is null and dead_at is null', [id])).rowCount === 0)
const cardOf = async (id: string, slot: string) => (await store.pool.query('select body, revision from redcliff.cards where production = $1 and slot = $2', [id, slot])).rows[0]

test('events of a production are handled one at a time in the order they were mailed', async () => {
  const heard: number[] = []
  let inside = 0
  const id = await production('order', async (client, _, event) => {
    expect(++inside).toBe(1)
    await client.query('select pg_sleep(0.002)')
    heard.push(Number(event.body['n']))
    inside--
    return nothing
  })
  await transaction(store.pool, async (client) => { for (let n = 0; n < 30; n++) await mail(store, client, id, `k${n}`, { n }) })
  await quiet(id)
  expect(heard).toEqual(Array.from({ length: 30 }, (_, n) => n))
})

test('the same press twice is one event', async () => {
  let heard = 0
  const id = await production('double', async () => { heard++; return nothing })
  const told = await Promise.all([1, 2, 3].map(() => mailbox.send(id, 'card:greenlight', { kind: 'greenlit' })))
  await quiet(id)
  expect([told.filter(Boolean).length, heard]).toEqual([1, 1])
})

test('a step that throws leaves neither checkpoint nor card, and is tried again', async () => {
  const State = new StateSchema({ heard: z.number().default(0) })
  const graph = new StateGraph(State).addNode('hear', (state) => ({ heard: state.heard + 1 }))
    .addEdge(START, 'hear').addEdge('hear', END).compile({ checkpointer: openSaver(store) })
  const config = (id: string) => ({ configurable: { thread_id: id }, durability: 'exit' as const })
  let tries = 0
  const rows: number[] = []
  const id = await production('rollback', async (client, thread) => {
    rows.push((await store.pool.query('select 1 from redcliff.checkpoints where thread_id = $1', [thread])).rowCount ?? 0)
    const { heard } = await graph.invoke({}, config(thread))
    await client.query(`update redcliff.productions set title = title || '!' where id = $1`, [thread])
    if (++tries < 3) throw new Error('the disk hiccuped')
    return { ...nothing, cards: [card('reply', String(heard))] }
  })
  await mailbox.send(id, 'a', { kind: 'press' })
  await quiet(id)
  expect(rows).toEqual([0, 0, 0])
  expect((await cardOf(id, 'reply')).body.title).toBe('1')
  expect((await store.pool.query('select title from redcliff.productions where id = $1', [id])).rows).toEqual([{ title: 'rollback!' }])
  await mailbox.send(id, 'b', { kind: 'press' })
  await quiet(id)
  expect((await cardOf(id, 'reply')).body.title).toBe('2')
  expect((await store.pool.query('select 1 from redcliff.checkpoints where thread_id = $1', [id])).rowCount).toBe(1)
})

test('an event that always fails is set aside, the production goes on, and a person may try it again', async () => {
  const heard: string[] = []
  let broken = true
  const id = await production('dead', async (client, _, event) => {
    if (event.key === 'bad' && broken) await client.query('select 1 / 0')
    heard.push(event.key)
    return nothing
  })
  await mailbox.send(id, 'bad', { kind: 'edited' })
  await mailbox.send(id, 'good', { kind: 'press' })
  await quiet(id)
  expect(heard).toEqual(['good'])
  const { rows: [dead] } = await store.pool.query('select id, tries, error from redcliff.events where production = $1 and dead_at is not null', [id])
  expect(dead).toMatchObject({ tries: 3, error: 'division by zero' })
  const trouble = (await cardOf(id, `trouble:${dead.id}`)).body
  expect(trouble).toMatchObject({ asks: true, text: 'division by zero' })
  broken = false
  await mailbox.send(id, 'retry', trouble.choices[0].event)
  await until(async () => heard.length === 2)
  expect(heard).toEqual(['good', 'bad'])
  expect((await cardOf(id, `trouble:${dead.id}`)).body.asks).toBe(false)
})

test('a dead event that is skipped stays skipped', async () => {
  const id = await production('skip', async () => { throw new Error('never') })
  await mailbox.send(id, 'bad', { kind: 'edited' })
  await quiet(id)
  const { rows: [dead] } = await store.pool.query('select id from redcliff.events where production = $1 and dead_at is not null', [id])
  await mailbox.send(id, 'skip', { kind: 'skip-event', id: Number(dead.id) })
  await quiet(id)
  expect((await store.pool.query('select handled_at is not null as handled from redcliff.events where id = $1', [dead.id])).rows[0].handled).toBe(true)
})

test('a card that says the same keeps its revision', async () => {
  const id = await production('cards', async (_, __, event) => ({ ...nothing, cards: [card('board', String(event.body['title']))] }))
  const revisions: number[] = []
  for (const [key, title] of [['a', 'one'], ['b', 'one'], ['c', 'two']] as const) {
    await mailbox.send(id, key, { title })
    await quiet(id)
    revisions.push((await cardOf(id, 'board')).revision)
  }
  expect(revisions).toEqual([1, 1, 2])
})

test('what a production mails itself comes after it, once', async () => {
  const heard: string[] = []
  const id = await production('self', async (_, __, event) => {
    heard.push(String(event.body['kind']))
    return event.body['kind'] === 'press' ? { ...nothing, mails: [{ key: 'next', body: { kind: 'owed' } }] } : nothing
  })
  await mailbox.send(id, 'a', { kind: 'press' })
  await quiet(id)
  await mailbox.send(id, 'b', { kind: 'press' })
  await quiet(id)
  expect(heard).toEqual(['press', 'owed', 'press', 'owed'])
})

test('texts with NUL and half characters are taken', async () => {
  let text: unknown
  const id = await production('nul', async (_, __, event) => { text = event.body['text']; return nothing })
  await mailbox.send(id, 'a', { text: 'a\0b\ud800c' })
  await quiet(id)
  expect(text).toBe('ab\ufffdc')
})
