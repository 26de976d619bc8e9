import { createCanvas, loadImage } from '@napi-rs/canvas'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CutCache, openCutCache } from '../../../src/edit/cut-cache.ts'
import { openAssets, type Assets } from '../../../src/lab/assets.ts'
import { sheet, sheetPages } from '../../../src/production/crafts/sheet.ts'
import { paperBoard, paperBrief } from '../paper-studio.ts'

let folder: string
let assets: Assets
let cache: CutCache
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'))
  assets = openAssets(folder)
  cache = openCutCache(join(folder, 'cuts'))
})
afterAll(() => rm(folder, { recursive: true }))

const work = () => ({ signal: new AbortController().signal, assets, progress: () => undefined, buy: () => Promise.reject(new Error('A sheet is not bought.')) })

async function request(frames = 72) {
  const picture = await assets.put(await createCanvas(320, 180).encode('png'))
  return { brief: await assets.putJson(paperBrief), board: await assets.putJson(paperBoard(2)), shots: ['1.1', '1.2'].map((number) => ({ number, picture, frames })) }
}

test('the sheet that was drawn ahead is the one that is delivered', async () => {
  const asked = await request()
  expect(await sheet(cache).run(asked, work())).toEqual({ drawn: true })
  // its pictures gone, nothing could be drawn: it is found
  await rm(assets.path(asked.shots[0]?.picture ?? ''))
  const [page] = await sheetPages(asked, work(), cache)
  expect((await loadImage(await assets.read(page ?? ''))).width).toBeGreaterThan(1000)
})

test('of a shot that became longer since, it is drawn again', async () => {
  const [before] = await sheetPages(await request(), work(), cache)
  const [after] = await sheetPages(await request(120), work(), cache)
  expect(after).not.toBe(before)
})

test('one that cannot be drawn is told by the delivery, not by the work ahead', async () => {
  const asked = { ...await request(96), board: await assets.putJson({ no: 'board' }) }
  expect(await sheet(cache).run(asked, work())).toEqual({ drawn: false })
  await expect(sheetPages(asked, work(), cache)).rejects.toThrow()
})
