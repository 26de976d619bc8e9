import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openAssets } from '../../src/lab/assets.ts'
import { explain } from '../../src/terminal/explain.ts'

const home = await mkdtemp(join(tmpdir(), 'explain-'))
afterAll(() => rm(home, { recursive: true }))

test('a file of the asset store that somebody deleted is named, with what to do, and is no fault of ours', async () => {
  const assets = openAssets(join(home, 'assets'))
  const hash = await assets.put(Buffer.from('a panel'))
  await rm(assets.path(hash))
  const said = explain(await assets.read(hash).catch((error: unknown) => error))
  expect(said).toBe(`A file that was made is no longer there: ${assets.path(hash)}. If it was moved, bring it back; to begin with nothing, move the whole folder ${home} away.`)
})

test('any other file that is not there stays what it is: a fault to be reported', () => {
  expect(explain(Object.assign(new Error("ENOENT: no such file or directory, open '/somewhere/else'"), { code: 'ENOENT' }))).toMatch(/fault of Redcliff/)
})
