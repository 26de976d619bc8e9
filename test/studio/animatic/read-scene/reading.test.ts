import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Look } from '../../../../src/film/look.ts'
import { Scene } from '../../../../src/studio/animatic/scene.ts'
import { findIcon, iconPath } from '../../../../src/studio/animatic/read-scene/icons.ts'
import { nouns } from '../../../../src/studio/animatic/read-scene/lexicon/nouns.ts'
import { readScene } from '../../../../src/studio/animatic/read-scene/read-scene.ts'
import { drawRequest, read } from './draw-request.ts'

const cast = [
  { name: 'Mia', also: ['the courier'], gender: 'woman', age: 'young', appearance: 'short hair, yellow raincoat, red scarf', seed: 11 },
  { name: '陈伯', also: ['老陈'], gender: 'man', age: 'old', appearance: '白胡子，草帽', seed: 12 },
]

describe('the cast', () => {
  test('is found by name and other names, and looks the same in every shot', () => {
    const [first, second] = ['Mia rides in the rain', 'The courier sits by the window'].map((text) => read(text, { cast: cast.slice(0, 1) }).figures)
    expect(first).toMatchObject([{ name: 'Mia', posture: 'ride' }])
    expect(second).toMatchObject([{ name: 'Mia', posture: 'sit' }])
    expect(second?.[0]?.costume).toEqual(first?.[0]?.costume)
    expect(first?.[0]?.costume).toEqual(expect.arrayContaining(['raincoat yellow', 'scarf red']))
  })
  test('is seen even where the words leave it out, unless nobody is there', () => {
    expect(read('The rain goes on', { cast }).figures.map((figure) => figure.name)).toEqual(['Mia', '陈伯'])
    expect(read('无人的街道', { cast }).figures).toEqual([])
  })
  test('is not doubled by «two people» or «she»', () => {
    expect(read('两个人走在雨里', { cast }).figures.map((figure) => figure.name).sort()).toEqual(['Mia', '陈伯'])
    expect(read('She waves goodbye', { cast: cast.slice(0, 1) }).figures).toMatchObject([{ name: 'Mia', doing: ['wave'] }])
  })
})

describe('icons', () => {
  test('every listed icon is in its set', () => {
    const names = nouns.flatMap(([, silhouette, colour]) => [silhouette === '-' ? [] : [`game-icons:${silhouette}`], colour === '-' ? [] : [`noto:${colour}`]].flat())
    const sample = names.filter((_, index) => index % 16 === 0)
    expect(sample.filter((name) => !iconPath(name)?.body)).toEqual([])
  })
  test('an icon comes as its SVG body and size', () => expect(iconPath('game-icons:cat')).toMatchObject({ width: 512, height: 512, body: expect.stringContaining('<path') }))
  test('whole words are matched, in both languages, plural or not', () => {
    expect(findIcon('foxes')).toBe('game-icons:fox')
    expect(findIcon('长颈鹿', 'colour')).toBe('noto:giraffe')
    expect(findIcon('microscope')).toBe('game-icons:microscope')
    expect(['月', 'gang', 'time', 'love', '爱', 'run', 'teacher', '时间'].map((word) => findIcon(word))).toEqual(Array(8).fill(null))
  })
  test('no path leaves the icon sets', () => {
    expect(iconPath('noto:../../package')).toBeNull()
    expect(iconPath('other:cat')).toBeNull()
  })
})

describe('reading', () => {
  test('gives a scene for any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...Look.options), fc.nat(3), (subject, prompt, look, variant) => {
      expect(Scene.safeParse(readScene(drawRequest(subject, { prompt, look, cast }), variant)).success).toBe(true)
    }), { numRuns: 150 })
  })
  test('gives a scene for any order of words that it knows', () => {
    const words = ['两', '个', '没有', '船', '苏轼', '人', '视角的', '，', '不', ' no ', ' boat', ' men', ' and', ' a', '吹箫', '无人', '小小的', ' rides', ' like', ' the', '七月', '一', '。', ' or', ' red', "'s", '-', '骑马', ' rose']
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
      const request = drawRequest(parts.join(''), { cast })
      const scene = readScene(request, 1)
      expect(Scene.safeParse(scene).success).toBe(true)
      expect(readScene(request, 1)).toEqual(scene)
    }), { numRuns: 150 })
  })
  test('differs between variants in the variant alone', () => {
    const request = drawRequest('A fox and two children by the lake at dusk')
    expect({ ...readScene(request, 3), variant: 0 }).toEqual(readScene(request, 0))
  })
  test('leaves the lexicon as it was: one shot\'s scarf is not the next one\'s', () => {
    const before = read('Grandma waits')
    read('Grandma in a red scarf waits')
    expect(read('Grandma waits')).toEqual(before)
  })
  test('pictures the first page of a chapter, so that no text is too long', () => {
    const page = 'An old fisherman rows a small boat over the river while crows fly south. '.repeat(60)
    expect(readScene(drawRequest(`${page}${'A dragon lands. '.repeat(50_000)}`), 0)).toEqual(readScene(drawRequest(page), 0))
  })
})
