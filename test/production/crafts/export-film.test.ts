import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import { exportFilm, packed } from '../../../src/production/crafts/export-film.ts'
import type { Exported } from '../../../src/production/event.ts'
import { paperBoard } from '../paper-studio.ts'

let folder: string
let assets: Assets
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  assets = openAssets(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const run = (request: object) => exportFilm.run(request, { signal: new AbortController().signal, assets, progress: () => undefined, buy: () => Promise.reject(new Error('Packing buys nothing.')) }) as Promise<Exported>
/** What a zip holds, each file read to its end, by somebody else than who wrote it. */
async function inside(hash: string): Promise<string[]> {
  const zip = await openPromise(assets.path(hash))
  const names: string[] = []
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    expect(crc32(bytes), entry.fileName).toBe(entry.crc32)
    names.push(entry.fileName)
  }
  return names
}
const shots = async (count: number, bytes: number) => Promise.all(Array.from({ length: count }, async (_, index) => ({
  number: `1.${index + 1}`, picture: await assets.put(randomBytes(bytes)), voice: null, clip: await assets.put(randomBytes(bytes)), take: 2,
})))

test('everything there is comes in archives under the size a file may have', async () => {
  const board = await assets.putJson(paperBoard(3))
  const film = await assets.put(randomBytes(40_000))
  const { parts, left } = await run({ bytes: 100_000, delivered: [{ name: 'film.mp4', hash: film }], script: null, board, cut: null, title: null, shots: await shots(3, 30_000) })
  expect(left).toEqual([])
  expect(parts.map(({ name }) => name)).toEqual(['film-1-of-3.zip', 'film-2-of-3.zip', 'film-3-of-3.zip'])
  for (const { hash } of parts) expect((await stat(assets.path(hash))).size).toBeLessThanOrEqual(100_000)
  expect((await Promise.all(parts.map(({ hash }) => inside(hash)))).flat()).toEqual(['film.mp4', 'stills/1.1.png', 'clips/1.1-take-2.mp4', 'stills/1.2.png', 'clips/1.2-take-2.mp4', 'stills/1.3.png', 'clips/1.3-take-2.mp4'])
})

test('before there is a film, the papers as they stand', async () => {
  const board = await assets.putJson(paperBoard(2))
  const { parts: [part] } = await run({ bytes: 1_000_000, delivered: [], script: null, board, cut: null, title: null, shots: [] })
  expect(part?.name).toBe('film.zip')
  expect(await inside(part?.hash ?? '')).toEqual(['storyboard.md'])
})

test('what no archive can hold is named, and the rest still comes', async () => {
  const film = await assets.put(randomBytes(200_000))
  const { parts, left } = await run({ bytes: 100_000, delivered: [{ name: 'film.mp4', hash: film }], script: null, board: null, cut: null, title: null, shots: await shots(1, 100) })
  expect(left).toEqual(['film.mp4'])
  expect(parts).toHaveLength(1)
})

test('the same film is the same archive', async () => {
  const request = { bytes: 1_000_000, delivered: [], script: null, board: null, cut: null, title: null, shots: await shots(2, 1000) }
  expect((await run(request)).parts).toEqual((await run(request)).parts)
})

test('an archive is filled to its brim and not over it', () => {
  const files = Array.from({ length: 50 }, (_, index) => ({ name: `clips/${index}.mp4`, hash: '', bytes: 997 * (index % 7) }))
  const { parts } = packed(files, 9000)
  for (const part of parts) expect(part.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(9000)
  expect(parts.flat()).toEqual(files)
})
