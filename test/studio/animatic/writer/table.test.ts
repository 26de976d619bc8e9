import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../src/reading/read-table.ts'
import { boardTable, TableInputs } from '../../../../src/studio/animatic/writer/table.ts'

const text = readFileSync(new URL('../../../../examples/red-cliff.md', import.meta.url), 'utf8')
const table = readTable(text)
const board = (change: Partial<TableInputs> = {}) => boardTable(TableInputs.parse({ table, title: '赤壁赋', language: 'zh', fps: 24, aspect: '16:9', look: null, seconds: null, seed: 11, ...change }))

describe('a finished table', () => {
  it('is obeyed to the letter: numbers, order, sizes, moves, cells and lines', () => {
    const { shots } = board()
    expect(shots.map((shot) => shot.number)).toEqual(['1.1', '1.2', '1.2.1', '1.2.1.1', '1.2.1.2', '1.2.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8'])
    table.rows.forEach((row, index) => {
      const shot = shots[index]
      if (row.size) expect(shot?.size, row.number).toBe(row.size)
      if (row.move) expect(shot?.move, row.number).toEqual(row.move)
      expect(shot, row.number).toMatchObject({ scene: row.scene, picture: row.picture, written: row.written })
      expect(shot?.line?.text, row.number).toBe(row.line?.text)
    })
  })

  it('joins by nesting: deeper shots are cut, a new first number goes through black', () => {
    const join = Object.fromEntries(board().shots.map((shot) => [shot.number, shot.transition.name]))
    expect(join).toMatchObject({ '1.1': 'fade', '1.2': 'dissolve', '1.2.1': 'cut', '1.2.1.1': 'cut', '1.2.1.2': 'cut', '2.1': 'dip-to-black' })
  })

  it('finds who is who under all their names', () => {
    const { cast, shots } = board()
    expect(cast.map((member) => member.name)).toEqual(['苏轼', '客', '曹操'])
    expect(shots.find((shot) => shot.number === '1.2')?.cast).toEqual(['苏轼', '客'])
    expect(shots.find((shot) => shot.number === '2.3')?.cast).toEqual(['曹操'])
    expect(shots.find((shot) => shot.number === '2.6')?.cast).toEqual(['苏轼', '客'])
    expect(board({ title: '赤壁' }).cast).toEqual(cast)
  })

  it('goes back to the boat where the two sat, when the table goes back to the conversation', () => {
    const prompt = board().shots.find((shot) => shot.number === '2.6')?.prompt
    expect(prompt).toContain('on the small boat, a guest and Su Shi sitting face to face')
    expect(prompt).toContain('the river under the Chibi cliffs')
    expect(prompt).not.toContain('the open sky')
  })

  it('writes English prompts in the order size, move, subject, light, place, era, style', () => {
    for (const shot of board().shots) {
      expect(shot.prompt, shot.number).not.toMatch(/\p{Script=Han}/u)
      expect(shot.prompt, shot.number).toMatch(/ancient China, traditional Chinese ink wash painting$/)
    }
    expect(board().shots[1]?.prompt).toMatch(/^Mid-shot, following motion, .*boating slowly under the Chibi cliffs/)
  })

  it('keeps seconds, transitions, seeds and prompts that a person gave, whatever the wanted length', () => {
    const rows = table.rows.map((row, index) => (index === 2 ? { ...row, seconds: 7.5, seed: 5, prompt: 'Mine.', transition: { name: 'wipe' as const, seconds: 1 } } : row))
    const shot = board({ table: { ...table, rows } as TableInputs['table'], seconds: 90 }).shots[2]
    expect(shot).toMatchObject({ frames: 180, timed: true, seed: 5, prompt: 'Mine.', transition: { name: 'wipe', frames: 24 } })
  })
})
