import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraMoves } from '../../src/film/camera-move.ts'
import { shotSizes } from '../../src/film/shot-size.ts'
import { Flags, parseFlags } from '../../src/reading/parse-flags.ts'
import { moveName, parseMove } from '../../src/reading/parse-move.ts'
import { parseSeconds } from '../../src/reading/parse-seconds.ts'
import { parseSize } from '../../src/reading/parse-size.ts'
import { parseTransition } from '../../src/reading/parse-transition.ts'
import { ReadingError } from '../../src/reading/reading-error.ts'

describe('shot sizes', () => {
  test('every size is read by its Chinese name, English name and abbreviation', () => {
    for (const { name, short, en, zh } of shotSizes) for (const word of [short, short.toLowerCase(), en, `${en} shot`, zh, `${zh}镜头`]) expect([word, parseSize(word)?.size]).toEqual([word, name])
  })

  test.each([
    ['ELS', 'extreme-wide'], ['LS', 'wide'], ['WS', 'wide'], ['MLS', 'medium-full'], ['cowboy shot', 'medium-full'], ['MCU', 'medium-close'], ['BCU', 'extreme-close'], ['close up', 'close-up'], ['Close-Up', 'close-up'], ['closeup', 'close-up'],
    ['2S', 'medium'], ['two shot', 'medium'], ['macro', 'extreme-close'], ['ＣＵ', 'close-up'], ['小全景', 'full'], ['大近景', 'close-up'], ['手部特写', 'insert'], ['master', 'full'], ['establishing shot', 'extreme-wide'],
  ])('%s is %s', (written, size) => expect(parseSize(written)?.size).toBe(size))

  test('an angle may stand beside the size or alone', () => {
    expect(parseSize('low angle wide')).toMatchObject({ size: 'wide', angle: 'low', left: '' })
    expect(parseSize('俯拍全景')).toMatchObject({ size: 'full', angle: 'high', left: '' })
    expect(parseSize('OTS')).toMatchObject({ size: 'medium', angle: 'over-shoulder' })
    expect(parseSize('POV')).toMatchObject({ size: null, angle: 'pov' })
  })

  test('what is no size is null, also inside longer words', () => {
    for (const word of ['', 'huge', 'fullness', 'insertion', '景']) expect(parseSize(word)).toBeNull()
  })
})

describe('camera moves', () => {
  test('every move, direction and speed reads back from its own name in both languages', () => {
    for (const { name, directions } of cameraMoves) for (const direction of [null, ...directions]) for (const speed of ['slow', 'normal', 'fast'] as const) for (const language of ['zh', 'en'] as const) {
      const move = { name, direction, speed }
      const read = parseMove(moveName(move, language))?.move
      expect([moveName(move, language), read?.name, read?.speed]).toEqual([moveName(move, language), name, speed])
      expect(read?.direction).toBe(direction)
    }
  })

  test.each([
    ['slow dolly in', 'push-in', null, 'slow'], ['快速左摇', 'pan', 'left', 'fast'], ['由远及近推', 'push-in', null, 'normal'], ['跟拍', 'follow', null, 'normal'], ['航拍', 'crane', 'up', 'normal'], ['手持晃动', 'handheld', null, 'normal'],
    ['环绕', 'orbit', null, 'normal'], ['pan up', 'tilt', 'up', 'normal'], ['上摇', 'tilt', 'up', 'normal'], ['dolly left', 'track', 'left', 'normal'], ['truck right', 'track', 'right', 'normal'], ['track in', 'push-in', null, 'normal'], ['pull back slowly', 'pull-out', null, 'slow'],
    ['whip pan right', 'whip-pan', 'right', 'normal'], ['crash zoom', 'zoom', 'in', 'fast'], ['zoom out', 'zoom', 'out', 'normal'], ['rotate ccw', 'roll', 'counterclockwise', 'normal'], ['固定镜头', 'static', null, 'normal'], ['locked off', 'static', null, 'normal'],
    ['缓缓上升', 'crane', 'up', 'slow'], ['从左到右移动', 'track', 'right', 'normal'], ['Mid shot, following motion', 'follow', null, 'normal'], ['变焦推', 'zoom', 'in', 'normal'], ['希区柯克变焦', 'zoom', null, 'normal'], ['甩', 'whip-pan', null, 'normal'], ['俯冲', 'crane', 'down', 'fast'],
  ])('%s', (written, name, direction, speed) => expect(parseMove(written)?.move).toEqual({ name, direction, speed }))

  test('of two moves the first is made and the other is told', () => expect(parseMove('推+摇')).toMatchObject({ move: { name: 'push-in' }, also: ['pan'] }))
  test('what is no move is null', () => expect(parseMove('teleport')).toBeNull())
  test('whatever is written, sizes and moves are read without an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => void [parseSize(text), parseMove(text), parseTransition(text), parseSeconds(text)]))
  })
})

test.each([
  ['6', 6], ['6s', 6], ['2.5 秒', 2.5], ['0:06', 6], ['1分20秒', 80], ['one minute', 60], ['一分钟', 60], ['4-6s', 5], ['3 hours', 10_800], ['约4秒', 4], ['6″', 6], ['soon', null], ['', null], ['a', null],
])('%s is %s seconds', (written, seconds) => expect(parseSeconds(written)).toBe(seconds))

test.each([['叠化', 'dissolve'], ['cross fade', 'dissolve'], ['硬切', 'cut'], ['fade to black', 'dip-to-black'], ['淡入', 'fade'], ['wipe', 'wipe'], ['explode', null]])('the transition %s', (written, name) => expect(parseTransition(written)).toBe(name))

