import { createCanvas } from '@napi-rs/canvas'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openPoster, type Poster, type PosterOptions } from '../../../src/discord/poster.ts'
import { posterRest } from '../../../src/discord/poster/poster-rest.ts'
import { openAssets } from '../../../src/lab/assets.ts'
import type { Card, ShotFacts } from '../../../src/mailbox/card.ts'
import { showCards } from '../../../src/mailbox/apply-effects.ts'
import { generousLimits, openSmallDiscord, type Message, type Options } from '../../../src/try/discord/small-discord.ts'
import { scratchStore } from '../../store/scratch-store.ts'

/** A small Discord with a server, a channel and an owner; a store; and posters that work for it. */
export async function openStage(discord: Options = {}) {
  const store = await scratchStore()
  const small = await openSmallDiscord({ ...discord, limits: { ...generousLimits, ...discord.limits } })
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-poster-'))
  const assets = openAssets(join(folder, 'assets'))
  const owner = small.addUser({ username: 'zhou-yu' })
  const guild = small.addGuild({ name: 'Red Cliff', owner: owner.id })
  const posters: Poster[] = []
  let count = 0
  const errors: unknown[] = []
  const logs: string[] = []

  const options = (more: Partial<PosterOptions> = {}): PosterOptions => ({
    store, assets, ...posterRest({ token: small.token, api: small.rest.api, cdn: small.rest.cdn }),
    // Nothing is encoded unless a test says so.
    ffmpeg: { ffmpeg: '/nowhere/ffmpeg', ffprobe: '/nowhere/ffprobe', version: 'none', filters: new Set(), encoders: new Set(), rejected: [], trusted: 'modern' },
    proxies: join(folder, 'proxies'),
    onError: (error) => errors.push(error),
    log: (what) => logs.push(what),
    ...more,
    times: { look: 60_000, order: 0, progressAfter: 60_000, starter: 60_000, retry: [10], ...more.times },
  })

  return {
    store, small, assets, folder, owner, guild, errors, logs, options,
    async poster(more: Partial<PosterOptions> = {}) {
      const poster = await openPoster(options(more))
      posters.push(poster)
      return poster
    },
    /** Closes the posters of this test. */
    async strike() {
      for (const poster of posters.splice(0)) await poster.close()
      errors.length = 0
      logs.length = 0
    },
    /** A production in a channel of its own; its thread is there already, unless said otherwise. */
    async film({ kind = 'here', type = kind === 'forum' ? 'forum' : 'text', at, starter = null, title = 'Borrowing Arrows', locale = 'en-US', tags, single = false }: Wanted = {}) {
      const id = `f${++count}`
      const channel = at ?? small.addChannel(guild, { name: `films-${count}`, type, ...(tags ? { tags, requireTag: true } : {}) }).id
      await store.pool.query(`insert into redcliff.productions (id, title, brief, surface, owner, kind) values ($1, $2, '{}', 'discord', $3, $4)`, [id, title, owner.id, single ? 'single' : 'film'])
      await store.pool.query('insert into redcliff.threads (production, guild, channel, kind, starter, thread, owner, locale) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [id, guild.id, channel, kind, starter, kind === 'here' ? channel : null, owner.id, locale])
      const row = async () => (await store.pool.query('select * from redcliff.threads where production = $1', [id])).rows[0]
      const messages = (where = channel) => small.messages(where)
      return {
        id, channel, messages, row,
        show: (...cards: Card[]) => showCards(store.pool, id, cards),
        texts: (where = channel) => messages(where).map(textOf),
        posts: async () => (await store.pool.query('select * from redcliff.posts where production = $1 order by slot, part', [id])).rows,
        /** Resolves when nothing of it is owed any more. */
        settled: () => until(async () => {
          const { rows: [{ left }] } = await store.pool.query(
            `select (select count(*) from redcliff.cards where production = $1 and posted is distinct from revision) + (select count(*) from redcliff.threads where production = $1 and poster is not null) as left`, [id])
          return Number(left) === 0
        }),
      }
    },
    picture: async (colour: string) => {
      const canvas = createCanvas(64, 36)
      const context = canvas.getContext('2d')
      context.fillStyle = colour
      context.fillRect(0, 0, 64, 36)
      return assets.put(await canvas.encode('png'))
    },
    async close() {
      for (const poster of posters) await poster.close()
      await store.close()
      await small.close()
      await rm(folder, { recursive: true, force: true })
      expect(small.violations.map(({ rule, message, where }) => `${rule} ${where}: ${message}`)).toEqual([])
    },
  }
}
type Wanted = {
  kind?: 'message' | 'forum' | 'private' | 'here'
  type?: 'text' | 'forum' | 'announcement' | 'voice'
  at?: string
  starter?: string | null
  title?: string
  locale?: string
  single?: boolean
  tags?: { name: string; moderated?: boolean }[]
}

export type Stage = Awaited<ReturnType<typeof openStage>>

export const card = (slot: string, title: string, more: Partial<Card> = {}): Card => ({ slot, title, text: '', media: [], choices: [], asks: false, ...more })

export const shotCard = (number: string, stage: ShotFacts['stage'], pictures: string[] = []): Card => card(`shot:${number}`, `${number} · ${stage}`, {
  media: pictures.map((hash, index) => ({ hash, kind: 'image', name: `${number}${'ABCD'[index]}.png` })),
  choices: stage === 'choosing' ? pictures.map((_, frame) => ({ label: `Frame ${frame}`, event: { kind: 'picked', shot: number, for: 'k'.repeat(12), frame }, standard: frame === 0 })) : [],
  asks: stage === 'choosing' || stage === 'take',
  shot: {
    number, stage, size: 'medium', move: { name: 'static', direction: null, speed: 'normal' }, written: { size: null, move: null }, seconds: 4, seed: 1, frame: null,
    frames: pictures.length, take: null, drawnFor: 'k'.repeat(12), takenFor: null, scene: 'A river at dusk', line: null,
  },
})

/** All that can be read of a message. */
export const textOf = (message: Message): string => JSON.stringify(message.components).match(/"content":"((?:[^"\\]|\\.)*)"/g)?.map((found) => JSON.parse(`{${found}}`).content).join('\n') ?? ''

/** The attachments that a message shows. */
export const filesOf = (message: Message): { id: string; name: string }[] =>
  [...JSON.stringify(message.components).matchAll(/\{[^{}]*"attachment_id":"(\d+)"[^{}]*\}/g)].map(([found, id = '']) => ({ id, name: /"url":"[^"]*\/([^"/?]+)[?"]/.exec(found)?.[1] ?? '' }))

export async function until<T>(look: () => Promise<T | undefined | null | false>): Promise<T> {
  for (let pause = 5; ; pause = Math.min(100, pause * 1.3)) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
