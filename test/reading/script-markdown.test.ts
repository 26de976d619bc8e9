import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessLanguage } from '../../src/reading/guess-language.ts'
import { readScript } from '../../src/reading/read-script.ts'
import { readSource } from '../../src/reading/read-source.ts'
import { scriptMarkdown } from '../../src/reading/script-markdown.ts'
import { redCliffScript } from './red-cliff-table.ts'

const awkward = fc.constantFrom('(', '）', '【', '\n', '<br>', '"', '“', '&#40;', '👩‍👧', 'שלום', '：', ':', '*', '**', '#', '-', '|', '/*', '[[', '《', '第一幕', 'INT. ', ' ')
const words = fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('').trim()).filter((text) => text !== '' && !/\s{2,}/.test(text))
const name = fc.constantFrom('苏轼', '客', 'Mary', 'TOM O’NEIL')
const beat = fc.oneof(
  fc.record({ action: words, line: fc.constant(null) }),
  fc.record({ action: fc.oneof(fc.constant(''), words), line: fc.record({ speaker: fc.option(name, { nil: null }), text: words }) }),
)
const act = fc.record({ title: words.filter((text) => !text.includes('\n') && !/[。！？!?]$/.test(text) && text.length < 60), place: fc.oneof(fc.constant(''), words.filter((text) => !text.includes('\n'))), beats: fc.array(beat, { minLength: 1, maxLength: 4 }) })

test('a script as a page reads back to its title, author, acts, places and beats', () => {
  fc.assert(
    fc.property(fc.record({ language: fc.constantFrom('zh', 'en'), acts: fc.array(act, { minLength: 1, maxLength: 3 }) }), ({ language, acts }) => {
      const written = acts.map((each) => ({ ...each, beats: each.beats.map(({ action, line }) => ({ action: action === line?.text ? '' : action, line: line && { ...line, language: guessLanguage(line.text) } })) }))
      const read = readScript(scriptMarkdown({ title: 'The Lamp', author: 'A. Keeper', language: language as 'zh' | 'en', cast: [{ name: '苏轼' }, { name: 'Mary' }], acts: written, mood: 'epic', logline: 'One night.' }))
      expect(read.acts).toEqual(written)
      expect(read).toMatchObject({ title: 'The Lamp', author: 'A. Keeper' })
      expect(read.cast.slice(0, 2)).toEqual(['苏轼', 'Mary'])
    }),
    { numRuns: 120 },
  )
})

test('a page that we wrote is a script when it is brought again', () => {
  const script = readScript(redCliffScript)
  const page = scriptMarkdown({ ...script, language: 'zh', cast: script.cast.map((each) => ({ name: each })) })
  expect(readSource(page)).toMatchObject({ kind: 'script', title: '赤壁赋', language: 'zh' })
  expect(readScript(page)).toEqual(script)
})

test('an act that is called by its number alone is numbered once, and words that are said and seen stand once', () => {
  const line = { speaker: null, text: 'The rain stopped.', language: 'en' as const }
  const page = (language: 'zh' | 'en', title: string) => scriptMarkdown({ title: 'The Lamp', author: null, language, cast: [], acts: [{ title, place: '', beats: [{ action: 'The rain stopped.', line }] }] })
  expect(page('en', 'Act 1').split('\n').slice(-4)).toEqual(['## Act 1', '', '- NARRATOR: The rain stopped.', ''])
  expect(page('en', 'The storm')).toContain('## Act 1: The storm')
  expect(page('zh', '第1幕')).toContain('## 第1幕\n')
  expect(page('zh', '夜泊')).toContain('## 第一幕：夜泊')
  expect(readScript(page('en', 'Act 1')).acts[0]).toMatchObject({ title: 'Act 1', beats: [{ action: '', line }] })
})
