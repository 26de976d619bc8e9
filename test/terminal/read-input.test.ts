import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ReadingError } from '../../src/reading/reading-error.ts'
import { readArguments } from '../../src/terminal/read-arguments.ts'
import { productionId, readInput, slug } from '../../src/terminal/read-input.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'redcliff-input-test-')) })
afterAll(() => rm(folder, { recursive: true }))

const read = (input: string, stdin = '') => {
  const asked = readArguments(['x'])
  if (asked.kind === 'say') throw new Error(asked.text)
  return readInput(input, asked.command.options, Readable.from([Buffer.from(stdin)]))
}
const file = async (name: string, bytes: string | Uint8Array) => {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}
const table = (rows: string, header = '|shot|size|move|scene|') => `${header}\n|-|-|-|-|\n${rows}`
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test.each<[string, () => Promise<string>, RegExp]>([
  ['an empty file', () => file('empty.md', ''), /^empty\.md is empty\. Write a wish/],
  ['spaces', async () => '   \n ', /^This is empty\./],
  ['only marks', async () => '… ?! —', /no words in this text/],
  ['a picture', () => file('picture.md', pixel), /PNG|picture|binary|not (a )?text/i],
  ['a file that is not there', async () => join(folder, 'no-such.md'), /^There is no file .*no-such\.md here\. Check the name/],
  ['a folder', async () => folder, /is a folder\. Name one file in it\.$/],
  ['three megabytes of text', () => file('long.txt', 'A man walks by. '.repeat(200_000)), /limit is 200 kB/],
  ['thirty megabytes of anything', () => file('longer.txt', Buffer.alloc(30e6, 'word ')), /30 MB; the limit is 200 kB/],
  ['a table with a number twice', async () => table('|1.1|wide|pan|a|\n|1.1|wide|pan|b|'), /1\.1/],
  ['a table with a row without a number', async () => table('|1.1|wide|pan|a|\n| |wide|pan|b|'), /number/i],
  ['a table with an unknown size', async () => table('|1.1|enormous|pan|a|'), /enormous[\s\S]*wide/],
  ['a table with an unknown move', async () => table('|1.1|wide|teleport|a|'), /teleport[\s\S]*push in/],
])('%s is refused at the door, in a sentence', async (_, bring, sentence) => {
  const refusal = await read(await bring()).catch((error) => error)
  expect(refusal).toBeInstanceOf(ReadingError)
  expect(refusal.message).toMatch(sentence)
})

test('words, a file and standard input with the same text are the same brief', async () => {
  const text = 'A lighthouse keeper hears a voice in the fog.'
  const [words, piped] = [await read(text), await read('-', text)]
  expect(piped).toEqual(words)
  expect((await read(await file('keeper.txt', text))).text).toBe(words.text)
})

test('the same brief is the same production, another brief another', async () => {
  const brief = await read('A lighthouse keeper.')
  expect(productionId(brief)).toBe(productionId({ ...brief }))
  expect(productionId({ ...brief, seed: 2 })).not.toBe(productionId(brief))
})

test.each([
  ['../../etc/passwd', 'etc-passwd'], ['..', 'film'], ['/', 'film'], ['', 'film'], ['《赤壁赋》', '赤壁赋'], ['a/b\\c', 'a-b-c'], ['"quoted"\nnew\tline', 'quoted-new-line'],
  ['🚀', 'film'], ['مرحبا', 'مرحبا'], ['[0:v]overlay=x;y,drawtext=%{pts}', '0-v-overlay-x-y-drawtext-pts'], ['CON:', 'con'], ['.hidden', 'hidden'],
])('the folder of a film called %j stays where it belongs', (title, name) => {
  expect(slug(title)).toBe(name)
})

test('a folder name is never longer than a file system takes', () => {
  expect(Buffer.byteLength(slug('壹'.repeat(500)))).toBeLessThan(200)
  expect(slug('𠮷'.repeat(100)).isWellFormed()).toBe(true)
})
