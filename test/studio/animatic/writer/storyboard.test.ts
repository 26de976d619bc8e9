import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutFrames } from '../../../../src/film/cut.ts'
import type { Storyboard } from '../../../../src/film/storyboard.ts'
import { readScript } from '../../../../src/reading/read-script.ts'
import { saySeconds } from '../../../../src/studio/animatic/writer/say-length.ts'
import { writeScript } from '../../../../src/studio/animatic/writer/script.ts'
import { writeStoryboard } from '../../../../src/studio/animatic/writer/storyboard.ts'

const example = (name: string) => readFileSync(new URL(`../../../../examples/${name}.md`, import.meta.url), 'utf8')

function film(text: string, language: 'zh' | 'en', { seconds = null, seed = 11, title = 'A film' }: { seconds?: number | null; seed?: number; title?: string } = {}): Storyboard {
  const script = writeScript({ kind: 'text', text, title, language, seconds, look: null })
  return writeStoryboard({ script, fps: 24, aspect: '16:9', seconds, seed })
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const spoken = (board: Storyboard) => board.shots.map((shot) => shot.line?.text ?? '').join(' ')

const noun = fc.constantFrom('the keeper', 'a girl', 'the river', 'Mr. Low', 'the old boat', 'rain', 'the letter', '3,000 birds')
const verb = fc.constantFrom('walked home', 'looked at the sea', 'was gone', 'rose over the cliff', 'wept', 'opened the door', 'said nothing')
const clause = fc.tuple(noun, verb).map(([who, what]) => `${who} ${what}`)
const told = fc.tuple(fc.array(clause, { minLength: 1, maxLength: 5 }), fc.constantFrom('.', '!', '?', '…')).map(([clauses, end]) => clauses.join(', and ') + end)
const quoted = fc.tuple(clause, fc.constantFrom('said the keeper.', 'asked a girl.', 'he said.', '')).map(([words, tag]) => `“${words},” ${tag}`.trim())
const zhClause = fc.constantFrom('清风徐来', '水波不兴', '他走进屋里', '女孩望着大海', '雨停了', '月出于东山之上', '船慢慢滑行', '老人没有说话')
const zhTold = fc.oneof(fc.array(zhClause, { minLength: 1, maxLength: 6 }).map((clauses) => `${clauses.join('，')}。`), zhClause.map((words) => `客曰：“${words}。”`))
const prose = (sentence: fc.Arbitrary<string>, space: string) => fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(space)), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n'))
const anyProse = fc.oneof(prose(fc.oneof(told, quoted), ' ').map((text) => ({ text, language: 'en' as const })), prose(zhTold, '').map((text) => ({ text, language: 'zh' as const })))

