import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brief } from '../../src/film/brief.ts'
import { openAssets } from '../../src/lab/assets.ts'
import { fillFolder, freeFolder } from '../../src/terminal/film-folder.ts'

const brief: Brief = {
  title: 'A film', kind: 'wish', text: 'a wish', language: 'en', aspect: '16:9', definition: '720p', fps: 24, seconds: null,
  look: null, voice: null, music: null, candidates: 1, seed: 1,
}
let root: string
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'redcliff-folder-test-')) })
afterAll(() => rm(root, { recursive: true }))

const filmOf = async (folder: string, recipe: string) => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'film.json'), recipe)
}

test('a free name is taken as it is; another film in the folder makes it the next', async () => {
  const wanted = join(root, 'one')
  expect(await freeFolder(wanted, brief)).toBe(wanted)
  await filmOf(wanted, JSON.stringify({ brief: { ...brief, seed: 2 } }))
  expect(await freeFolder(wanted, brief)).toBe(`${wanted}-2`)
  await filmOf(`${wanted}-2`, JSON.stringify({ brief: { ...brief, seed: 3 } }))
  expect(await freeFolder(wanted, brief)).toBe(`${wanted}-3`)
})

test('the same film, made again, goes where it was', async () => {
  const wanted = join(root, 'two')
  await filmOf(wanted, JSON.stringify({ brief: { ...brief, seed: 2 } }))
  await filmOf(`${wanted}-2`, JSON.stringify({ brief }))
  expect(await freeFolder(wanted, brief)).toBe(`${wanted}-2`)
})

test.each(['not json', '{}', '[]', '{"brief":{}}'])('a recipe that cannot be read (%j) is somebody else’s, and is left alone', async (recipe) => {
  const wanted = join(root, `three ${recipe.replace(/\W/g, '')}`)
  await filmOf(wanted, recipe)
  expect(await freeFolder(wanted, brief)).toBe(`${wanted}-2`)
})

test('a file is in the folder whole or not at all, and the film is the last to come', async () => {
  const assets = openAssets(join(root, 'assets'))
  const folder = join(root, 'four')
  const [film, paper] = [await assets.put(Buffer.from('film')), await assets.put(Buffer.from('paper'))]
  const lost = 'f'.repeat(64)
  await expect(fillFolder(folder, [{ name: 'film.mp4', hash: film }, { name: 'script.md', hash: paper }, { name: 'captions.srt', hash: lost }], assets)).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['script.md'])
  await fillFolder(folder, [{ name: 'film.mp4', hash: film }, { name: 'script.md', hash: paper }], assets)
  expect((await readdir(folder)).sort()).toEqual(['film.mp4', 'script.md'])
  expect(await readFile(join(folder, 'film.mp4'), 'utf8')).toBe('film')
})

test('a new version takes the place of the old one', async () => {
  const assets = openAssets(join(root, 'assets'))
  const folder = join(root, 'five')
  for (const words of ['first', 'second']) await fillFolder(folder, [{ name: 'script.md', hash: await assets.put(Buffer.from(words)) }], assets)
  expect(await readFile(join(folder, 'script.md'), 'utf8')).toBe('second')
})
