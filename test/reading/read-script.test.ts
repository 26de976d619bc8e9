import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readScript } from '../../src/reading/read-script.ts'
import { redCliffScript } from './red-cliff-table.ts'

describe('a bullet script in Chinese', () => {
  const script = readScript(redCliffScript)

  test('has its title, its characters without the narrator’s bracket, and its acts with their place', () => {
    expect(script).toMatchObject({ title: '赤壁赋', author: null, cast: ['苏轼', '朋友', '渔父', '客人'] })
    expect(script.acts.map(({ title, place }) => [title, place])).toEqual([['江上夜游', '赤壁之夜，月光如水，江面波光粼粼，山川寂静。'], ['水中乐曲', '赤壁之夜，月光如水，江面波光粼粼，山川寂静。']])
  })

  test('keeps lines verbatim and never reads a stage direction aloud', () => {
    expect(script.acts[0]?.beats).toEqual([
      { action: '幕启，苏轼与朋友在船上泛舟，月光照耀在江面上，水波荡漾。', line: null },
      { action: '朋友和苏轼对坐，轻声交谈。', line: { speaker: null, text: '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。清风徐来，水波不兴。', language: 'zh' } },
      { action: '', line: { speaker: '朋友', text: '此非孟德之困于周郎者乎？', language: 'zh' } },
    ])
  })
})

test('a screenplay: title page, scene headings, cues, asides, voice-over, notes and transitions', () => {
  const script = readScript('Title: The Lamp\nCredit: written by\nAuthor: A. Keeper\n\nFADE IN:\n\nINT. LIGHTHOUSE - NIGHT\n\nRain on the glass. [[check]] MARA, 60, winds the clockwork.\n\nMARA\n(to herself)\nOne more night.\nJust one.\n\nTOM (O.S.)\nMother?\n\nCUT TO:\n\nEXT. ROCKS - DAWN\n\nThe sea is flat.\n\nNARRATOR (V.O.)\nIt was over.\n')
  expect(script).toEqual({
    title: 'The Lamp', author: 'A. Keeper', cast: ['MARA', 'TOM'],
    acts: [
      { title: 'LIGHTHOUSE - NIGHT', place: 'INT. LIGHTHOUSE - NIGHT', beats: [
        { action: 'Rain on the glass. MARA, 60, winds the clockwork.', line: null },
        { action: 'to herself', line: { speaker: 'MARA', text: 'One more night.\nJust one.', language: 'en' } },
        { action: '', line: { speaker: 'TOM', text: 'Mother?', language: 'en' } },
      ] },
      { title: 'ROCKS - DAWN', place: 'EXT. ROCKS - DAWN', beats: [{ action: 'The sea is flat.', line: null }, { action: '', line: { speaker: null, text: 'It was over.', language: 'en' } }] },
    ],
  })
})

test('«NAME: line (action)», acts in English, a list of characters, a place for an act', () => {
  const script = readScript('# Home\nby: J. Doe\nCharacters:\n- Ann – a baker\n- Bob\n\nAct One: The Door\nSetting: a narrow street\nAnn: I am leaving. (picks up her bag)\n[She waits.]\n**Bob:** At ten: really?\nNarrator: She went.')
  expect(script).toMatchObject({ title: 'Home', author: 'J. Doe', cast: ['Ann', 'Bob'] })
  expect(script.acts).toEqual([{ title: 'The Door', place: 'a narrow street', beats: [
    { action: 'picks up her bag', line: { speaker: 'Ann', text: 'I am leaving.', language: 'en' } },
    { action: 'She waits.', line: null },
    { action: '', line: { speaker: 'Bob', text: 'At ten: really?', language: 'en' } },
    { action: '', line: { speaker: null, text: 'She went.', language: 'en' } },
  ] }])
})

test('any text is read without an exception', () => {
  const piece = fc.constantFrom('Act 1', 'INT. A - B', 'ANN', 'Ann:', 'hi', '(', ')', '（', '）', '：', '\n', '\n\n', '- ', '**', '[[', ']]', '/*', '人物：', '《', '》', '&#99999999;', '&#55296;')
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (pieces) => void readScript(pieces.join(''))), { numRuns: 200 })
})
