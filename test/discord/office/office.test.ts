import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, type Office, type Place } from '../../../src/discord/office.ts'
import type { Brief } from '../../../src/film/brief.ts'
import { openAssets } from '../../../src/lab/assets.ts'
import { readSingle } from '../../../src/single/single-request.ts'
import { scratchStore, type ScratchStore } from '../../store/scratch-store.ts'

let store: ScratchStore
let office: Office
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  store = await scratchStore()
  office = openOffice({ store, assets: openAssets(folder) })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const brief = (text: string): Brief => ({
  title: text, kind: 'wish', text, language: 'en', aspect: '16:9', definition: '720p', fps: 24,
  seconds: null, look: null, voice: null, music: null, candidates: 4, seed: 1,
})
const place = (over: Partial<Place> = {}): Place => ({ guild: 'G', channel: 'C', kind: 'message', locale: 'en-US', ...over })
const open = async (id: string, over: Partial<Place> = {}, owner = 'owner') => {
  await office.openFilm({ id, brief: brief(`a film ${id}`), place: place(over), owner, starter: null })
  return id
}
const rows = async (sql: string, ...values: unknown[]) => (await store.pool.query(sql, values)).rows

test('a film opened twice by the same interaction is one film, with one event', async () => {
  await open('twice')
  await open('twice')
  expect(await rows(`select key, body->>'kind' as kind from redcliff.events where production = 'twice'`)).toEqual([{ key: 'opened', kind: 'opened' }])
  expect(await office.production('twice')).toMatchObject({
    id: 'twice', kind: 'film', title: 'a film twice', phase: 'new', guild: 'G', channel: 'C', thread: null, owner: 'owner', crew: [], locale: 'en-US',
  })
})

test('the first starter message is the starter', async () => {
  await open('started')
  await office.setStarter('started', '11111')
  await office.setStarter('started', '22222')
  expect(await office.productionOf('11111')).toMatchObject({ production: { id: 'started' }, slot: 'starter' })
  expect(await office.productionOf('22222')).toBeNull()
})

test('the newest production that lives in a direct message is found by it', async () => {
  await open('older', { guild: null, channel: 'DM', kind: 'here' })
  await open('newer', { guild: null, channel: 'DM', kind: 'here' })
  expect((await office.productionIn('DM'))?.id).toBe('newer')
  expect(await office.productionIn('C')).toBeNull()
})

test('productions are listed by server, owner and whether they are alive', async () => {
  await open('alive', { guild: 'L' }, 'ann')
  await open('dead', { guild: 'L' }, 'ann')
  await open('another', { guild: 'L' }, 'bob')
  await store.pool.query(`update redcliff.productions set finished_at = now() where id = 'dead'`)
  const ids = async (where: Parameters<Office['productions']>[0]) => (await office.productions(where)).map(({ id }) => id).sort()
  expect(await ids({ guild: 'L' })).toEqual(['alive', 'another', 'dead'])
  expect(await ids({ guild: 'L', owner: 'ann', alive: true })).toEqual(['alive'])
  expect(await ids({ owner: 'ann', alive: false })).toEqual(['dead'])
})

test('a press sent twice is one event; who pressed and where to answer go with it', async () => {
  const id = await open('pressed')
  const by = { id: 'ann', name: 'Ann', rights: ['choose' as const] }
  const reply = { id: '900', application: 'A', token: 'secret', locale: 'zh-CN' }
  const send = () => office.send(id, 'i:900', { kind: 'pitch-more' }, { by, reply })
  expect([await send(), await send()]).toEqual([true, false])
  expect(await rows(`select body from redcliff.events where production = 'pressed' and key = 'i:900'`)).toEqual([{ body: { kind: 'pitch-more', by, from: '900' } }])
  expect(await rows(`select id, application, token, locale from redcliff.replies where id = '900'`)).toEqual([reply])
})

