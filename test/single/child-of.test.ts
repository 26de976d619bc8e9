import { describe, expect, test } from 'vitest'
import { decodePress, encodePress } from '../../src/discord/custom-id.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { ReadingError } from '../../src/reading/reading-error.ts'
import { againOf, varyOf } from '../../src/single/child-of.ts'
import { fileName } from '../../src/single/file-name.ts'
import { filmOf } from '../../src/single/film-of.ts'
import { readShotPrompt } from '../../src/single/read-shot-prompt.ts'
import { readSingle } from '../../src/single/single-request.ts'
import type { SingleState } from '../../src/single/single-state.ts'
import { hashOf } from '../production/paper-studio.ts'

const request = readSingle('a boat -seed 5 -ar 1:1', { picture: null, language: 'en', animate: true, seed: 1 })
const state: SingleState = { version: 1, request, drawn: null, frame: 0, clip: null, discarded: false }
const drawn: SingleState = { ...state, drawn: { pictures: [{ picture: hashOf('p'), width: 720, height: 720, seed: 5 }], missed: [], move: { name: 'pan', direction: 'left', speed: 'slow' }, remarks: [], words: '' } }

describe('the children of a single', () => {
  test('again is the same with another seed, and the same child however often it is asked for', () => {
    const child = againOf('single-1', request)
    expect(child).toEqual(againOf('single-1', request))
    expect(child.request).toMatchObject({ prompt: 'a boat', text: 'a boat -ar 1:1', flags: { aspect: '1:1' }, parent: { production: 'single-1', how: 'again' } })
    expect(child.request.seed).not.toBe(5)
    expect(againOf(child.id, child.request).id).not.toBe(child.id)
  })

  test('a variation keeps the seed, unless nothing but the seed could change', () => {
    expect(varyOf('single-1', request, 'a red boat').request).toMatchObject({ prompt: 'a red boat', seed: 5 })
    expect(varyOf('single-1', request, 'a boat').request.seed).toBe(5)
    const unflagged = readSingle('a boat', { picture: null, language: 'en', animate: true, seed: 1 })
    expect(varyOf('single-1', unflagged, 'a boat').request.seed).not.toBe(1)
    expect(varyOf('s', request, 'x -seed 9').request.seed).toBe(9)
    expect(() => varyOf('s', request, 'x -ar 5:5')).toThrow(ReadingError)
  })

  test('their ids fit into a button', () => {
    const { id } = againOf('single-1', request)
    const press = { production: id, act: 'again' } as const
    expect(decodePress(encodePress(press))).toEqual(press)
    const pick = { production: id, act: 'event', event: { kind: 'picked', shot: '1', for: 'f'.repeat(16), frame: 3 } } as const
    expect(decodePress(encodePress(pick))).toEqual(pick)
  })
})

test('a film begins with the single’s picture, prompt, camera and seed', () => {
  expect(filmOf({ ...state, drawn: null })).toBeNull()
  const brief = filmOf(drawn)
  expect(brief).toMatchObject({ kind: 'table', aspect: '1:1', seed: 5, frames: { 1: { picture: hashOf('p') } } })
  expect(readTable(brief?.text ?? '').rows).toMatchObject([{ number: '1', picture: 'a boat', move: { name: 'pan', direction: 'left', speed: 'slow' }, seconds: 3, seed: 5 }])
})

test('a film is opened whatever the prompt holds', () => {
  for (const prompt of ['say "hi", 1|2', '赤壁，月下\n小舟', '=SUM(1)', '1', '同上']) {
    const film = filmOf({ ...drawn, request: readSingle(prompt, { picture: null, language: 'zh', animate: true, seed: 1 }) })
    expect([prompt, readTable(film?.text ?? '').rows.length]).toEqual([prompt, 1])
  }
})

test.each([
  ['Boat under the RED cliffs!', '', 'boat_under_the_red_cliffs_seed1.mp4'],
  ['../../etc/passwd', '', 'etc_passwd_seed1.mp4'],
  ['赤壁下的小船', 'boat under cliff', 'boat_under_cliff_seed1.mp4'],
  ['赤壁', '', 'picture_seed1.mp4'],
  ['a'.repeat(300), '', 'picture_seed1.mp4'],
])('the file of «%s»', (prompt, words, name) => {
  expect(fileName({ ...drawn, request: readSingle(prompt, { picture: null, language: 'en', animate: true, seed: 1 }), drawn: drawn.drawn && { ...drawn.drawn, words } }, 'mp4')).toBe(name)
})

test.each([
  ['close-up of an old fisherman, slow push in, rain', { size: 'close-up', move: 'push-in', picture: 'an old fisherman, rain' }],
  ['赤壁月夜，特写，缓慢推进', { size: 'close-up', move: 'push-in', picture: '赤壁月夜' }],
  ['birds rise over the river', { size: null, move: null, picture: 'birds rise over the river' }],
  ['a boat, wide shot, pan left', { size: 'wide', move: 'pan', picture: 'a boat' }],
  ['close-up', { size: 'close-up', move: null, picture: 'close-up' }],
])('what «%s» says of the camera', (prompt, wanted) => {
  const { size, move, picture } = readShotPrompt(prompt)
  expect({ size, move: move?.name ?? null, picture }).toEqual(wanted)
})

test('a prompt that is empty, too long or wrongly flagged is refused with a sentence', () => {
  const ask = (text: string, language: 'zh' | 'en' = 'en') => () => readSingle(text, { picture: null, language, animate: true, seed: 1 })
  expect(ask('-ar 1:1')).toThrow(/Write what is to be seen/)
  expect(ask('', 'zh')).toThrow(/请写下/)
  expect(ask('x'.repeat(1501))).toThrow(/1501/)
})
