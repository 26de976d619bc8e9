import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraMoves } from '../../src/film/camera-move.ts'
import { CameraAngle, ShotSize } from '../../src/film/shot-size.ts'
import type { Shot, Storyboard } from '../../src/film/storyboard.ts'
import { toFrames } from '../../src/film/time.ts'
import { TransitionName } from '../../src/film/transition.ts'
import { guessLanguage } from '../../src/reading/guess-language.ts'
import { readSource } from '../../src/reading/read-source.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { storyboardMarkdown } from '../../src/reading/storyboard-markdown.ts'
import { redCliffTable } from './red-cliff-table.ts'

const awkward = fc.constantFrom('|', '\\', '\\|', '\n', '<br>', '"', "'", '“', '&amp;', '&#124;', '👩‍👩‍👧', 'שלום', 'مرحبا', '同上', '*', '`', ',', '：', ':', '-', '｜', ' ', '月', 'a', '7', '\t', '../', "'; drop", '[v]')
const words = fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join(''))
/** A cell that says «as above» or nothing but dashes means just that; names have no colon. */
const cell = words.filter((text) => !/^\s*(?:同上|"|〃|″|\^\^|ditto|do\.|same)\s*$/i.test(text))
const name = fc.constantFrom('苏轼', '客', 'Mary', 'MARY ANN', 'Dr. Who', null)
const move = fc.constantFrom(...cameraMoves).chain(({ name: moveName, directions }) =>
  fc.record({ name: fc.constant(moveName), direction: fc.constantFrom(null, ...directions), speed: fc.constantFrom('slow', 'normal', 'fast') }))

const shot = fc.record({
  size: fc.constantFrom(...ShotSize.options), move, angle: fc.constantFrom(...CameraAngle.options),
  scene: cell, picture: cell, prompt: cell,
  line: fc.option(fc.record({ speaker: name, text: cell.filter((text) => text.trim() !== '' && text === text.trim()) }), { nil: null }),
  frames: fc.integer({ min: 12, max: 14_400 }), timed: fc.boolean(), seed: fc.nat(),
  transition: fc.record({ name: fc.constantFrom(...TransitionName.options), frames: fc.integer({ min: 0, max: 96 }) }),
  written: fc.record({ size: fc.constantFrom(null, '特写', 'ECU', '全景'), move: fc.constantFrom(null, '缓慢推进', '静态特写', 'pan left', '全景') }),
})

const board = fc.record({ language: fc.constantFrom('zh', 'en'), fps: fc.constantFrom(24, 25, 30), shots: fc.array(shot, { minLength: 1, maxLength: 5 }) }).map(({ language, fps, shots }): Storyboard => ({
  title: 'x', author: null, language, fps, mood: 'serene', era: 'timeless', look: 'pencil', cast: [], remarks: [], by: 'test',
  shots: shots.map((each, index) => ({ ...each, number: `1.${index + 1}`, cast: [], line: each.line && { ...each.line, language: guessLanguage(each.line.text) } })) as Shot[],
}))

describe('the storyboard as a document', () => {
  test('reads back to the same shots, whatever stands in its cells', () => {
    fc.assert(
      fc.property(board, (storyboard) => {
        const { rows } = readTable(storyboardMarkdown(storyboard))
        expect(rows).toHaveLength(storyboard.shots.length)
        for (const [index, each] of storyboard.shots.entries()) {
          const row = rows[index]
          expect(row).toMatchObject({ number: each.number, size: each.size, angle: each.angle, scene: each.scene, picture: each.picture, seed: each.seed })
          expect(row?.move).toMatchObject({ name: each.move.name, speed: each.move.speed })
          // A written cell may leave its direction to us.
          if (row?.move?.direction !== null) expect(row?.move?.direction).toBe(each.move.direction)
          expect(row?.prompt ?? '').toBe(each.prompt)
          expect(row?.line).toEqual(each.line)
          expect(row?.seconds === null ? null : toFrames(row?.seconds ?? 0, storyboard.fps)).toBe(each.timed ? each.frames : null)
          expect(row?.transition?.name).toBe(each.transition.name)
          expect(toFrames(row?.transition?.seconds ?? 0, storyboard.fps)).toBe(each.transition.frames)
          if (each.written.size === null) expect(row?.written.size).toBeNull()
          if (each.written.move === null) expect(row?.written.move).toBeNull()
        }
      }),
      { numRuns: 120 },
    )
  })

  test('keeps the five columns and the cells a person wrote', () => {
    const { rows } = readTable(redCliffTable)
    const shots = rows.map((row): Shot => ({
      number: row.number, size: row.size ?? 'medium', move: row.move ?? { name: 'static', direction: null, speed: 'normal' }, angle: 'eye', scene: row.scene, picture: row.picture,
      line: row.line, cast: [], prompt: 'p', frames: 96, timed: false, transition: { name: 'cut', frames: 0 }, seed: 7, written: row.written,
    }))
    const page = storyboardMarkdown({ title: '赤壁赋', author: '苏轼', language: 'zh', fps: 24, mood: 'serene', era: 'ancient-china', look: 'ink-wash', cast: [], shots, remarks: [], by: 'rules' })
    expect(page).toContain('| 分镜 | 景别 | 运镜 | 场景描述 | 画面描述 |')
    expect(page).toContain('| 2.1 | 全景 | 静态特写 | 客曰：月明星稀 |  |')
    expect(page).toContain('| 1.2.2 | 全景 | *固定* |')
    const again = readTable(page)
    expect(again).toMatchObject({ title: '赤壁赋', author: '苏轼' })
    expect(again.rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line))
    expect(again.rows.map(({ written }) => written)).toEqual(rows.map(({ written }) => written))
    expect(readSource(page).kind).toBe('table')
  })

  test('a cell whose shot a note has changed since says what holds now', () => {
    const [row] = readTable(redCliffTable).rows
    const shot: Shot = { ...(row as NonNullable<typeof row>), size: 'wide', move: { name: 'pan', direction: 'left', speed: 'slow' }, angle: 'eye', cast: [], prompt: '', frames: 48, timed: true, transition: { name: 'cut', frames: 0 }, seed: 1 }
    const page = storyboardMarkdown({ title: 't', author: null, language: 'zh', fps: 24, mood: 'serene', era: 'timeless', look: 'flat', cast: [], shots: [shot], remarks: [], by: '' })
    expect(readTable(page).rows[0]).toMatchObject({ size: 'wide', move: { name: 'pan', direction: 'left', speed: 'slow' }, seconds: 2 })
  })
})