test('a server has defaults until it changes them, and keeps only what it changed', async () => {
  expect((await office.settings('S')).candidates).toBe(4)
  await Promise.all([office.saveSettings('S', { candidates: 2 }), office.saveSettings('S', { private: true })])
  expect(await office.settings('S')).toMatchObject({ candidates: 2, private: true, aspect: '16:9' })
  expect(await rows(`select settings from redcliff.guilds where guild = 'S'`)).toEqual([{ settings: { candidates: 2, private: true } }])
  await expect(office.saveSettings('S', { candidates: 9 })).rejects.toThrow()
  expect((await office.settings('S')).candidates).toBe(2)
  expect((await office.settings(null)).openNotes).toBe(false)
})

test('what a server may upload is remembered beside its settings', async () => {
  await office.saveUploadLimit('U', 52_428_800)
  await office.saveUploadLimit('U', 104_857_600)
  expect(await rows(`select upload_limit::int as bytes from redcliff.guilds where guild = 'U'`)).toEqual([{ bytes: 104_857_600 }])
})

test('rights come from owner, crew by person and by role, open notes and server moderation', async () => {
  const id = await open('crewed', { guild: 'R' })
  await office.setCrew(id, [{ role: 'director', kind: 'user', id: 'dee' }, { role: 'editor', kind: 'role', id: 'cutters' }])
  const production = await office.production(id)
  if (!production) throw new Error('crewed is missing')
  const rights = (person: string, roles: string[] = [], moderates = false) => office.rights({ id: person, roles, moderates }, production)
  expect(await rights('owner')).toContain('delete')
  expect(await rights('dee')).toEqual(['note', 'choose', 'greenlight', 'shots', 'cut'])
  expect(await rights('eve', ['cutters'])).toEqual(['note', 'shots', 'cut'])
  expect(await rights('guest')).toEqual([])
  expect(await rights('mod', [], true)).toEqual(['cancel', 'crew', 'delete', 'caps'])
  await office.saveSettings('R', { openNotes: true })
  expect(await rights('guest')).toEqual(['note'])
})

test('a message that somebody deleted is owed again, under another nonce', async () => {
  const id = await open('messages')
  await store.pool.query(`insert into redcliff.posts (production, slot, message, revision, shows, nonce) values ($1, 'board', '777', 3, 'x', 'old')`, [id])
  await office.messageGone('777')
  const [post] = await rows(`select message, revision, shows, nonce from redcliff.posts where production = $1`, id)
  expect(post).toMatchObject({ message: null, revision: 0, shows: null })
  expect(post.nonce).not.toBe('old')
  expect(post.nonce.length).toBeLessThanOrEqual(25)
})

test('a lost thread stays lost; what was lost with the server comes back with it', async () => {
  const [gone, kept] = [await open('gone', { guild: 'K' }), await open('kept', { guild: 'K' })]
  await store.pool.query(`update redcliff.threads set thread = 'T-gone' where production = $1`, [gone])
  await office.threadGone('T-gone', 'deleted')
  await office.guildGone('K', 'kicked')
  const lost = async () => Object.fromEntries((await rows(`select production, lost from redcliff.threads where guild = 'K'`)).map((row) => [row.production, row.lost]))
  expect(await lost()).toEqual({ gone: 'deleted', kept: 'server: kicked' })
  await office.guildBack('K')
  expect(await lost()).toEqual({ [gone]: 'deleted', [kept]: null })
})

test('a single shot is a production of its own kind', async () => {
  const request = readSingle('a red boat\non a river', { picture: null, language: 'en', animate: false, seed: 1 })
  await office.openSingle({ id: 'single', request, place: place({ kind: 'here', channel: 'S1' }), owner: 'ann' })
  expect(await office.production('single')).toMatchObject({ kind: 'single', title: 'a red boat on a river', thread: 'S1' })
  expect(await rows(`select body from redcliff.events where production = 'single'`)).toEqual([{ body: { kind: 'opened', request } }])
})
