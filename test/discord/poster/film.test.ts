import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Routes } from 'discord.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sweepProxies } from '../../../src/discord/poster/ladder.ts'
import { run } from '../../../src/edit/ffmpeg.ts'
import { findFfmpeg, type Ffmpeg } from '../../../src/edit/find-ffmpeg.ts'
import { cutPoints, filmParts } from '../../../src/edit/parts.ts'
import { probe } from '../../../src/edit/probe.ts'
import { proxyUnder, rungsFor } from '../../../src/edit/proxy.ts'
import type { Card } from '../../../src/mailbox/card.ts'
import { card, filesOf, openStage, type Stage } from './stage.ts'

let stage: Stage
let ffmpeg: Ffmpeg
let film: { hash: string; bytes: number }
let folder: string
beforeAll(async () => {
  stage = await openStage()
  ffmpeg = await findFfmpeg({ ffmpegPath: process.env['FFMPEG_PATH'], path: process.env['PATH'] })
  folder = await mkdtemp(join(tmpdir(), 'redcliff-proxies-'))
  film = await shootFilm()
})
afterEach(() => stage.strike())
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

const never = new AbortController().signal

/** Two seconds that are hard to encode, with sound, key frames every second and two chapters. */
async function shootFilm() {
  const [chapters, output] = [join(folder, 'chapters.txt'), await stage.assets.scratch('.mp4')]
  await writeFile(chapters, ';FFMETADATA1\ntitle=Borrowing Arrows\n[CHAPTER]\nTIMEBASE=1/24\nSTART=0\nEND=24\ntitle=1\n[CHAPTER]\nTIMEBASE=1/24\nSTART=24\nEND=48\ntitle=2\n')
  await run(ffmpeg, {
    inputs: [
      { options: ['-f', 'lavfi'], file: 'testsrc=s=640x360:r=24:d=2' }, { options: ['-f', 'lavfi'], file: 'sine=frequency=220:duration=2' }, { options: ['-f', 'ffmetadata'], file: chapters },
    ],
    options: ['-map', '0:v', '-map', '1:a', '-map_metadata', '2', '-map_chapters', '2', '-vf', 'noise=alls=12:allf=t,format=yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '6', '-bf', '0', '-crf', '26', '-c:a', 'aac', '-b:a', '96k', '-f', 'mp4'],
    output,
  })
  const { size: bytes } = await stat(output)
  return { hash: await stage.assets.putFile(output), bytes }
}

const source = (bytes: number) => ({ film: stage.assets.path(film.hash), hash: film.hash, bytes, folder, ffmpeg, signal: never })

test('a smaller encode is never larger than allowed, has sound, chapters and its index in front, and is made once', async () => {
  const bytes = Math.floor(film.bytes / 4)
  const proxy = await proxyUnder(source(bytes))
  expect(proxy?.height).toBe(360)
  expect((await stat(proxy!.file)).size).toBeLessThanOrEqual(bytes)
  const { streams, chapters, format } = await probe(ffmpeg, proxy!.file)
  expect(streams.flatMap(({ codec_name, codec_type }) => codec_type === 'data' ? [] : codec_name)).toEqual(['h264', 'aac'])
  expect(chapters).toHaveLength(2)
  expect(format.duration).toBeCloseTo(2, 0)
  const { mtimeMs } = await stat(proxy!.file)
  expect(await proxyUnder(source(bytes))).toEqual(proxy)
  expect((await stat(proxy!.file)).mtimeMs).toBe(mtimeMs)
})

test('the largest picture is chosen that its bytes can fill', () => {
  const film = { width: 1920, height: 1080, fps: 24, seconds: 60 }
  const heights = (bytes: number, more = {}) => rungsFor({ ...film, ...more, bytes }).map(({ height }) => height)
  expect(heights(10 * 2 ** 20)).toEqual([720, 540, 360])
  expect(heights(10 * 2 ** 20, { seconds: 180 })).toEqual([540, 360])
  expect(heights(10 * 2 ** 20, { seconds: 400 })).toEqual([360])
  expect(heights(10 * 2 ** 20, { seconds: 3600 })).toEqual([])
  expect(heights(10 * 2 ** 20, { width: 720, height: 1280 })).toEqual([720, 540, 360])
  expect(heights(10 * 2 ** 20, { width: 640, height: 360 })).toEqual([360])
})

test('parts play by themselves, each under the limit, and together are the whole film', async () => {
  const bytes = Math.floor(film.bytes / 2.5)
  const parts = await filmParts(source(bytes))
  expect(parts?.length).toBeGreaterThanOrEqual(3)
  const probes = await Promise.all(parts!.map(async (part) => ({ size: (await stat(part)).size, ...await probe(ffmpeg, part) })))
  for (const { size, streams } of probes) {
    expect(size).toBeLessThanOrEqual(bytes)
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac'])
  }
  expect(probes.reduce((sum, { streams }) => sum + (streams[0]?.nb_frames ?? 0), 0)).toBe(48)
  expect(await filmParts(source(bytes))).toEqual(parts)
})

test('a film is cut where a chapter begins when one is near, else at the last key frame that fits', () => {
  const packets = Array.from({ length: 100 }, (_, index) => ({ seconds: index, key: index % 5 === 0, bytes: 10 }))
  expect(cutPoints(packets, [], 1000)).toEqual([])
  expect(cutPoints(packets, [], 400)).toEqual([40, 80])
  expect(cutPoints(packets, [30], 400)).toEqual([30, 70])
  expect(cutPoints(packets, [5], 400)).toEqual([40, 80])
  expect(cutPoints(packets, [], 40)).toBeNull()
})

const filmCard = (more: Partial<Card> = {}) => card('film', 'The film', {
  text: '0:00 One', ...more, media: [{ hash: film.hash, kind: 'video', name: 'film.mp4' }, ...more.media ?? []],
})

const roomInGuild = (bytes: number) => stage.store.pool.query(
  'insert into redcliff.guilds (guild, upload_limit) values ($1, $2) on conflict (guild) do update set upload_limit = $2', [stage.guild.id, bytes])

test('the master is posted where it fits', async () => {
  await roomInGuild(10 * 2 ** 20)
  const production = await stage.film()
  await stage.poster()
  await production.show(filmCard())
  await production.settled()
  const [message] = production.messages()
  expect(stage.small.file(filesOf(message!)[0]!.id)?.bytes.length).toBe(film.bytes)
})

test('where it does not, a smaller one is posted, and what comes meanwhile does not wait for it', async () => {
  await roomInGuild(Math.floor(film.bytes / 3))
  const production = await stage.film()
  await stage.poster({ ffmpeg })
  await production.show(filmCard())
  await production.show(card('reply:1', 'a note'))
  await production.settled()
  const [note, message] = production.messages()
  expect(production.texts()[0]).toContain('a note')
  expect(note).toBeDefined()
  expect(stage.small.file(filesOf(message!)[0]!.id)?.bytes.length).toBeLessThanOrEqual(film.bytes / 3)
  expect(production.texts()[1]).toContain('360p')
})

test('refused as too large, it is posted a rung smaller', async () => {
  await roomInGuild(10 * 2 ** 20)
  const production = await stage.film()
  stage.small.failNext({ route: `POST ${Routes.channelMessages(production.channel)}`, status: 413, code: 40005, message: 'Request entity too large' })
  await stage.poster({ ffmpeg })
  await production.show(filmCard())
  await production.settled()
  expect(stage.small.file(filesOf(production.messages()[0]!)[0]!.id)?.bytes.length).toBeLessThan(film.bytes)
})

test('where no encode is worth looking at, the master comes in parts; where that cannot be, its link', async () => {
  const production = await stage.film()
  // so little is nothing to look at
  await roomInGuild(4_000)
  await stage.poster({ ffmpeg, link: (hash, name) => `https://films.example/${hash}/${name}` })
  await production.show(filmCard())
  await production.settled()
  expect(filesOf(production.messages()[0]!)).toEqual([])
  expect(production.texts()[0]).toContain(`https://films.example/${film.hash}/film.mp4`)
})

test('parts are messages of their own, and go when a shorter film comes', async () => {
  const production = await stage.film()
  const parts = await filmParts(source(Math.floor(film.bytes / 2.5)))
  const ladder = { fit: { kind: 'parts' as const, parts: parts!.length }, file: null, parts: parts! }
  const { partMessage } = await import('../../../src/discord/poster/own-messages.ts')
  expect(partMessage({ title: 'The film', path: ladder.parts[0]!, part: 1, parts: 3, language: 'zh' }).message.files[0]?.name).toBe('film-part-1.mp4')
  await stage.store.pool.query(`insert into redcliff.posts (production, slot, part, message, nonce, attempted_at, posted_at) values ($1, 'film', 2, $2, 'n', now(), now())`,
    [production.id, (await stage.options().rest.post(Routes.channelMessages(production.channel), { body: { content: 'an old part' } }) as { id: string }).id])
  await roomInGuild(10 * 2 ** 20)
  await stage.poster()
  await production.show(filmCard())
  await production.settled()
  expect(production.messages()).toHaveLength(1)
  expect((await production.posts()).map(({ part }) => part)).toEqual([1])
})

test('the encodes of a deleted film are taken away', async () => {
  const place = await mkdtemp(join(tmpdir(), 'redcliff-sweep-'))
  for (const name of [`${film.hash}-360-1.mp4`, `${'0'.repeat(64)}-360-1.mp4`]) await writeFile(join(place, name), '')
  await sweepProxies(place, stage.assets)
  expect(await readdir(place)).toEqual([`${film.hash}-360-1.mp4`])
  await rm(place, { recursive: true })
})
