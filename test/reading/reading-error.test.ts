import { expect, test } from 'vitest'
import { decodeText } from '../../src/reading/decode-text.ts'
import { readRecipe } from '../../src/reading/read-recipe.ts'
import { readSource } from '../../src/reading/read-source.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { ReadingError } from '../../src/reading/reading-error.ts'

const refusals: [string, () => unknown][] = [
  ['a PDF', () => decodeText(Buffer.from('%PDF-1.7'))],
  ['a ZIP', () => decodeText(Buffer.from([0x50, 0x4b, 3, 4, 9]))],
  ['a picture', () => decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47]))],
  ['bytes', () => decodeText(Buffer.from([1, 0, 0, 2, 255, 0, 0]))],
  ['nothing', () => readSource('', 'empty.txt')],
  ['no words', () => readSource('!!! …')],
  ['a table without columns', () => readSource('a,b\n1,2\n', 'x.csv')],
  ['a whole library', () => readSource('字'.repeat(100_000))],
  ['no table', () => readTable('nothing of a table')],
  ['an open quote', () => readTable('shot,size,move,picture\n1,wide,pan,"a boat\n')],
  ['another recipe', () => readRecipe('{"redcliff":99}')],
]

test.each(refusals)('what cannot be read is said in Chinese too: %s', (_, read) => {
  let refused: unknown
  try { read() } catch (error) { refused = error }
  expect(refused).toBeInstanceOf(ReadingError)
  expect((refused as ReadingError).zh).toMatch(/\p{Script=Han}.*。$/su)
})
