import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { marked, marksOf, withMarks } from '../../src/picture/provenance.ts'
import { pngText, withPngText } from '../../src/picture/png-text.ts'

const folder = await mkdtemp(join(tmpdir(), 'provenance-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const picture = await createCanvas(8, 6).encode('png')
const trained = { source: 'trainedAlgorithmicMedia' as const, tool: 'Redcliff, openai/«a & "b" <c>»' }

test('a picture says that a trained model made it, and is still the picture', async () => {
  const bytes = marked(picture, trained)
  expect(marksOf(bytes)).toContain('digitalsourcetype/trainedAlgorithmicMedia')
  expect(await loadImage(bytes)).toMatchObject({ width: 8, height: 6 })
})

test('what is marked keeps its marks, whoever made them', () => {
  const foreign = withMarks(picture, '<x:xmpmeta>somebody else’s</x:xmpmeta>')
  expect(marked(foreign, trained)).toBe(foreign)
  expect(marked(marked(picture, trained), { source: 'algorithmicMedia', tool: 'x' })).toEqual(marked(picture, trained))
})

test('a picture drawn from a marked one can carry the same marks', () => {
  const marks = marksOf(marked(picture, trained)) ?? ''
  expect(marksOf(withMarks(picture, marks))).toBe(marks)
})

test('other texts in the file stay', () => {
  expect(pngText(marked(withPngText(picture, 'redcliff:scene', '{}'), trained), 'redcliff:scene')).toBe('{}')
})

test('an MP4 gets a box of its own behind the others', () => {
  const film = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom'), Buffer.alloc(4)])
  const bytes = marked(film, trained)
  expect(bytes.subarray(0, film.length)).toEqual(film)
  expect(bytes.readUInt32BE(film.length)).toBe(bytes.length - film.length)
  expect(marksOf(bytes)).toContain('AIGC')
  expect(marked(bytes, trained)).toBe(bytes)
})

test('what is neither is given back as it is', () => {
  const bytes = Buffer.from('GIF89a')
  expect(marked(bytes, trained)).toBe(bytes)
  expect(marksOf(Buffer.from('<x:xmpmeta without an end'))).toBeNull()
})

const exiftool = await promisify(execFile)('exiftool', ['-ver']).then(() => true, () => false)

test.skipIf(!exiftool)('another program reads the marks (skipped where there is no exiftool)', async () => {
  const file = join(folder, 'marked.png')
  await writeFile(file, marked(picture, trained))
  const { stdout } = await promisify(execFile)('exiftool', ['-j', '-XMP:all', '-n', file])
  expect(JSON.parse(stdout)[0]).toMatchObject({
    DigitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', CreatorTool: trained.tool, Aigc: expect.stringContaining('"Label":"1"'),
  })
})
