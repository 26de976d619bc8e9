import { describe, expect, it } from 'vitest'
import { applyDirection } from '../../src/film/apply-direction.ts'
import type { Direction } from '../../src/film/direction.ts'
import type { Shot, Storyboard } from '../../src/film/storyboard.ts'

const shot = (number: string, change: Partial<Shot> = {}): Shot => ({
  number, size: 'medium', move: { name: 'static', direction: null, speed: 'normal' }, angle: 'eye', scene: 'the river', picture: `Picture ${number}`, line: null, cast: [],
  prompt: `Mid-shot, static camera, picture ${number}, film noir, hard black and white light`, frames: 96, timed: false, transition: { name: 'cut', frames: 0 }, seed: 7, written: { size: '中景', move: null }, ...change,
})
const board: Storyboard = { title: 'Old', author: null, language: 'en', fps: 24, mood: 'tense', era: 'modern', look: 'noir', cast: [], shots: [shot('1.1'), shot('1.2'), shot('1.2.1'), shot('2.1', { timed: true })], remarks: [], by: 'test' }
const numbers = (one: Storyboard) => one.shots.map((each) => each.number)

describe('a direction', () => {
  it('changes the shots it names and leaves their neighbours the very same', () => {
    const after = applyDirection(board, { kind: 'shots', numbers: ['1.2'], change: { size: 'close-up', add: 'more ships', seconds: 6 } }, () => 'new prompt')
    expect(after.shots[1]).toMatchObject({ size: 'close-up', picture: 'Picture 1.2, more ships', prompt: 'new prompt', frames: 144, timed: true, written: { size: null } })
    expect(after.shots[0]).toBe(board.shots[0])
    expect(after.shots[2]).toBe(board.shots[2])
  })

  it('puts shots elsewhere and leaves their numbers and everything else as they are', () => {
    const moved = (direction: Partial<Extract<Direction, { kind: 'move' }>>) => applyDirection(board, { kind: 'move', numbers: ['2.1'], after: null, ...direction })
    expect(numbers(moved({}))).toEqual(['2.1', '1.1', '1.2', '1.2.1'])
    expect(numbers(moved({ numbers: ['1.1', '1.2'], after: '2.1' }))).toEqual(['1.2.1', '2.1', '1.1', '1.2'])
    expect(moved({}).shots[0]).toBe(board.shots[3])
    for (const same of [moved({ after: '1.2.1' }), moved({ after: '9.9' }), moved({ numbers: ['9.9'] }), moved({ after: '2.1' })]) expect(same).toBe(board)
  })

  it('writes no new prompt for a shot whose picture did not change', () => {
    const after = applyDirection(board, { kind: 'shots', numbers: ['1.2'], change: { seconds: 6, line: 'Now.' } }, () => 'new prompt')
    expect(after.shots[1]?.prompt).toBe(board.shots[1]?.prompt)
    expect(after.shots[1]?.line).toEqual({ speaker: null, text: 'Now.', language: 'en' })
  })

  it('patches the old prompt when nobody writes a new one', () => {
    const after = applyDirection(board, { kind: 'shots', numbers: ['1.2'], change: { size: 'close-up', add: 'more ships' } })
    expect(after.shots[1]?.prompt).toBe('Close-up shot, static, more ships, picture 1.2, film noir, hard black and white light')
  })

  it('takes out of the picture what is to go, and lets it back in when it is asked for', () => {
    const crows: Storyboard = { ...board, cast: [{ name: '曹操', also: ['孟德'], gender: 'man', age: 'adult', appearance: 'a warlord', seed: 1 }], shots: [shot('2.4', { picture: '江上，乌鸦', cast: ['曹操'] }), shot('2.5', { picture: 'A river, two crows.', cast: ['曹操'] })] }
    const change = (number: string, remove: string, before = crows) => applyDirection(before, { kind: 'shots', numbers: [number], change: { remove } })
    expect(change('2.4', '乌鸦').shots[0]).toMatchObject({ picture: '江上，乌鸦，没有乌鸦', cast: ['曹操'] })
    expect(change('2.4', '人').shots[0]).toMatchObject({ picture: '江上，乌鸦，画中无人', cast: [] })
    expect(change('2.4', '孟德').shots[0]?.cast).toEqual([])
    const without = change('2.5', 'the crows')
    expect(without.shots[1]?.picture).toBe('A river, two crows. no crows')
    expect(change('2.5', 'people').shots[1]).toMatchObject({ picture: 'A river, two crows. nobody in sight', cast: [] })
    expect(applyDirection(without, { kind: 'shots', numbers: ['2.5'], change: { add: 'crows' } }).shots[1]?.picture).not.toContain('no crows')
  })

  it('drops shots, but never the last one', () => {
    expect(numbers(applyDirection(board, { kind: 'drop', numbers: ['1.1', '1.2.1'] }))).toEqual(['1.2', '2.1'])
    expect(applyDirection(board, { kind: 'drop', numbers: numbers(board) })).toBe(board)
  })

  it('inserts with a number of its own and renumbers nobody', () => {
    expect(numbers(applyDirection(board, { kind: 'insert', after: '1.2', picture: 'A crow', line: null }))).toEqual(['1.1', '1.2', '1.2.2', '1.2.1', '2.1'])
    expect(numbers(applyDirection(board, { kind: 'insert', after: null, picture: 'A crow', line: null }))[0]).toBe('0')
  })

  it('changes look, title and length', () => {
    expect(applyDirection(board, { kind: 'look', look: 'ink-wash' }).shots.every((each) => each.prompt.endsWith('traditional Chinese ink wash painting'))).toBe(true)
    expect(applyDirection(board, { kind: 'title', title: 'New' })).toEqual({ ...board, title: 'New' })
    const long = applyDirection(board, { kind: 'length', seconds: 22 })
    expect(long.shots.reduce((sum, each) => sum + each.frames, 0)).toBe(22 * 24)
    expect(long.shots[3]).toBe(board.shots[3])
  })

  it('gives the same board when it asks nothing of it', () => {
    const directions: Direction[] = [{ kind: 'approve' }, { kind: 'music', mood: 'off' }, { kind: 'look', look: 'noir' }, { kind: 'shots', numbers: ['9.9'], change: { seconds: 2 } }]
    for (const direction of directions) expect(applyDirection(board, direction), direction.kind).toBe(board)
  })
})