describe('a storyboard by rules', () => {
  it('says every word of a text exactly once and in order', () => {
    fc.assert(fc.property(anyProse, ({ text, language }) => { expect(letters(spoken(film(text, language)))).toBe(letters(text)) }), { numRuns: 120 })
  })

  it('obeys film grammar whatever the text', () => {
    fc.assert(fc.property(anyProse, fc.nat(99), ({ text, language }, seed) => {
      const { shots } = film(text, language, { seed })
      expect(['extreme-wide', 'wide', 'full']).toContain(shots[0]?.size)
      expect(shots[0]?.transition.name).toBe('fade')
      shots.forEach((shot, index) => {
        const before = shots[index - 1]
        if (before) expect(`${shot.size} ${shot.angle}`, shot.number).not.toBe(`${before.size} ${before.angle}`)
        if (before && shot.move.name !== 'static') expect(shot.move.name, shot.number).not.toBe(before.move.name)
        if (shot.line) expect(shot.frames / 24, shot.number).toBeGreaterThanOrEqual(Math.max(2.5, saySeconds(shot.line.text, shot.line.language) + 0.79))
        expect(shot.prompt, shot.number).not.toMatch(/\p{Script=Han}/u)
      })
      expect(shots.filter((shot) => shot.move.name !== 'static').length).toBeLessThanOrEqual(Math.max(1, Math.floor(shots.length / 2)))
      expect(new Set(shots.map((shot) => shot.number)).size).toBe(shots.length)
    }), { numRuns: 80 })
  })

  it('gives the same board for the same words, and another for another seed', () => {
    const text = example('lighthouse')
    expect(film(text, 'en')).toEqual(film(text, 'en'))
    expect(film(text, 'en', { seed: 12 })).not.toEqual(film(text, 'en'))
  })

  it('crosses shoulders in a dialogue and keeps everyone on their side', () => {
    const text = example('courier')
    const script = writeScript({ kind: 'script', text, parsed: readScript(text), title: '最后一单', language: 'zh', seconds: null, look: null })
    const { shots } = writeStoryboard({ script, fps: 24, aspect: '16:9', seconds: null, seed: 11 })
    const talk = shots.filter((shot) => shot.line?.speaker && shot.number.startsWith('2.'))
    expect(talk.length).toBeGreaterThan(3)
    expect(talk.filter((shot) => shot.angle === 'over-shoulder').length).toBeGreaterThan(talk.length / 2)
    const side = (name: string) => new Set(talk.filter((shot) => shot.line?.speaker === name).flatMap((shot) => new RegExp(`${name}在画([左右])`, 'u').exec(shot.picture)?.[1] ?? []))
    expect([...side('老人')]).toHaveLength(1)
    expect([...side('林夏')]).toHaveLength(1)
    expect(side('老人')).not.toEqual(side('林夏'))
  })

  it('keeps a person’s script to the letter: speakers, lines and their order', () => {
    const text = example('courier')
    const parsed = readScript(text)
    const script = writeScript({ kind: 'script', text, parsed, title: '最后一单', language: 'zh', seconds: null, look: null })
    const lines = (acts: readonly { beats: readonly { line: { speaker: string | null; text: string } | null }[] }[]) => acts.flatMap((act) => act.beats.flatMap(({ line }) => (line ? [[line.speaker, line.text]] : [])))
    expect(lines(script.acts)).toEqual(lines(parsed.acts))
    expect(script.cast.map((member) => member.name)).toEqual(['林夏', '老人'])
    expect(script.cast[0]).toMatchObject({ gender: 'woman', also: ['快递员'] })
  })

  it('reaches a wanted length to the frame where the words allow it', () => {
    for (const seconds of [30, 60, 90, 120, 240]) expect(cutFrames(film(example('lighthouse'), 'en', { seconds }).shots), `${seconds} s`).toBe(seconds * 24)
  })

  it('says so when the lines of a script do not fit, and cuts no word', () => {
    const text = example('courier')
    const script = writeScript({ kind: 'script', text, parsed: readScript(text), title: '最后一单', language: 'zh', seconds: 10, look: null })
    const board = writeStoryboard({ script, fps: 24, aspect: '16:9', seconds: 10, seed: 11 })
    expect(board.remarks.join()).toMatch(/放不进 10 秒/)
    expect(letters(spoken(board))).toBe(letters(script.acts.flatMap((act) => act.beats.map((beat) => beat.line?.text ?? '')).join('')))
  })

  it('leaves out whole beats of a text that is too long, and says so', () => {
    const script = writeScript({ kind: 'text', text: example('lighthouse'), title: 'The Last Keeper', language: 'en', seconds: 30, look: null })
    expect(script.by).toMatch(/of its \d+ beats are said/)
    for (const beat of script.acts.flatMap((act) => act.beats)) if (beat.line) expect(letters(example('lighthouse'))).toContain(letters(beat.line.text))
  })

  it('makes a film of one sentence and of three thousand words', () => {
    const one = film('The moon rose.', 'en')
    expect(one.shots.length).toBeGreaterThanOrEqual(1)
    const long = film(Array.from({ length: 50 }, () => example('lighthouse').replace(/^#.*\n/, '')).join('\n\n').split(/\s+/).slice(0, 3000).join(' '), 'en')
    expect(letters(spoken(long)).length).toBeGreaterThan(10_000)
    expect(long.shots.length).toBeGreaterThan(150)
  })

  it('reads a text that mixes Chinese and English, each line by its own voice', () => {
    const board = film('The courier stopped. 老人说：“请进。” She stepped inside.', 'en')
    expect(new Set(board.shots.map((shot) => shot.line?.language).filter(Boolean))).toEqual(new Set(['en', 'zh']))
    expect(letters(spoken(board))).toBe(letters('The courier stopped. 老人说：“请进。” She stepped inside.'))
  })

  it('finds who speaks by name, by pronoun and by turn', () => {
    const text = 'The detective found the letter. Mara Voss waited in the doorway.\n\n"You read it," she said.\n\n"I read everything," said the detective. "Who is Kessler?"\n\n"My brother. They always run." Mara laughed, but her eyes did not.'
    const script = writeScript({ kind: 'text', text, title: 'Rain', language: 'en', seconds: null, look: null })
    expect(script.acts.flatMap((act) => act.beats.flatMap((beat) => beat.line?.speaker ?? []))).toEqual(['Mara', 'detective', 'detective', 'Mara'])
  })

  it('lets nobody speak for longer than a breath, not even where a text has no comma', () => {
    for (const text of ['天'.repeat(3000), 'word '.repeat(3000), 'x'.repeat(3000), '“a” '.repeat(1000)]) {
      const board = film(text, 'en')
      expect(Math.max(...board.shots.map((shot) => shot.frames)) / 24).toBeLessThan(30)
      expect(letters(spoken(board))).toBe(letters(text))
    }
  })

  it('knows who is asked and who asks', () => {
    const script = writeScript({ kind: 'text', text: '苏子愀然，正襟危坐而问客曰：“何为其然也？”客曰：“月明星稀，乌鹊南飞，此非曹孟德之诗乎？”', title: '赤壁赋', language: 'zh', seconds: null, look: null })
    const speakers = script.acts.flatMap((act) => act.beats.flatMap((beat) => beat.line?.speaker ?? []))
    expect(speakers).toEqual(['苏轼', '客'])
    expect(script).toMatchObject({ era: 'ancient-china', look: 'ink-wash' })
  })
})
