import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Directions } from '../../src/film/direction.ts'
import type { NoteShot } from '../../src/reading/note-board.ts'
import { readNote } from '../../src/reading/read-note.ts'

const still = { name: 'static', direction: null, speed: 'normal' } as const
const push = { name: 'push-in', direction: null, speed: 'normal' } as const
const shot = (number: string, size: NoteShot['size'], move: NoteShot['move'] = still): NoteShot => ({ number, size, move, seconds: 4 })
const board = { shots: [shot('1.1', 'full'), shot('1.2', 'medium'), shot('1.2.1', 'medium'), shot('1.3', 'close-up'), shot('1.4', 'close-up'), shot('2.1', 'full'), shot('2.3', 'medium', push), shot('2.4', 'medium')] }
const all = board.shots.map(({ number }) => number)
const read = (text: string) => readNote(text, board)
const slow = { ...push, speed: 'slow' }

describe('changes to shots, reckoned from the shot as it stands', () => {
  test.each([
    ['shot 2.3 closer, and slower', ['2.3'], { size: 'medium-close', move: slow, seconds: 5 }],
    ['2.3 近一点，慢一点', ['2.3'], { size: 'medium-close', move: slow, seconds: 5 }],
    ['2.3 faster', ['2.3'], { move: { ...push, speed: 'fast' }, seconds: 3.2 }],
    ['2.1 slower', ['2.1'], { seconds: 5 }],
    ['2.1 much wider', ['2.1'], { size: 'extreme-wide' }],
    ['2.4: more ships, slower push, dusk', ['2.4'], { add: 'more ships, dusk', move: slow }],
    ['第2.4镜 加更多船', ['2.4'], { add: '更多船' }],
    ['all close-ups warmer', ['1.3', '1.4'], { add: 'warmer' }],
    ['所有特写暖一点', ['1.3', '1.4'], { add: '暖一点' }],
    ['make 2.1 a wide shot, pan left', ['2.1'], { size: 'wide', move: { name: 'pan', direction: 'left', speed: 'normal' } }],
    ['最后一镜改成特写，向左摇', ['2.4'], { size: 'close-up', move: { name: 'pan', direction: 'left', speed: 'normal' } }],
    ['2.1 low angle wide shot', ['2.1'], { size: 'wide', angle: 'low' }],
    ['1.2 should last 6 s', ['1.2'], { seconds: 6 }],
    ['1.2 延长两秒', ['1.2'], { seconds: 6 }],
    ['1.2 twice as long', ['1.2'], { seconds: 8 }],
    ['the second act is too long', ['2.1', '2.3', '2.4'], { seconds: 3.2 }],
    ['第二幕太长了', ['2.1', '2.3', '2.4'], { seconds: 3.2 }],
    ['the last shot longer', ['2.4'], { seconds: 5 }],
    ['first shot: dissolve', ['1.1'], { transition: 'dissolve' }],
    ['2.3 redraw', ['2.3'], { redraw: true }],
    ['line of 1.2: The moon, and the river. Go; now', ['1.2'], { line: 'The moon, and the river. Go; now' }],
    ['1.2 says "hello, you"', ['1.2'], { line: 'hello, you' }],
    ['1.2 台词改成：清风徐来，水波不兴。', ['1.2'], { line: '清风徐来，水波不兴。' }],
    ['2.4 画面改成：雾里的船队，火把通明', ['2.4'], { picture: '雾里的船队，火把通明' }],
    ['remove the crow from 2.4', ['2.4'], { remove: 'crow' }],
    ['2.4 without people', ['2.4'], { remove: 'people' }],
    ['2.4: no boats, closer', ['2.4'], { remove: 'boats', size: 'medium-close' }],
    ['2.4 去掉乌鸦', ['2.4'], { remove: '乌鸦' }],
    ['把 2.4 的乌鸦去掉', ['2.4'], { remove: '乌鸦' }],
    ['第2.4镜 不要人', ['2.4'], { remove: '人' }],
    ['1.3 and 1.4 wider', ['1.3', '1.4'], { size: 'medium-close' }],
    ['1.2–1.2.1 static', ['1.2', '1.2.1'], { move: still }],
  ])('%s', (text, numbers, change) => {
    expect(read(text)).toEqual({ directions: [{ kind: 'shots', numbers, change }], missed: [] })
  })

  test('a range is cut in the order of the storyboard, and shots that change differently are told apart', () => {
    expect(read('1.2–1.4 wider').directions).toEqual([
      { kind: 'shots', numbers: ['1.2', '1.2.1'], change: { size: 'medium-full' } },
      { kind: 'shots', numbers: ['1.3', '1.4'], change: { size: 'medium-close' } },
    ])
  })

  test('one note may hold several', () => {
    expect(read('2.3 closer. Drop 1.3, 1.4; music sad').directions.map(({ kind }) => kind)).toEqual(['shots', 'drop', 'music'])
    expect(read('drop 1.3, and make 2.1 wider').directions).toEqual([{ kind: 'drop', numbers: ['1.3'] }, { kind: 'shots', numbers: ['2.1'], change: { size: 'wide' } }])
  })
})

