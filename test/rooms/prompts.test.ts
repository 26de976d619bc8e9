import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { Directions } from '../../src/film/direction.ts'
import { BoardDraft, CastAndLook, Critique, MendedBeats, MendedShots, ScriptDraft, TableFill, WrittenPrompts } from '../../src/production/rooms/drafts.ts'
import { strictSchema } from '../../src/studio/openai/strict-schema.ts'
import { inputsOf } from './thinking-studio.ts'

const folder = new URL('../../prompts/', import.meta.url)
// music.md is filled by whoever composes, from words of its own
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'music.md')

test.each(files)('%s says what it is for, and uses every input that it declares and no other', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const body = text.replace(/^---\n[^]*?\n---\n/, '')
  expect(text).toMatch(/^---\ndescription: .+\n/)
  expect(text).toMatch(/^makes: .+$/m)
  expect([...new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()).toEqual(inputsOf(file.replace('.md', '')).sort())
})

test.each<[string, z.ZodType]>(Object.entries({ ScriptDraft, Critique, MendedBeats, CastAndLook, BoardDraft, MendedShots, TableFill, WrittenPrompts, Directions }))(
  'a language model can be held to %s', (_name, schema) => {
    expect(strictSchema(schema).schema).toMatchObject({ type: 'object', additionalProperties: false })
  })

test('what a model leaves out of a direction by null is left out', () => {
  const nothing = { size: null, move: null, angle: null, picture: null, add: 'dusk', remove: null, line: null, seconds: null, transition: null, redraw: null, models: null }
  const read = strictSchema(Directions).read({ directions: [{ kind: 'shots', numbers: ['1.1'], change: nothing }], missed: [], chatter: null, question: null })
  expect(Directions.parse(read)).toEqual({ directions: [{ kind: 'shots', numbers: ['1.1'], change: { add: 'dusk' } }], missed: [] })
})
