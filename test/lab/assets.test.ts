import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Assets, openAssets, sweepScratch } from '../../src/lab/assets.ts'

let folder: string
let assets: Assets
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'redcliff-assets-')); assets = openAssets(folder) })
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the same bytes are kept once, whether they come as bytes or as a file', async () => {
  const hash = await assets.put(Buffer.from('a panel'))
  const file = await assets.scratch('.png')
  await writeFile(file, 'a panel')
  expect(await assets.putFile(file)).toBe(hash)
  expect((await assets.read(hash)).toString()).toBe('a panel')
  expect(await readdir(join(folder, 'scratch'))).toEqual([])
})

test('what a killed process left yesterday is swept, what is being made is not', async () => {
  const [old, young] = [await assets.scratch('.old'), await assets.scratch('.young')]
  await writeFile(old, '')
  await writeFile(young, '')
  await utimes(old, new Date(0), new Date(0))
  await sweepScratch(folder)
  expect((await readdir(join(folder, 'scratch'))).map((name) => name.split('.')[1])).toEqual(['young'])
})