describe('flags', () => {
  test('both dialects are read and taken out of the text', () => {
    expect(parseFlags('a cat, well-lit -camera pan right -motion 2 -ar 9:16 -neg blue, text -seed 5')).toEqual({
      text: 'a cat, well-lit', remarks: [], flags: { camera: { name: 'pan', direction: 'right', speed: 'normal' }, motion: 2, aspect: '9:16', negative: 'blue, text', seed: 5 },
    })
    expect(parseFlags('boat --ar 2.35:1 --no people --seed 12 --motion high')).toMatchObject({ text: 'boat', flags: { aspect: '2.39:1', negative: 'people', seed: 12, motion: 3 } })
    expect(parseFlags('月下 -camera zoom in').flags.camera).toMatchObject({ name: 'zoom', direction: 'in' })
    expect(parseFlags('boat —ar 1:1')).toMatchObject({ text: 'boat', flags: { aspect: '1:1' } })
  })

  test.each([
    ['zoom in', 'zoom', 'in'], ['zoom out', 'zoom', 'out'], ['pan up', 'tilt', 'up'], ['pan down', 'tilt', 'down'], ['pan left', 'pan', 'left'], ['pan right', 'pan', 'right'],
    ['rotate cw', 'roll', 'clockwise'], ['rotate clockwise', 'roll', 'clockwise'], ['rotate ccw', 'roll', 'counterclockwise'], ['rotate acw', 'roll', 'counterclockwise'], ['rotate counterclockwise', 'roll', 'counterclockwise'],
    ['push in', 'push-in', null], ['推', 'push-in', null],
  ])('-camera %s', (value, name, direction) => expect(parseFlags(`x -camera ${value}`)).toEqual({ text: 'x', remarks: [], flags: { camera: { name, direction, speed: 'normal' } } }))

  test('a pan may go two ways at once', () => {
    const both = { camera: { name: 'pan', direction: 'right', speed: 'normal' }, cameraToo: { name: 'tilt', direction: 'up', speed: 'normal' } }
    expect(parseFlags('x -camera pan up right').flags).toEqual(both)
    expect(parseFlags('x -camera pan right up').flags).toEqual(both)
    expect(parseFlags('x -camera track up right').remarks).toEqual([expect.stringMatching(/only a pan/)])
  })

  test('every rate from 8 to 24 is allowed', () => {
    for (let fps = 8; fps <= 24; fps++) expect(parseFlags(`x -fps ${fps}`).flags.fps).toBe(fps)
  })

  test('flags may stand before the prompt', () => {
    expect(parseFlags('-ar 9:16 -camera zoom in a boat at dusk')).toMatchObject({ text: 'a boat at dusk', flags: { aspect: '9:16', camera: { name: 'zoom', direction: 'in' } } })
  })

  test('what the artist cannot use is told by name, and its value is not drawn', () => {
    expect(parseFlags('boat --c 20 --q 2 --raw at dusk -gs 12')).toEqual({
      text: 'boat at dusk', flags: { guidance: 12 },
      remarks: ['--c 20', '--q 2', '--raw', '-gs 12'].map((flag) => `${flag}: the artist here has no such setting, so it was left out.`),
    })
    expect(parseFlags('小船 --s 250').remarks[0]).toBe('--s 250：这里的画师没有这项设置，已略过。')
  })

  test('an unknown flag is named and its words stay in the prompt', () => {
    expect(parseFlags('boat -blorp 5 -ar 1:1')).toEqual({ text: 'boat -blorp 5', flags: { aspect: '1:1' }, remarks: [expect.stringMatching(/^-blorp is no flag here.*-camera, -motion/)] })
  })

  test('prose with dashes is left alone', () => {
    const text = 'A no-man’s land - seed and camera - well-known, 3 - 4 boats'
    expect(parseFlags(text)).toEqual({ text, flags: {}, remarks: [] })
  })

  test.each([
    ['x -ar 5:5', /-ar has «5:5».*16:9.*2\.39:1/], ['x -motion 9', /-motion.*0, 1, 2, 3, 4/], ['x -camera fly', /-camera has «fly».*zoom in/], ['x -camera', /-camera has «»/], ['x -camera pan left right', /opposite/], ['x -camera zoom in pan left', /one kind/],
    ['x -fps 7', /8-24, 25, 30/], ['x -fps 60', /8-24/], ['x -seed -1', /-seed/], ['x --seed 1.5', /whole number/], ['x -gs 99', /5 to 25/], ['x -neg', /no words/], ['小船 -ar 5:5', /可以写：16:9/], ['小船 -seed abc', /整数/],
    ['x -motion 9 -ar 5:5', /-motion has «9»[^]*-ar has «5:5»/],
  ])('%s is refused with what is allowed', (text, message) => {
    expect(() => parseFlags(text)).toThrow(ReadingError)
    expect(() => parseFlags(text)).toThrow(message)
  })

  test('any text is read or refused with a sentence', () => {
    const word = fc.constantFrom('-camera', '--ar', '-seed', '-neg', '--no', '-fps', 'pan', 'up', '9:16', '5', '-x', '—', 'boat', '\n', '--raw', '=', '船')
    fc.assert(fc.property(fc.oneof(fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
      try { Flags.parse(parseFlags(text).flags) } catch (error) { expect(error).toBeInstanceOf(ReadingError) }
    }))
  })
})
