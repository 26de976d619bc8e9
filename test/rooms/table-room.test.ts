import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameraMoves } from '../../src/film/camera-move.ts'
import { shotSizes } from '../../src/film/shot-size.ts'
import { tableRoom } from '../../src/production/rooms/table-room.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { redCliffTable } from '../reading/red-cliff-table.ts'
import { tableFill } from './faithful.ts'
import { type Answers, paperWork, rulesOnly, thinkingStudio } from './thinking-studio.ts'

const table = readTable(redCliffTable)
const asked = { table, title: '赤壁赋', language: 'zh' as const, fps: 24 as const, aspect: '16:9' as const, look: null, seconds: null, seed: 7 }
const faithful = await tableFill(asked)
const rules = await tableRoom(asked, openStudio([rulesOnly()]), paperWork)

const play = async (answers: Answers) => {
  const stage = thinkingStudio(answers)
  return { ...stage, board: await tableRoom(asked, stage.studio, paperWork) }
}

test('the writer by rules is asked once and answers as it always did', async () => {
  const prompts: string[] = []
  const studio = openStudio([rulesOnly(prompts)])
  expect(await tableRoom(asked, studio, paperWork)).toEqual(await studio.write({ prompt: 'table', inputs: asked as never }, paperWork))
  expect(prompts).toEqual(['table', 'table'])
})

test('a table costs one call, and every cell that was written stands', async () => {
  const { board, calls } = await play({ table: () => faithful })
  expect(calls.map(({ step }) => step)).toEqual(['fill in'])
  expect(board.shots.map(({ number, scene, picture, line, frames, written, seed }) => ({ number, scene, picture, line: line?.text, frames, written, seed })))
    .toEqual(rules.shots.map(({ number, scene, picture, line, frames, written, seed }) => ({ number, scene, picture, line: line?.text, frames, written, seed })))
  for (const [index, shot] of board.shots.entries()) {
    const row = table.rows[index]
    expect(shot.size).toBe(row?.size ?? 'insert')
    expect(shot.move).toEqual(row?.move ? rules.shots[index]?.move : { name: 'crane', direction: 'up', speed: 'slow' })
    expect(shot.prompt).toContain('as a great painter would have it')
    expect(shot.motion).toContain('reeds bend')
  }
  expect(board).toMatchObject({ mood: 'melancholy', look: 'ink-wash', by: '由 Thinker One 写成' })
  expect(board.cast.every(({ appearance }) => appearance.includes('jade pendant'))).toBe(true)
})

test('a row without a prompt is asked for once more; rules write what still has none, and it is said', async () => {
  const lacking = { ...faithful, rows: faithful.rows.filter(({ number }) => number !== '2.4').map((row) => row.number === '1.3' ? { ...row, prompt: '清风徐来' } : row) }
  const mended = await play({ table: () => lacking, 'image-prompts': ({ shots }) => ({ prompts: shots.map(({ number }: any) => ({ number, prompt: `Drawn at last, ${number}`, motion: 'Still.' })) }) })
  expect(mended.calls.map(({ step }) => step)).toEqual(['fill in', 'mend'])
  expect(mended.calls[1]?.inputs['shots']).toMatchObject([{ number: '1.3' }, { number: '2.4' }])
  expect(mended.board.shots.find(({ number }) => number === '1.3')?.prompt).toBe('Drawn at last, 1.3')
  const never = await play({ table: () => lacking, 'image-prompts': () => undefined })
  expect(never.board.shots.map(({ number }) => number)).toEqual(table.rows.map(({ number }) => number))
  expect(never.board.remarks.at(-1)).toMatch(/^1\.3, 2\.4：画面提示按规则写成/)
})

test('no usable answer leaves the board by rules', async () => {
  const { board } = await play({ table: () => undefined })
  expect(board.shots).toEqual(rules.shots)
  expect(board.remarks.at(-1)).toMatch(/没有给出可用的结果/)
})

const fills = fc.record({
  number: fc.constantFrom(...table.rows.map(({ number }) => number), '9.9', 'x'),
  size: fc.constantFrom(...shotSizes.map(({ name }) => name)),
  angle: fc.constantFrom('eye', 'low', 'pov'),
  move: fc.record({ name: fc.constantFrom(...cameraMoves.map(({ name }) => name)), direction: fc.constantFrom(null, 'up', 'left'), speed: fc.constantFrom('slow', 'fast') }),
  transition: fc.constantFrom('cut', 'dissolve', 'wipe', 'fade'),
  cast: fc.array(fc.constantFrom('苏轼', '客人', '无名'), { maxLength: 3 }),
  prompt: fc.string({ unit: 'grapheme', maxLength: 30 }),
  motion: fc.string({ maxLength: 10 }),
})

test('whatever a model answers, no cell of the table is another afterwards', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fills, { maxLength: 30 }), async (rows) => {
    const { board } = await play({ table: () => ({ ...faithful, rows }), 'image-prompts': () => ({ prompts: [] }) })
    for (const [index, row] of table.rows.entries()) {
      const shot = board.shots[index]
      expect(shot).toMatchObject({ number: row.number, scene: row.scene, picture: row.picture, written: row.written })
      expect(shot?.line?.text).toBe(row.line?.text)
      if (row.size) expect(shot?.size).toBe(row.size)
      if (row.move) expect(shot?.move.name).toBe(row.move.name)
      expect(shot?.prompt).toMatch(/\p{Script=Latin}/u)
    }
  }), { numRuns: 40 })
})
