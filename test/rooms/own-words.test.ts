import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, ownWords, unsaid } from '../../src/production/rooms/own-words.ts'

test('a line comes back in the text’s own letters and marks, whatever marks it was written down with', () => {
  const text = 'It was late. “Who’s there?” he said, and the\nwind — the cold wind — answered.'
  expect(ownWords(['it was late', "Who's there", 'the wind - the cold wind - answered'], text).map((each) => each?.text))
    .toEqual(['It was late.', 'Who’s there?', 'the wind — the cold wind — answered.'])
})

test('Chinese is held the same way, and a couplet broken over two lines is one', () => {
  const text = '壬戌之秋，七月既望，\n苏子与客泛舟游于赤壁之下。清风徐来，水波不兴。'
  expect(ownWords(['壬戌之秋 七月既望 苏子与客泛舟游于赤壁之下', '清风徐来,水波不兴'], text).map((each) => each?.text))
    .toEqual(['壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。', '清风徐来，水波不兴。'])
})

test('a changed word, another order and a word inside of another are not found', () => {
  const text = 'There was a boat. He rowed it home.'
  expect(ownWords(['There was a ship.'], text)).toEqual([null])
  expect(ownWords(['He rowed it home.', 'There was a boat.'], text)[1]).toBeNull()
  expect(ownWords(['here was a boat'], text)).toEqual([null])
})

test('what no line says is told in the text’s words', () => {
  const text = 'One came. Two went. Three stayed.'
  expect(unsaid(ownWords(['One came.', 'Three stayed.'], text), text)).toEqual(['Two went.'])
})

const word = fc.stringMatching(/^[a-z]{1,7}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`)

test('any parting of any text into lines is found whole, whatever happens to marks, case and spaces', () => {
  fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.constantFrom(...[' ', '\n', '  '])), fc.boolean(), (sentences, gaps, loud) => {
    const text = sentences.map((each) => `${each}${gaps.next().value}`).join('')
    const lines = sentences.map((each) => (loud ? each.toUpperCase() : each).replace('.', '…'))
    const found = ownWords(lines, text)
    expect(found.map((each) => each?.text)).toEqual(sentences)
    expect(unsaid(found, text)).toEqual([])
  }))
})

test('a line with any letter changed is never taken for the text', () => {
  fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (sentences, which, where) => {
    const index = which % sentences.length
    const line = sentences[index] ?? ''
    const at = [...line].map((letter, place) => [letter, place] as const).filter(([letter]) => /[a-z]/.test(letter))
    const [, place] = at[where % at.length] ?? ['', 0]
    const changed = `${line.slice(0, place)}ß${line.slice(place + 1)}`
    expect(ownWords(sentences.with(index, changed), sentences.join(' '))[index]).toBeNull()
  }))
})

test('what is kept is always a part of the text, in order', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 6 }), (text, lines) => {
    let after = 0
    for (const each of ownWords(lines, text)) {
      if (!each) continue
      expect(each.from).toBeGreaterThanOrEqual(after)
      after = each.to
      expect(text.replace(/\s+/gu, '')).toContain(each.text.replace(/\s+/gu, ''))
    }
  }))
})

test('texts are alike by the letters they share', () => {
  expect(likeness('The wind rose over the river', 'The wind rises over the river')).toBeGreaterThan(0.8)
  expect(likeness('The wind rose over the river', 'Nobody came')).toBeLessThan(0.2)
})
