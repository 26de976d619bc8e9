import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneOf } from '../../src/studio/animatic/carried-scene.ts'
import { pngText, withPngText } from '../../src/picture/png-text.ts'

const png = () => {
  const canvas = createCanvas(8, 8)
  canvas.getContext('2d').fillRect(2, 2, 4, 4)
  return canvas.toBuffer('image/png')
}

test('any text comes back as it went in', () => {
  const picture = png()
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => pngText(withPngText(picture, 'word', text), 'word') === text))
  expect(pngText(withPngText(picture, 'word', '壬戌之秋 🌕'), 'word')).toBe('壬戌之秋 🌕')
})

test('the picture that carries a text is still that picture', async () => {
  const image = await loadImage(withPngText(png(), 'word', 'text'))
  expect([image.width, image.height]).toEqual([8, 8])
})

test('a text is found by its own keyword only, beside others', () => {
  const both = withPngText(withPngText(png(), 'one', '1'), 'two', '2')
  expect([pngText(both, 'one'), pngText(both, 'two'), pngText(both, 'on'), pngText(png(), 'one')]).toEqual(['1', '2', null, null])
})

test('a damaged or foreign file carries nothing, and does no harm', () => {
  const carried = withPngText(png(), 'word', 'a text of some length, to be damaged')
  fc.assert(fc.property(fc.nat(carried.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
    const damaged = Buffer.from(carried)
    damaged[at] = (damaged[at] ?? 0) ^ by
    const found = pngText(damaged, 'word')
    return found === null || found === 'a text of some length, to be damaged'
  }))
  fc.assert(fc.property(fc.uint8Array(), (bytes) => pngText(bytes, 'word') === null))
  for (let length = 0; length < carried.length; length += 7) pngText(carried.subarray(0, length), 'word')
  expect(() => withPngText(Buffer.from('GIF89a'), 'word', 'x')).toThrow(/Only a PNG/)
})

test('a text under our keyword that is no scene is no scene', () => {
  expect(sceneOf(withPngText(png(), 'redcliff:scene', '{"version":1}'))).toBeNull()
  expect(sceneOf(withPngText(png(), 'redcliff:scene', 'not json'))).toBeNull()
})
