import { existsSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { probe } from '../../src/edit/probe.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { film, filmFolder } from '../film-command.ts'
import { ourFfmpeg, readSrt } from '../film-file.ts'

const folder = await filmFolder()

test.each([
  [['--help'], 0, /^Redcliff makes a film of what you bring/],
  [['a wish', '--size', '4k'], 2, /^--size is one of/],
  [['no-such-poem.md'], 2, /^There is no file no-such-poem\.md here/],
  [['-'], 2, /^This is empty\./],
])('%j ends with %i and a sentence, before anything is set up', async (words, code, sentence) => {
  const ended = await film(words, { folder })
  expect(ended.code).toBe(code)
  expect(ended.said + ended.complained).toMatch(sentence)
  expect(existsSync(join(folder, 'home', 'postgres'))).toBe(false)
})

test('a folder that cannot be made is refused before the film is made', async () => {
  await writeFile(join(folder, 'in the way'), '')
  const ended = await film(['A river at dusk.', '--yes', '--out', 'in the way/film'], { folder })
  expect(ended).toMatchObject({ code: 1, complained: expect.stringMatching(/in the way.*Name another folder with --out\./) })
}, 60_000)

test('a film to go on with that is not there is refused with those that are', async () => {
  const ended = await film(['--resume', 'nothing-000000'], { folder })
  expect(ended).toMatchObject({ code: 2, complained: expect.stringMatching(/^There is no film nothing-000000 here\. Not finished yet: \S+/) })
}, 60_000)

test('whatever stands in the fields, the film is made, stays in its folder, and says it as it was written', async () => {
  const nasty = `[0:v]drawtext='%{pts}':x=1,y=2;[a]🚀\\"quoted" it's 100% مرحبا 赤 $(reboot) -i`
  const title = `[0:v]drawtext='%{pts}':x=1;🚀 "quoted" مرحبا 100%`
  const table = `# ../../${title}\n\n|shot|size|move|scene|picture|line|seconds|\n|-|-|-|-|-|-|-|\n|1|wide|static|${nasty}|${nasty}|${nasty}|1|\n`
  const ended = await film(['-', '--yes', '--candidates', '1', '--aspect', '1:1'], { folder, input: table })
  expect(ended.code, ended.said + ended.complained).toBe(0)
  const films = await readdir(join(folder, 'films'))
  expect(films).toEqual([expect.stringMatching(/^0-v-drawtext/)])
  const at = (name: string) => join(folder, 'films', films[0] ?? '', name)
  const media = await probe(await ourFfmpeg(), at('film.mp4'))
  expect(media.format.tags['title']).toBe(`.. .. ${title}`)
  expect(media.chapters[1]?.tags['title']).toBe(`1 ${nasty}`.slice(0, 80))
  expect(readTable(await readFile(at('storyboard.md'), 'utf8'))).toMatchObject({ title: `.. .. ${title}`, rows: [{ scene: nasty, picture: nasty, line: { text: nasty } }] })
  expect(readSrt(await readFile(at('captions.srt'), 'utf8')).flatMap(({ lines }) => lines).join(' ')).toContain('100%')
}, 120_000)