describe('everything else that can be asked', () => {
  test.each([
    ['drop 1.3', { kind: 'drop', numbers: ['1.3'] }],
    ['删掉1.3', { kind: 'drop', numbers: ['1.3'] }],
    ['insert after 1.2: a crow lands', { kind: 'insert', after: '1.2', picture: 'a crow lands', line: null }],
    ['insert before 1.1: dawn, mist', { kind: 'insert', after: null, picture: 'dawn, mist', line: null }],
    ['在1.2后加一个镜头：乌鸦落下', { kind: 'insert', after: '1.2', picture: '乌鸦落下', line: null }],
    ['整体改成铅笔风格', { kind: 'look', look: 'pencil' }],
    ['swap look to noir', { kind: 'look', look: 'noir' }],
    ['in black and white', { kind: 'look', look: 'noir' }],
    ['音乐更紧张', { kind: 'music', mood: 'tense' }],
    ['no music', { kind: 'music', mood: 'off' }],
    ['narrator: a woman', { kind: 'voice', voice: 'a woman' }],
    ['make it 60 seconds', { kind: 'length', seconds: 60 }],
    ['改成一分钟', { kind: 'length', seconds: 60 }],
    ['shorter', { kind: 'length', seconds: 25.6 }],
    ['title: The Long Night, part two', { kind: 'title', title: 'The Long Night, part two' }],
    ['pick B for 1.2', { kind: 'pick', number: '1.2', frame: 1 }],
    ['1.2选第二张', { kind: 'pick', number: '1.2', frame: 1 }],
    ['circle all', { kind: 'circle', numbers: all }],
    ['2.1 通过', { kind: 'circle', numbers: ['2.1'] }],
    ['idea 3', { kind: 'choose', idea: 3 }],
    ['第三个', { kind: 'choose', idea: 3 }],
    ['the third one', { kind: 'choose', idea: 3 }],
    ['undo', { kind: 'undo' }],
    ['撤销', { kind: 'undo' }],
    ['cancel', { kind: 'cancel' }],
    ['取消', { kind: 'cancel' }],
  ])('%s', (text, direction) => {
    expect(read(text)).toEqual({ directions: [direction], missed: [] })
  })

  test.each(['ok', 'OK!', 'lock', 'go', 'yes', 'all good', '通过', '可以', '好的', '👍'])('%s approves', (text) => {
    expect(read(text)).toEqual({ directions: [{ kind: 'approve' }], missed: [] })
  })

  test('a lone number chooses an idea only while there are no shots', () => {
    expect(readNote('3', { shots: [] }).directions).toEqual([{ kind: 'choose', idea: 3 }])
    expect(read('3')).toMatchObject({ directions: [], missed: ['3'] })
  })
})

describe('what is not understood comes back in the person’s own words', () => {
  test.each(['why is 2.3 so dark?', '2.3 blorp the flux', 'sing me a song', '2.1 birds rise'])('%s', (text) => {
    expect(read(text)).toMatchObject({ directions: [], missed: [text] })
  })

  test('a shot that does not exist is answered with those that do, and nothing is done to another', () => {
    expect(read('9.9 closer, slower')).toEqual({ directions: [], missed: [`«9.9 closer»: shot 9.9 is not in this storyboard. It has ${all.join(', ')}.`] })
    expect(readNote('drop 1.1', { shots: [] }).missed[0]).toMatch(/no storyboard yet/)
  })

  test('the understood part is done and the rest is told', () => {
    expect(read('2.3 closer, frobnicate')).toEqual({ directions: [{ kind: 'shots', numbers: ['2.3'], change: { size: 'medium-close' } }], missed: ['frobnicate'] })
  })

  test('any text gives directions that hold to the contract, for shots that exist', () => {
    const word = fc.constantFrom('2.3', '1.2-1.4', '9.9', 'shot', 'all', 'slower', ',', '，', 'and', 'pan', 'left', '6 s', '特写', '慢一点', '第二幕', 'drop', 'line', ':', '：', 'pick B', '%', '50', 'last', '镜', '删掉', 'music', '1e9 s', '"', '\n')
    const note = fc.oneof(fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), fc.string({ unit: 'binary', maxLength: 40 }))
    fc.assert(
      fc.property(note, (text) => {
        const { directions } = Directions.parse(read(text))
        for (const direction of directions) if ('numbers' in direction) expect(all).toEqual(expect.arrayContaining(direction.numbers))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a note that names no shot', () => {
  const at = (text: string) => readNote(text, { ...board, current: '2.3' })
  test.each([
    ['closer', { size: 'medium-close' }],
    ['make this one slower', { move: slow, seconds: 5 }],
    ['this shot: more ships', { add: 'more ships' }],
    ['近一点', { size: 'medium-close' }],
    ['去掉乌鸦', { remove: '乌鸦' }],
  ])('is about the shot being looked at: %s', (text, change) => {
    expect(at(text)).toEqual({ directions: [{ kind: 'shots', numbers: ['2.3'], change }], missed: [] })
  })
  test('is asked which shot it means where nobody looks at one', () => {
    expect(read('closer')).toEqual({ directions: [], missed: ['«closer»: which shot? Name it, as in «1.1 closer».'] })
    expect(read('remove the crow').missed).toEqual(['«remove the crow»: which shot? Name it, as in «1.1 remove the crow».'])
  })
  test('stays about the film where it is about the film', () => {
    expect(at('looks good').directions).toEqual([{ kind: 'approve' }])
    expect(at('no music').directions).toEqual([{ kind: 'music', mood: 'off' }])
  })
})
