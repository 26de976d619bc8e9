import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyDirection } from '../../src/film/apply-direction.ts'
import { boardRoom } from '../../src/production/rooms/board-room.ts'
import { changedPrompts } from '../../src/production/rooms/prompts-room.ts'
import { tableRoom } from '../../src/production/rooms/table-room.ts'
import { writeRoom } from '../../src/production/rooms/write-room.ts'
import { readSource } from '../../src/reading/read-source.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { redCliffTable } from '../reading/red-cliff-table.ts'
import { openPair, paperWork } from '../studio/openai/paper.ts'
import { rulesOnly } from './thinking-studio.ts'

// What is rehearsed without a key must be the way that is taken with one, not the way back from answers that nobody can use.
const { provider } = await openPair()
const byRules: string[] = []
const studio = openStudio([provider, rulesOnly(byRules)])
const byModel = /GPT-6\.1 Terra/

test('the model on loopback fills in a table, in one call', async () => {
  const work = paperWork()
  const board = await tableRoom({ table: readTable(redCliffTable), title: '赤壁赋', language: 'zh', fps: 24, aspect: '16:9', look: null, seconds: null, seed: 1 }, studio, work)
  expect(work.bills.map(({ step }) => step)).toEqual(['fill in'])
  expect(board.by).toMatch(byModel)
  expect(board.remarks.join()).not.toMatch(/按规则/)
  expect(board.shots.every(({ motion }) => motion?.startsWith('Slow, natural movement: '))).toBe(true)
  expect(board.cast.map(({ name }) => name)).toEqual(['苏轼', '客', '曹操'])
  const changed = await changedPrompts(applyDirection(board, { kind: 'shots', numbers: ['1.3'], change: { remove: '水波' } }), board, studio, work)
  expect(work.bills.map(({ step }) => step)).toEqual(['fill in', 'prompts'])
  expect(changed.shots.find(({ number }) => number === '1.3')?.prompt).not.toBe(board.shots.find(({ number }) => number === '1.3')?.prompt)
})

test('it breaks a text down into shots that say every line, and rules are not asked', async () => {
  const work = paperWork()
  const source = readSource(readFileSync(join(import.meta.dirname, '../../examples/lighthouse.md')), 'lighthouse.md')
  byRules.length = 0
  const script = await writeRoom({ kind: 'text', text: source.text, title: source.title, author: null, language: 'en', seconds: null, look: null, seed: 1 } as Parameters<typeof writeRoom>[0], studio, work)
  const board = await boardRoom({ script, fps: 24, aspect: '16:9', seconds: null, seed: 1 }, studio, work)
  expect(board.by).toMatch(byModel)
  expect(board.remarks).toEqual([])
  expect(byRules).toEqual([])
  expect(work.bills.map(({ step }) => step)).toContain('break down')
  expect(board.shots.flatMap(({ line }) => line?.text ?? []).join(' ')).toContain('blew out the light')
})
